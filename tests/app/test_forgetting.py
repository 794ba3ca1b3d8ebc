"""Forgetting: what was deleted is kept for thirty days, and then its words are nowhere any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import forgetting, journal, keeping, looking_back
from diary.app.factors import tick_factor
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.storage import backups, revisions
from diary.storage.store import DIARY_FILE
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, all_revisions
from tests.storage.pages import decrypted

RARE = "zymurgic heliotrope"
OTHER = "half-told vespertine"
DAYS = timedelta(days=1)


def note_of(diary: OpenDiary) -> str:
    return journal.day_page(diary, DAY).notes[-1].id


def holds(diary: OpenDiary, words: str = RARE) -> bool:
    """Whether the words are in any page of the file, free pages and slack included, or in a journal beside it."""
    return any(
        words.encode() in decrypted(file, diary.keys.data_key)
        for file in diary.folder.iterdir()
        if file.name.startswith(DIARY_FILE)
    )


def deleted_note(sam: Sitting, *, long: bool = False) -> str:
    journal.write_note(sam.diary, DAY, RARE + " more" * (3000 if long else 0))
    note = note_of(sam.diary)
    journal.write_note(sam.diary, DAY, RARE + ", said again", note_id=note)
    journal.write_note(sam.diary, DAY, "", note_id=note)
    return note


@pytest.mark.parametrize("long", [False, True])
def test_the_words_of_a_deleted_note_are_nowhere_after_thirty_days(sam: Sitting, *, long: bool) -> None:
    deleted_note(sam, long=long)
    sam.world.now += 30 * DAYS
    assert not forgetting.forget_deleted(sam.diary), "the last minute of the thirtieth day"
    assert holds(sam.diary)
    sam.world.now += timedelta(minutes=1)
    assert forgetting.forget_deleted(sam.diary)
    assert not holds(sam.diary)
    assert not forgetting.forget_deleted(sam.diary), "once is enough"
    assert keeping.check(sam.diary).is_well


def test_what_was_brought_back_in_time_is_kept(sam: Sitting) -> None:
    deleted_note(sam)
    sam.world.now += 29 * DAYS
    journal.undo(sam.diary)
    sam.world.now += 60 * DAYS
    assert not forgetting.forget_deleted(sam.diary)
    assert [note.text for note in sam.page().notes] == [RARE + ", said again"]


def test_an_entry_is_forgotten_with_its_answers_and_one_answered_again_is_not(sam: Sitting) -> None:
    earlier = DAY - DAYS
    for day in (DAY, earlier):
        journal.give_score(sam.diary, day, PAIN, 7)
        tick_factor(sam.diary, day, "starter-caffeine", was_there=True)
    entries = [day.entries[0].id for day in sam.all().days]
    looking_back.delete_entries(sam.diary, entries)
    journal.give_score(sam.diary, DAY, PAIN, 3)
    sam.world.now += 31 * DAYS
    assert forgetting.forget_deleted(sam.diary)
    rows = [row for row in all_revisions(sam.diary.store) if row.kind in {"score", "entry_factor"}]
    told = [row.key[:10] for row in rows if row.value is not None]
    assert told == [DAY.isoformat()] * 3, "the answer, the tick, and the answer given again"


def test_a_single_answer_that_was_taken_away_is_an_edit_and_stays_in_the_history(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 7)
    journal.give_score(sam.diary, DAY, PAIN, None)
    journal.write_note(sam.diary, DAY, "undone")
    journal.undo(sam.diary)
    sam.world.now += 99 * DAYS
    assert not forgetting.forget_deleted(sam.diary)
    assert {row.old for row in looking_back.history(sam.diary, DAY)} >= {7.0, "undone"}


def test_what_is_removed_for_good_is_gone_at_once_and_no_undo_brings_it_back(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 7)
    note = deleted_note(sam)
    journal.undo(sam.diary)
    changes = forgetting.remove_for_good(sam.diary, [note])
    assert (set(changes.days), set(changes.kinds)) == ({DAY}, {"note"})
    assert not holds(sam.diary)
    assert sam.page().notes == ()
    while journal.undo(sam.diary):
        pass
    assert not holds(sam.diary)
    assert sam.page().notes == ()
    assert not forgetting.remove_for_good(sam.diary, [note])


def test_an_entry_that_stands_can_be_removed_for_good_and_answered_again(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 7)
    journal.give_score(sam.diary, DAY - DAYS, PAIN, 6)
    (entry,) = sam.day().entries
    forgetting.remove_for_good(sam.diary, [entry.id])
    assert [day.day for day in sam.all().days] == [DAY - DAYS]
    (line,) = looking_back.history(sam.diary, DAY)
    assert (line.is_gone, line.old, line.new, line.day) == (True, None, None, DAY)
    journal.give_score(sam.diary, DAY, PAIN, 2)
    value = sam.day().value(PAIN)
    assert value is not None
    assert value.value == 2


def test_a_draft_of_what_goes_goes_with_it_and_one_begun_later_stays(sam: Sitting) -> None:
    deleted_note(sam)
    sam.world.now += timedelta(minutes=1)
    journal.keep_draft(sam.diary, DAY, OTHER)
    sam.world.now += 31 * DAYS
    forgetting.forget_deleted(sam.diary)
    assert sam.page().draft == OTHER
    journal.write_note(sam.diary, DAY, RARE)
    journal.keep_draft(sam.diary, DAY, OTHER)
    forgetting.remove_for_good(sam.diary, [note_of(sam.diary)])
    assert sam.page().draft is None
    assert not holds(sam.diary, OTHER)


def test_the_other_computer_forgets_too_and_cannot_bring_it_back(sam: Sitting) -> None:
    journal.write_note(sam.diary, DAY, RARE)
    before = all_revisions(sam.diary.store)
    forgetting.remove_for_good(sam.diary, [note_of(sam.diary)])
    sam.diary.store.take_in(before)
    assert not [row for row in all_revisions(sam.diary.store) if RARE in (row.value or "") and row.kind == "note"]


def test_a_later_backup_holds_nothing_of_it_and_an_older_one_does(
    sam: Sitting, tmp_path_factory: pytest.TempPathFactory
) -> None:
    journal.write_note(sam.diary, DAY, RARE)
    older = keeping.back_up(sam.diary)
    forgetting.remove_for_good(sam.diary, [note_of(sam.diary)])
    sam.world.now += timedelta(minutes=1)
    newer = keeping.back_up(sam.diary)
    place = tmp_path_factory.mktemp("unpacked")
    assert [in_backup(sam.diary, one, place / one.name) for one in (older, newer)] == [True, False]


def in_backup(diary: OpenDiary, backup: Path, folder: Path) -> bool:
    found = []

    def look(fresh: Path) -> None:
        found.append(RARE.encode() in decrypted(fresh / DIARY_FILE, diary.keys.data_key))

    backups.look_into(backup, folder, look)
    return found[0]


def test_what_is_not_there_is_not_removed(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 7)
    before = revision_count(sam.diary)
    assert not forgetting.remove_for_good(sam.diary, ["nothing", "2026-11-01/person/self/"])
    assert revision_count(sam.diary) == before


def revision_count(diary: OpenDiary) -> int:
    with diary.store.reading() as connection:
        return revisions.count(connection)


def test_what_was_removed_for_good_is_not_offered_to_be_brought_back(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 7)
    (entry,) = sam.day().entries
    looking_back.delete_entries(sam.diary, [entry.id])
    note = deleted_note(sam)
    assert {one.id for one in looking_back.deleted(sam.diary)} == {entry.id, note}
    forgetting.remove_for_good(sam.diary, [entry.id, note])
    assert looking_back.deleted(sam.diary) == ()
    with pytest.raises(DiaryError, match="nothing_to_recover"):
        looking_back.recover(sam.diary, entry.id)
