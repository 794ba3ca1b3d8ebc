"""Leaving a diary when nobody is there: out of sight at once, and what can't be saved is asked about on return."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.app import journal
from diary.domain.errors import DiaryError
from diary.ui.kit.emblems import EmblemMark
from diary.ui.lock.start_view import StartView
from diary.ui.lock.view import LockView
from diary.ui.today.view import TodayView
from diary.ui.unsaved_dialog import UnsavedDialog
from tests.ui.running import PASSPHRASE, Running, known_diary


def opened(running: Running) -> None:
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.has(TodayView) and running.program._doors._diary is not None)


def full_disk(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


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


def test_what_could_not_be_saved_stays_covered_until_somebody_comes_back_to_it(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    with monkeypatch.context() as disk:
        disk.setattr(journal, "write_note", full_disk)
        running.press("+")
        running.note().setFocus()
        running.press("hands numb since noon")
        running.program.hide()
        running.settled()
        assert not running.has(TodayView)
        assert not running.window.findChildren(UnsavedDialog)
        running.window.showNormal()
        running.window.came_back.emit()
        running.until(lambda: running.window.findChildren(UnsavedDialog))
        assert not running.has(TodayView), "whoever came back may be somebody else"
        running.window.findChildren(UnsavedDialog)[0].reject()
        running.until(lambda: running.has(TodayView))
        assert running.note().toPlainText() == "hands numb since noon"
    running.window.findChildren(TodayView)[0].try_again_requested.emit()
    running.until(lambda: not running.shows("Not saved yet"))
    running.program.lock()
    running.until(lambda: running.has(LockView))


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
