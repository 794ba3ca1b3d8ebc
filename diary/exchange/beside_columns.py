"""What stands beside a day's answers, as columns: factors, treatments, where pain spread, the mark, and who wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from diary.domain.day_values import Day, is_later
from diary.domain.days import is_filled_in_later
from diary.domain.entries import Entry, Intake
from diary.domain.extract import Extract
from diary.domain.people import PERSON, name_among
from diary.exchange.cells import Cell
from diary.exchange.column_names import plain_words, unused
from diary.exchange.table_columns import NO, YES, Column, marks_of, site_name, written_on, yes_or_no
from diary.words import say


def beside_columns(extract: Extract) -> list[Column]:
    """Return the columns that have anything in them; all of it the person's own."""
    own = {day.day: [entry for entry in day.entries if entry.basis.is_own] for day in extract.days}
    columns = _factor_columns(own, extract) + _treatment_columns(extract)
    columns += [
        Column(
            "pain_spread",
            say("From which place to which pain spread"),
            {day: _spreads(entries) for day, entries in own.items()},
        ),
        Column(
            "nowhere_else_hurt",
            say("Whether the person said that nowhere else hurt"),
            {day: YES for day, entries in own.items() if any(e.nowhere_else for e in entries)},
        ),
        Column(
            "mark",
            say("What the person marked the day as"),
            {day.day: marks_of(day, own=True) for day in extract.days},
        ),
        Column(
            "filled_in_later",
            say("Whether any of the person’s own answers was filled in later"),
            {day.day: yes_or_no(_is_late(day)) for day in extract.days if day.values},
        ),
        Column(
            "filled_in_later_by",
            say("Who wrote down what was filled in later: the person, or a carer by name"),
            {day.day: _names(_late_writers(day), extract) for day in extract.days if _is_late(day)},
        ),
        Column(
            "written_by",
            say("Who wrote down the person’s own answers: the person, or a carer by name"),
            {day.day: _names(_writers(day), extract) for day in extract.days},
        ),
    ]
    return [column for column in columns if column.is_filled]


def _factor_columns(own: Mapping[date, list[Entry]], extract: Extract) -> list[Column]:
    """Yes, no or nothing for each factor; *no* only on days whose list was looked through, or a factor ticked."""
    columns: list[Column] = []
    for factor in extract.factors.values():
        cells: dict[date, Cell] = {}
        for day, entries in own.items():
            if any(factor.id in entry.factors for entry in entries):
                cells[day] = YES
            elif any(entry.factors_looked_through or entry.factors for entry in entries):
                cells[day] = NO
        name = unused(f"factor_{plain_words(factor.label) or factor.id}", [column.name for column in columns])
        columns.append(Column(name, say("Whether this was part of the day: {what}", what=factor.label), cells))
    return columns


def _treatment_columns(extract: Extract) -> list[Column]:
    """Yes where a treatment was taken or done, and whether it helped: one answer for each time that had one."""
    columns: list[Column] = []
    for treatment in extract.treatments.values():
        taken: dict[date, list[Intake]] = {}
        for intake in extract.intakes:
            if intake.treatment == treatment.id and intake.basis.is_own:
                taken.setdefault(intake.day, []).append(intake)
        stem = f"treatment_{plain_words(treatment.name) or treatment.id}"
        name = unused(stem, [column.name for column in columns])
        helped = {day: "+".join(sorted(one.helped for one in of_day if one.helped)) for day, of_day in taken.items()}
        columns += [
            Column(
                name,
                say("Whether this was taken or done: {what}", what=treatment.name),
                dict.fromkeys(taken, YES),
            ),
            Column(
                f"{name}_helped",
                say("Whether this helped, each time: {what}", what=treatment.name),
                {day: words or None for day, words in helped.items()},
            ),
        ]
    return columns


def _spreads(entries: Iterable[Entry]) -> Cell:
    spreads = sorted({spread for entry in entries for spread in entry.spreads})
    return "; ".join(f"{site_name(spread.start)} > {site_name(spread.end)}" for spread in spreads) or None


def _is_late(day: Day) -> bool:
    return any(value.filled_in_later for value in day.values.values())


def _late_writers(day: Day) -> set[str]:
    return {entry.recorder for entry in day.entries if entry.basis.is_own and _was_written_late(entry)}


def _was_written_late(entry: Entry) -> bool:
    """Whether one of its answers came later; "nowhere else today" alone is an answer too."""
    if entry.nowhere_else and not entry.scores:
        return is_filled_in_later(entry.day, entry.written_at)
    return any(is_later(entry, score) for score in entry.scores)


def _writers(day: Day) -> set[str]:
    return {one.recorder for one in written_on(day) if one.basis.is_own}


def _names(ids: set[str], extract: Extract) -> Cell:
    """``person``, or a carer's name."""
    carers = [name_among(extract.recorders, id_) for id_ in extract.recorders if id_ in ids and id_ != PERSON]
    return " + ".join([*(["person"] if PERSON in ids else []), *carers]) or None
