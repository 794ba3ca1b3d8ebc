"""The wide table, for reading: a row per day that has an entry or a mark, a column per measure and place.

After the values come their companions: how each was made, whether it was filled in later, on what basis; then
factors, treatments, where pain spread, the day's mark and who wrote; then, apart, what each carer noticed; notes and
good things only when asked for. An earlier version of a measure with another scale has columns of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from diary.domain.day_values import Day, DayValue, MadeFrom, ValueKey
from diary.domain.entries import DayMark, Entry, Intake, Note
from diary.domain.extract import Extract
from diary.domain.measures import Measure, ScaleKind
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite
from diary.exchange.cells import Cell, csv_bytes
from diary.exchange.column_names import FIRST, plain_words, stems, unused, value_column

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class _Column:
    """One column; a day without a cell is empty there."""

    name: str
    cells: Mapping[date, Cell]

    @property
    def is_filled(self) -> bool:
        return any(cell is not None for cell in self.cells.values())


def wide_csv(extract: Extract, *, with_notes: bool = False) -> bytes:
    """Return the table as a whole file; the core measures have their columns even where all is empty."""
    columns = [*_value_columns(extract), *_day_columns(extract), *_noticed_columns(extract)]
    if with_notes:
        columns += _note_columns(extract)
    rows = ([day.day.isoformat(), day.state, *(c.cells.get(day.day) for c in columns)] for day in extract.days)
    return csv_bytes(["day", "state", *(column.name for column in columns)], rows)


def _value_columns(extract: Extract) -> list[_Column]:
    core: list[ValueKey] = [(measure, None) for measure in FIRST if measure in extract.measures]
    named = stems([*core, *(key for day in extract.days for key in day.values)], extract.measures)
    values, companions = [], []
    for key, stem in named.items():
        measure = extract.measures[key[0]]
        values.append(_of_values(value_column(stem, measure), extract, key, _answer_to(measure)))
        companions += [
            _of_values(f"{stem}_made_from", extract, key, lambda _, value: value.made_from),
            _of_values(f"{stem}_filled_in_later", extract, key, lambda _, v: YES if v.filled_in_later else NO),
            _of_values(f"{stem}_basis", extract, key, _basis_of(key, extract)),
        ]
    return [*values, *(column for column in companions if column.is_filled)]


def _answer_to(measure: Measure) -> Callable[[Day, DayValue], Cell]:
    def answer(_: Day, value: DayValue) -> Cell:
        return _shown(measure, value.value)

    return answer


def _shown(measure: Measure, value: float) -> Cell:
    """A number; a step of a measure whose steps have words goes by its words: "Could not tell" is not 3 of anything."""
    named = measure.kind is ScaleKind.STEPS and value == int(value)
    return measure.steps[int(value)] if named else value


def _of_values(name: str, extract: Extract, key: ValueKey, cell: Callable[[Day, DayValue], Cell]) -> _Column:
    return _Column(name, {day.day: cell(day, day.values[key]) for day in extract.days if key in day.values})


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


def _day_columns(extract: Extract) -> list[_Column]:
    own = {day.day: [entry for entry in day.entries if entry.basis.is_own] for day in extract.days}
    columns = _factor_columns(own, extract) + _treatment_columns(extract)
    columns += [
        _Column("pain_spread", {day: _spreads(entries) for day, entries in own.items()}),
        _Column(
            "nowhere_else_hurt", {day: YES for day, entries in own.items() if any(e.nowhere_else for e in entries)}
        ),
        _Column("mark", {day.day: _marks(day, own_mark=True) for day in extract.days}),
        _Column("written_by", {day.day: _writers(day, extract) for day in extract.days}),
    ]
    return [column for column in columns if column.is_filled]


def _factor_columns(own: Mapping[date, list[Entry]], extract: Extract) -> list[_Column]:
    """Yes, no or nothing for each factor; *no* only on days whose list was looked through, or a factor ticked."""
    columns: list[_Column] = []
    for factor in extract.factors.values():
        cells: dict[date, Cell] = {}
        for day, entries in own.items():
            if any(factor.id in entry.factors for entry in entries):
                cells[day] = YES
            elif any(entry.factors_looked_through or entry.factors for entry in entries):
                cells[day] = NO
        name = f"factor_{plain_words(factor.label) or factor.id}"
        columns.append(_Column(unused(name, [column.name for column in columns]), cells))
    return columns


def _treatment_columns(extract: Extract) -> list[_Column]:
    """Yes where a treatment was taken or done, and whether it helped; several times a day may have several answers."""
    columns: list[_Column] = []
    for treatment in extract.treatments.values():
        taken: dict[date, list[Intake]] = {}
        for intake in extract.intakes:
            if intake.treatment == treatment.id and intake.basis.is_own:
                taken.setdefault(intake.day, []).append(intake)
        stem = f"treatment_{plain_words(treatment.name) or treatment.id}"
        name = unused(stem, [column.name for column in columns])
        helped = {day: "+".join(sorted({one.helped for one in of_day if one.helped})) for day, of_day in taken.items()}
        columns.append(_Column(name, dict.fromkeys(taken, YES)))
        columns.append(_Column(f"{name}_helped", {day: words or None for day, words in helped.items()}))
    return columns


def _spreads(entries: Iterable[Entry]) -> Cell:
    spreads = sorted({spread for entry in entries for spread in entry.spreads})
    return "; ".join(f"{_site(spread.start)} > {_site(spread.end)}" for spread in spreads) or None


def _site(site: BodySite) -> str:
    return "_".join(part for part in (site.place, site.side) if part)


def _marks(day: Day, *, own_mark: bool, recorder: str | None = None) -> Cell:
    kinds = {mark.kind for mark in day.marks if mark.basis.is_own == own_mark and recorder in (None, mark.recorder)}
    return "+".join(sorted(kinds)) or None


def _writers(day: Day, extract: Extract) -> Cell:
    """Who wrote the person's own answers and marks: ``person``, or a carer's name."""
    ids = {one.recorder for one in _written(day) if one.basis.is_own}
    names = [extract.recorders[id_].name for id_ in extract.recorders if id_ in ids and id_ != PERSON]
    return " + ".join([*(["person"] if PERSON in ids else []), *names]) or None


def _written(day: Day) -> tuple[Entry | DayMark, ...]:
    return (*day.entries, *day.marks)


def _noticed_columns(extract: Extract) -> list[_Column]:
    """What each carer noticed: another instrument, so in columns of its own; a second carer's are numbered."""
    columns = []
    for number, carer in enumerate(_carers_who_noticed(extract), 1):
        prefix = "carer_noticed" if number == 1 else f"carer_{number}_noticed"
        columns += _noticed_by(carer, prefix, extract)
    return columns


def _carers_who_noticed(extract: Extract) -> list[str]:
    written = (one for day in extract.days for one in _written(day))
    noticed = {one.recorder for one in written if not one.basis.is_own}
    return [id_ for id_ in extract.recorders if id_ in noticed]


def _noticed_by(carer: str, prefix: str, extract: Extract) -> list[_Column]:
    latest: dict[ValueKey, dict[date, Cell]] = {}
    for day in extract.days:
        theirs = [entry for entry in day.entries if entry.recorder == carer and not entry.basis.is_own]
        for entry in sorted(theirs, key=lambda one: (one.written_at, one.id)):
            for score in entry.scores:
                latest.setdefault((score.measure, score.site), {})[day.day] = _shown(
                    extract.measures[score.measure], score.value
                )
    columns = [
        _Column(f"{prefix}_{value_column(stem, extract.measures[key[0]]).removeprefix('noticed_')}", latest[key])
        for key, stem in stems(latest, extract.measures).items()
    ]
    marks = _Column(f"{prefix}_mark", {d.day: _marks(d, own_mark=False, recorder=carer) for d in extract.days})
    return [*columns, *([marks] if marks.is_filled else [])]


def _note_columns(extract: Extract) -> list[_Column]:
    own = _texts(note for note in extract.notes if note.basis.is_own)
    noticed = _texts(note for note in extract.notes if not note.basis.is_own)
    good = {one.day: one.text for one in extract.good_things if one.basis.is_own}
    columns = [_Column("notes", own), _Column("good_thing", good), _Column("carer_noticed_notes", noticed)]
    return [column for column in columns if column.is_filled]


def _texts(notes: Iterable[Note]) -> dict[date, Cell]:
    texts: dict[date, list[str]] = {}
    for note in sorted(notes, key=lambda one: (one.written_at, one.id)):
        texts.setdefault(note.day, []).append(note.text)
    return {day: "\n\n".join(parts) for day, parts in texts.items()}
