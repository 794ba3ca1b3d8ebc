"""Changes what opens the diary, on its lane; what the keychain has to do waits in a thread of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui.settings.ways_state import NewPassphrase, Question, WaysState
from diary.words import problems, say, say_n

if TYPE_CHECKING:
    from pathlib import Path

    from diary.app.values import WaysIn
    from diary.app.ways_in import KeychainKey
    from diary.domain.errors import DiaryError
    from diary.ui.kit.tasks import Tasks
    from diary.ui.ways import Ways


class WaysPresenter(QObject):
    """``state_changed`` carries a ``WaysState``; ``ways_changed`` the ``WaysIn`` that open the diary from now on."""

    state_changed = Signal(object)
    ways_changed = Signal(object)

    def __init__(self, ways: Ways, tasks: Tasks, waiting: Tasks) -> None:
        super().__init__()
        self._ways = ways
        self._tasks = tasks
        self._waiting = waiting
        self._left: list[Path] = []
        self._known: WaysIn | None = None
        self.state = WaysState()

    def load(self) -> None:
        """Look what opens the diary, and which backups something else opens."""
        self._tasks.run(self._ways.ways_in, self._ways_came, self._failed)
        self._tasks.run(self._ways.old_backups, self._old_backups_came, self._failed)

    def change_passphrase(self, new: NewPassphrase) -> None:
        """Let another passphrase open the diary, when both are alike."""
        if not new.first.strip():
            self._replace(replace(self.state, done="", problem=say("Please type a new passphrase.")))
        elif new.first != new.again:
            problem = say("The two passphrases are not the same. Please type them again.")
            self._replace(replace(self.state, done="", problem=problem))
        else:
            self._begin()
            self._tasks.run(partial(self._ways.change_passphrase, new.first), self._passphrase_changed, self._failed)

    def show_code(self) -> None:
        """Show the recovery code, or hide it again."""
        if self.state.code:
            self._replace(replace(self.state, code=""))
        else:
            self._tasks.run(self._ways.recovery_code, self._code_came, self._failed)

    def ask(self, question: Question | None) -> None:
        """Ask once more before a way in is taken away, or ask no longer."""
        self._replace(replace(self.state, question=question, done="", problem=""))

    def answer(self) -> None:
        """Do what was asked about."""
        question = self.state.question
        self._begin()
        if question is Question.NEW_CODE:
            self._tasks.run(self._ways.new_recovery_code, self._new_code_came, self._failed)
        elif question is Question.NO_PASSPHRASE:
            self._tasks.run(self._ways.go_unprotected, self._went_unprotected, self._failed)

    def use_keychain(self, is_used: bool) -> None:
        """Let the keychain of this computer open the diary, or no longer."""
        self._begin()
        if is_used:
            self._tasks.run(self._ways.add_keychain, self._keychain_added, self._failed)
        else:
            self._tasks.run(self._ways.remove_keychain, self._keychain_removed, self._failed)

    def reseal(self) -> None:
        """Let what opens the diary open its old backups too, one after the other."""
        if self.state.resealing:
            return
        self._left = list(self.state.old_backups)
        self._replace(replace(self.state, resealing=len(self._left), resealed=0, done="", problem=""))
        self._reseal_next(None)

    def stop_resealing(self) -> None:
        """Leave the rest as they are."""
        self._left = []

    def _reseal_next(self, _: None) -> None:
        if self._left:
            backup = self._left.pop(0)
            self._tasks.run(partial(self._ways.reseal, backup), self._resealed, self._not_resealed)
        else:
            self._tasks.run(self._ways.old_backups, self._all_resealed, self._failed)

    def _resealed(self, nothing: None) -> None:
        self._replace(replace(self.state, resealed=self.state.resealed + 1))
        self._reseal_next(nothing)

    def _not_resealed(self, error: DiaryError) -> None:
        """Go on with the others; one that can't be changed still opens with its old passphrase."""
        self._replace(replace(self.state, problem=problems.sentence(error)))
        self._reseal_next(None)

    def _all_resealed(self, left: tuple[Path, ...]) -> None:
        n = self.state.resealed
        done = say_n(
            "{n} backup now opens as the diary does. One kept elsewhere still opens with the old passphrase or code.",
            "{n} backups now open as the diary does. One kept elsewhere still opens with the old passphrase or code.",
            n,
        )
        self._replace(replace(self.state, old_backups=left, resealing=0, done=done if n else ""))

    def _begin(self) -> None:
        self._replace(replace(self.state, is_working=True, question=None, done="", problem=""))

    def _ways_came(self, ways: WaysIn) -> None:
        is_new, self._known = ways != self._known, ways
        self._replace(replace(self.state, ways=ways, is_working=False))
        if is_new:
            self.ways_changed.emit(ways)

    def _old_backups_came(self, backups: tuple[Path, ...]) -> None:
        self._replace(replace(self.state, old_backups=backups))

    def _passphrase_changed(self, _: None) -> None:
        changed = self.state.passphrases_changed + 1
        done = say("The new passphrase opens the diary from now on.")
        self._replace(replace(self.state, done=done, passphrases_changed=changed))
        self.load()

    def _code_came(self, code: str) -> None:
        self._replace(replace(self.state, code=code))

    def _new_code_came(self, code: str) -> None:
        done = say("This is your new recovery code. Write it down now. The old one no longer opens the diary.")
        self._replace(replace(self.state, code=code, done=done))
        self.load()

    def _went_unprotected(self, names: tuple[str, ...]) -> None:
        self._replace(replace(self.state, done=say("The diary opens without a passphrase on this computer now.")))
        self._forget(names)
        self.load()

    def _keychain_added(self, made: KeychainKey) -> None:
        self._replace(replace(self.state, waits_for_keychain=True))
        self._waiting.run(partial(self._ways.keep, made), self._keychain_keeps, self._keychain_refused)

    def _keychain_keeps(self, _: None) -> None:
        done = say("From the next start on the diary opens by itself on this computer.")
        self._replace(replace(self.state, waits_for_keychain=False, done=done))
        self.load()

    def _keychain_refused(self, error: DiaryError) -> None:
        """Take the way in back that nothing would open, and say why."""
        self._replace(replace(self.state, waits_for_keychain=False, problem=problems.sentence(error)))
        self._tasks.run(self._ways.remove_keychain, self._taken_back, self._failed)

    def _taken_back(self, _: tuple[str, ...]) -> None:
        self.load()

    def _keychain_removed(self, names: tuple[str, ...]) -> None:
        self._forget(names)
        self._replace(replace(self.state, done=say("The diary asks for its passphrase again from now on.")))
        self.load()

    def _forget(self, names: tuple[str, ...]) -> None:
        if names:
            self._waiting.run(partial(self._ways.forget, names), self._forgotten, self._not_forgotten)

    def _forgotten(self, _: None) -> None:
        """The key is gone; it opened nothing any more."""

    def _not_forgotten(self, _: DiaryError) -> None:
        """It stays with the keychain and opens nothing."""

    def _failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, is_working=False, resealing=0, problem=problems.sentence(error)))

    def _replace(self, state: WaysState) -> None:
        self.state = state
        self.state_changed.emit(state)
