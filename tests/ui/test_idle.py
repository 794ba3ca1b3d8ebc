"""A diary that nobody is at: measured by keys and mouse, by a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.idle import SIGNS_OF_LIFE, IdleWatch
from diary.ui.kit.clipboard import SecretOnClipboard
from tests.storage.builders import World


class Watched:
    """A watch over ten minutes, and how often it went idle."""

    def __init__(self) -> None:
        self.world = World()
        self.watch = IdleWatch(self.world.at)
        self.times = 0
        self.watch.went_idle.connect(self.went_idle)
        self.watch.begin(10)

    def went_idle(self) -> None:
        """Count."""
        self.times += 1

    def after(self, minutes: float) -> int:
        """How often it went idle by then."""
        self.world.now += timedelta(minutes=minutes)
        self.watch.look()
        return self.times

    def see(self, kind: QEvent.Type) -> None:
        """Let the window get an event."""
        self.watch.eventFilter(self.watch, QEvent(kind))


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    del qapp
    watched = Watched()
    yield watched
    watched.watch.begin(0)


def test_goes_idle_after_the_minutes_and_not_before(watched: Watched) -> None:
    assert (watched.after(9.9), watched.after(0.2), watched.after(5), watched.after(5.1)) == (0, 1, 1, 2)


@pytest.mark.parametrize("kind", sorted(SIGNS_OF_LIFE, key=str))
def test_every_key_and_move_begins_anew(watched: Watched, kind: QEvent.Type) -> None:
    watched.after(9)
    watched.see(kind)
    assert (watched.after(9), watched.after(2)) == (0, 1)


def test_what_the_window_does_by_itself_is_no_sign_of_life(watched: Watched) -> None:
    watched.after(9)
    for kind in (QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.UpdateRequest, QEvent.Type.Expose):
        watched.see(kind)
    assert watched.after(2) == 1


def test_a_computer_that_slept_counts_and_a_clock_set_back_begins_anew(watched: Watched) -> None:
    assert watched.after(60 * 8) == 1
    assert (watched.after(-300), watched.after(9), watched.after(2)) == (1, 1, 2)


def test_never_is_never(watched: Watched) -> None:
    watched.watch.begin(0)
    assert watched.after(60 * 24) == 0


def test_a_key_pressed_in_the_window_is_seen_wherever_the_keyboard_is(watched: Watched, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.windowHandle().installEventFilter(watched.watch)
    watched.after(9)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert watched.after(9) == 0


def test_a_secret_leaves_the_clipboard_and_what_was_copied_since_stays(qtbot: QtBot) -> None:
    clipboard = QApplication.clipboard()
    SecretOnClipboard("7K3M", clear_after_ms=0)
    assert clipboard.text() == "7K3M"
    marks = clipboard.mimeData()
    assert marks.data("x-kde-passwordManagerHint").data() == b"secret", "no history of the clipboard may keep it"
    assert marks.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    qtbot.waitUntil(lambda: clipboard.text() == "")
    later = SecretOnClipboard("7K3M")
    clipboard.setText("a recipe")
    later.clear()
    assert clipboard.text() == "a recipe"
