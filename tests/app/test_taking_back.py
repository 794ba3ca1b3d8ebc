"""Undo across sittings."""

from __future__ import annotations

from pathlib import Path

from diary.app import bringing_in, journal
from diary.app.bringing_in import Choices
from diary.domain.measures import MOOD, PAIN
from tests.app.conftest import Sitting
from tests.storage.builders import DAY


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
