"""What opens a diary beside what is typed at its door; ``keep``, ``forget`` and ``fetch`` may wait for the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.app.computer import Computer
    from diary.app.opened import OpenDiary
    from diary.app.values import WaysIn
    from diary.app.ways_in import KeychainKey


class Ways(Protocol):
    """What Settings and the lock ask about the ways into a diary.

    All runs on the diary's lane but ``keep``, ``forget`` and ``fetch``, which ask the keychain, in a thread of its own.
    """

    def ways_in(self) -> WaysIn:
        """What opens the diary now."""

    def change_passphrase(self, new: str) -> None:
        """Let another passphrase open the diary."""

    def recovery_code(self) -> str:
        """The recovery code, to be shown again."""

    def new_recovery_code(self) -> str:
        """Make another recovery code, and the old one void."""

    def go_unprotected(self) -> tuple[str, ...]:
        """Let this computer open the diary in place of the rest; returns the names that the keychain may forget."""

    def add_keychain(self) -> KeychainKey:
        """Add a way in by the keychain; returns the key for it to keep."""

    def remove_keychain(self) -> tuple[str, ...]:
        """Remove that way in; returns the names that the keychain may forget."""

    def keychain_names(self, folder: Path) -> tuple[str, ...]:
        """The names under which keychains keep keys of a diary."""

    def keep(self, made: KeychainKey) -> None:
        """Have the keychain keep a key."""

    def forget(self, names: tuple[str, ...]) -> None:
        """Have the keychain forget keys."""

    def fetch(self, names: tuple[str, ...]) -> KeychainKey:
        """The key that this computer's keychain has under one of these names."""

    def old_backups(self) -> tuple[Path, ...]:
        """The backups that other secrets open than the diary itself."""

    def reseal(self, backup: Path) -> None:
        """Let what opens the diary open a backup too, and nothing else."""


class DiaryWays:
    """The real ways; ``diary`` is asked on the lane."""

    def __init__(self, diary: Callable[[], OpenDiary], computer: Computer) -> None:
        self._diary = diary
        self._computer = computer

    def ways_in(self) -> WaysIn:
        """What opens the diary now."""
        from diary.app import ways_in

        return ways_in.ways_in(self._diary())

    def change_passphrase(self, new: str) -> None:
        """Let another passphrase open the diary."""
        from diary.app import diaries

        diaries.change_passphrase(self._diary(), new)

    def recovery_code(self) -> str:
        """The recovery code, to be shown again."""
        from diary.app import diaries

        return diaries.recovery_code(self._diary())

    def new_recovery_code(self) -> str:
        """Make another recovery code, and the old one void."""
        from diary.app import ways_in

        return ways_in.new_recovery_code(self._diary())

    def go_unprotected(self) -> tuple[str, ...]:
        """Let this computer open the diary in place of the rest; returns the names that the keychain may forget."""
        from diary.app import ways_in

        return ways_in.go_unprotected(self._diary())

    def add_keychain(self) -> KeychainKey:
        """Add a way in by the keychain; returns the key for it to keep."""
        from diary.app import ways_in

        return ways_in.add_keychain(self._diary())

    def remove_keychain(self) -> tuple[str, ...]:
        """Remove that way in; returns the names that the keychain may forget."""
        from diary.app import ways_in

        return ways_in.remove_keychain(self._diary())

    def keychain_names(self, folder: Path) -> tuple[str, ...]:
        """The names under which keychains keep keys of a diary."""
        from diary.app import ways_in

        return ways_in.keychain_names(folder)

    def keep(self, made: KeychainKey) -> None:
        """Have the keychain keep a key."""
        from diary.app import ways_in

        ways_in.keep_in_keychain(self._computer, made)

    def forget(self, names: tuple[str, ...]) -> None:
        """Have the keychain forget keys."""
        from diary.app import ways_in

        ways_in.forget_in_keychain(self._computer, names)

    def fetch(self, names: tuple[str, ...]) -> KeychainKey:
        """The key that this computer's keychain has under one of these names."""
        from diary.app import ways_in

        return ways_in.from_keychain(self._computer, names)

    def old_backups(self) -> tuple[Path, ...]:
        """The backups that other secrets open than the diary itself."""
        from diary.app import resealing

        return resealing.backups_of_old_secrets(self._diary())

    def reseal(self, backup: Path) -> None:
        """Let what opens the diary open a backup too, and nothing else."""
        from diary.app import resealing

        resealing.reseal(self._diary(), backup)
