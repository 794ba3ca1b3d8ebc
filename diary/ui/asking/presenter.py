"""Turns what a person does about what Today asks into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.ui.asking.gestures import ArchiveMeasure, RenameFactor
from diary.ui.asking.state import Asked, AskingState, Form, Opened, SameName
from diary.ui.kit.keeping import KeepingPresenter
from diary.ui.kit.overriding import override
from diary.ui.kit.unsaved import FORM, NotSaved
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.values import Changes
    from diary.ui.asking.gestures import Asking, Gesture
    from diary.ui.kit.tasks import Tasks


class AskingPresenter(KeepingPresenter[AskingState, "Gesture"]):
    """Undo takes back what was done here, and never an answer: only so many acts as were done here last."""

    def __init__(self, asking: Asking, tasks: Tasks) -> None:
        super().__init__(AskingState())
        self._asking = asking
        self._tasks = tasks
        self._asked = Asked()
        self._next: Opened | None = None
        self._done = self._undone = 0

    def writes(self) -> list[Callable[[], Changes]]:
        """What could not be saved, to be written in another place."""
        return [partial(gesture.write, self._asking) for gesture in self._unsaved.to_copy]

    @override
    def load(self) -> None:
        """Ask what the diary asks now."""
        self._tasks.run(self._asking.asked, self._loaded, self._failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another page changed something; what was done here before is taken back there now."""
        if changes:
            self._done = self._undone = 0
            self.load()

    def do(self, gesture: Gesture) -> None:
        """Keep something; what can be drawn already is on screen at once."""
        if gesture.key == FORM:
            self._unsaved.has_unfinished = False
            if self._unsaved.under_way(FORM) == gesture:
                return
        self._start(gesture)

    def open_form(self, opened: Opened) -> None:
        """Open a form, at once or when what stands in the open one is kept or put away."""
        if self._unsaved.holds_form:
            self._next = opened
        else:
            self._replace(replace(self.state, opened=opened))

    def add_question(self) -> None:
        """Open the form for a new question."""
        self.open_form(Opened(Form.QUESTION))

    def close_form(self) -> None:
        """Put the form away, whatever is in it."""
        self._unsaved.drop(FORM)
        self._close()

    def undo(self) -> None:
        """Take back the last thing done here."""
        if self._done:
            self._tasks.run(partial(_step, self._asking, self._asking.undo), self._taken_back, self._failed)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            self._tasks.run(partial(_step, self._asking, self._asking.redo), self._done_again, self._failed)

    @override
    def _start(self, act: Gesture) -> None:
        self._unsaved.begin(act)
        self._replace(self._settled(replace(self.state, same_name=None)))
        self._tasks.run(partial(_save, self._asking, act), self._ended)

    def _loaded(self, asked: Asked) -> None:
        self._asked = asked
        self._replace(self._settled(replace(self.state, is_loaded=True)))

    def _failed(self, error: DiaryError) -> None:
        self._say_why(say("That did not work"), error)

    def _ended(self, ended: _Saved | NotSaved[Gesture]) -> None:
        if isinstance(ended, NotSaved):
            self._not_saved(ended)
            return
        gesture, opened = ended.gesture, self.state.opened
        is_latest = self._unsaved.end(gesture)
        self._asked = ended.asked
        if ended.changes:
            self._done, self._undone = self._done + 1, 0
        self._replace(self._settled(replace(self.state, is_saved=True)))
        is_put_away = isinstance(gesture, ArchiveMeasure) and opened is not None and opened.measure == gesture.measure
        if is_put_away or (gesture.key == FORM and is_latest):
            self._close()
        self._tell(ended.changes)

    def _close(self) -> None:
        """Put the form away, or go on to the one that was asked for meanwhile."""
        self._unsaved.has_unfinished = False
        opened, self._next = self._next, None
        self._replace(self._settled(replace(self.state, opened=opened)))

    def _not_saved(self, refused: NotSaved[Gesture]) -> None:
        """Say why; of two factors with one name, offer to put them together."""
        gesture, other = refused.act, str(refused.error.values.get("factor", ""))
        is_kept = refused.may_pass or gesture.key == FORM
        is_wanted = self._unsaved.refuse(refused) if is_kept else self._unsaved.end(gesture)
        if not is_wanted:
            return
        label = next((one.label for one in self._asked.factors if one.id == other), "")
        if isinstance(gesture, RenameFactor) and label:
            self._replace(replace(self.state, same_name=SameName(gesture.factor, other, label)))
        else:
            problem = say("Not saved yet") if refused.may_pass else say("Not saved")
            self._say_why(problem, refused.error)

    def _taken_back(self, stepped: _Stepped) -> None:
        if stepped.changes:
            self._done, self._undone = self._done - 1, self._undone + 1
        self._stepped(stepped)

    def _done_again(self, stepped: _Stepped) -> None:
        if stepped.changes:
            self._done, self._undone = self._done + 1, self._undone - 1
        self._stepped(stepped)

    def _stepped(self, stepped: _Stepped) -> None:
        self._asked = stepped.asked
        self._replace(self._settled(replace(self.state, is_saved=True)))
        if stepped.changes:
            self._tell(stepped.changes)

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)

    @override
    def _replace(self, state: AskingState) -> None:
        asked = self._asked
        for gesture in self._unsaved.waiting:
            asked = gesture.drawn_on(asked)
        super()._replace(replace(state, asked=asked, can_undo=self._done > 0, can_redo=self._undone > 0))


@dataclass(frozen=True, slots=True)
class _Saved:
    gesture: Gesture
    changes: Changes
    asked: Asked


@dataclass(frozen=True, slots=True)
class _Stepped:
    changes: Changes | None
    asked: Asked


def _save(asking: Asking, gesture: Gesture) -> _Saved | NotSaved[Gesture]:
    try:
        return _Saved(gesture, gesture.write(asking), asking.asked())
    except DiaryError as error:
        return NotSaved(gesture, error)


def _step(asking: Asking, step: Callable[[], Changes | None]) -> _Stepped:
    return _Stepped(step(), asking.asked())
