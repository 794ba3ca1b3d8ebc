"""Letters typed where no field has the keyboard: a key each where they stand alone, words where they follow another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diary.ui.kit.scale_strip import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Collection


class TypedLetters(QObject):
    """Tells the letters that act from those that are words typed by mistake, "bad day" on a page with a key B.

    A letter that follows another one within 0.7 s makes words of both, and everything typed until as long a pause
    belongs to them. The same letter again acts again; after one that only moves the keyboard, another such letter or
    one of ``may_follow`` acts. A letter of ``waiting`` acts only when that time has passed, or another key came.

    ``acted`` carries a letter that acts, ``waits`` the one that waits to, or nothing. ``running`` tells that letters
    are being typed, or no longer.
    """

    acted = Signal(str)
    waits = Signal(str)
    running = Signal(bool)

    def __init__(
        self, moving: Collection[str], waiting: Collection[str], may_follow: Collection[str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._moving, self._waiting = frozenset(moving), frozenset(waiting)
        self._may_follow = self._moving | frozenset(may_follow)
        self._run = ""
        self._held = ""
        self.are_words = False
        self._pause = QTimer(self)
        self._pause.setObjectName("pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT_MS)
        self._pause.timeout.connect(self._paused)

    @property
    def is_first(self) -> bool:
        """Whether the next letter follows none."""
        return not self._run

    def take(self, letter: str) -> bool:
        """Take a letter in; returns whether it is a key, else it makes words of those before it."""
        before, self._run = self._run, self._run + letter
        self._pause.start()
        if not before:
            self.running.emit(True)
        if before and not self._is_key_after(before, letter):
            self._hold("")
            self.are_words = True
            return False
        if letter in self._waiting:
            self._hold(letter)
        elif letter in self._moving:
            self.acted.emit(letter)
        return True

    def go_on(self) -> None:
        """Let another key belong to the words that are being typed."""
        self._pause.start()

    def settle(self) -> None:
        """Let a letter that waits act now: another key came, or the page goes."""
        held, was_running = self._held, bool(self._run)
        self._pause.stop()
        self._run, self.are_words = "", False
        self._hold("")
        if was_running:
            self.running.emit(False)
        if held:
            self.acted.emit(held)

    def _is_key_after(self, before: str, letter: str) -> bool:
        return before[-1] == letter or (before in self._moving and letter in self._may_follow)

    def _hold(self, letter: str) -> None:
        if letter != self._held:
            self._held = letter
            self.waits.emit(letter)

    def _paused(self) -> None:
        self.settle()
