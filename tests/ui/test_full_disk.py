"""What is given on a page while the disk is full: asked about at the lock, still there, and written once there is room.

A sentence on screen says less than what is unsaved, so each page is led through the same story with a real diary.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from diary.app import diaries, questionnaires
from diary.app.opened import OpenDiary
from diary.app.values import DiaryCard
from diary.domain.errors import DiaryError
from diary.storage.store import Store
from diary.ui.computer_choices import ComputerChoices
from diary.ui.diary_pages import QUESTIONNAIRES, DiaryPages
from diary.ui.doors import DiaryDoors
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks, Lanes
from diary.ui.leaving import Leaving
from diary.ui.questionnaires.view import QuestionnairesView
from diary.ui.unsaved_dialog import UnsavedDialog
from diary.ui.window import Window
from tests.storage.builders import World, sams_diary


class Sitting:
    """An open diary in the window, and a disk that can be full."""

    def __init__(self, diary: OpenDiary, icons: Icons, monkeypatch: pytest.MonkeyPatch) -> None:
        self.diary = diary
        self._monkeypatch = monkeypatch
        self._locked: list[bool] = []
        computer, tasks = diary.computer, ImmediateTasks()
        doors = DiaryDoors(computer, Path)
        doors._diary = diary
        lanes = Lanes(tasks, tasks, tasks)
        self._choices = ComputerChoices(computer, tasks)
        self.pages = DiaryPages(doors, lanes, icons, self._choices, has_passphrase=True)
        self.window = Window()
        self.window.furnish(icons, lambda _: self.window)
        self.window.page_shown.connect(self.pages.show)
        self.pages.page_requested.connect(self.window.show_page)
        self._leaving = Leaving(self.window, tasks, icons, self)
        self.window.show_diary(DiaryCard(diary.folder, "S"), self.pages.entries())
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()

    def unsaved_page(self) -> str | None:
        """As the program says it."""
        return self.pages.unsaved_page()

    def hurry(self) -> None:
        """No backup is being made."""

    def fill_the_disk(self) -> None:
        """Let nothing more be written."""
        self._monkeypatch.setattr(Store, "write", _no_room)

    def make_room(self) -> None:
        """Let everything be written again."""
        self._monkeypatch.undo()

    def lock(self) -> bool:
        """Lock as Ctrl+L does; returns whether the diary is locked, and stays where that is asked about."""
        self._locked.clear()
        self._leaving.begin(self._lock_now)
        for question in self.window.findChildren(UnsavedDialog):
            question.reject()
        return bool(self._locked)

    def press(self, words: str, within: str) -> None:
        """Press the button with these words on a page."""
        page = self.window.page(within)
        assert page is not None
        buttons = [one for one in page.findChildren(QAbstractButton) if one.text() == words and one.isVisible()]
        assert buttons, f"no button says {words}"
        buttons[0].click()

    def go(self) -> None:
        """Close the window, and leave the diary to the next."""
        self.window.close_diary()
        self.window.close_now()
        for left in (self.window, self.pages, self._leaving):
            left.deleteLater()

    def _lock_now(self) -> None:
        self._locked.append(True)


def _no_room(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path_factory.mktemp("full"), World())
    yield opened
    diaries.close(opened)


@pytest.fixture
def sitting(diary: OpenDiary, icons: Icons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    del qtbot
    sitting = Sitting(diary, icons, monkeypatch)
    yield sitting
    sitting.make_room()
    sitting.go()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_a_questionnaire_has_the_total_that_the_diary_has(sitting: Sitting) -> None:
    sitting.window.show_page(QUESTIONNAIRES)
    page = sitting.window.page(QUESTIONNAIRES)
    assert isinstance(page, QuestionnairesView)
    page.offers["phq4"].begin.click()
    assert page.form is not None
    sitting.fill_the_disk()
    page.form.rows[0].choice.buttons["2"].click()
    sitting.make_room()
    for line in page.form.rows[1:]:
        line.choice.buttons["1"].click()
    assert not sitting.lock(), "the first answer is on the page alone"
    assert sitting.window.current == QUESTIONNAIRES
    page.form.done.click()
    assert sitting.lock()
    (offer,) = (one for one in questionnaires.offers(sitting.diary) if one.questionnaire.id == "phq4")
    assert [(one.score, len(one.response.answers)) for one in offer.done] == [(5, 4)]
