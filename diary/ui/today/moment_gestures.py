"""What a person can do about the moments of a day, which ask how it is right now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.ui.today.more_state import Moment, MoreState, in_order

if TYPE_CHECKING:
    from datetime import date, time

    from diary.app.values import Changes
    from diary.ui.today.gestures import MoreJournal


@dataclass(frozen=True, slots=True)
class AnswerMoment:
    """An answer about a moment; ``None`` takes it back, and a moment with no answer is none."""

    moment: str
    at: time
    measure: str
    value: float | None

    @property
    def about(self) -> str:
        """That question of that moment."""
        return f"moment {self.moment} {self.measure}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.answer_moment(day, self.moment, self.at, self.measure, self.value)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Answered, or no longer."""
        found = next((one for one in more.moments if one.id == self.moment), Moment(self.moment, self.at))
        answers = {measure: value for measure, value in found.answers.items() if measure != self.measure}
        if self.value is not None:
            answers[self.measure] = self.value
        rest = [one for one in more.moments if one.id != self.moment]
        changed = [replace(found, answers=MappingProxyType(answers))] if answers else []
        return replace(more, moments=in_order([*rest, *changed], more.choices.day_ends_at))


@dataclass(frozen=True, slots=True)
class MoveMoment:
    """Another time for a moment."""

    moment: str
    at: time

    @property
    def about(self) -> str:
        """That moment's time."""
        return f"moment {self.moment} at"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.move_moment(day, self.moment, self.at)

    def drawn_on(self, more: MoreState) -> MoreState:
        """At its new time, in its new place."""
        moved = [replace(one, at=self.at) if one.id == self.moment else one for one in more.moments]
        return replace(more, moments=in_order(moved, more.choices.day_ends_at))


@dataclass(frozen=True, slots=True)
class DeleteMoment:
    """A moment taken away, with all its answers."""

    moment: str

    @property
    def about(self) -> str:
        """That moment."""
        return f"moment {self.moment}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Delete it; it can be brought back for 30 days."""
        del day
        return journal.delete_moment(self.moment)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Without it."""
        return replace(more, moments=tuple(one for one in more.moments if one.id != self.moment))
