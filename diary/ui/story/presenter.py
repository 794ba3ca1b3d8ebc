"""Turns what a person does on My story into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.entries import TREATMENT_KINDS, Event, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.ui.kit.keeping import KeepingPresenter
from diary.ui.kit.overriding import override
from diary.ui.kit.unsaved import FORM, NotSaved
from diary.ui.story.state import StoryState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.values import Changes
    from diary.ui.kit.tasks import Tasks
    from diary.ui.story.telling import Telling, Told

LINES = "lines"
"""The key of which events are on the summary: a later choice holds an earlier one."""


class StoryPresenter(KeepingPresenter[StoryState, "_Act"]):
    """Holds My story's state."""

    def __init__(self, telling: Telling, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__(StoryState(today()))
        self._telling = telling
        self._tasks = tasks
        self._today = today
        self._next: tuple[Event | None, Treatment | None] = None, None

    def writes(self) -> list[Callable[[], Changes]]:
        """What could not be saved, to be written in another place."""
        return [act.work for act in self._unsaved.to_copy]

    @override
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
        self._unsaved.drop(FORM)
        self._close()

    def keep_event(self, wanted: Event) -> None:
        """Keep what stands in the form."""
        self._keep(wanted, wanted.label, partial(self._telling.keep_event, wanted))

    def delete_event(self, event: Event) -> None:
        """Take an event away."""
        said = say("Taken away: {what}", what=event.label)
        self._start(_Act(event.id, partial(self._telling.delete_event, event.id), said))

    def choose_line(self, event: Event) -> None:
        """Make an event a line of the summary, or no longer one."""
        waiting = next((one for one in self._unsaved.waiting if one.key == LINES), None)
        lines = [one for one in (waiting.lines if waiting else self.state.lines) if one != event.id]
        if not event.in_story:
            lines.append(event.id)
        on, off = say("On the summary: {what}", what=event.label), say("Not on the summary: {what}", what=event.label)
        work = partial(self._telling.choose_lines, lines)
        self._start(_Act(LINES, work, off if event.in_story else on, lines=tuple(lines)))

    def keep_treatment(self, wanted: Treatment) -> None:
        """Keep what stands in the form."""
        self._keep(wanted, wanted.name, partial(self._telling.keep_treatment, wanted))

    def delete_treatment(self, treatment: Treatment) -> None:
        """Take a treatment off the list; days on which it was taken keep that."""
        said = say("Taken away: {what}", what=treatment.name)
        self._start(_Act(treatment.id, partial(self._telling.delete_treatment, treatment.id), said))

    def undo(self) -> None:
        """Take back what was done last."""
        self._replace(replace(self.state, said=""))
        self._tasks.run(partial(_undone, self._telling), self._stepped, self._step_failed)

    def _open(self, *, event: Event | None = None, treatment: Treatment | None = None) -> None:
        """Show something in the form, at once or when what stands there now is kept or left."""
        if self._unsaved.holds_form:
            self._next = event, treatment
        else:
            self._show_form(event, treatment)

    def _close(self) -> None:
        """Close the form, or go on to what was asked for meanwhile."""
        self._unsaved.has_unfinished = False
        (event, treatment), self._next = self._next, (None, None)
        self._show_form(event, treatment)

    def _show_form(self, event: Event | None, treatment: Treatment | None) -> None:
        """Show what is asked for as it is by now: it may have been kept since."""
        event = next((one for one in self.state.events if event and one.id == event.id), event)
        treatment = next((one for one in self.state.treatments if treatment and one.id == treatment.id), treatment)
        self._replace(self._settled(replace(self.state, event=event, treatment=treatment)))

    def _keep(self, wanted: Event | Treatment, name: str, work: Callable[[], Changes]) -> None:
        under_way = self._unsaved.under_way(FORM)
        if under_way is None or under_way.wanted != wanted:
            self._unsaved.has_unfinished = False
            self._start(_Act(FORM, work, say("Kept: {what}", what=name), wanted))

    @override
    def _start(self, act: _Act) -> None:
        self._unsaved.begin(act)
        self._replace(self._settled(self.state))
        self._tasks.run(partial(_done, self._telling, act), self._ended)

    def _ended(self, ended: _Done | NotSaved[_Act]) -> None:
        act = ended.act
        if isinstance(ended, NotSaved):
            is_kept = ended.may_pass or act.key == FORM
            is_wanted = self._unsaved.refuse(ended) if is_kept else self._unsaved.end(act)
            if is_wanted:
                self._refused(ended.error)
            return
        is_latest = self._unsaved.end(act)
        self._show(ended.told, act.said)
        if (act.key == FORM and is_latest) or act.key in {
            one.id for one in (self.state.event, self.state.treatment) if one
        }:
            self._close()
        if ended.changes:
            self.changed.emit(ended.changes)

    def _stepped(self, stepped: _Stepped) -> None:
        self._show(stepped.told, "")
        if stepped.changes:
            self.changed.emit(stepped.changes)

    def _show(self, told: Told, said: str) -> None:
        """Show everything that was told; an open form stays as it is."""
        state = replace(self.state, today=self._today(), is_loaded=True, events=told.events, said=said)
        self._replace(self._settled(replace(state, treatments=told.treatments)))

    @override
    def _settled(self, state: StoryState) -> StoryState:
        """Let a problem be said as long as something could not be kept, and no longer."""
        return super()._settled(replace(state, is_form_refused=self._unsaved.why(FORM) is not None))

    def _refused(self, error: DiaryError) -> None:
        """The form stays open with what was typed into it."""
        state = replace(self.state, is_form_refused=self._unsaved.why(FORM) is not None, said="")
        self._replace(replace(state, problem=say("Not kept yet"), reason=problems.sentence(error)))

    def _loaded(self, told: Told) -> None:
        self._show(told, self.state.said)


@dataclass(frozen=True, slots=True, eq=False)
class _Act:
    """Something done on the page: ``wanted`` stood in the form, ``lines`` are all that shall be on the summary."""

    key: object
    work: Callable[[], Changes]
    said: str
    wanted: Event | Treatment | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Done:
    act: _Act
    changes: Changes
    told: Told


@dataclass(frozen=True, slots=True)
class _Stepped:
    changes: Changes | None
    told: Told


def _done(telling: Telling, act: _Act) -> _Done | NotSaved[_Act]:
    try:
        return _Done(act, act.work(), telling.told())
    except DiaryError as error:
        return NotSaved(act, error)


def _undone(telling: Telling) -> _Stepped:
    return _Stepped(telling.undo(), telling.told())
