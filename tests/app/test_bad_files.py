"""Folders and files that are no diary, or no longer: each is told apart, and none is touched."""

from __future__ import annotations

import errno
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import text

from diary.app import diaries, journal, keeping, looking_back
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.storage import engine
from diary.storage.store import DIARY_FILE
from diary.words.problems import sentence
from tests.files.faults import failing
from tests.guards import PROJECT
from tests.storage.builders import DAY, PASSPHRASE, World, contents, new_diary, sams_diary


def closed_diary(tmp_path: Path, name: str = "S") -> OpenDiary:
    diary = sams_diary(tmp_path, World(), name=name)
    for days_ago in range(3):
        journal.give_score(diary, DAY.replace(day=DAY.day - days_ago), PAIN, 6)
    journal.write_note(diary, DAY, "some words")
    diaries.close(diary)
    return diary


def refusal(diary: OpenDiary, secret: str | None = PASSPHRASE) -> DiaryError:
    """What opening ends in, to write or to read; the folder is as it was, and the sentence can be made."""
    before = contents(diary.folder)
    faults = []
    for opening in (diaries.open_diary, diaries.open_to_read):
        with pytest.raises(DiaryError) as caught:
            diaries.close(opening(diary.folder, secret, diary.computer))
        faults.append(caught.value)
    assert contents(diary.folder) == before
    assert faults[0].slug == faults[1].slug
    assert sentence(faults[0])
    return faults[0]


def emptied(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


def zero_bytes(folder: Path) -> None:
    (folder / DIARY_FILE).write_bytes(b"")


def missing_file(folder: Path) -> None:
    (folder / DIARY_FILE).unlink()


def a_page_long(folder: Path) -> None:
    (folder / DIARY_FILE).write_bytes((folder / DIARY_FILE).read_bytes()[:4096])


def half(folder: Path) -> None:
    content = (folder / DIARY_FILE).read_bytes()
    (folder / DIARY_FILE).write_bytes(content[: len(content) // 2])


def another_programs_database(folder: Path) -> None:
    (folder / DIARY_FILE).unlink()
    with sqlite3.connect(folder / DIARY_FILE) as raw:
        raw.execute("CREATE TABLE bookmark (url TEXT)")
    raw.close()


def a_letter(folder: Path) -> None:
    (folder / DIARY_FILE).write_bytes(b"Dear doctor, " * 500)


def a_folder(folder: Path) -> None:
    (folder / DIARY_FILE).unlink()
    (folder / DIARY_FILE).mkdir()


def no_keys(folder: Path) -> None:
    (folder / "keys.json").unlink()


def garbled_keys(folder: Path) -> None:
    (folder / "keys.json").write_bytes(b'{"format": 1, "sl')


def wrong_kind_of_keys(folder: Path) -> None:
    (folder / "keys.json").write_bytes(b'["format", 1]')


@pytest.mark.parametrize(
    ("damage", "slug"),
    [
        (emptied, "not_a_diary"),
        (shutil.rmtree, "diary_missing"),
        (zero_bytes, "diary_damaged"),
        (missing_file, "diary_file_missing"),
        (a_page_long, "diary_damaged"),
        (another_programs_database, "not_a_diary"),
        (a_letter, "diary_damaged"),
        (a_folder, "file_unreadable"),
        (no_keys, "keys_missing"),
        (garbled_keys, "keys_damaged"),
        (wrong_kind_of_keys, "keys_damaged"),
    ],
)
def test_each_fault_is_told_apart_and_nothing_is_touched(
    tmp_path: Path, damage: Callable[[Path], object], slug: str
) -> None:
    diary = closed_diary(tmp_path)
    damage(diary.folder)
    assert refusal(diary).slug == slug


def test_a_wrong_passphrase_is_no_damage(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    assert refusal(diary, "not it").slug == "wrong_passphrase"
    assert refusal(diary, None).slug == "passphrase_needed"


def test_the_keys_of_another_diary_open_nothing(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    other, code = new_diary(tmp_path, World(seed=8), name="Other", passphrase="other words")
    diaries.close(other)
    shutil.copy(other.folder / "keys.json", diary.folder)
    assert refusal(diary).slug == "wrong_passphrase"
    assert refusal(diary, code).slug == "diary_damaged"


def test_an_encrypted_file_of_another_program_is_not_a_diary(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    made = engine.engine_for(path, bytes(32), create=True)
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
    with made.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA application_id = 7")
    made.dispose()
    opened = engine.engine_for(path, bytes(32))
    with pytest.raises(DiaryError, match="not_a_diary"), engine.faults_of(path), opened.connect():
        pass
    opened.dispose()


def test_a_file_cut_in_half_is_said_to_be_damaged_wherever_it_is_noticed(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    half(diary.folder)
    before = contents(diary.folder)
    with pytest.raises(DiaryError, match="diary_damaged"):
        read_whole(diary)
    assert contents(diary.folder) == before


def read_whole(diary: OpenDiary) -> tuple[object, bool]:
    opened = diaries.open_to_read(diary.folder, PASSPHRASE, diary.computer)
    try:
        return looking_back.extract(opened), keeping.check(opened).is_well
    finally:
        diaries.close(opened)


def test_any_flipped_bit_gives_the_right_data_or_a_clear_fault(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    right, _ = read_whole(diary)
    file = diary.folder / DIARY_FILE
    whole = file.read_bytes()
    chance = random.Random(11)
    offsets = [*range(0, 120, 10), *(chance.randrange(len(whole)) for _ in range(48))]
    noticed, slugs = 0, set()
    for offset in offsets:
        content = bytearray(whole)
        content[offset] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
        try:
            found, is_well = read_whole(diary)
        except DiaryError as fault:
            slugs.add(fault.slug)
            noticed += 1
        else:
            assert found == right, offset
            noticed += not is_well
        assert file.read_bytes() == content
    assert slugs == {"diary_damaged"}
    assert noticed > len(offsets) * 0.9, "the check must see what the pages in use do not"


def test_writing_into_a_damaged_file_is_refused_or_kept_right(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    file = diary.folder / DIARY_FILE
    whole = file.read_bytes()
    chance = random.Random(12)
    slugs = set()
    for _ in range(10):
        content = bytearray(whole)
        content[chance.randrange(4096, len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
        try:
            opened = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
        except DiaryError as fault:
            slugs.add(fault.slug)
            continue
        try:
            journal.give_score(opened, DAY, PAIN, 2)
            value = journal.day_page(opened, DAY).day.value(PAIN)
        except DiaryError as fault:
            slugs.add(fault.slug)
        else:
            assert value is not None
            assert value.value == 2
        finally:
            diaries.close(opened)
    assert slugs <= {"diary_damaged"}


def test_a_newer_schema_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    with diary.store._transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    diaries.close(diary)
    assert refusal(diary).slug == "diary_newer"


HOLDER = """
import sys
from pathlib import Path
from datetime import datetime
from diary.files.lock import DiaryLock, Holder
with DiaryLock(Path(sys.argv[1]), Holder("kim", "alongside", 7, datetime(2026, 11, 20, 19, 30).astimezone())):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_program_is_told_who_has_it_and_may_read(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    command = [sys.executable, "-c", HOLDER, str(diary.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(DiaryError, match="diary_in_use") as caught:
            diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
        assert (caught.value.values["user"], caught.value.values["program"]) == ("kim", "alongside")
        assert "alongside, opened by kim on " in sentence(caught.value)
        assert read_whole(diary)[1]
        other.communicate()
    diaries.close(diaries.open_diary(diary.folder, PASSPHRASE, diary.computer))


def test_a_file_that_may_not_be_written_is_read_and_a_save_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = closed_diary(tmp_path)
    connect = sqlcipher3.connect

    def as_the_system_opens_it(where: str, **how: object) -> object:
        return connect(where.replace("?mode=rw", "?mode=ro"), **how)

    monkeypatch.setattr(sqlcipher3, "connect", as_the_system_opens_it)
    opened = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    before = contents(diary.folder)
    with pytest.raises(DiaryError, match="folder_read_only"):
        journal.give_score(opened, DAY, PAIN, 2)
    assert journal.day_page(opened, DAY).day.value(PAIN) is not None
    assert contents(diary.folder) == before
    diaries.close(opened)


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("database or disk is full", "disk_full"),
        ("attempt to write a readonly database", "folder_read_only"),
        ("disk I/O error", "file_unwritable"),
        ("database is locked", "diary_busy"),
        ("unable to open database file", "file_unreadable"),
        ("database disk image is malformed", "diary_damaged"),
    ],
)
def test_what_sqlite_says_of_the_disk_becomes_a_sentence(tmp_path: Path, said: str, slug: str) -> None:
    with pytest.raises(DiaryError) as caught, engine.faults_of(tmp_path / DIARY_FILE):
        raise sqlcipher3.OperationalError(said)
    assert caught.value.slug == slug
    assert sentence(caught.value)


def test_a_full_disk_in_the_middle_of_a_save_loses_nothing_earlier(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    journal.give_score(diary, DAY, PAIN, 3)
    with diary.store._engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiaryError, match="disk_full"):
        journal.write_note(diary, DAY, "x" * 19_000)
    assert keeping.check(diary).is_well
    assert journal.day_page(diary, DAY).notes == ()
    with diary.store._engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA max_page_count = 1000000")
    journal.write_note(diary, DAY, "x" * 19_000)
    value = journal.day_page(diary, DAY).day.value(PAIN)
    assert value is not None
    assert value.value == 3
    diaries.close(diary)


def test_a_disk_that_is_pulled_out_and_put_back_loses_nothing(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    journal.give_score(diary, DAY, PAIN, 3)
    gone = tmp_path / "gone"
    diary.folder.rename(gone)
    with pytest.raises(DiaryError, match="folder_missing"):
        journal.give_score(diary, DAY, PAIN, 4)
    gone.rename(diary.folder)
    journal.give_score(diary, DAY, PAIN, 5)
    diaries.close(diary)
    assert pain_after_reopening(diary) == 5


def pain_after_reopening(diary: OpenDiary) -> float | None:
    opened = diaries.open_to_read(diary.folder, PASSPHRASE, diary.computer)
    value = journal.day_page(opened, DAY).day.value(PAIN)
    diaries.close(opened)
    return value.value if value else None


def test_a_file_replaced_under_the_program_is_noticed_and_nothing_committed_into_nowhere(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    journal.give_score(diary, DAY, PAIN, 3)
    other = diary.folder / "other"
    shutil.copy(diary.folder / DIARY_FILE, other)
    other.replace(diary.folder / DIARY_FILE)
    with pytest.raises(DiaryError):
        journal.give_score(diary, DAY, PAIN, 4)
    diaries.close(diary)
    assert pain_after_reopening(diary) == 3


def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    diary = closed_diary(tmp_path)
    with failing("open", errno.EACCES), pytest.raises(DiaryError, match="folder_read_only"):
        diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    assert read_whole(diary)[1]


def cut_off_in_the_middle_of_a_save(diary: OpenDiary, copy: Path) -> None:
    """Leave in ``copy`` what a crash leaves: pages half written, and SQLite's journal to undo them by."""
    with diary.store._engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        for words in ("PRAGMA cache_size = 2", "PRAGMA synchronous = EXTRA", "BEGIN IMMEDIATE"):
            raw.execute(words)
        raw.execute("UPDATE note SET text = 'half'")
        raw.execute("UPDATE revision SET value = NULL")
        shutil.copytree(diary.folder, copy)
        raw.execute("ROLLBACK")


@pytest.mark.parametrize("opening", [diaries.open_to_read, diaries.open_diary])
def test_whoever_opens_first_after_a_crash_finds_all_that_was_saved(
    tmp_path: Path, opening: Callable[..., OpenDiary]
) -> None:
    """A program that only reads could not, as long as it had no right to roll back what was half written."""
    diary = sams_diary(tmp_path, World())
    for number in range(20):
        journal.write_note(diary, DAY, f"{number} " + "x" * 3000)
    whole = looking_back.extract(diary)
    copy = tmp_path / "crashed.alongside"
    cut_off_in_the_middle_of_a_save(diary, copy)
    diaries.close(diary)
    assert (copy / f"{DIARY_FILE}-journal").stat().st_size > 4096
    again = opening(copy, PASSPHRASE, diary.computer)
    assert looking_back.extract(again) == whole
    assert keeping.check(again).is_well
    diaries.close(again)
