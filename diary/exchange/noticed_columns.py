"""What each carer noticed, as columns of its own: another instrument, never in the person's columns."""

from __future__ import annotations

from datetime import date

from diary.domain.day_values import ValueKey
from diary.domain.extract import Extract
from diary.domain.people import name_among
from diary.exchange.cells import Cell
from diary.exchange.column_names import stems, value_column
from diary.exchange.table_columns import Column, marks_of, named, question_of, shown, written_on
from diary.words import say


def noticed_columns(extract: Extract) -> list[Column]:
    """Return the columns of each carer who noticed something; a second carer's are numbered."""
    columns = []
    for number, carer in enumerate(carers_who_noticed(extract), 1):
        prefix = "carer_noticed" if number == 1 else f"carer_{number}_noticed"
        columns += _noticed_by(carer, prefix, extract)
    return columns


def noticed_answers(extract: Extract, carer: str) -> dict[ValueKey, dict[date, Cell]]:
    """Return what a carer noticed, by measure and place, the latest of each day."""
    latest: dict[ValueKey, dict[date, Cell]] = {}
    for day in extract.days:
        theirs = [entry for entry in day.entries if entry.recorder == carer and not entry.basis.is_own]
        for entry in sorted(theirs, key=lambda one: (one.written_at, one.id)):
            for score in entry.scores:
                cell = shown(extract.measures[score.measure], score.value)
                latest.setdefault((score.measure, score.site), {})[day.day] = cell
    return latest


def carers_who_noticed(extract: Extract) -> list[str]:
    """Return the ids of those who noticed something in these days, in the diary's order."""
    written = (one for day in extract.days for one in written_on(day))
    noticed = {one.recorder for one in written if not one.basis.is_own}
    return [id_ for id_ in extract.recorders if id_ in noticed]


def _noticed_by(carer: str, prefix: str, extract: Extract) -> list[Column]:
    name = name_among(extract.recorders, carer)
    answers = noticed_answers(extract, carer)
    columns = []
    for key, stem in stems(answers, extract.measures).items():
        measure = extract.measures[key[0]]
        about = say("{what}: what {carer} noticed, apart from own answers", what=named(measure, key[1]), carer=name)
        column_name = f"{prefix}_{value_column(stem, measure).removeprefix('noticed_')}"
        columns.append(Column(column_name, about, answers[key], measure, question_of(measure, key[1])))
    marks = Column(
        f"{prefix}_mark",
        say("What {carer} marked the day as", carer=name),
        {day.day: marks_of(day, own=False, recorder=carer) for day in extract.days},
    )
    return [*columns, *([marks] if marks.is_filled else [])]
