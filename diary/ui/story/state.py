"""What My story shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.ui.kit.unsaved import KeepingState

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.entries import Event, Treatment


@dataclass(frozen=True, slots=True)
class StoryState(KeepingState):
    """The person's events and treatments, and which of them is being changed.

    ``event`` and ``treatment`` are what stands in a form (an empty ``id``: a new one), ``None`` while it is closed.
    ``said`` tells what was done last, and can be undone.
    ``is_form_refused``: the problem is about what stands in the form.
    """

    today: date
    is_loaded: bool = False
    events: tuple[Event, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    event: Event | None = None
    treatment: Treatment | None = None
    said: str = ""
    is_form_refused: bool = False

    @property
    def told(self) -> tuple[Event | Treatment, ...]:
        """Everything that has a row."""
        return (*self.events, *self.treatments)

    @property
    def lines(self) -> tuple[str, ...]:
        """The events that are lines of the summary, by id."""
        return tuple(one.id for one in self.events if one.in_story)
