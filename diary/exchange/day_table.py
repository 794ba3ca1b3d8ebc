"""The wide table: a row per day, a column per measure and place, and the words for what each column says.

After the values come their companions: how each was made, whether it was filled in later, on what basis; then what
stands beside the answers, totals of questionnaires, and, apart, what each carer noticed. An earlier version of a
measure with another scale has columns of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from diary.domain.day_values import Day, DayState, DayValue, MadeFrom, ValueKey
from diary.domain.entries import Note
from diary.domain.extract import Extract
from diary.domain.people import Basis
from diary.exchange.beside_columns import beside_columns
from diary.exchange.cells import Cell
from diary.exchange.column_names import FIRST, stems, value_column
from diary.exchange.noticed_columns import noticed_columns
from diary.exchange.questionnaire_totals import total_columns
from diary.exchange.table_columns import Column, named, question_of, shown, yes_or_no
from diary.words import say


@dataclass(frozen=True, slots=True)
class DayRow:
    """A row: a day, and what is known of it."""

    day: date
    state: DayState


def day_rows(extract: Extract) -> list[DayRow]:
    """Return a row for each day with something written, marked, paused, or answered in a questionnaire, ascending."""
    asked = {one.day: DayState.UNKNOWN for one in extract.responses if one.day in extract.period}
    states = asked | dict.fromkeys(_paused(extract), DayState.PAUSED) | {day.day: day.state for day in extract.days}
    return [DayRow(day, states[day]) for day in sorted(states)]


def _paused(extract: Extract) -> Iterator[date]:
    return (day for day in extract.period if any(pause.covers(day) for pause in extract.pauses))


def day_columns(extract: Extract) -> list[Column]:
    """Return every column but day, state and notes; the core measures have theirs even where all is empty."""
    return [*_value_columns(extract), *beside_columns(extract), *total_columns(extract), *noticed_columns(extract)]


def note_columns(extract: Extract) -> list[Column]:
    """Return the notes and good things, which are only for whoever asked for them."""
    own = _texts(note for note in extract.notes_for_others if note.basis.is_own)
    noticed = _texts(note for note in extract.notes_for_others if not note.basis.is_own)
    good: dict[date, Cell] = {one.day: one.text for one in extract.good_things if one.basis.is_own}
    columns = [
        Column("notes", say("The person’s own notes"), own),
        Column("good_thing", say("One good thing about the day"), good),
        Column("carer_noticed_notes", say("What a carer noted about the day"), noticed),
    ]
    return [column for column in columns if column.is_filled]


def _texts(notes: Iterable[Note]) -> dict[date, Cell]:
    texts: dict[date, list[str]] = {}
    for note in sorted(notes, key=lambda one: (one.written_at, one.id)):
        texts.setdefault(note.day, []).append(note.text)
    return {day: "\n\n".join(parts) for day, parts in texts.items()}


def _value_columns(extract: Extract) -> list[Column]:
    core: list[ValueKey] = [(measure, None) for measure in FIRST if measure in extract.measures]
    names = stems([*core, *(key for day in extract.days for key in day.values)], extract.measures)
    values, companions = [], []
    for key, stem in names.items():
        measure = extract.measures[key[0]]
        what = named(measure, key[1])
        about = say("{what}: the person’s own answer for the day", what=what)
        answers = {day.day: shown(measure, day.values[key].value) for day in extract.days if key in day.values}
        values.append(Column(value_column(stem, measure), about, answers, measure, question_of(measure, key[1])))
        companions += _companions(stem, what, key, extract)
    return [*values, *(column for column in companions if column.is_filled)]


def _companions(stem: str, what: str, key: ValueKey, extract: Extract) -> list[Column]:
    basis = _basis_of(key, extract)
    answered = [(day, day.values[key]) for day in extract.days if key in day.values]
    return [
        Column(
            f"{stem}_made_from",
            say("{what}: how the answer for the day came about", what=what),
            {day.day: value.made_from for day, value in answered},
        ),
        Column(
            f"{stem}_filled_in_later",
            say("{what}: whether it was filled in later", what=what),
            {day.day: yes_or_no(value.filled_in_later) for day, value in answered},
        ),
        *_in_averages(stem, what, answered),
        Column(
            f"{stem}_basis",
            say("{what}: whether the person wrote it or told it to a carer", what=what),
            {day.day: basis(day, value) for day, value in answered},
        ),
    ]


def _in_averages(stem: str, what: str, answered: Sequence[tuple[Day, DayValue]]) -> list[Column]:
    """Only where an answer came too late for averages: elsewhere the column would say yes on every day."""
    if all(value.in_statistics for _, value in answered):
        return []
    about = say("{what}: whether it counts in averages; later than three days it doesn’t", what=what)
    cells = {day.day: yes_or_no(value.in_statistics) for day, value in answered}
    return [Column(f"{stem}_in_averages", about, cells)]


def _basis_of(key: ValueKey, extract: Extract) -> Callable[[Day, DayValue], Cell]:
    """On what basis the answers stand that a day's value was made from: ``self``, ``told``, or ``self+told``."""
    asked_now = {measure.id for measure in extract.measures.values() if measure.moment_of == key[0]} | {key[0]}

    def basis(day: Day, value: DayValue) -> Cell:
        if value.made_from in (MadeFrom.DAILY, MadeFrom.TOLD):
            return Basis.TOLD if value.made_from is MadeFrom.TOLD else Basis.SELF
        if value.made_from is MadeFrom.NOWHERE_ELSE:
            said = {entry.basis for entry in day.entries if entry.nowhere_else and entry.basis.is_own}
            return "+".join(sorted(said))
        at_moments = value.made_from is MadeFrom.MOMENTS
        used = {
            entry.basis
            for entry in day.entries
            if entry.basis.is_own
            and (entry.moment is not None) == at_moments
            and (at_moments or entry.source)
            and any(score.measure in asked_now and score.site == key[1] for score in entry.scores)
        }
        return "+".join(sorted(used))

    return basis
