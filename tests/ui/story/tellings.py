"""A story in memory that keeps My story's contract."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from diary.app.values import Changes
from diary.domain.entries import Event, Treatment
from diary.domain.errors import DiaryError
from diary.ui.story.telling import Told

TOLD = Changes(kinds=frozenset({"event"}))


class MemoryTelling:
    """Keeps events and treatments in memory; ``fault`` is raised by the next act while it is set."""

    def __init__(self, *events: Event) -> None:
        self.now = Told(events)
        self.fault: DiaryError | None = None
        self._before: list[Told] = []

    def told(self) -> Told:
        """The events, oldest first, and all treatments by name."""
        return self.now

    def keep_event(self, wanted: Event) -> Changes:
        """Add an event, or change the one with its id."""
        kept = wanted if wanted.id else replace(wanted, id=f"event {len(self.now.events)}")
        rest = [one for one in self.now.events if one.id != kept.id]
        return self._act(replace(self.now, events=tuple(sorted((*rest, kept), key=lambda one: one.on.day))))

    def delete_event(self, event_id: str) -> Changes:
        """Take an event away."""
        return self._act(replace(self.now, events=tuple(one for one in self.now.events if one.id != event_id)))

    def choose_lines(self, event_ids: Collection[str]) -> Changes:
        """Choose the lines of the summary."""
        events = tuple(replace(one, in_story=one.id in event_ids) for one in self.now.events)
        return self._act(replace(self.now, events=events))

    def keep_treatment(self, wanted: Treatment) -> Changes:
        """Add a treatment, or change the one with its id."""
        kept = wanted if wanted.id else replace(wanted, id=f"treatment {len(self.now.treatments)}")
        rest = (one for one in self.now.treatments if one.id != kept.id)
        return self._act(replace(self.now, treatments=(*rest, kept)))

    def delete_treatment(self, treatment_id: str) -> Changes:
        """Take a treatment off the list."""
        left = tuple(one for one in self.now.treatments if one.id != treatment_id)
        return self._act(replace(self.now, treatments=left))

    def undo(self) -> Changes | None:
        """Take back the last act."""
        if not self._before:
            return None
        self.now = self._before.pop()
        return TOLD

    def _act(self, told: Told) -> Changes:
        if self.fault:
            raise self.fault
        self._before.append(self.now)
        self.now = told
        return TOLD
