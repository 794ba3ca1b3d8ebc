"""Rows of what was kept beside the entries of a day: what was taken or done, and one good thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.entries import Helped
from diary.ui.look_back.state import EntryRow
from diary.words import msgid, say
from diary.words.changed import moved_words
from diary.words.dates import clock_time, plain_day
from diary.words.folding import folded

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.entries import Intake, Move
    from diary.domain.extract import Extract
    from diary.domain.people import Voice

_HELPED = {
    None: msgid("{treatment}"),
    Helped.YES: msgid("{treatment}, it helped"),
    Helped.A_BIT: msgid("{treatment}, it helped a bit"),
    Helped.NO: msgid("{treatment}, it did not help"),
    Helped.NOT_SURE: msgid("{treatment}, not sure if it helped"),
}


def taken_words(intakes: list[Intake], extract: Extract) -> str:
    """What was taken or done, in the order of the day: "Ibuprofen at 09:30, it helped a bit"."""
    return "; ".join(_taken(one, extract) for one in intakes)


def beside_row(day: date, who: str, what: str, voice: Voice, *, also: str = "") -> EntryRow:
    """A row that opens its day; ``also`` is what a search finds it by beside its words."""
    sought_in = folded(f"{who} {what} {also}")
    return EntryRow(day, who, what, is_noticed=not voice.basis.is_own, sought_in=sought_in, voice=voice)


def moved_row(move: Move, who: str, by: str) -> EntryRow:
    """That an entry left or came: its words are elsewhere or in their own row, so that it can only be looked at."""
    where = moved_words("move", "away" if move.is_away else "here")
    when = {"name": by, "day": plain_day(move.at.date()), "time": clock_time(move.at)}
    what = say("{moved} by {name}, {day} at {time}", moved=where, **when)
    return EntryRow(move.day, who, what, is_noticed=not move.basis.is_own, sought_in=folded(f"{who} {what}"))


def _taken(intake: Intake, extract: Extract) -> str:
    known = extract.treatments.get(intake.treatment)
    name = known.name if known else say("a treatment")
    if intake.at:
        name = say("{treatment} at {time}", treatment=name, time=clock_time(intake.at))
    return say(_HELPED[intake.helped], treatment=name)
