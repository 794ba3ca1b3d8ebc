"""What stands before a diary is open, in the real program: where each gate leads, and what is left behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary import catalogue
from diary.app import diaries, journal, keeping
from diary.app.choices import known_diaries
from diary.ui.kit.buttons import Button
from diary.ui.kit.emblems import EmblemMark
from diary.ui.kit.file_dialogs import FileDialog
from diary.ui.lock.backups_view import BackupsView
from diary.ui.lock.restore_view import RestoreView
from diary.ui.lock.start_view import StartView
from diary.ui.lock.view import LockView
from diary.ui.settings.view import SettingsView
from diary.ui.today.view import TodayView
from tests.storage.builders import World, computer
from tests.ui.running import CONTROL, PASSPHRASE, Running, known_diary


def test_of_several_diaries_none_is_opened_unasked(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    known_diary(tmp_path, "J", PASSPHRASE)
    running = start()
    assert running.has(StartView)
    assert running.window.windowTitle() == "Alongside"


def test_a_moved_diary_without_a_passphrase_opens_where_it_is_now(
    start: Callable[[Path], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    moved = tmp_path / "Sam.alongside"
    (tmp_path / "diaries" / "S.alongside").rename(moved)
    running = start(moved)
    running.until(lambda: running.has(TodayView))
    assert running.window.windowTitle() == "Sam – Alongside"


def test_a_diary_new_to_this_computer_shows_at_once_the_look_that_it_keeps(
    start: Callable[[Path], Running], tmp_path: Path
) -> None:
    """It had the first diary's look until the next start: it was taken for that one, and then for a new one."""
    known_diary(tmp_path, "J", PASSPHRASE)
    known_diary(tmp_path, "S", None)
    moved = tmp_path / "Sam.alongside"
    (tmp_path / "diaries" / "S.alongside").rename(moved)
    running = start(moved)
    running.until(lambda: running.has(TodayView))
    running.settled()
    kept = {one.folder: one for one in known_diaries(computer(tmp_path / "config", World()))}[moved.resolve()]
    assert kept.emblem != next(iter(catalogue.emblems()))
    marks = running.window.findChildren(EmblemMark)
    assert {(mark._path, mark._colour) for mark in marks} == {(catalogue.emblems()[kept.emblem].path, kept.colour)}


def test_whoever_used_the_recovery_code_is_shown_the_way_to_a_new_passphrase(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    offer = "You used the recovery code."
    code = known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    running.until(lambda: running.has(LockView))
    running.click("Use the recovery code", LockView)
    running.press(code, Qt.Key.Key_Return)
    running.until(lambda: running.shows(offer))
    running.click("Settings", TodayView)
    running.until(lambda: running.has(SettingsView))
    QTest.keyClick(running.window, Qt.Key.Key_1, CONTROL)
    assert not running.shows(offer)


def test_a_diary_that_opens_behind_a_lock_which_was_left_is_closed_again(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "J", PASSPHRASE)
    running = start()
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.program._gates.show_start()
    done: list[bool] = []
    running.program._lanes.diary.run(lambda: running.program._doors._diary is None, done.append)
    running.until(lambda: bool(done))
    assert done == [True]
    assert running.has(StartView)


def test_the_backups_beside_known_diaries_are_listed_by_day(start: Callable[[], Running], tmp_path: Path) -> None:
    """Their folder is hidden on most computers: nobody should have to find it."""
    for label in ("S", "J"):
        known_diary(tmp_path, label, PASSPHRASE)
    folder = tmp_path / "diaries" / "S.alongside"
    here = computer(tmp_path / "config", World())
    diary = diaries.open_diary(folder, PASSPHRASE, here)
    journal.give_score(diary, diary.today(), "mood", 4)
    keeping.back_up(diary)
    journal.give_score(diary, diary.today(), "mood", 7)
    diaries.close(diary)
    running = start()
    running.enabled("Bring back a backup")[0].click()
    running.until(lambda: running.has(BackupsView))
    backups = [one for one in running.window.findChildren(Button) if one.text().startswith("Backup of")]
    assert [one.text() for one in backups] == ["Backup of 20 November 2026, 20:00"], "the other diary has none"
    backups[0].click()
    running.until(lambda: running.has(RestoreView))
    running.press(PASSPHRASE)
    for words in ("See what it holds", "Bring it back"):
        running.until(partial(running.enabled, words))
        running.enabled(words)[0].click()
    running.until(lambda: running.has(TodayView) and running.values()["mood"] == 4)
    assert running.window.windowTitle() == "S – Alongside", "it takes the place of the diary that it was made of"


def test_where_no_backup_is_known_a_file_is_asked_for(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    known_diary(tmp_path, "J", None)
    running = start()
    running.enabled("Bring back a backup")[0].click()
    running.until(lambda: bool(running.window.findChildren(FileDialog)))
    running.window.findChildren(FileDialog)[0].reject()
