"""Opens a locked diary on the lane, and says why where it can't be opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.app.values import DAMAGED
from diary.ui.lock.state import LockState
from diary.words import problems, say

if TYPE_CHECKING:
    from pathlib import Path

    from diary.app.values import DiaryCard
    from diary.app.ways_in import KeychainKey
    from diary.domain.errors import DiaryError
    from diary.ui.doors import Doors
    from diary.ui.kit.tasks import Tasks
    from diary.ui.ways import Ways

_NO_KEYCHAIN = frozenset({"keychain_none", "keychain_empty"})


@dataclass(frozen=True, slots=True)
class LockLanes:
    """Where the lock's work is done: ``diary`` opens, ``waiting`` asks the keychain, for which nobody waits."""

    diary: Tasks
    waiting: Tasks


class LockPresenter(QObject):
    """``state_changed`` carries a ``LockState``; ``opened`` the ``DiaryCard`` of the diary that is open now.

    ``found_damaged`` carries the ``DiaryError`` of one that no passphrase opens.
    """

    state_changed = Signal(object)
    opened = Signal(object)
    found_damaged = Signal(object)

    def __init__(self, doors: Doors, ways: Ways, lanes: LockLanes, card: DiaryCard) -> None:
        super().__init__()
        self._doors = doors
        self._ways = ways
        self._tasks = lanes.diary
        self._waiting = lanes.waiting
        self.used_code = False
        self._is_asked_for = False
        self.state = LockState(card)

    def look_for_keychain(self, *, opens: bool) -> None:
        """Look whether the keychain may have a key of the diary; ``opens``: ask it at once."""
        came = self._names_came_to_open if opens else self._names_came
        self._tasks.run(partial(self._ways.keychain_names, self.state.card.folder), came, self._no_names)

    def use_keychain(self) -> None:
        """Ask the keychain, which may ask the person; meanwhile a passphrase can be typed."""
        self._is_asked_for = True
        if not self.state.waits_for_keychain:
            self._ask_keychain()

    def _ask_keychain(self) -> None:
        self._replace(replace(self.state, waits_for_keychain=True, problem=""))
        self._waiting.run(partial(self._ways.fetch, self.state.names), self._key_came, self._no_key)

    def open(self, secret: str) -> None:
        """Try what was typed; nothing typed is told as that, not as a wrong secret."""
        if not secret.strip():
            self._replace(replace(self.state, problem=say("Please type the passphrase, or the recovery code.")))
            return
        self._replace(replace(self.state, is_opening=True, problem=""))
        self._open(secret)

    def use_code(self, uses_code: bool) -> None:
        """Ask for the recovery code instead, or for the passphrase again."""
        self._replace(replace(self.state, uses_code=uses_code, problem=""))

    def _open(self, secret: str | KeychainKey) -> None:
        work = partial(_opened_by, self._doors, self._ways, self.state.card.folder, secret)
        self._tasks.run(work, self._opened, self._failed)

    def _names_came(self, names: tuple[str, ...]) -> None:
        self._replace(replace(self.state, names=names))

    def _names_came_to_open(self, names: tuple[str, ...]) -> None:
        self._names_came(names)
        if names:
            self._is_asked_for = False
            self._ask_keychain()

    def _no_names(self, _: DiaryError) -> None:
        """A key file that can't be read is told when somebody opens it."""

    def _key_came(self, key: KeychainKey) -> None:
        self._replace(replace(self.state, waits_for_keychain=False))
        if not self.state.is_opening:
            self._replace(replace(self.state, is_opening=True))
            self._open(key)

    def _no_key(self, error: DiaryError) -> None:
        """Say why, and offer it no longer where this computer has none; the passphrase opens it."""
        names = () if error.slug in _NO_KEYCHAIN else self.state.names
        is_told = self._is_asked_for or error.slug != "keychain_empty"  # a diary that came here on a stick has none
        problem = problems.sentence(error) if is_told else ""
        self._replace(replace(self.state, waits_for_keychain=False, names=names, problem=problem))

    def _opened(self, answer: tuple[DiaryCard, bool]) -> None:
        card, self.used_code = answer
        self.opened.emit(card)

    def _failed(self, error: DiaryError) -> None:
        if error.slug in DAMAGED:
            self.found_damaged.emit(error)
            return
        self._replace(replace(self.state, is_opening=False, problem=problems.sentence(error)))

    def _replace(self, state: LockState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _opened_by(doors: Doors, ways: Ways, folder: Path, secret: str | KeychainKey) -> tuple[DiaryCard, bool]:
    """The card of the diary that is open now, and whether a recovery code opened it, in whichever field it stood."""
    card = doors.open(folder, secret)
    return card, ways.ways_in().used_code
