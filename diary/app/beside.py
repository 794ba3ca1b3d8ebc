"""What others wrote about a day: that they did, and of what, never which answers, which a carer would copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from diary.app.values import Beside
from diary.domain.people import name_among
from diary.domain.today import NOTE, PLACES, SEALED_NOTE

if TYPE_CHECKING:
    from datetime import datetime

    from diary.domain.day_values import Day
    from diary.domain.entries import DayMark, Entry, GoodThing, Note
    from diary.domain.people import Basis, Recorder, Voice

MARK, OTHER = "mark", "other"


def said_beside(
    written: tuple[Iterable[Day], Iterable[Note], Iterable[GoodThing]], voice: Voice, known: Mapping[str, Recorder]
) -> tuple[Beside, ...]:
    """Everybody who wrote about a day in another voice than ``voice``, in the order of writing."""
    days, notes, good_things = written
    what: dict[tuple[str, Basis], dict[str, None]] = {}
    last: dict[tuple[str, Basis], datetime] = {}
    noted = ((note, SEALED_NOTE if note.is_closed else NOTE) for note in notes)
    for one, part in (*_answered(days), *noted, *((good, OTHER) for good in good_things)):
        if not voice.said(one):
            key = one.recorder, one.basis
            what.setdefault(key, {})[part] = None
            last[key] = max(last.get(key, one.written_at), one.written_at)
    return tuple(
        Beside(*key, last[key], tuple(what[key]), name_among(known, key[0]))
        for key in sorted(what, key=last.__getitem__)
    )


def _answered(days: Iterable[Day]) -> Iterator[tuple[Entry | DayMark, str]]:
    for day in days:
        for entry in day.entries:
            for score in entry.scores:
                yield entry, PLACES if score.site else score.measure
            if entry.factors_looked_through or entry.factors or entry.nowhere_else or entry.spreads:
                yield entry, OTHER
        for mark in day.marks:
            yield mark, MARK
