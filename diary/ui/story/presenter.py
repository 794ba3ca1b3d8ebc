"""Turns what a person does on My story into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.entries import TREATMENT_KINDS, Event, RoughDate, Treatment
from diary.ui.story.state import StoryState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
    from diary.ui.kit.tasks import Tasks
    from diary.ui.story.telling import Telling, Told


class StoryPresenter(QObject):
    """Holds My story's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other screens need."""

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, telling: Telling, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__()
        self._telling = telling
        self._tasks = tasks
        self._today = today
        self.state = StoryState(today())

    @property
    def has_unsaved(self) -> bool:
        """Whether something that was typed could not be kept."""
        return bool(self.state.problem) and (self.state.event is not None or self.state.treatment is not None)

    def load(self) -> None:
        """Ask for everything that was told."""
        self._tasks.run(self._telling.told, self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another screen changed something; the offer to undo has passed then."""
        if changes:
            self._replace(replace(self.state, said=""))
            self.load()

    def begin_event(self) -> None:
        """Ask what happened; today is put in as its date, to be changed at will."""
        self.begin_event_on(self._today())

    def begin_event_on(self, day: date) -> None:
        """Ask what happened on a day."""
        self._open(event=Event("", "", RoughDate(day)))

    def change_event(self, event: Event) -> None:
        """Show an event in the form."""
        self._open(event=event)

    def begin_treatment(self) -> None:
        """Ask what was tried."""
        self._open(treatment=Treatment("", "", TREATMENT_KINDS[0]))

    def change_treatment(self, treatment: Treatment) -> None:
        """Show a treatment in the form."""
        self._open(treatment=treatment)

    def leave(self) -> None:
        """Close the form with nothing kept."""
        self._open()

    def keep_event(self, wanted: Event) -> None:
        """Keep what stands in the form."""
        said = say("Kept: {what}", what=wanted.label)
        self._act(partial(self._telling.keep_event, wanted), said)

    def delete_event(self, event: Event) -> None:
        """Take an event away."""
        said = say("Taken away: {what}", what=event.label)
        self._act(partial(self._telling.delete_event, event.id), said)

    def choose_line(self, event: Event) -> None:
        """Make an event a line of the summary, or no longer one."""
        lines = [one for one in self.state.lines if one != event.id]
        if not event.in_story:
            lines.append(event.id)
        on, off = say("On the summary: {what}", what=event.label), say("Not on the summary: {what}", what=event.label)
        self._act(partial(self._telling.choose_lines, lines), off if event.in_story else on)

    def keep_treatment(self, wanted: Treatment) -> None:
        """Keep what stands in the form."""
        said = say("Kept: {what}", what=wanted.name)
        self._act(partial(self._telling.keep_treatment, wanted), said)

    def delete_treatment(self, treatment: Treatment) -> None:
        """Take a treatment off the list; days on which it was taken keep that."""
        said = say("Taken away: {what}", what=treatment.name)
        self._act(partial(self._telling.delete_treatment, treatment.id), said)

    def undo(self) -> None:
        """Take back what was done last."""
        self._replace(replace(self.state, said=""))
        self._tasks.run(partial(_undone, self._telling), self._acted, self._refused)

    def try_again(self) -> None:
        """Ask again after something went wrong."""
        self._replace(replace(self.state, problem="", reason=""))
        self.load()

    def _open(self, *, event: Event | None = None, treatment: Treatment | None = None) -> None:
        self._replace(replace(self.state, event=event, treatment=treatment, problem="", reason=""))

    def _act(self, work: Callable[[], Changes], said: str) -> None:
        self._replace(replace(self.state, problem="", reason=""))
        self._tasks.run(partial(_done, self._telling, work, said), self._acted, self._refused)

    def _acted(self, acted: _Acted) -> None:
        told = acted.told
        self._replace(
            replace(
                self.state, today=self._today(), is_loaded=True, events=told.events, treatments=told.treatments,
                event=None, treatment=None, said=acted.said,
            )
        )  # fmt: skip
        if acted.changes:
            self.changed.emit(acted.changes)

    def _refused(self, error: DiaryError) -> None:
        """The form stays open with what was typed into it."""
        self._replace(replace(self.state, problem=say("Not kept yet"), reason=problems.sentence(error), said=""))

    def _loaded(self, told: Told) -> None:
        self._replace(
            replace(
                self.state, today=self._today(), is_loaded=True, events=told.events, treatments=told.treatments,
                problem="", reason="",
            )
        )  # fmt: skip

    def _load_failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=say("The diary could not be read"), reason=problems.sentence(error)))

    def _replace(self, state: StoryState) -> None:
        self.state = state
        self.state_changed.emit(state)


@dataclass(frozen=True, slots=True)
class _Acted:
    changes: Changes | None
    told: Told
    said: str = ""


def _done(telling: Telling, work: Callable[[], Changes], said: str) -> _Acted:
    return _Acted(work(), telling.told(), said)


def _undone(telling: Telling) -> _Acted:
    return _Acted(telling.undo(), telling.told())
