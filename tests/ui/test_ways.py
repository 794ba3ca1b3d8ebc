"""The ways into a diary through the whole program: typed, forgotten, kept by the keychain, and changed in Settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from diary.app import diaries, ways_in
from diary.ui.lock.start_view import StartView
from diary.ui.lock.view import LockView
from diary.ui.settings.opening_card import OpeningCard
from diary.ui.settings.view import SettingsView
from diary.ui.today.view import TodayView
from tests.storage.builders import CHEAP, World, computer
from tests.ui.running import CONTROL, PASSPHRASE, Running, known_diary
from tests.vault.builders import MemoryKeychain

OFFER = "You used the recovery code."


def keychain_of(running: Running) -> MemoryKeychain:
    keychain = running.program._computer.keychain
    assert isinstance(keychain, MemoryKeychain)
    return keychain


def is_open(running: Running) -> bool:
    return running.has(TodayView) and running.program._doors._diary is not None


@pytest.mark.parametrize("typed_as", ["code", "passphrase"])
def test_the_recovery_code_opens_in_either_field_and_offers_a_new_passphrase(
    start: Callable[[], Running], tmp_path: Path, typed_as: str
) -> None:
    code = known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    running.until(lambda: running.has(LockView))
    if typed_as == "code":
        running.click("Use the recovery code", LockView)
    running.press(code, Qt.Key.Key_Return)
    running.until(lambda: running.shows(OFFER))


def test_the_keychain_opens_a_diary_that_is_chosen_and_after_a_lock_only_offers_to(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    folder = tmp_path / "diaries" / "S.alongside"
    diary, _ = diaries.create(folder, "Sam", PASSPHRASE, computer(tmp_path / "config", World()), cost=CHEAP)
    made = ways_in.add_keychain(diary)
    diaries.close(diary)
    running = start()
    running.until(lambda: running.has(LockView))
    running.settled()
    assert not is_open(running), "this computer's keychain has no key for it yet"
    keychain_of(running).keep(made.name, made.key)
    running.click("Another diary", LockView)
    running.until(lambda: running.has(StartView))
    running.part(StartView).diary_requested.emit(running.program._doors.known()[0])
    running.until(lambda: is_open(running))
    QTest.keyClick(running.window, Qt.Key.Key_L, CONTROL)
    running.until(lambda: running.has(LockView))
    running.until(lambda: running.enabled("Open without typing"))
    assert not is_open(running)
    running.click("Open without typing", LockView)
    running.until(lambda: is_open(running))


def test_a_passphrase_set_in_settings_is_asked_for_at_the_next_lock(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: is_open(running))
    running.window.show_page("settings")
    running.until(lambda: running.enabled("Protect it with this passphrase"))
    first, again = running.part(OpeningCard).findChildren(QLineEdit)
    for field in (first, again):
        field.setText("new small words")
    running.click("Protect it with this passphrase", SettingsView)
    running.until(lambda: running.enabled("Change the passphrase"))
    running.program.lock()
    running.until(lambda: running.has(LockView))
    running.press("new small words", Qt.Key.Key_Return)
    running.until(lambda: is_open(running))
