"""Disks that really are full, may not be written to, or are gone: a small one of its own, mounted for each test."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diary.app import automatic_backups, diaries, elsewhere, journal, keeping, looking_back
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from diary.words.problems import sentence
from tests.storage.builders import DAY, PASSPHRASE, World, contents, sams_diary

SIZE = "3m"
LONG = "a long day, " * 1600


def mounted(*arguments: str) -> str:
    """Run ``mount``; return why it did not work, or nothing."""
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        return "there is no mount here"
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode else ""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes; only root may mount one, as on the machine that runs every test."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if refused := mounted("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)):
        pytest.skip(f"no small disk can be mounted here: {refused}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


def fill(disk: Path) -> Path:
    """Write until not a byte more fits; return the file to remove for room."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError as fault:
                if fault.errno != errno.ENOSPC:
                    raise
    return filler


def shown(diary: OpenDiary) -> dict[str, float]:
    return {key[0]: value.value for key, value in journal.day_page(diary, DAY).day.values.items()}


def test_a_disk_that_is_really_full_costs_nothing_and_what_was_typed_is_saved_when_there_is_room(disk: Path) -> None:
    diary = sams_diary(disk, World())
    journal.give_score(diary, DAY, MOOD, 4)
    filler = fill(disk)
    for act in (
        lambda: journal.write_note(diary, DAY, LONG),
        lambda: journal.give_score(diary, DAY, PAIN, 6),
        lambda: looking_back.delete_entries(diary, [journal.day_page(diary, DAY).day.entries[0].id]),
        lambda: keeping.back_up(diary),
    ):
        with pytest.raises(DiaryError, match="disk_full") as caught:
            act()
        assert sentence(caught.value)
    assert shown(diary) == {MOOD: 4}
    assert automatic_backups.keep(diary, lambda: True).problem == "backup_no_room"
    filler.unlink()
    assert keeping.check(diary).is_well
    journal.write_note(diary, DAY, LONG)
    journal.give_score(diary, DAY, PAIN, 6)
    diaries.close(diary)
    again = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    assert shown(again) == {MOOD: 4, PAIN: 6}
    assert keeping.check(again).is_well
    diaries.close(again)


def test_a_copy_elsewhere_is_made_from_a_full_disk(disk: Path, tmp_path: Path) -> None:
    diary = sams_diary(disk, World())
    journal.give_score(diary, DAY, MOOD, 4)
    fill(disk)
    target = tmp_path / "S.alongside-backup"
    elsewhere.save_copy(diary, target, lambda copy: journal.give_score(copy, DAY, PAIN, 6))
    assert keeping.look_into(target, tmp_path / "S", PASSPHRASE, diary.computer).days == 1
    (disk / "filler").unlink()
    diaries.close(diary)


def test_a_disk_that_is_full_from_the_start_still_opens_to_read(disk: Path) -> None:
    diary = sams_diary(disk, World())
    journal.give_score(diary, DAY, MOOD, 4)
    diaries.close(diary)
    fill(disk)
    opened = diaries.open_to_read(diary.folder, PASSPHRASE, diary.computer)
    assert shown(opened) == {MOOD: 4}
    diaries.close(opened)


def test_a_disk_that_may_only_be_read_is_read_and_not_written(disk: Path) -> None:
    diary = sams_diary(disk, World())
    journal.give_score(diary, DAY, MOOD, 4)
    diaries.close(diary)
    assert mounted("-o", "remount,ro", str(disk)) == ""
    before = contents(diary.folder)
    with pytest.raises(DiaryError, match="folder_read_only"):
        diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    opened = diaries.open_to_read(diary.folder, PASSPHRASE, diary.computer)
    assert shown(opened) == {MOOD: 4}
    diaries.close(opened)
    assert contents(diary.folder) == before


def test_a_disk_that_is_pulled_out_says_so_and_takes_nothing_with_it(disk: Path) -> None:
    diary = sams_diary(disk, World())
    journal.give_score(diary, DAY, MOOD, 4)
    away = subprocess.run(["umount", "-l", str(disk)], capture_output=True, text=True, check=False)
    assert away.returncode == 0
    with pytest.raises(DiaryError, match="folder_missing") as caught:
        journal.give_score(diary, DAY, PAIN, 6)
    assert "Is its disk plugged in?" in sentence(caught.value)
    assert automatic_backups.keep(diary, lambda: True).problem == "backup_failed"
    diaries.close(diary)
    assert diary.lock is not None
    assert not diary.lock.is_held
    with pytest.raises(DiaryError, match="diary_missing"):
        diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
