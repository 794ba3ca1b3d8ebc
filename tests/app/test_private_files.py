"""Nothing of a diary can be read from another account of the computer, and nothing half done is left behind."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from diary.app import automatic_backups, diaries, journal, keeping
from tests.storage.builders import DAY, PASSPHRASE, World, new_diary

posix = pytest.mark.skipif(os.name == "nt", reason="Windows takes the folder's rights instead of modes")


@pytest.fixture(autouse=True)
def _generous_umask() -> Iterator[None]:
    """The usual one of many systems lets every account read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    everything = [folder, *folder.rglob("*")]
    return [str(one) for one in everything if stat.S_IMODE(one.stat().st_mode) & 0o077]


@posix
def test_a_diary_and_its_backups_are_for_one_account_alone(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World())
    journal.give_score(diary, DAY, "pain", 6)
    (tmp_path / "second").mkdir()
    automatic_backups.choose_second_folder(diary, tmp_path / "second")
    automatic_backups.keep(diary, lambda: True)
    by_hand = keeping.back_up(diary, tmp_path / "second" / "S.alongside-backup")
    assert open_to_others(diary.folder) == []
    diaries.close(diary)
    keeping.restore(by_hand, diary.folder, PASSPHRASE, diary.computer)
    assert open_to_others(diary.folder) == []
    copies = list((tmp_path / "second").iterdir())
    assert len(copies) == 2
    assert all(open_to_others(copy) == [] for copy in copies)


@posix
def test_a_diary_that_others_could_read_is_closed_to_them_when_it_is_opened(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World())
    backups = keeping.backups_folder(diary.folder)
    diaries.close(diary)
    (diary.folder / "diary.db").chmod(0o644)
    backups.chmod(0o755)
    diaries.close(diaries.open_diary(diary.folder, PASSPHRASE, diary.computer))
    assert open_to_others(diary.folder) == []


def test_what_a_killed_program_left_is_removed_at_the_next_start(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World())
    diaries.close(diary)
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    (diary.folder / ".4711-12.part").write_bytes(b"half a key file")
    for purpose in ("look", "new"):
        left = tmp_path / f".{diary.folder.name}.{purpose}"
        left.mkdir()
        (left / "diary.db").write_bytes(b"sealed")
    diaries.close(diaries.open_diary(diary.folder, PASSPHRASE, diary.computer))
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before
