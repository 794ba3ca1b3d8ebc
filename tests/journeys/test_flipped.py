"""A short run of what a command does five hundred times: one flipped bit is never a traceback, and never silent."""

from __future__ import annotations

from pathlib import Path

from diary.app import diaries, keeping
from diary.storage.store import DIARY_FILE
from tests.journeys.flipping import KEYS_FILE, a_month, flip_backup, flip_file


def test_every_flipped_bit_of_the_diary_is_noticed_on_opening(tmp_path: Path) -> None:
    found = flip_file(a_month(tmp_path), DIARY_FILE, 40, seed=1)
    assert (found.whole, found.said) == (0, {"diary_damaged": 40})


def test_a_flipped_bit_of_the_keys_is_told_or_does_not_matter(tmp_path: Path) -> None:
    found = flip_file(a_month(tmp_path), KEYS_FILE, 40, seed=2)
    assert found.whole + found.said.total() == 40


def test_a_flipped_bit_of_a_backup_is_told_or_does_not_matter(tmp_path: Path) -> None:
    diary = a_month(tmp_path)
    opened = diaries.open_diary(diary.folder, "three small words", diary.computer)
    backup = keeping.back_up(opened, tmp_path / "S.alongside-backup")
    diaries.close(opened)
    found = flip_backup(diary, backup, 40, seed=3)
    assert found.said.total() >= 39
