"""Carries out what is asked in Settings: choices at once, the rest on the diary's lane."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui.settings.state import Choices, NewPassphrase, SettingsState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
    from diary.ui.doors import Doors
    from diary.ui.kit.tasks import Tasks


class SettingsPresenter(QObject):
    """``state_changed`` carries a ``SettingsState``, ``choices_changed`` the ``Choices`` to follow from now on."""

    state_changed = Signal(object)
    choices_changed = Signal(object)

    def __init__(self, doors: Doors, tasks: Tasks, keep: Callable[[Choices], object], choices: Choices) -> None:
        super().__init__()
        self._doors = doors
        self._tasks = tasks
        self._keep = keep
        self.state = SettingsState(choices)

    def choose(self, choices: Choices) -> None:
        """Follow the person's choices at once, and keep them."""
        if choices == self.state.choices:
            return
        self._replace(replace(self.state, choices=choices, done="", problem=""))
        self.choices_changed.emit(choices)
        self._tasks.run(partial(self._keep, choices), self._kept, self._failed)

    def follow(self, choices: Choices) -> None:
        """Show choices that were made elsewhere, such as on Today."""
        self._replace(replace(self.state, choices=choices))

    def change_passphrase(self, new: NewPassphrase) -> None:
        """Let another passphrase open the diary, when both are alike."""
        if not new.first.strip():
            self._replace(replace(self.state, done="", problem=say("Please type a new passphrase.")))
        elif new.first != new.again:
            problem = say("The two passphrases are not the same. Please type them again.")
            self._replace(replace(self.state, done="", problem=problem))
        else:
            self._begin()
            self._tasks.run(partial(self._doors.change_passphrase, new.first), self._passphrase_changed, self._failed)

    def show_code(self) -> None:
        """Show the recovery code, or hide it again."""
        if self.state.code:
            self._replace(replace(self.state, code=""))
        else:
            self._tasks.run(self._doors.recovery_code, self._code_came, self._failed)

    def back_up(self, target: Path) -> None:
        """Make a checked backup at a place of the person's choice."""
        self._begin()
        self._tasks.run(partial(self._doors.back_up, target), self._backed_up, self._failed)

    def refresh(self, changes: Changes) -> None:
        """Nothing here depends on what is written in the diary."""

    def _begin(self) -> None:
        self._replace(replace(self.state, is_working=True, done="", problem=""))

    def _kept(self, nothing: object) -> None:
        """Say nothing: the choice shows by itself."""

    def _passphrase_changed(self, nothing: None) -> None:
        del nothing
        done = say("The new passphrase opens the diary from now on. Older backups still open with the old one.")
        changed = self.state.passphrases_changed + 1
        self._replace(replace(self.state, is_working=False, done=done, passphrases_changed=changed))

    def _code_came(self, code: str) -> None:
        self._replace(replace(self.state, code=code))

    def _backed_up(self, target: Path) -> None:
        folder = target.absolute().parent.name
        done = say("The backup is made and checked: {file}, in {folder}", file=target.name, folder=folder)
        self._replace(replace(self.state, is_working=False, done=done))

    def _failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, is_working=False, problem=problems.sentence(error)))

    def _replace(self, state: SettingsState) -> None:
        self.state = state
        self.state_changed.emit(state)
