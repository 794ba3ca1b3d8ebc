"""Opens a locked diary on the lane, and says why where it can't be opened."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui.lock.state import DAMAGED, LockState
from diary.words import problems, say

if TYPE_CHECKING:
    from diary.app.values import DiaryCard
    from diary.domain.errors import DiaryError
    from diary.ui.doors import Doors
    from diary.ui.kit.tasks import Tasks


class LockPresenter(QObject):
    """``state_changed`` carries a ``LockState``; ``opened`` the ``DiaryCard`` of the diary that is open now.

    ``found_damaged`` carries the ``DiaryError`` of one that no passphrase opens.
    """

    state_changed = Signal(object)
    opened = Signal(object)
    found_damaged = Signal(object)

    def __init__(self, doors: Doors, tasks: Tasks, card: DiaryCard) -> None:
        super().__init__()
        self._doors = doors
        self._tasks = tasks
        self.state = LockState(card)

    def open(self, secret: str) -> None:
        """Try what was typed; nothing typed is told as that, not as a wrong secret."""
        if not secret.strip():
            self._replace(replace(self.state, problem=say("Please type the passphrase, or the recovery code.")))
            return
        self._replace(replace(self.state, is_opening=True, problem=""))
        self._tasks.run(partial(self._doors.open, self.state.card.folder, secret), self._opened, self._failed)

    def use_code(self, uses_code: bool) -> None:  # noqa: FBT001  # which of two ways in
        """Ask for the recovery code instead, or for the passphrase again."""
        self._replace(replace(self.state, uses_code=uses_code, problem=""))

    def _opened(self, card: DiaryCard) -> None:
        self.opened.emit(card)

    def _failed(self, error: DiaryError) -> None:
        if error.slug in DAMAGED:
            self.found_damaged.emit(error)
            return
        self._replace(replace(self.state, is_opening=False, problem=problems.sentence(error)))

    def _replace(self, state: LockState) -> None:
        self.state = state
        self.state_changed.emit(state)
