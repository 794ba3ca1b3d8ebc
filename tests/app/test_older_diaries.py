"""A diary of an older schema: backed up before it is brought to this one, and never half of either."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from diary.app import diaries, journal, keeping, looking_back
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import MOOD, PAIN
from diary.storage import backups
from tests.files.faults import failing
from tests.guards import PROJECT
from tests.storage.builders import DAY, PASSPHRASE, World, sams_diary


@pytest.fixture
def older(tmp_path: Path) -> tuple[OpenDiary, Extract]:
    """A closed diary as the first schema had it, and what it held."""
    diary = sams_diary(tmp_path, World())
    journal.give_scores(diary, DAY, {(PAIN, None): 6.0, (MOOD, None): 3.0})
    journal.write_note(diary, DAY, "word " * 3000)
    held = looking_back.extract(diary)
    with diary.store._transaction() as connection:
        for name in ("entry", "event", "good_thing", "treatment"):
            connection.execute(text(f"DROP TABLE {name}"))
            connection.execute(text(f"CREATE TABLE {name} (key VARCHAR NOT NULL PRIMARY KEY)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    diary.store.close()
    assert diary.lock is not None
    diary.lock.free()
    return diary, held


def backups_of(diary: OpenDiary) -> list[Path]:
    return sorted((diary.folder / backups.BACKUPS).glob("*"))


def opened(diary: OpenDiary) -> tuple[Extract, bool]:
    """What it holds when it is opened to write, and whether it is well."""
    again = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    try:
        return looking_back.extract(again), keeping.check(again).is_well
    finally:
        diaries.close(again)


def test_it_is_backed_up_first_and_the_backup_can_be_brought_back(
    older: tuple[OpenDiary, Extract], tmp_path: Path
) -> None:
    diary, held = older
    assert opened(diary) == (held, True)
    (backup,) = backups_of(diary)
    seen = keeping.look_into(backup, diary.folder, PASSPHRASE, diary.computer)
    assert (seen.first_day, seen.days) == (DAY, 1)
    before = backup.read_bytes()
    assert keeping.restore(backup, tmp_path / "Back.alongside", PASSPHRASE, diary.computer) == seen
    assert backup.read_bytes() == before
    again = diaries.open_diary(tmp_path / "Back.alongside", PASSPHRASE, diary.computer)
    assert looking_back.extract(again) == held
    diaries.close(again)


def test_where_it_cannot_be_backed_up_it_stays_as_it_is(older: tuple[OpenDiary, Extract]) -> None:
    diary, held = older
    before = (diary.folder / "diary.db").read_bytes()
    with failing("fsync", 28), pytest.raises(DiaryError, match="disk_full"):
        diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    assert (diary.folder / "diary.db").read_bytes() == before
    assert opened(diary) == (held, True)


KILLED = """
import sys
from pathlib import Path
from diary import catalogue
from diary.storage import projection
from diary.storage.store import Store, Writer
from tests.storage.builders import World

rebuild = projection.rebuild

def in_the_middle(connection):
    connection.exec_driver_sql("PRAGMA cache_size = 2")
    rebuild(connection)
    print("now", flush=True)
    sys.stdin.read()

projection.rebuild = in_the_middle
writer = Writer("d", World().surroundings)
key = bytes.fromhex(sys.stdin.readline())
Store.open(Path(sys.argv[1]), key, catalogue.built_in_revisions(), writer, before_migrating=print)
"""


def test_one_that_is_killed_in_the_middle_is_rolled_back_and_done_the_next_time(
    older: tuple[OpenDiary, Extract],
) -> None:
    diary, held = older
    file = diary.folder / "diary.db"
    command = [sys.executable, "-c", KILLED, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(diary.keys.data_key.hex() + "\n")
        program.stdin.flush()
        assert [program.stdout.readline() for _ in range(2)][-1] == "now\n"
        program.kill()
    assert (diary.folder / "diary.db-journal").stat().st_size > 0, "pages of the new schema were in the file already"
    assert opened(diary) == (held, True)
