"""What was typed on a day's page before the day was read: the page looked empty then, whatever stands in the diary."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from diary.ui.today.more_state import answers_of

if TYPE_CHECKING:
    from datetime import date

    from diary.app.values import DayPage
    from diary.domain.people import Voice
    from diary.ui.today.saving import Act


class NotUsed(Enum):
    """Why nothing of what was typed early was used."""

    ANSWERED = auto()
    """The day has an answer in the place of one of them."""
    NO_WRITER = auto()
    """Nobody knew yet who was writing."""
    OTHER_DAY = auto()
    """The page stood at another day than it is."""


class TypedEarly:
    """Keeps answers and marks until their day is read; they are used all together or not at all."""

    def __init__(self) -> None:
        self._acts: dict[object, Act] = {}
        self._digit = ""

    def __bool__(self) -> bool:
        return bool(self._acts)

    def hold(self, act: Act) -> None:
        """Keep an act; one that takes something back ends the one before it, for nothing else can be seen."""
        self._acts.pop(act.key, None)
        if act.mark or (act.answer is not None and act.answer.value is not None):
            self._acts[act.key] = act

    def of(self, day: date, voice: Voice) -> list[Act]:
        """What was typed about a day in a voice, in its order."""
        return [act for act in self._acts.values() if (act.day, act.voice) == (day, voice)]

    def wait_for(self, measure: str) -> None:
        """Count a first digit as typed that waits for a second one just as the day is read."""
        self._digit = measure

    def use(self, page: DayPage, *, is_writer_known: bool) -> tuple[list[Act], NotUsed | None]:
        """Hand out what was typed about the day that is read now, or let it go and say why."""
        acts, digit = self.of(page.day.day, page.voice), self._digit
        self._digit = ""
        for act in acts:
            del self._acts[act.key]
        if (acts or digit) and not is_writer_known:
            return [], NotUsed.NO_WRITER
        measures = {act.answer.measure for act in acts if act.answer} | ({digit} if digit else set())
        has_mark = any(page.voice.said(mark) for mark in page.day.marks)
        if measures & answers_of(page).keys() or (has_mark and any(act.mark for act in acts)):
            return [], NotUsed.ANSWERED
        return acts, None

    def let_go(self) -> bool:
        """Let go of everything; returns whether there was anything."""
        had_any = bool(self)
        self._acts.clear()
        return had_any
