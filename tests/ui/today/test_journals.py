"""The journal in memory and the real one keep the same contract, so that Today's tests mean something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import diaries
from diary.app.opened import OpenDiary
from diary.domain.entries import MarkKind, Sharing
from diary.ui.today.journal import DiaryJournal
from diary.ui.today.presenter import Journal
from tests.storage.builders import DAY as REAL_DAY
from tests.storage.builders import World, sams_diary
from tests.ui.today.journals import MemoryJournal

BEFORE = REAL_DAY - timedelta(days=1)


class Opened:
    """An open diary, as the composition root hands it on."""

    def __init__(self, diary: OpenDiary) -> None:
        self._diary = diary

    def diary(self) -> OpenDiary:
        """It."""
        return self._diary


@pytest.fixture(params=["memory", "real"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    if request.param == "memory":
        yield MemoryJournal()
        return
    diary = sams_diary(tmp_path, World())
    yield DiaryJournal(Opened(diary).diary)
    diaries.close(diary)


def value(journal: Journal, measure: str) -> float | None:
    found = journal.day_page(REAL_DAY).day.value(measure)
    return found.value if found else None


def test_an_answer_is_kept_changed_and_taken_back(journal: Journal) -> None:
    for given in (6.0, 5.0, None):
        changes = journal.give_score(REAL_DAY, "pain", given)
        assert REAL_DAY in changes.days
        assert value(journal, "pain") == given


def test_an_answer_belongs_to_its_day(journal: Journal) -> None:
    journal.give_score(BEFORE, "pain", 6)
    assert value(journal, "pain") is None


def test_a_bad_day_is_marked_and_taken_back(journal: Journal) -> None:
    journal.mark_day(REAL_DAY, MarkKind.BAD_DAY)
    assert [mark.kind for mark in journal.day_page(REAL_DAY).day.marks] == [MarkKind.BAD_DAY]
    journal.mark_day(REAL_DAY, None)
    assert journal.day_page(REAL_DAY).day.marks == ()


def test_a_note_is_written_changed_and_deleted_and_its_draft_is_done_with(journal: Journal) -> None:
    journal.keep_draft(REAL_DAY, "Slept")
    assert journal.day_page(REAL_DAY).draft == "Slept"
    journal.write_note(REAL_DAY, "Slept badly", note_id=None, sharing=Sharing.PRIVATE)
    page = journal.day_page(REAL_DAY)
    assert ([note.text for note in page.notes], page.draft) == (["Slept badly"], None)
    journal.write_note(REAL_DAY, "Slept well", note_id=page.notes[0].id, sharing=Sharing.SHARED)
    (note,) = journal.day_page(REAL_DAY).notes
    assert (note.text, note.sharing) == ("Slept well", Sharing.SHARED)
    journal.write_note(REAL_DAY, "", note_id=note.id, sharing=Sharing.SHARED)
    assert journal.day_page(REAL_DAY).notes == ()


def test_the_last_act_is_taken_back_and_done_again(journal: Journal) -> None:
    assert journal.undo() is None
    journal.give_score(REAL_DAY, "mood", 4)
    journal.give_score(REAL_DAY, "pain", 6)
    assert journal.day_page(REAL_DAY).can_undo
    changes = journal.undo()
    assert changes is not None
    assert REAL_DAY in changes.days
    assert (value(journal, "mood"), value(journal, "pain")) == (4, None)
    assert journal.day_page(REAL_DAY).can_redo
    journal.redo()
    assert value(journal, "pain") == 6
    assert not journal.day_page(REAL_DAY).can_redo
