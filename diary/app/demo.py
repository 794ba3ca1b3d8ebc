"""A made-up diary to try things with: written as if it had been kept all the time, and marked as made up."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import diaries
from diary.app.bringing_back import everything_in
from diary.app.made_up.whole import made_up_diary
from diary.domain.days import Period, checked_day, diary_day
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage.columns import milliseconds, minutes_from_utc
from diary.storage.keys import BETWEEN, good_thing_key, mark_key
from diary.storage.revisions import FieldChange, Revision, as_json

if TYPE_CHECKING:
    from diary.app.computer import Computer
    from diary.app.opened import OpenDiary
    from diary.domain.entries import Entry, Note
    from diary.domain.extract import Extract

MADE_UP = "made_up"
"""The setting that marks the diary."""
MOST_YEARS = 50
_EARLIEST_YEAR = 1900

Stamp = tuple[datetime, str]
"""When something was written, and by whom."""


def make(
    folder: Path,
    passphrase: str | None,
    computer: Computer,
    *,
    years: int = 10,
    seed: int = 1,
    until: date | None = None,
) -> tuple[OpenDiary, str]:
    """Make the diary in the new folder ``folder``; return it open, and its recovery code.

    The same ``seed``, ``until`` and ``years`` make the same days. Raises ``DiaryError``: ``demo_years_wrong``,
    ``day_in_future``, and as ``diaries.create``; nothing is left then.
    """
    now = computer.surroundings.now().replace(microsecond=0)
    period = _period(until or diary_day(now), years, now)
    found = made_up_diary(period, seed=seed, now=now)
    diary, code = diaries.create(folder, found.person.name, passphrase, computer)
    try:
        diary.store.take_in(list(_revisions(found, diary, now)))
    except BaseException:
        diaries.close(diary)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return diary, code


def _period(last: date, years: int, now: datetime) -> Period:
    checked_day(last, diary_day(now))
    if not 1 <= years <= MOST_YEARS or last.year - years < _EARLIEST_YEAR:
        raise DiaryError("demo_years_wrong", most=MOST_YEARS)
    return Period.ending(last, round(years * 365.25))


def _revisions(found: Extract, diary: OpenDiary, now: datetime) -> Iterator[Revision]:
    """Everything in the order of writing, by this device, each act with its own time and writer."""
    stamps = _stamps(found, now)
    began = (datetime.combine(found.period.first, time(17), now.tzinfo), PERSON)
    marked = FieldChange("setting", MADE_UP, "value", value=True)
    changes = [(stamps.get(_subject(change), began), change) for change in (marked, *everything_in(found))]
    clock, last = 0, None
    act = 0
    for seq, ((at, recorder), change) in enumerate(sorted(changes, key=lambda one: one[0]), diary.store.last_seq + 1):
        clock = max(milliseconds(at) << 16, clock + 1)
        act += (at, recorder) != last
        last = (at, recorder)
        yield Revision(
            device=diary.store.device,
            seq=seq,
            clock=clock,
            written_at=at,
            offset_min=minutes_from_utc(at),
            zone=None,
            recorder=recorder,
            gesture=f"madeup-act-{act}",
            undoes=None,
            kind=change.kind,
            key=change.key,
            field=change.field,
            value=as_json(change.value),
        )


def _subject(change: FieldChange) -> str:
    """What a change belongs to: for a part of an entry, the entry."""
    return change.key.partition(BETWEEN)[0]


def _stamps(found: Extract, now: datetime) -> Mapping[str, Stamp]:
    """When and by whom each thing was written; what isn't here was written before the first entry."""
    entries: list[Entry | Note] = [*found.notes, *(entry for day in found.days for entry in day.entries)]
    marks = (mark for day in found.days for mark in day.marks)
    stamps: dict[str, Stamp] = {one.id: (one.written_at, one.recorder) for one in entries}
    stamps |= {mark_key(one.day, one.recorder, one.basis): (one.written_at, one.recorder) for one in marks}
    stamps |= {
        good_thing_key(one.day, one.recorder, one.basis): (one.written_at, one.recorder) for one in found.good_things
    }
    dated: Iterable[tuple[str, date]] = (
        *((one.id, one.day) for one in found.intakes),
        *((one.id, one.day) for one in found.responses),
        *((one.id, one.day) for one in found.appointments if one.day is not None),
        *((one.id, one.first) for one in found.pauses),
        *((one.id, one.on.day) for one in found.events if one.on.day in found.period),
    )
    for id_, day in dated:
        stamps[id_] = (min(datetime.combine(day, time(18), now.tzinfo), now), PERSON)
    if found.appointment:
        stamps[found.appointment.id] = (now - timedelta(hours=1), PERSON)
    return stamps
