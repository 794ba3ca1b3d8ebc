"""A damaged diary in the real window: it is left as it is, and what is whole takes its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from diary.app import diaries, journal, keeping
from diary.app.values import BACKUP_SUFFIX
from diary.ui.kit.buttons import Button
from diary.ui.lock.damaged_view import DamagedView
from diary.ui.lock.restore_view import RestoreView
from diary.ui.today.view import TodayView
from tests.storage.builders import CHEAP, World, computer
from tests.ui.running import PASSPHRASE, Running


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize("file", ["diary.db", "keys.json"])
def test_a_damaged_diary_is_left_as_it_is_and_its_newest_backup_takes_its_place(
    start: Callable[[], Running], tmp_path: Path, passphrase: str | None, file: str
) -> None:
    folder = tmp_path / "diaries" / "S.alongside"
    here = computer(tmp_path / "config", World())
    diary, _ = diaries.create(folder, "Sam", passphrase, here, cost=CHEAP)
    journal.give_score(diary, diary.today(), "mood", 4)
    keeping.back_up(diary)
    diaries.close(diary)
    (folder / "backups" / f"2099 broken{BACKUP_SUFFIX}").write_bytes(b"not a backup")
    (folder / file).write_bytes(b"\x07" * 5000)
    running = start()
    if passphrase:
        running.press(passphrase, Qt.Key.Key_Return)
    running.until(lambda: running.has(DamagedView))
    assert (folder / file).read_bytes() == b"\x07" * 5000
    buttons = [one for one in running.window.findChildren(Button) if one.text().startswith("Backup of")]
    assert [one.text() for one in buttons] == ["Backup of 20 November 2026, 20:00"]
    buttons[0].click()
    running.until(lambda: running.has(RestoreView))
    if passphrase:
        running.press(passphrase)
    for words in ("See what it holds", "Bring it back"):
        running.until(partial(running.enabled, words))
        running.enabled(words)[0].click()
    running.until(lambda: running.has(TodayView) and running.values()["mood"] == 4)
    assert (tmp_path / "diaries" / "S replaced 1.alongside" / file).read_bytes() == b"\x07" * 5000


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_what_can_be_read_of_a_damaged_diary_takes_its_place(
    start: Callable[[], Running], tmp_path: Path, passphrase: str | None
) -> None:
    folder = tmp_path / "diaries" / "S.alongside"
    here = computer(tmp_path / "config", World())
    diary, _ = diaries.create(folder, "Sam", passphrase, here, cost=CHEAP)
    journal.give_score(diary, diary.today(), "mood", 4)
    diaries.close(diary)
    content = bytearray((folder / "diary.db").read_bytes())
    content[5000] ^= 1
    (folder / "diary.db").write_bytes(content)
    running = start()
    if passphrase:
        running.press(passphrase, Qt.Key.Key_Return)
    running.until(lambda: running.has(DamagedView))
    running.enabled("Save what can be read")[0].click()
    running.until(lambda: running.has(RestoreView))
    if passphrase:
        running.press(passphrase)
    for words in ("See what can be read", "Bring it back"):
        running.until(partial(running.enabled, words))
        running.enabled(words)[0].click()
    running.until(lambda: running.has(TodayView) and running.values()["mood"] == 4)
    assert (tmp_path / "diaries" / "S replaced 1.alongside" / "diary.db").read_bytes() == content
