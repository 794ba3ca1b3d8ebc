"""What was deleted in the last 30 days, in words; it runs in the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.people import Basis
from diary.ui.look_back.rows import answered, name_of, who_of
from diary.words import say
from diary.words.dates import clock_time, near_day

if TYPE_CHECKING:
    from datetime import date

    from diary.app.values import Deleted
    from diary.domain.extract import Extract

LONGEST = 120
"""Letters of a note that its row shows."""


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """One deleted thing: its id, what it was, when it was deleted by whom, and what a carer may do with it."""

    id: str
    what: str
    when: str
    may_recover: bool = True
    may_remove: bool = True

    @property
    def why_not(self) -> str:
        """Why a carer may not bring it back or remove it, or empty."""
        if not self.may_recover:
            return say("Somebody else wrote this, so you can’t bring it back or remove it.")
        return "" if self.may_remove else say("Somebody else wrote this, so you can’t remove it.")


def deleted_rows(deleted: tuple[Deleted, ...], names: Extract, today: date) -> tuple[DeletedRow, ...]:
    """Each in words; ``names`` is an extract of any days, for what things and people are called."""
    return tuple(
        DeletedRow(one.id, _what(one, names, today), _when(one, names, today), one.may_recover, one.may_remove)
        for one in deleted
    )


def _what(one: Deleted, names: Extract, today: date) -> str:
    day = near_day(one.day, today) if one.day else ""
    words = _short(one.words)
    if one.kind in {"entry", "moment"}:
        return _entry(one, names, day)
    if one.kind == "note":
        is_closed, person = one.is_sealed and not words, names.person.name
        closed = say("A note about {day} that only {person} can read", day=day, person=person)
        return closed if is_closed else say("A note about {day}: “{words}”", day=day, words=words)
    if one.kind == "intake":
        return say("{treatment}, taken on {day}", treatment=words or say("A treatment"), day=day)
    if one.kind == "appointment":
        return say("The appointment on {day}", day=day)
    if one.kind == "event":
        return say("What happened: {words}", words=words)
    return say("A treatment: {words}", words=words)


def _entry(one: Deleted, names: Extract, day: str) -> str:
    who = who_of(one.basis or Basis.SELF, one.recorder, names)
    known = ((names.measures.get(measure), value, site) for measure, site, value in one.answers)
    said = ", ".join(answered(measure, value, site) for measure, value, site in known if measure is not None)
    if not said:
        return say("{who}, {day}", who=who, day=day)
    if one.kind == "moment":
        return say("{who}, a moment of {day}: {answers}", who=who, day=day, answers=said)
    return say("{who}, {day}: {answers}", who=who, day=day, answers=said)


def _when(one: Deleted, names: Extract, today: date) -> str:
    day, at = near_day(one.deleted_at.date(), today), clock_time(one.deleted_at)
    if one.deleted_by not in names.recorders:
        return say("Deleted on {day}, {time}", day=day, time=at)
    return say("Deleted on {day}, {time}, by {who}", day=day, time=at, who=name_of(one.deleted_by, names))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
