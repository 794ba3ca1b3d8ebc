"""Ids made from meaning, so that two computers make the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.domain.people import Basis
from diary.domain.places import BodySite, Side

WITHIN, BETWEEN = "/", "|"
"""``/`` joins the parts of an entry's id, ``|`` joins that id with what belongs to it."""


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


def score_key(entry: str, measure: str, site: BodySite | None = None) -> str:
    """The id of a score: its entry, its measure, and its place and side as two parts."""
    return BETWEEN.join((entry, measure, site.place if site else "", site.side if site else Side.NONE))


def mark_key(day: date, recorder: str, basis: Basis) -> str:
    """The id of a day mark."""
    return WITHIN.join((day.isoformat(), recorder, basis))
