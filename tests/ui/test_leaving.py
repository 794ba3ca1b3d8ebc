"""Leaving a diary when nobody is there: out of sight at once, and what can't be saved is asked about on return."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from sqlalchemy import event

from diary.app import journal
from diary.domain.errors import DiaryError
from diary.ui import leaving
from diary.ui.help.view import HelpView
from diary.ui.keys_dialog import KeysDialog
from diary.ui.kit.emblems import EmblemMark
from diary.ui.kit.surfaces import Page
from diary.ui.lock.start_view import StartView
from diary.ui.lock.view import LockView
from diary.ui.today.view import TodayView
from diary.ui.unsaved_dialog import ComeBackDialog, LeavingDialog, StillSavingDialog, UnsavedDialog
from tests.ui.running import CONTROL, PASSPHRASE, Running, known_diary


def opened(running: Running) -> None:
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.has(TodayView) and running.program._doors._diary is not None)


def full_disk(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


class SlowDisk:
    """A disk that keeps every commit waiting until it answers, and then has no room where it ``is_full``."""

    def __init__(self) -> None:
        self.is_full = True
        self.answers = threading.Event()

    def commit(self, _connection: object) -> None:
        assert self.answers.wait(20)
        if self.is_full:
            raise sqlcipher3.OperationalError("database or disk is full")


@contextmanager
def slow_disk(running: Running) -> Iterator[SlowDisk]:
    diary, disk = running.program._doors._diary, SlowDisk()
    assert diary is not None
    event.listen(diary.store._engine, "commit", disk.commit)
    try:
        yield disk
    finally:
        disk.is_full = False
        disk.answers.set()
        running.settled()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving that asks at once whether to wait for a disk, and not after three seconds."""
    monkeypatch.setattr(leaving, "PATIENCE_MS", 30)


@pytest.mark.usefixtures("impatient")
def test_closing_does_not_end_while_a_save_may_still_fail(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    with slow_disk(running) as disk:
        running.press("4")
        running.window.close()
        running.until(lambda: running.window.findChildren(StillSavingDialog))
        assert not running.has(TodayView)
        running.part(StillSavingDialog).stay.click()
        disk.answers.set()
        running.until(lambda: running.window.findChildren(UnsavedDialog))
        running.part(UnsavedDialog).stay.click()
        running.until(lambda: running.has(TodayView))
        assert running.window.isVisible()
        assert (running.values()["mood"], running.shows("Not saved yet")) == (4, True)


def test_what_waits_for_its_day_to_be_read_is_not_left_before_it_is_written(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "give_score", full_disk)
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("4")
    assert running.program._doors._diary is None, "typed while the diary was still being opened"
    running.window.close()
    running.until(lambda: running.window.findChildren(UnsavedDialog))
    running.part(UnsavedDialog).leave.click()
    running.until(lambda: not running.window.isVisible())


@pytest.mark.usefixtures("impatient")
def test_a_slow_disk_that_takes_it_after_all_ends_the_waiting(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    with slow_disk(running) as disk:
        disk.is_full = False
        running.press("4")
        running.program.lock()
        running.until(lambda: running.window.findChildren(StillSavingDialog))
        disk.answers.set()
        running.until(lambda: running.has(LockView))
        running.until(lambda: not running.window.findChildren(StillSavingDialog))
    running.window.activateWindow()
    running.until(running.window.isActiveWindow)
    opened(running)
    running.until(lambda: running.values()["mood"] == 4)


@pytest.mark.usefixtures("impatient")
def test_whoever_will_not_wait_for_a_disk_may_leave(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    with slow_disk(running):
        running.press("4")
        running.program.lock()
        running.until(lambda: running.window.findChildren(StillSavingDialog))
        running.part(StillSavingDialog).leave.click()
        running.until(lambda: running.has(LockView))


def test_one_key_hides_a_page_that_is_asked_about(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question that closes shows its page again, which must not be what is seen last."""
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    seen = []

    def repainted() -> None:
        seen.append(running.has(TodayView))

    with monkeypatch.context() as disk:
        disk.setattr(journal, "give_score", full_disk)
        running.press("4")
        running.program.lock()
        running.until(lambda: running.window.findChildren(UnsavedDialog))
        monkeypatch.setattr(running.window, "repaint", repainted)
        QTest.keyClick(running.part(UnsavedDialog), Qt.Key.Key_F9)
        assert seen == [False]
        assert running.window.isMinimized()
        running.settled()
    running.window.showNormal()
    running.window.came_back.emit()
    running.until(lambda: running.has(LockView))


def test_one_key_hides_the_window_at_once_and_locks_it(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    running.press("4")
    QTest.keyClick(running.window, Qt.Key.Key_F9)
    assert running.window.isMinimized()
    assert running.window.windowTitle() == "Alongside"
    assert not [one for one in running.window.findChildren(EmblemMark) if one.isVisible()]
    assert not running.has(TodayView)
    running.until(lambda: running.window.findChildren(LockView))
    running.window.showNormal()
    running.window.activateWindow()
    running.until(lambda: running.has(LockView))
    opened(running)
    running.until(lambda: running.values()["mood"] == 4)
    assert running.window.windowTitle() == "S – Alongside"


def test_a_diary_without_a_passphrase_is_hidden_too_and_chosen_again(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView))
    QTest.keyClick(running.window, Qt.Key.Key_F9)
    running.until(lambda: running.window.findChildren(StartView))
    running.window.showNormal()
    running.until(lambda: running.has(StartView))


def test_a_gate_is_hidden_as_well(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    QTest.keyClick(running.window, Qt.Key.Key_F9)
    assert running.window.isMinimized()
    running.window.showNormal()
    running.window.came_back.emit()
    running.until(lambda: running.has(LockView))


@contextmanager
def left_with_an_unsaved_note(running: Running, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody is there, and a note that the disk refuses keeps the diary from being locked."""
    with monkeypatch.context() as disk:
        disk.setattr(journal, "write_note", full_disk)
        running.press("+")
        running.note().setFocus()
        running.press("hands numb since noon")
        running.program.hide()
        running.settled()
        assert not running.has(TodayView)
        assert not running.window.findChildren(LeavingDialog)
        running.window.showNormal()
        running.window.came_back.emit()
        running.until(lambda: running.window.findChildren(LeavingDialog))
        yield


def say_the_passphrase(running: Running, words: str) -> None:
    question = running.part(ComeBackDialog)
    question.findChildren(QLineEdit)[0].setText(words)
    question.stay.click()
    running.settled()


def test_what_could_not_be_saved_stays_covered_until_somebody_comes_back_to_it(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    with left_with_an_unsaved_note(running, monkeypatch):
        say_the_passphrase(running, "what somebody else would try")
        assert not running.has(TodayView), "whoever came back may be somebody else"
        assert running.part(ComeBackDialog).isVisible()
        say_the_passphrase(running, PASSPHRASE)
        running.until(lambda: running.has(TodayView))
        assert running.note().toPlainText() == "hands numb since noon"
    running.window.findChildren(TodayView)[0].try_again_requested.emit()
    running.until(lambda: not running.shows("Not saved yet"))
    running.program.lock()
    running.until(lambda: running.has(LockView))


def test_nobody_gets_round_the_question_to_the_page_behind_it(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    window = running.window
    with left_with_an_unsaved_note(running, monkeypatch):
        for way_round in (running.program.lock, window.close, running.program.hide, window.came_back.emit):
            for question in window.findChildren(LeavingDialog):
                question.reject()
            running.until(lambda: not window.findChildren(LeavingDialog))
            way_round()
            running.settled()
            window.showNormal()
            window.came_back.emit()
            running.until(lambda: window.findChildren(LeavingDialog))
            assert not running.has(TodayView)
        running.part(ComeBackDialog).reject()
        window.show_help()
        assert running.has(HelpView), "help is there for whoever comes"
        window.leave_help()
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_6, Qt.Key.Key_T):
            QTest.keyClick(window, key, CONTROL)
        assert not [one for one in window.findChildren(Page) if one.isVisible()]
        running.until(lambda: not window.findChildren(LeavingDialog))
        window.came_back.emit()
        running.until(lambda: window.findChildren(ComeBackDialog))
        say_the_passphrase(running, PASSPHRASE)
        running.until(lambda: [one for one in window.findChildren(Page) if one.isVisible()])


def test_nothing_stands_over_a_covered_page(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dialog or a list with somebody's words is a window of its own, which covering the pages leaves where it is."""
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    with monkeypatch.context() as disk:
        disk.setattr(journal, "give_score", full_disk)
        running.press("4")
        running.settled()
        QTest.keyClicks(running.window, "?")
        menu = QMenu(running.window)
        menu.addAction("hands numb since noon")
        menu.popup(running.window.pos())
        running.until(lambda: menu.isVisible() and running.has(KeysDialog))
        running.program._lock_unused()
        assert not menu.isVisible()
        assert not running.has(KeysDialog)
        running.until(lambda: running.window.findChildren(ComeBackDialog))
        assert not running.has(TodayView)
        say_the_passphrase(running, PASSPHRASE)
    running.until(lambda: running.has(TodayView))


def test_a_diary_that_opens_by_itself_asks_for_nothing_on_return(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView) and running.program._doors._diary is not None)
    with left_with_an_unsaved_note(running, monkeypatch):
        running.part(UnsavedDialog).stay.click()
        running.until(lambda: running.has(TodayView))


@pytest.mark.parametrize(
    ("passphrase", "locks_at_sleep", "is_locked"),
    [(PASSPHRASE, True, True), (PASSPHRASE, False, False), (None, True, False)],
)
def test_a_diary_that_asks_for_its_passphrase_locks_before_the_computer_sleeps(
    start: Callable[[], Running], tmp_path: Path, passphrase: str | None, *, locks_at_sleep: bool, is_locked: bool
) -> None:
    known_diary(tmp_path, "S", passphrase)
    running = start()
    if passphrase:
        opened(running)
    running.until(lambda: running.program._doors._diary is not None)
    choices = running.program._choices
    choices.follow(replace(choices.now, locks_at_sleep=locks_at_sleep))
    running.program._sleep.falls_asleep.emit()
    running.settled()
    if is_locked:
        running.until(lambda: running.has(LockView))
    assert running.has(TodayView) != is_locked
