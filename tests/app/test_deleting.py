"""Deleting everything: nothing of the diary is left that this computer knows of, and what is left is told."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from diary.app import automatic_backups, deleting, diaries, journal, keeping
from diary.app.opened import OpenDiary
from diary.domain.measures import PAIN
from diary.files import preferences
from diary.storage import backups
from tests.files.faults import failing
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, computer, new_diary, sams_diary


def always() -> bool:
    return True


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def diary(tmp_path: Path, stick: Path) -> OpenDiary:
    """A diary with backups beside it and on a stick, one made by hand, and an older self that was replaced."""
    made = sams_diary(tmp_path, World())
    journal.give_score(made, DAY, PAIN, 6)
    automatic_backups.keep(made, always)
    by_hand = keeping.back_up(made)
    diaries.close(made)
    keeping.restore(by_hand, made.folder, PASSPHRASE, made.computer)
    again = diaries.open_diary(made.folder, PASSPHRASE, made.computer)
    automatic_backups.choose_second_folder(again, stick)
    assert made.folder.with_name("S replaced 1.alongside").exists()
    assert len(list(stick.iterdir())) == 1
    return again


def test_nothing_is_left_anywhere(diary: OpenDiary, tmp_path: Path, stick: Path) -> None:
    (diary.folder / ".12-34.part").write_bytes(b"half")
    (diary.folder / backups.BACKUPS / ".x.alongside-backup.part").write_bytes(b"half")
    gone = deleting.delete_everything(diary)
    assert (gone.label, gone.left) == ("S", ())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["config", "stick"]
    assert list(stick.iterdir()) == []
    kept = preferences.load(tmp_path / "config")
    assert (kept.diaries, kept.devices, kept.last_opened) == ((), (), None)


@pytest.mark.parametrize("name", [".DS_Store", "desktop.ini", "Thumbs.db"])
def test_what_the_system_left_where_somebody_looked_goes_too(tmp_path: Path, name: str) -> None:
    """The folder would stay for it, with the diary's label for a name, and somebody would be told of a file in it."""
    diary, _ = new_diary(tmp_path, World(), passphrase=None)
    for folder in (diary.folder, keeping.backups_folder(diary.folder)):
        (folder / name).write_bytes(b"where its windows stood")
    assert deleting.delete_everything(diary).left == ()
    assert not diary.folder.exists()


def test_the_diary_kept_beside_it_goes_too_whatever_its_name(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World(), name="S [home]", passphrase=None)
    diaries.close(diary)
    kept = diary.folder.with_name("S [home] replaced 1.alongside")
    shutil.copytree(diary.folder, kept)
    gone = deleting.delete_everything(diaries.open_diary(diary.folder, None, diary.computer))
    assert gone.left == ()
    assert not kept.exists()


def test_another_diary_and_what_is_not_a_diarys_stay(diary: OpenDiary, tmp_path: Path, stick: Path) -> None:
    other, _ = new_diary(tmp_path, World(seed=8), name="Other", passphrase=None)
    journal.give_score(other, DAY, PAIN, 3)
    automatic_backups.choose_second_folder(other, stick)
    automatic_backups.keep(other, always)
    diaries.close(other)
    photo, letter = diary.folder / "photo.jpg", diary.folder / backups.BACKUPS / "letter.txt"
    for mine in (photo, letter, stick / "mine.txt"):
        mine.write_text("mine")
    like = tmp_path / "S replaced by hand.alongside"
    like.mkdir()
    gone = deleting.delete_everything(diary)
    assert set(gone.left) == {photo, letter}
    assert photo.read_text() == letter.read_text() == "mine"
    assert like.exists()
    assert sorted(file.name.split(" ")[0] for file in stick.iterdir()) == ["Other", "mine.txt"]
    assert [one.label for one in preferences.load(tmp_path / "config").diaries] == ["Other"]
    diaries.close(diaries.open_diary(other.folder, None, other.computer))


def test_the_key_that_this_computer_keeps_goes_too(tmp_path: Path) -> None:
    made, _ = new_diary(tmp_path, World(), passphrase=None)
    assert list((tmp_path / "config").rglob("*.key"))
    deleting.delete_everything(made)
    assert not list((tmp_path / "config").rglob("*.key"))


def test_a_copy_under_another_name_keeps_its_key(tmp_path: Path) -> None:
    made, _ = new_diary(tmp_path, World(), passphrase=None)
    copy = tmp_path / "Copy.alongside"
    keeping.restore(keeping.back_up(made, tmp_path / "b.alongside-backup"), copy, None, made.computer)
    diaries.close(diaries.open_diary(copy, None, made.computer))
    deleting.delete_everything(made)
    diaries.close(diaries.open_diary(copy, None, made.computer))


def test_what_cannot_be_removed_is_told_and_can_no_longer_be_opened(diary: OpenDiary, stick: Path) -> None:
    """The keys go first: a disk that refuses half way leaves sealed files without a way in."""
    keys = diary.folder / "keys.json"
    with failing("unlink", errno.EIO, when=1):
        gone = deleting.delete_everything(diary)
    assert not keys.exists()
    assert set(gone.left) >= {diary.folder / "diary.db", *stick.iterdir()}


def test_a_stick_that_is_not_here_is_told(diary: OpenDiary, stick: Path) -> None:
    stick.rename(stick.with_name("pulled out"))
    assert deleting.delete_everything(diary).left == (stick,)


def test_a_diary_of_the_same_name_can_be_made_at_once(diary: OpenDiary, tmp_path: Path) -> None:
    deleting.delete_everything(diary)
    here = computer(tmp_path / "config", World(seed=5))
    again, _ = diaries.create(diary.folder, "Sam", PASSPHRASE, here, cost=CHEAP)
    diaries.close(again)
