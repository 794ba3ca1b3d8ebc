"""Undo across sittings, and what was deleted within the last 30 days."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import bringing_in, journal, looking_back
from diary.app.bringing_in import Choices
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from diary.domain.people import PERSON, Basis
from diary.storage.keys import EntryKey
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

ENTRY = str(EntryKey(DAY, PERSON, Basis.SELF))


def test_the_last_change_can_be_taken_back_after_the_program_was_closed(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    journal.give_score(sam.diary, DAY, MOOD, 3)
    sam.again()
    assert sam.page().can_undo
    journal.undo(sam.diary)
    assert sam.day().value(MOOD) is None
    assert sam.day().value(PAIN) is not None
    assert not sam.page().can_undo, "only the last change, not the one before"
    sam.again()
    assert sam.page().can_redo
    journal.redo(sam.diary)
    assert sam.day().value(MOOD) is not None
    sam.again()
    assert (sam.page().can_undo, sam.page().can_redo) == (True, False), "what was done again can be undone again"


def test_making_a_diary_is_no_change_to_take_back(sam: Sitting) -> None:
    sam.again()
    assert not sam.page().can_undo
    assert journal.undo(sam.diary) is None


def test_an_import_can_be_taken_back_after_the_program_was_closed(sam: Sitting, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("day,pain\n2026-11-01,4\n2026-11-02,5\n")
    bringing_in.bring_in(sam.diary, table, Choices())
    sam.again()
    journal.undo(sam.diary)
    assert sam.all().days == ()


def test_a_deleted_entry_is_listed_with_what_it_said_and_comes_back_as_it_was(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    journal.give_score(sam.diary, DAY, MOOD, 3)
    before = sam.day()
    sam.world.now += timedelta(days=5)
    looking_back.delete_entries(sam.diary, [ENTRY])
    (deleted,) = looking_back.deleted(sam.diary)
    assert (deleted.id, deleted.kind, deleted.day, deleted.recorder) == (ENTRY, "entry", DAY, PERSON)
    assert {(measure, value) for measure, _, value in deleted.answers} == {(PAIN, 6), (MOOD, 3)}
    looking_back.recover(sam.diary, ENTRY)
    assert sam.day().values == before.values, "what was answered in time is not late for having been deleted"
    assert looking_back.deleted(sam.diary) == ()
    journal.undo(sam.diary)
    assert sam.day().entries == ()
    assert len(looking_back.deleted(sam.diary)) == 1


def test_one_of_several_deleted_together_comes_back_alone(sam: Sitting) -> None:
    other = str(EntryKey(DAY - timedelta(days=1), PERSON, Basis.SELF))
    journal.give_score(sam.diary, DAY, PAIN, 6)
    journal.give_score(sam.diary, DAY - timedelta(days=1), PAIN, 5)
    looking_back.delete_entries(sam.diary, [ENTRY, other])
    looking_back.recover(sam.diary, other)
    assert [day.day for day in sam.all().days] == [DAY - timedelta(days=1)]
    assert [one.id for one in looking_back.deleted(sam.diary)] == [ENTRY]


def test_an_answer_taken_away_or_undone_is_no_deleted_entry(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    journal.undo(sam.diary)
    assert looking_back.deleted(sam.diary) == ()


def test_a_deletion_done_again_after_undo_is_listed_too(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    looking_back.delete_entries(sam.diary, [ENTRY])
    journal.undo(sam.diary)
    assert looking_back.deleted(sam.diary) == ()
    journal.redo(sam.diary)
    assert len(looking_back.deleted(sam.diary)) == 1
    looking_back.recover(sam.diary, ENTRY)
    assert sam.day().value(PAIN) is not None


def test_a_deleted_note_comes_back_for_thirty_days(sam: Sitting) -> None:
    journal.write_note(sam.diary, DAY, "A long night")
    (note,) = sam.page().notes
    journal.write_note(sam.diary, DAY, "", note_id=note.id)
    sam.world.now += timedelta(days=29)
    (deleted,) = looking_back.deleted(sam.diary)
    assert (deleted.kind, deleted.words, deleted.day) == ("note", "A long night", DAY)
    sam.world.now += timedelta(days=2)
    assert looking_back.deleted(sam.diary) == ()
    with pytest.raises(DiaryError, match="nothing_to_recover"):
        looking_back.recover(sam.diary, note.id)
