"""The page on which a person chooses what Today asks, over a real diary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from diary.app import diaries
from diary.app.opened import OpenDiary
from diary.app.values import Changes
from diary.ui.asking.page import asking_page
from diary.ui.asking.presenter import AskingPresenter
from diary.ui.asking.state import Asked
from diary.ui.asking.view import AskingView
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Words
from tests.storage.builders import World, sams_diary

NAMED = {
    "Tab": Qt.Key.Key_Tab,
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
    "Escape": Qt.Key.Key_Escape,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
}


@dataclass
class Opened:
    """An open diary, as the composition root hands it on."""

    now: OpenDiary

    def diary(self) -> OpenDiary:
        """It."""
        return self.now


@dataclass
class AskingPage:
    """The page as a person meets it; ``told`` is what other pages hear."""

    diary: OpenDiary
    world: World
    view: AskingView
    presenter: AskingPresenter
    told: list[Changes] = field(default_factory=list)

    @property
    def asked(self) -> Asked:
        """What is on screen."""
        return self.presenter.state.asked

    @property
    def shown(self) -> tuple[str, ...]:
        """What Today asks, in its order."""
        return self.asked.choices.shown

    def click(self, text: str) -> None:
        """Click the visible button with this name."""
        found = [one for one in self.view.findChildren(QAbstractButton) if one.isVisible()]
        next(one for one in found if text in {one.text(), one.accessibleName()}).click()

    def press(self, *keys: str, alt: bool = False) -> None:
        """Press keys wherever the keyboard is."""
        held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        for key in keys:
            focus = QApplication.focusWidget() or self.view
            if key in NAMED:
                QTest.keyClick(focus, NAMED[key], held)
            else:
                QTest.keyClicks(focus, key)

    def says(self, words: str) -> bool:
        """Whether these words are on screen."""
        return any(one.isVisible() and one.text() == words for one in self.view.findChildren(Words))


@pytest.fixture
def page(tmp_path: Path, icons: Icons) -> Iterator[AskingPage]:
    world = World()
    diary = sams_diary(tmp_path, world)
    view, presenter = asking_page(Opened(diary).diary, ImmediateTasks(), icons)
    page = AskingPage(diary, world, view, presenter)
    presenter.changed.connect(page.told.append)
    presenter.load()
    view.resize(1000, 900)
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.activateWindow()
    yield page
    view.hide()
    view.setParent(None)
    view.deleteLater()
    diaries.close(diary)
