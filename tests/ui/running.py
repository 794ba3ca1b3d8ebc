"""The real program in a home of its own, and how a test looks at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from diary.app import diaries
from diary.ui.application import Program
from diary.ui.kit.buttons import Button
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.text import Words
from diary.ui.today.note_card import NoteCard
from diary.ui.window import Window
from tests.storage.builders import CHEAP, World, computer

Part = TypeVar("Part", bound=QWidget)

PASSPHRASE = "tin kettle by the window"
PATIENCE_MS = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier


class Running:
    """The program in a home of its own."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.window: Window = program._window
        self._qtbot = qtbot
        self._is_closed = False

    def close(self) -> None:
        """Close the window, as its cross does, and wait until everything is written."""
        if not self._is_closed:
            self._is_closed = True
            self.window.close()
            self.until(lambda: not self.window.isVisible())
            self.program.end()
            self.window.deleteLater()

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys wherever the keyboard is; a longer text is typed."""
        for key in keys:
            focus = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(focus, key)
            else:
                QTest.keyClick(focus, key)

    def until(self, so: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(so()), timeout=PATIENCE_MS)

    def settled(self) -> None:
        """Wait until both lanes have done what was asked of them, and the window has heard."""
        done: list[object] = []
        for lane in (self.program._lanes.diary, self.program._lanes.thinking):
            lane.run(object, done.append)
        self.until(lambda: len(done) == 2)

    def shows(self, start: str) -> bool:
        """Whether words that begin like this are on screen."""
        return any(words.isVisible() and words.text().startswith(start) for words in self.window.findChildren(Words))

    def values(self) -> dict[str, float | None]:
        """The answers on screen."""
        return {strip.measure.id: strip.value for strip in self.window.findChildren(ScaleStrip)}

    def click(self, text: str, on: type[QWidget]) -> None:
        """Click a button of a page."""
        buttons = [one for page in self.window.findChildren(on) for one in page.findChildren(QAbstractButton)]
        QTest.mouseClick(next(one for one in buttons if one.text() == text), Qt.MouseButton.LeftButton)

    def note(self) -> QPlainTextEdit:
        """The note's field."""
        found = self.window.findChild(NoteCard)
        assert isinstance(found, NoteCard)
        return found.field

    def part(self, kind: type[Part]) -> Part:
        """The part of the page of this kind."""
        found = self.window.findChild(kind)
        assert isinstance(found, kind)
        return found

    def enabled(self, text: str) -> list[Button]:
        """The buttons with this text that can be pressed."""
        found = self.window.findChildren(Button)
        return [one for one in found if one.text() == text and one.isVisible() and one.isEnabled()]

    def has(self, kind: type[QWidget]) -> bool:
        """Whether a page of this kind is on screen."""
        return any(page.isVisible() for page in self.window.findChildren(kind))


def known_diary(tmp_path: Path, label: str, passphrase: str | None) -> str:
    """A diary that was opened on this computer before; returns its recovery code."""
    folder = tmp_path / "diaries" / f"{label}.alongside"
    diary, code = diaries.create(folder, "Sam", passphrase, computer(tmp_path / "config", World()), cost=CHEAP)
    diaries.close(diary)
    return code
