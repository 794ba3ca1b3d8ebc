"""Questionnaires on the doctor's pages: the latest score of each, the one before it, and the published bands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.questionnaires import score
from diary.report.rich import plain
from diary.report.values import Grid
from diary.words import say
from diary.words.dates import plain_day, short_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from diary.domain.extract import Extract
    from diary.domain.questionnaires import Questionnaire

Scored = tuple["date", float]


def scored(extract: Extract) -> list[tuple[Questionnaire, Sequence[Scored]]]:
    """Return what has a total by the end of the period, each with its scores, oldest first."""
    found = [(form, list(_scores(form, extract))) for form in catalogue.questionnaires().values()]
    return [(form, scores) for form, scores in found if scores]


def _scores(form: Questionnaire, extract: Extract) -> Iterator[Scored]:
    for response in extract.responses:
        total = score(form, response) if response.questionnaire == form.id and response.is_done else None
        if total is not None and response.basis.is_own and response.day <= extract.period.last:
            yield response.day, total


def latest_score(extract: Extract) -> str:
    """Return "PHQ-4 on 16 November 2026: 6 of 12 (before: 7)." of the one filled in last, empty without any.

    Only one of the period itself: what is older stands on page 2 with its day.
    """
    found = [(scores[-1][0], form, scores) for form, scores in scored(extract) if scores[-1][0] in extract.period]
    if not found:
        return ""
    day, form, scores = max(found, key=_day_of)
    about = {
        "name": plain(form.name),
        "day": plain_day(day),
        "total": short_number(scores[-1][1]),
        "most": form.highest,
    }
    if len(scores) > 1:
        return say(
            "{name} on {day}: **{total} of {most}** (before: {before}).", **about, before=short_number(scores[-2][1])
        )
    return say("{name} on {day}: **{total} of {most}**.", **about)


def _day_of(found: tuple[date, Questionnaire, Sequence[Scored]]) -> date:
    return found[0]


def questionnaires(extract: Extract) -> Grid | None:
    """Return the table of page 2; ``None`` where none has a total."""
    found = scored(extract)
    if not found:
        return None
    heads = (say("Questionnaire"), say("Date"), say("Score / highest"), say("Previous"))
    rows = tuple(_row(form, scores) for form, scores in found)
    bands = [say("{name} {bands}", name=form.name, bands=_bands(form)) for form, _ in found if form.bands]
    parts = [say("Single answers are not included.")]
    if bands:
        parts.insert(0, say("Published bands: {each}.", each="; ".join(bands)))
    return Grid(say("Questionnaires"), heads, rows, said=" ".join(parts))


def _row(form: Questionnaire, scores: Sequence[Scored]) -> tuple[str, ...]:
    day, total = scores[-1]
    weeks = say("last week") if form.recall_days <= 7 else say("last 2 weeks")  # noqa: PLR2004 - a week
    before = _of(form, scores[-2][1]) + f" ({short_day(scores[-2][0])})" if len(scores) > 1 else "–"
    return f"{form.name} ({weeks})", plain_day(day), _of(form, total), before


def _of(form: Questionnaire, total: float) -> str:
    return f"{short_number(total)} / {form.highest}"


def _bands(form: Questionnaire) -> str:
    """Return "0–2, 3–5, 6–8, 9–12"."""
    ends = [end - 1 for _, end in pairwise(form.bands)]
    return ", ".join(f"{start}–{end}" for start, end in zip(form.bands, [*ends, form.highest], strict=True))
