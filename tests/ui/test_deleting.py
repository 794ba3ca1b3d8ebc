"""Deleting everything in the real window: only with the diary's name typed, and then nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from diary.app import diaries, journal, keeping
from diary.files import preferences
from diary.ui.lock.all_deleted_view import AllDeletedView
from diary.ui.lock.start_view import StartView
from diary.ui.settings.deleting_card import DeletingCard
from diary.ui.settings.view import SettingsView
from diary.ui.today.view import TodayView
from tests.storage.builders import CHEAP, World, computer
from tests.ui.running import PASSPHRASE, Running, known_diary


def test_a_diary_is_deleted_with_its_backups_once_its_name_is_typed(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    folder = tmp_path / "diaries" / "S.alongside"
    here = computer(tmp_path / "config", World())
    diary, _ = diaries.create(folder, "Sam", None, here, cost=CHEAP)
    journal.give_score(diary, diary.today(), "mood", 4)
    keeping.back_up(diary)
    diaries.close(diary)
    running = start()
    running.until(lambda: running.has(TodayView))
    running.window.show_page("settings")
    running.until(lambda: running.has(SettingsView))
    card = running.part(DeletingCard)
    running.until(lambda: running.shows("To be sure, type the diary’s name first: S"))
    card._field.field.setFocus()
    running.press("T", Qt.Key.Key_Return)
    assert not running.enabled("Delete everything")
    assert folder.exists()
    running.press(Qt.Key.Key_Backspace, "s")
    assert len(running.enabled("Delete everything")) == 1
    running.press(Qt.Key.Key_Return)
    running.until(lambda: running.has(AllDeletedView))
    assert running.shows("S is deleted")
    assert not running.has(SettingsView)
    assert list((tmp_path / "diaries").iterdir()) == []
    assert preferences.load(tmp_path / "config").diaries == ()
    running.enabled("Go on")[0].click()
    running.until(lambda: running.shows("Alongside"))


def test_what_is_left_is_told_and_the_other_diary_is_there(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    known_diary(tmp_path, "J", None)
    (tmp_path / "diaries" / "J.alongside" / "photo.jpg").write_bytes(b"mine")
    running = start()
    running.until(lambda: running.has(StartView))
    running.program._show_card(next(card for card in running.program._doors.known() if card.label == "J"))
    running.until(lambda: running.has(TodayView))
    running.window.show_page("settings")
    running.until(lambda: running.has(SettingsView) and running.shows("To be sure"))
    running.part(DeletingCard)._field.field.setFocus()
    running.press("J", Qt.Key.Key_Return)
    running.until(lambda: running.has(AllDeletedView))
    assert running.shows("Not all of it could be removed")
    assert running.shows(str(tmp_path / "diaries" / "J.alongside" / "photo.jpg"))
    running.enabled("Go on")[0].click()
    running.until(lambda: running.has(StartView))
    assert [card.label for card in running.program._doors.known()] == ["S"]
