"""My story's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from diary.app.opened import OpenDiary
    from diary.app.values import Changes
    from diary.domain.entries import Event, Treatment


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the page is made from."""

    events: tuple[Event, ...] = ()
    treatments: tuple[Treatment, ...] = ()


class Telling(Protocol):
    """What My story asks of an open diary; every call runs on the diary's lane."""

    def told(self) -> Told:
        """The events, oldest first, and all treatments by name."""

    def keep_event(self, wanted: Event) -> Changes:
        """Add an event, or change the one with its id."""

    def delete_event(self, event_id: str) -> Changes:
        """Take an event away."""

    def choose_lines(self, event_ids: Collection[str]) -> Changes:
        """Choose the lines of the summary."""

    def keep_treatment(self, wanted: Treatment) -> Changes:
        """Add a treatment, or change the one with its id."""

    def delete_treatment(self, treatment_id: str) -> Changes:
        """Take a treatment off the list."""

    def undo(self) -> Changes | None:
        """Take back the last act."""


class DiaryTelling:
    """The story of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def told(self) -> Told:
        """The events, oldest first, and all treatments by name."""
        from diary.app import story, treatments

        return Told(story.events(self._diary()), treatments.treatments(self._diary()))

    def keep_event(self, wanted: Event) -> Changes:
        """Add an event, or change the one with its id."""
        from diary.app import story

        return story.keep_event(self._diary(), wanted)

    def delete_event(self, event_id: str) -> Changes:
        """Take an event away."""
        from diary.app import story

        return story.delete_event(self._diary(), event_id)

    def choose_lines(self, event_ids: Collection[str]) -> Changes:
        """Choose the lines of the summary."""
        from diary.app import story

        return story.choose_story(self._diary(), event_ids)

    def keep_treatment(self, wanted: Treatment) -> Changes:
        """Add a treatment, or change the one with its id."""
        from diary.app import treatments

        return treatments.keep_treatment(self._diary(), wanted)

    def delete_treatment(self, treatment_id: str) -> Changes:
        """Take a treatment off the list."""
        from diary.app import treatments

        return treatments.delete_treatment(self._diary(), treatment_id)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())
