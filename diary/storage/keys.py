"""Ids made from meaning, so that two computers make the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.domain.people import Basis
from diary.domain.places import BodySite, Side

if TYPE_CHECKING:
    from diary.domain.entries import Spread
    from diary.domain.measures import Anchor

WITHIN, BETWEEN = "/", "|"
"""``/`` joins the parts of an entry's id, ``|`` joins that id with what belongs to it."""
NEXT_APPOINTMENT = "next"
"""The id of the appointment that is being prepared; the others have random ones."""


@dataclass(frozen=True, slots=True)
class EntryKey:
    """The id of a daily entry: day, recorder, basis, and the source row it came from (empty: written here)."""

    day: date
    recorder: str
    basis: Basis
    source: str = ""

    def __str__(self) -> str:
        return WITHIN.join((self.day.isoformat(), self.recorder, self.basis, self.source))

    @classmethod
    def parse(cls, text: str) -> EntryKey | None:
        """The key that ``text`` spells, or ``None`` for the random id of a moment."""
        match text.split(WITHIN):
            case [day, recorder, basis, source]:
                return cls(date.fromisoformat(day), recorder, Basis(basis), source)
            case _:
                return None


_BEGIN_WITH_A_DAY = frozenset({"entry", "score", "day_mark", "entry_factor", "good_thing", "spread", "move"})


def day_in_key(kind: str, key: str) -> date | None:
    """The day that a thing is about, as its key says it; ``None`` for one with, or in something with, a random id."""
    day, divided, _ = key.partition(WITHIN)
    return date.fromisoformat(day) if divided and kind in _BEGIN_WITH_A_DAY else None


def score_key(entry: str, measure: str, site: BodySite | None = None) -> str:
    """The id of a score: its entry, its measure, and its place and side as two parts."""
    return BETWEEN.join((entry, measure, site.place if site else "", site.side if site else Side.NONE))


def mark_key(day: date, recorder: str, basis: Basis) -> str:
    """The id of a day mark."""
    return WITHIN.join((day.isoformat(), recorder, basis))


def good_thing_key(day: date, recorder: str, basis: Basis) -> str:
    """The id of a good thing."""
    return mark_key(day, recorder, basis)


def spread_key(entry: str, spread: Spread) -> str:
    """The id of a spread: its entry, and both ends with place and side as two parts."""
    return BETWEEN.join((entry, spread.start.place, spread.start.side, spread.end.place, spread.end.side))


def factor_key(entry: str, factor: str) -> str:
    """The id of a factor in an entry."""
    return BETWEEN.join((entry, factor))


def intake_key(day: date, recorder: str, basis: Basis, treatment: str) -> str:
    """The id of what is taken once a day: a second tick is the same one. One taken at a time has a random id."""
    return WITHIN.join((day.isoformat(), recorder, basis, treatment))


def move_key(day: date, recorder: str, basis: Basis, id_: str) -> str:
    """The id of what tells that an entry left or came: the entry's, and a random one, because it can happen twice."""
    return WITHIN.join((day.isoformat(), recorder, basis, id_))


def version_key(measure: str, version: int) -> str:
    """The id of an earlier version of a measure."""
    return BETWEEN.join((measure, str(version)))


def anchor_key(anchor: Anchor) -> str:
    """The id of what a number means to the person, from a day on."""
    return BETWEEN.join((anchor.measure, f"{anchor.since:%Y%m%d}", f"{anchor.number:g}"))


def draft_key(field: str, day: date, recorder: str, basis: Basis = Basis.SELF) -> str:
    """Where a field's text about a day is kept while it is being written, for each who writes and each basis."""
    apart = () if basis is Basis.SELF else (basis,)
    return WITHIN.join((field, day.isoformat(), recorder, *apart))
