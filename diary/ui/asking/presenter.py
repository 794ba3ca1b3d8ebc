"""Turns what a person does about what Today asks into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.errors import DiaryError
from diary.ui.asking.gestures import RenameFactor
from diary.ui.asking.state import Asked, AskingState, Form, Opened, SameName
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.values import Changes
    from diary.ui.asking.gestures import Asking, Gesture
    from diary.ui.kit.tasks import Tasks


class AskingPresenter(QObject):
    """Holds the page's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other pages need.

    Undo takes back what was done here, and never an answer: only so many acts as were done here last.
    """

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, asking: Asking, tasks: Tasks) -> None:
        super().__init__()
        self._asking = asking
        self._tasks = tasks
        self._asked = Asked()
        self._waiting: list[Gesture] = []
        self._done = self._undone = 0
        self.state = AskingState()

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
        self._waiting.append(gesture)
        self._show(problem="", reason="", same_name=None)
        self._tasks.run(partial(_save, self._asking, gesture), self._ended)

    def open_form(self, opened: Opened) -> None:
        """Open a form, in place of any other."""
        self._show(opened=opened)

    def add_question(self) -> None:
        """Open the form for a new question."""
        self.open_form(Opened(Form.QUESTION))

    def close_form(self) -> None:
        """Put the form away, whatever is in it."""
        self._show(opened=None)

    def undo(self) -> None:
        """Take back the last thing done here."""
        if self._done:
            self._tasks.run(partial(_step, self._asking, self._asking.undo), self._taken_back, self._failed)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            self._tasks.run(partial(_step, self._asking, self._asking.redo), self._done_again, self._failed)

    def _loaded(self, asked: Asked) -> None:
        self._asked = asked
        self._show(is_loaded=True)

    def _failed(self, error: DiaryError) -> None:
        self._show(problem=say("That did not work"), reason=problems.sentence(error))

    def _ended(self, ended: _Saved | _NotSaved) -> None:
        self._waiting.remove(ended.gesture)
        if isinstance(ended, _NotSaved):
            self._not_saved(ended)
            return
        self._asked = ended.asked
        if ended.changes:
            self._done, self._undone = self._done + 1, 0
        self._show(is_saved=True, opened=None if ended.gesture.closes_form else self.state.opened)
        self._tell(ended.changes)

    def _not_saved(self, ended: _NotSaved) -> None:
        """Say why; of two factors with one name, offer to put them together."""
        gesture, other = ended.gesture, str(ended.error.values.get("factor", ""))
        label = next((one.label for one in self._asked.factors if one.id == other), "")
        if isinstance(gesture, RenameFactor) and label:
            self._show(same_name=SameName(gesture.factor, other, label))
        else:
            self._show(problem=say("Not saved"), reason=problems.sentence(ended.error))

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
        self._show(is_saved=True, problem="", reason="")
        if stepped.changes:
            self._tell(stepped.changes)

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)

    def _show(self, **changed: object) -> None:
        asked = self._asked
        for gesture in self._waiting:
            asked = gesture.drawn_on(asked)
        state = replace(self.state, **changed)  # type: ignore[arg-type]  # fields of the state, by name
        self.state = replace(state, asked=asked, can_undo=self._done > 0, can_redo=self._undone > 0)
        self.state_changed.emit(self.state)


@dataclass(frozen=True, slots=True)
class _Saved:
    gesture: Gesture
    changes: Changes
    asked: Asked


@dataclass(frozen=True, slots=True)
class _NotSaved:
    gesture: Gesture
    error: DiaryError


@dataclass(frozen=True, slots=True)
class _Stepped:
    changes: Changes | None
    asked: Asked


def _save(asking: Asking, gesture: Gesture) -> _Saved | _NotSaved:
    try:
        return _Saved(gesture, gesture.write(asking), asking.asked())
    except DiaryError as error:
        return _NotSaved(gesture, error)


def _step(asking: Asking, step: Callable[[], Changes | None]) -> _Stepped:
    return _Stepped(step(), asking.asked())
