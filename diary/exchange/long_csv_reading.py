"""The long table read back: scores, notes and good things; marks, factors and lists are only in our JSON."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TypeVar

from diary.domain.day_values import Day, day_state, day_values, on_their_scales
from diary.domain.days import DAY_ENDS_AT, Period
from diary.domain.entries import Entry, GoodThing, Note, Score, Sharing
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import Direction, Measure, checked_score, former_id
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.domain.places import BodySite, Side
from diary.domain.today import LATEST_DAY_END
from diary.exchange.cells import read_words
from diary.exchange.tables import read_rows, table_below

_NEEDED = frozenset({"kind", "day", "recorder_id", "basis", "measure", "value", "written_at", "id"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row by the names of its columns; what can't be read raises ``own_csv_wrong`` with row and column."""

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return read_words(self.cells.get(name, ""))

    def read(self, name: str, reader: Callable[[str], _T]) -> _T:
        """What a cell says."""
        try:
            return reader(self[name])
        except (ValueError, OverflowError, DiaryError) as fault:
            raise self.wrong(name) from fault

    def maybe(self, name: str, reader: Callable[[str], _T]) -> _T | None:
        """What a cell says, ``None`` where it is empty."""
        return self.read(name, reader) if self[name] else None

    def wrong(self, name: str) -> DiaryError:
        """The fault of a cell."""
        return DiaryError("own_csv_wrong", row=self.row, column=name)


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    measures: dict[str, Measure]
    recorders: dict[str, Recorder] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    good_things: list[GoodThing] = field(default_factory=list)


def read_long_csv(data: bytes, measures: Mapping[str, Measure]) -> Extract:
    """Return what a long table of ours holds; a measure that is not among ``measures`` is one of the person's own.

    Raises ``DiaryError``: as ``read_rows``, ``json_not_ours`` for another table, ``own_csv_wrong``.
    """
    table = table_below(read_rows(data), lambda cells: set(cells) >= _NEEDED)
    if table is None:
        raise DiaryError("json_not_ours")
    names = table.header.cells
    found = _Found(dict(measures))
    for row in table.rows:
        cells = _Cells(row.number, dict(zip(names, row.cells, strict=True)))
        match cells["kind"]:
            case "score":
                _read_score(cells, found)
            case "note":
                note = _note(cells, found)
                found.notes[note.id] = note
            case "good_thing":
                found.good_things.append(_good_thing(cells, found))
            case _:
                raise cells.wrong("kind")
    return _extract(found)


def _read_score(cells: _Cells, found: _Found) -> None:
    entry = _entry(cells, found)
    known = found.entries.get(entry.id, entry)
    if replace(known, scores=()) != entry:
        raise cells.wrong("id")
    measure = _measure(cells, found)
    value = cells.read("value", lambda text: checked_score(measure, float(text)))
    place, side = cells["place"], cells.read("side", Side)
    site = BodySite(place, side) if place else None
    if known.score(cells["measure"], site):
        raise cells.wrong("measure")
    score = Score(cells["measure"], value, cells.maybe("answered_at", _instant), site, measure.version)
    found.entries[entry.id] = replace(known, scores=(*known.scores, score))


def _entry(cells: _Cells, found: _Found) -> Entry:
    return Entry(
        id=_named(cells, "id"),
        day=cells.read("day", date.fromisoformat),
        recorder=_recorder(cells, found),
        basis=cells.read("basis", Basis),
        written_at=cells.read("written_at", _instant),
        source=cells["source"],
        source_written_at=cells.maybe("source_written_at", _instant),
        moment=cells.maybe("moment", time.fromisoformat),
        from_notes=cells["from_notes"] == "yes",
        day_ends_at=_day_end(cells),
    )


def _day_end(cells: _Cells) -> int:
    """The hour at which the day of an entry ended; a table from an earlier version doesn't say."""
    hour = cells.maybe("day_ends_at", int)
    if hour is None:
        return DAY_ENDS_AT
    if not 0 <= hour <= LATEST_DAY_END:
        raise cells.wrong("day_ends_at")
    return hour


def _note(cells: _Cells, found: _Found) -> Note:
    return Note(
        id=_named(cells, "id"),
        day=cells.read("day", date.fromisoformat),
        recorder=_recorder(cells, found),
        basis=cells.read("basis", Basis),
        text=_named(cells, "text"),
        written_at=cells.read("written_at", _instant),
        sharing=cells.read("sharing", Sharing),
    )


def _recorder(cells: _Cells, found: _Found) -> str:
    id_ = _named(cells, "recorder_id")
    found.recorders.setdefault(id_, Recorder(id_, cells["recorder"], cells["relationship"]))
    return id_


def _measure(cells: _Cells, found: _Found) -> Measure:
    """The version that the answer was given on; one with another scale than today's stands beside it."""
    current = found.measures.setdefault(cells["measure"], _own_measure(cells))
    version = cells.maybe("version", _from_one) or current.version
    if version == current.version or not current.own:
        return current
    given_on = replace(_own_measure(cells), version=version)
    if given_on.counts_like(current):
        return replace(current, version=version)
    if version < current.version:
        return found.measures.setdefault(former_id(current.id, version), given_on.as_former(current))
    found.measures[former_id(current.id, current.version)] = current.as_former(given_on)
    found.measures[current.id] = given_on
    return given_on


def _from_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _good_thing(cells: _Cells, found: _Found) -> GoodThing:
    return GoodThing(
        day=cells.read("day", date.fromisoformat),
        recorder=_recorder(cells, found),
        basis=cells.read("basis", Basis),
        text=_named(cells, "text"),
        written_at=cells.read("written_at", _instant),
    )


def _own_measure(cells: _Cells) -> Measure:
    return Measure(
        id=_named(cells, "measure"),
        label=cells["label"],
        question=cells["label"],
        direction=cells.read("direction", Direction),
        lowest=cells.read("lowest", _finite),
        highest=cells.read("highest", _finite),
        step=cells.read("step", _above_zero),
        unit=cells["unit"],
        own=True,
        version=cells.maybe("version", _from_one) or 1,
    )


def _named(cells: _Cells, name: str) -> str:
    if not cells[name]:
        raise cells.wrong(name)
    return cells[name]


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _above_zero(text: str) -> float:
    number = _finite(text)
    if number <= 0:
        raise ValueError(text)
    return number


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return instant


def _extract(found: _Found) -> Extract:
    moment_of = {one.id: one.moment_of for one in found.measures.values() if one.moment_of}
    written: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in found.entries.values():
        written[entry.day].append(entry)
    words: list[Note | GoodThing] = [*found.notes.values(), *found.good_things]
    noted = {one.day for one in words}
    noted_by_the_person = {one.day for one in words if one.basis.is_own}
    former = {(one.former_of, one.version): one.id for one in found.measures.values() if one.former_of}
    days = []
    for day in sorted({*written, *noted}):
        entries = tuple(written[day])
        values = day_values([on_their_scales(entry, former) for entry in entries], moment_of)
        state = day_state(values, (), paused=False, also_answered=day in noted_by_the_person)
        days.append(Day(day, state, values, entries))
    if not days:
        raise DiaryError("csv_no_rows")
    first, last = days[0].day, days[-1].day
    recorders = {PERSON: Recorder(PERSON, "")} | found.recorders
    return Extract(
        Period(first, last),
        Person(""),
        tuple(days),
        found.measures,
        recorders,
        first,
        last,
        tuple(found.notes.values()),
        good_things=tuple(found.good_things),
        earlier_measures=_earlier(found),
    )


def _earlier(found: _Found) -> tuple[Measure, ...]:
    """The versions under their own measure's id, as a diary keeps them."""
    former = [(one, one.former_of) for one in found.measures.values()]
    return tuple(replace(one, id=of, former_of=None, archived=False) for one, of in former if of)
