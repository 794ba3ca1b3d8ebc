"""What the presenters of pages that keep things in the diary share: what isn't saved is kept, said, and tried again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from diary.ui.kit.unsaved import Act, KeepingState, Unsaved
from diary.words import problems, say

if TYPE_CHECKING:
    from diary.domain.errors import DiaryError

State = TypeVar("State", bound=KeepingState)


class KeepingPresenter(QObject, Generic[State, Act]):
    """Holds a page's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other pages need."""

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, state: State) -> None:
        super().__init__()
        self._unsaved: Unsaved[Act] = Unsaved()
        self.state = state

    @property
    def has_unsaved(self) -> bool:
        """Whether something that was asked for, typed or chosen could not be kept."""
        return self._unsaved.is_any

    @property
    def is_saving(self) -> bool:
        """Whether something is on its way into the diary."""
        return self._unsaved.is_under_way

    def say_of_copy(self, title: str, reason: str) -> None:
        """Say what became of a copy elsewhere; here it is still not saved."""
        self._replace(replace(self.state, problem=title, reason=reason))

    def hold_form(self, is_unfinished: bool) -> None:
        """Take note that an open form has what can't be kept yet, or no longer."""
        self._unsaved.hold_form(is_unfinished=is_unfinished)

    def load(self) -> None:
        """Ask the diary for what the page shows."""
        raise NotImplementedError

    def try_again(self) -> None:
        """Try to keep again what could not be kept, or ask again after something else went wrong."""
        acts = self._unsaved.again()
        self._replace(replace(self.state, problem="", reason=""))
        for act in acts:
            self._start(act)
        if not acts:
            self.load()

    def _start(self, act: Act) -> None:
        """Begin to save an act."""
        raise NotImplementedError

    def _settled(self, state: State) -> State:
        """Let a problem be said as long as something could not be kept, and no longer."""
        return state if self._unsaved.refused else replace(state, problem="", reason="")

    def _load_failed(self, error: DiaryError) -> None:
        self._say_why(say("The diary could not be read"), error)

    def _step_failed(self, error: DiaryError) -> None:
        self._say_why(say("Not taken back"), error)

    def _say_why(self, problem: str, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=problem, reason=problems.sentence(error)))

    def _replace(self, state: State) -> None:
        self.state = replace(state, can_copy=bool(self._unsaved.to_copy))
        self.state_changed.emit(self.state)
