"""Today with a journal in memory, its keyboard at Mood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from diary import catalogue
from diary.ui.kit.icons import Icons
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.tasks import ImmediateTasks, Tasks
from diary.ui.today.page import join
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.view import TodayView
from tests.ui.today.journals import DAY, NOW, Ids, MemoryJournal

NAMED = {
    "Tab": Qt.Key.Key_Tab,
    "Backtab": Qt.Key.Key_Backtab,
    "Enter": Qt.Key.Key_Return,
    "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Escape": Qt.Key.Key_Escape,
}


@dataclass
class TodayPage:
    """The page as a person meets it."""

    view: TodayView
    presenter: TodayPresenter
    journal: MemoryJournal

    def forget(self) -> None:
        """Close the page and let go of it, as the lock does."""
        self.view.hide()
        self.view.setParent(None)
        self.view.deleteLater()
        del self.view

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the keyboard is."""
        for key in keys:
            focus = QApplication.focusWidget() or self.view
            if key in NAMED:
                QTest.keyClick(focus, NAMED[key])
            else:
                QTest.keyClicks(focus, key)

    def undo(self, *, again: bool = False) -> None:
        """Press the keys of undo, or to do it ``again`` those of redo."""
        focus = QApplication.focusWidget() or self.view
        QTest.keyClick(focus, Qt.Key.Key_Y if again else Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def rest(self) -> None:
        """Let the time pass after which a letter is known to stand alone."""
        for timer in self.view.findChildren(QTimer, "pause"):
            if timer.isActive():
                timer.stop()
                timer.timeout.emit()

    def hold(self, key: str, times: int) -> None:
        """Hold a key down until the system has repeated it."""
        focus: QWidget = QApplication.focusWidget() or self.view
        code = Qt.Key(ord(key.upper()))
        for n in range(times):
            event = QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key, n > 0)
            QApplication.sendEvent(focus, event)

    def scale(self, measure: str) -> ScaleStrip:
        """The strip of a measure."""
        return next(strip for strip in self.view.findChildren(ScaleStrip) if strip.measure.id == measure)

    @property
    def keyboard(self) -> str:
        """The measure at which the keyboard is, or nothing."""
        return next((strip.measure.id for strip in self.view.findChildren(ScaleStrip) if strip.has_keyboard), "")


@pytest.fixture
def make_today(icons: Icons) -> Iterator[Callable[..., TodayPage]]:
    made: list[TodayPage] = []

    def make(
        journal: MemoryJournal | None = None,
        tasks: Tasks | None = None,
        *,
        is_more_open: bool = True,
        now: Callable[[], datetime] = lambda: NOW,
    ) -> TodayPage:
        journal = journal or MemoryJournal()
        presenter = TodayPresenter(journal, tasks or ImmediateTasks(), lambda: DAY, now, Ids())
        view = TodayView(icons, catalogue.measures(), presenter.state)
        join(view, presenter)
        presenter.load()
        presenter.unfolded.open_more(is_more_open)
        view.resize(1100, 900)
        view.show()
        QTest.qWaitForWindowExposed(view)
        view.activateWindow()
        view.take_keyboard()
        made.append(TodayPage(view, presenter, journal))
        return made[-1]

    yield make
    for page in made:
        if hasattr(page, "view"):
            page.forget()


@pytest.fixture
def today(make_today: Callable[..., TodayPage]) -> TodayPage:
    return make_today()
