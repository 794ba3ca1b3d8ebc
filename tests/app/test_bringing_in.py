"""A table brought in: all of it or nothing, once, and what was done to a row since then stays done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from diary.app import bringing_in, diaries, journal, looking_back
from diary.app.bringing_in import Choices
from diary.app.opened import OpenDiary
from diary.app.values import BroughtIn
from diary.domain.day_values import MadeFrom
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.places import BodySite
from diary.storage import past
from tests.storage.builders import DAY, World, all_revisions, all_tables, sams_diary

TABLE = """date,pain,mood,notes
2026-11-17,8,3,a hard one
2026-11-18,7,,
2026-11-19,0,9,
"""
FIRST = date(2026, 11, 17)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path, World())
    yield opened
    assert opened.store.projection_differences() == {}
    diaries.close(opened)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "table.csv"
    file.write_text(TABLE)
    return file


def brought(diary: OpenDiary, table: Path, *, dry_run: bool = False) -> BroughtIn:
    return bringing_in.bring_in(diary, table, Choices(), dry_run=dry_run)


def pains(diary: OpenDiary) -> list[float | None]:
    days = (journal.day_page(diary, FIRST + timedelta(days=n)).day for n in range(3))
    return [value.value if (value := day.value(PAIN)) else None for day in days]


def notes(diary: OpenDiary) -> list[str]:
    return [note.text for note in looking_back.extract(diary).notes]


def test_each_row_becomes_an_entry_marked_as_brought_in(diary: OpenDiary, table: Path) -> None:
    done = brought(diary, table)
    assert (done.made, done.known_already, len(done.changes.days)) == (3, 0, 3)
    assert (pains(diary), notes(diary)) == ([8, 7, 0], ["a hard one"])
    value = journal.day_page(diary, FIRST).day.value(PAIN)
    assert value is not None
    assert (value.made_from, value.filled_in_later, value.in_statistics) == (MadeFrom.IMPORTED, False, True)
    assert done.account["entries_made"] == 3


def test_a_late_evening_of_winter_stays_on_its_day_when_it_is_brought_in_in_summer(tmp_path: Path) -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    winter = datetime(2026, 1, 10, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    diary, table = sams_diary(tmp_path, World(now=summer)), tmp_path / "table.csv"
    table.write_text(f"date,pain\n{int(winter.timestamp())},8\n")
    assert brought(diary, table).changes.days == {date(2026, 1, 10)}
    diaries.close(diary)


def test_a_dry_run_writes_nothing_and_says_the_same(diary: OpenDiary, table: Path) -> None:
    before = all_revisions(diary.store)
    tried = brought(diary, table, dry_run=True)
    assert all_revisions(diary.store) == before
    assert not tried.changes
    assert brought(diary, table).account == tried.account


def test_the_same_file_again_adds_nothing_at_all(diary: OpenDiary, table: Path) -> None:
    brought(diary, table)
    before = all_revisions(diary.store)
    again = brought(diary, table)
    assert (again.made, again.known_already, bool(again.changes)) == (0, 3, False)
    assert all_revisions(diary.store) == before
    assert len(all_tables(diary.store)["import_batch"]) == 1


def test_a_file_that_grew_adds_what_is_new(diary: OpenDiary, table: Path) -> None:
    brought(diary, table)
    table.write_text(TABLE + "2026-11-20,5,5,\n")
    done = brought(diary, table)
    assert (done.made, done.known_already) == (1, 3)


def test_undo_takes_all_of_it_back_and_it_can_be_brought_in_again(diary: OpenDiary, table: Path) -> None:
    empty = all_tables(diary.store)
    brought(diary, table)
    full = looking_back.extract(diary)
    journal.undo(diary)
    assert all_tables(diary.store) == empty
    assert brought(diary, table).made == 3
    assert looking_back.extract(diary).days == full.days
    assert notes(diary) == ["a hard one"]


def test_undo_and_redo_of_an_import_end_where_they_began(diary: OpenDiary, table: Path) -> None:
    brought(diary, table)
    full = looking_back.extract(diary)
    journal.undo(diary)
    journal.redo(diary)
    assert looking_back.extract(diary).days == full.days
    assert brought(diary, table).made == 0


def test_the_persons_own_answer_stands_before_it_and_stays_when_it_is_undone(diary: OpenDiary, table: Path) -> None:
    brought(diary, table)
    gesture = diary.done[-1]
    journal.give_score(diary, FIRST, PAIN, 2)
    assert pains(diary) == [2, 7, 0]
    diary.store.undo(gesture, recorder=diary.recorder)
    assert pains(diary) == [2, None, None]


def test_taking_away_the_answer_of_an_imported_day_takes_away_what_was_brought_in(
    diary: OpenDiary, table: Path
) -> None:
    brought(diary, table)
    gesture = diary.done[-1]
    journal.give_score(diary, FIRST, PAIN, None)
    assert pains(diary) == [None, 7, 0]
    assert brought(diary, table).made == 0
    left = diary.store.undo(gesture, recorder=diary.recorder).left
    assert [kind for kind, _ in left] == ["score"]
    assert pains(diary) == [None, None, None]


def test_a_row_that_was_deleted_stays_deleted_even_after_undo_and_redo(diary: OpenDiary, table: Path) -> None:
    brought(diary, table)
    (row,) = journal.day_page(diary, FIRST).day.entries
    looking_back.delete_entries(diary, [row.id])
    assert pains(diary) == [None, 7, 0]
    assert brought(diary, table).made == 0
    journal.undo(diary)
    assert pains(diary) == [8, 7, 0]
    journal.redo(diary)
    assert brought(diary, table).made == 0
    assert pains(diary) == [None, 7, 0]


def test_rows_alike_are_two_rows(diary: OpenDiary, table: Path) -> None:
    table.write_text("date,pain\n2026-11-17,8\n2026-11-17,8\n2026-11-17,2\n")
    assert brought(diary, table).made == 3
    value = journal.day_page(diary, FIRST).day.value(PAIN)
    assert value is not None
    assert (value.value, value.made_from) == (6, MadeFrom.IMPORTED_MEAN)


def test_a_file_that_cannot_be_read_writes_nothing(diary: OpenDiary, table: Path) -> None:
    before = all_revisions(diary.store)
    for content in (b"", b"\xff\xfe\x00", b"PK\x03\x04", b"a,b\n1,2\n", b"date,pain\n04/05/2026,1\n"):
        table.write_bytes(content)
        with pytest.raises(DiaryError):
            brought(diary, table)
    table.unlink()
    with pytest.raises(DiaryError, match="file_missing"):
        brought(diary, table)
    assert all_revisions(diary.store) == before


def test_a_map_of_the_persons_own_says_what_the_columns_are(diary: OpenDiary, table: Path, tmp_path: Path) -> None:
    table.write_text("When;Back %\n03/04/2026;80\n")
    own_map = tmp_path / "map.toml"
    own_map.write_text(
        'day = "When"\n[columns."Back %"]\nmeasure = "pain"\nplace = "lower_back"\nfrom = [0, 100]\nto = [0, 10]\n'
    )
    bringing_in.bring_in(diary, table, Choices(map_file=own_map, date_order="dmy"))
    (day,) = looking_back.extract(diary).days
    assert (day.day, [(key, value.value) for key, value in day.values.items()]) == (
        date(2026, 4, 3),
        [((PAIN, BodySite("lower_back")), 8)],
    )


def test_days_to_come_are_left_out_with_their_reason(diary: OpenDiary, table: Path) -> None:
    table.write_text("date,pain\n2026-11-20,8\n2026-11-21,3\n")
    done = brought(diary, table)
    assert done.made == 1
    assert [row["row"] for row in done.account["left_out"]] == [3]
    assert looking_back.extract(diary).last_day == DAY


def test_the_history_of_a_day_names_what_was_brought_in(diary: OpenDiary, table: Path) -> None:
    brought(diary, table)
    journal.give_score(diary, FIRST, PAIN, 5)
    rows = [row for row in looking_back.history(diary, FIRST) if row.what == PAIN]
    assert [row.new for row in rows] in ([5, 8], [8, 5])
    with diary.store.reading() as connection:
        assert len(past.about_days(connection, FIRST)) >= 4
