"""A copy of the diary elsewhere: what can't be saved here is in it, and the diary itself stays as it was."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import diaries, elsewhere, journal, keeping
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from tests.files.faults import failing
from tests.storage.builders import DAY, PASSPHRASE, World, contents, sams_diary

WORDS = "zymurgic heliotrope " * 900


def room(diary: OpenDiary, pages: int) -> None:
    """Let the diary's file grow no further than so many pages, as on a full disk."""
    with diary.store._engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        now: int = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {now + pages}")


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[OpenDiary]:
    made = sams_diary(tmp_path, World())
    journal.give_score(made, DAY, MOOD, 4)
    yield made
    diaries.close(made)


def write(copy: OpenDiary) -> None:
    journal.write_note(copy, DAY, WORDS)
    journal.give_score(copy, DAY, PAIN, 7)


def test_what_a_full_disk_refused_is_in_the_copy_and_comes_back_from_it(diary: OpenDiary, tmp_path: Path) -> None:
    room(diary, 0)
    with pytest.raises(DiaryError, match="disk_full"):
        write(diary)
    before = contents(diary.folder)
    target = tmp_path / "stick" / "S.alongside-backup"
    target.parent.mkdir()
    elsewhere.save_copy(diary, target, write)
    assert contents(diary.folder) == before
    assert [file.name for file in target.parent.iterdir()] == [target.name]
    assert WORDS.encode()[:18] not in target.read_bytes()
    keeping.restore(target, tmp_path / "Back.alongside", PASSPHRASE, diary.computer)
    back = diaries.open_diary(tmp_path / "Back.alongside", PASSPHRASE, diary.computer)
    page = journal.day_page(back, DAY)
    assert {value.value for value in page.day.values.values()} == {4, 7}
    assert [note.text for note in page.notes] == [WORDS.strip()]
    diaries.close(back)


def test_the_copy_is_no_other_computers_twin_and_the_diary_goes_on(diary: OpenDiary, tmp_path: Path) -> None:
    elsewhere.save_copy(diary, tmp_path / "S.alongside-backup", write)
    journal.give_score(diary, DAY, PAIN, 5)
    assert keeping.check(diary).is_well
    value = journal.day_page(diary, DAY).day.value(PAIN)
    assert value is not None
    assert value.value == 5


def test_where_there_is_no_room_either_it_says_so_and_leaves_nothing(diary: OpenDiary, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with failing("fsync", errno.ENOSPC), pytest.raises(DiaryError, match="disk_full"):
        elsewhere.save_copy(diary, stick / "S.alongside-backup", write)
    assert list(stick.iterdir()) == []
    with pytest.raises(DiaryError, match="folder_missing"):
        elsewhere.save_copy(diary, tmp_path / "nowhere" / "S.alongside-backup", write)


def test_what_is_there_already_is_not_replaced(diary: OpenDiary, tmp_path: Path) -> None:
    target = tmp_path / "S.alongside-backup"
    target.write_text("mine")
    with pytest.raises(DiaryError, match="backup_exists"):
        elsewhere.save_copy(diary, target, write)
    assert target.read_text() == "mine"


def left_by_a_kill(diary: OpenDiary, target: Path) -> dict[Path, bytes]:
    """What is in the folder of ``target`` in the middle of writing, from where a killed program goes no further."""
    left = {}

    def write_and_look(copy: OpenDiary) -> None:
        with copy.store._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA cache_size = 1")  # so that pages go to the disk before the end, as of a long text
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("UPDATE revision SET value = zeroblob(90000)")
            left.update({file: file.read_bytes() for file in target.parent.iterdir()})
            raw.execute("ROLLBACK")

    elsewhere.save_copy(diary, target, write_and_look)
    target.unlink()
    return left


def put_back(left: dict[Path, bytes], diary: OpenDiary, *, hours_ago: int) -> None:
    """Put those files back as they were so many hours ago."""
    at = (diary.computer.surroundings.now() - timedelta(hours=hours_ago)).timestamp()
    for file, content in left.items():
        file.write_bytes(content)
        os.utime(file, (at, at))


def by_hand(diary: OpenDiary, target: Path) -> None:
    keeping.back_up(diary, target)


def elsewhere_with_a_note(diary: OpenDiary, target: Path) -> None:
    elsewhere.save_copy(diary, target, write)


WAYS = pytest.mark.parametrize("copy_to", [elsewhere_with_a_note, by_hand])


@WAYS
def test_the_next_copy_in_that_folder_clears_away_what_was_cut_off(
    diary: OpenDiary, tmp_path: Path, copy_to: Callable[[OpenDiary, Path], None]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    left = left_by_a_kill(diary, stick / "20 November, not saved.alongside-backup")
    assert {file.suffix for file in left} == {".db", ".db-journal"}
    put_back(left, diary, hours_ago=2)
    put_back({stick / ".S.alongside-backup.part": b"half"}, diary, hours_ago=2)
    copy_to(diary, stick / "21 November.alongside-backup")
    assert [file.name for file in stick.iterdir()] == ["21 November.alongside-backup"]


@WAYS
def test_what_is_anybody_elses_there_stays(
    diary: OpenDiary, tmp_path: Path, copy_to: Callable[[OpenDiary, Path], None]
) -> None:
    stick, another = tmp_path / "stick", b"another program is at it"
    stick.mkdir()
    put_back(
        {stick / ".T.alongside-backup.part": another, stick / ".unsaved T.alongside-backup.db": another},
        diary,
        hours_ago=0,
    )
    (stick / ".folder.alongside-backup.part").mkdir()
    mine = [".notes.db", "T.alongside-backup", "unsaved T.alongside-backup.db", ".T.alongside-backup.part.txt"]
    put_back({stick / name: b"mine" for name in mine}, diary, hours_ago=2000)
    before = contents(stick)
    target = stick / "S.alongside-backup"
    copy_to(diary, target)
    target.unlink()
    assert contents(stick) == before
    assert (stick / ".folder.alongside-backup.part").exists()
