"""Totals of questionnaires as columns: only of those that were finished with every item answered."""

from __future__ import annotations

from datetime import date

from diary import catalogue
from diary.domain.extract import Extract
from diary.domain.questionnaires import Questionnaire, score
from diary.exchange.cells import Cell
from diary.exchange.table_columns import Column
from diary.words import say


def total_columns(extract: Extract) -> list[Column]:
    """Return a column for each questionnaire with a total in the period; a second one of the same day has another."""
    return [column for form in catalogue.questionnaires().values() for column in _columns_of(form, extract)]


def total_name(form: Questionnaire) -> str:
    """Return the column's name, range and direction included: ``phq4_total_0to12_higher_is_worse``."""
    return f"{form.id}_{'mean' if form.is_mean else 'total'}_0to{form.highest}_higher_is_worse"


def _columns_of(form: Questionnaire, extract: Extract) -> list[Column]:
    of_days: dict[date, list[float]] = {}
    for response in extract.responses:
        is_meant = response.questionnaire == form.id and response.is_done and response.basis.is_own
        total = score(form, response) if is_meant and response.day in extract.period else None
        if total is not None:
            of_days.setdefault(response.day, []).append(total)
    most = max(map(len, of_days.values()), default=0)
    about = say("{name}: the score, where every question of it was answered", name=form.name)
    columns = []
    for number in range(most):
        cells: dict[date, Cell] = {day: totals[number] for day, totals in of_days.items() if number < len(totals)}
        name = total_name(form) if number == 0 else f"{form.id}_{number + 1}{total_name(form).removeprefix(form.id)}"
        columns.append(Column(name, about, cells))
    return columns
