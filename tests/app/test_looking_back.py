"""Looking back: what was written about a period, and how it came to be so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from diary.app import acts, bringing_in, diaries, journal, looking_back
from diary.app.opened import OpenDiary
from diary.app.values import Changes
from diary.domain.day_values import DayState
from diary.domain.days import Period
from diary.domain.entries import MarkKind, Sharing
from diary.domain.measures import MOOD, PAIN
from diary.domain.people import PERSON, Basis, Voice
from diary.domain.places import BodySite, Side
from diary.storage.keys import EntryKey
from diary.storage.revisions import FieldChange, every
from tests.storage.builders import DAY, World, a_carer, sams_diary

YESTERDAY = DAY - timedelta(days=1)
LEFT_KNEE = BodySite("knee", Side.LEFT)
OWN_ENTRY = str(EntryKey(DAY, PERSON, Basis.SELF))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def diary(tmp_path: Path, world: World) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path, world)
    yield opened
    assert opened.store.projection_differences() == {}
    diaries.close(opened)


def moment(diary: OpenDiary, key: str, value: float) -> None:
    fields = {"day": DAY.isoformat(), "recorder": PERSON, "basis": "self", "at": "09:30", "day_ends_at": 4}
    rows = [FieldChange("moment", key, name, value) for name, value in fields.items()]
    rows.append(FieldChange("score", f"{key}|pain_now||", "answer", {"value": value, "version": 1}))
    acts.act(diary, rows, PERSON)


def test_an_empty_diary_is_one_empty_day(diary: OpenDiary) -> None:
    found = looking_back.extract(diary)
    assert (found.period, found.days, found.first_day, found.last_day) == (Period(DAY, DAY), (), None, None)


def test_the_newest_days_of_a_long_diary_come_with_the_highest_answers_of_all(diary: OpenDiary) -> None:
    assert looking_back.recent(diary) is None, "while it is empty"
    journal.give_score(diary, DAY - looking_back.RECENT, PAIN, 3)
    assert looking_back.recent(diary) is None, "the newest days are all there are"
    journal.give_score(diary, DAY - looking_back.RECENT - timedelta(days=1), PAIN, 9)
    journal.give_score(diary, YESTERDAY, MOOD, 2)
    journal.give_score(diary, YESTERDAY, PAIN, 10, site=LEFT_KNEE)
    moment(diary, "m", 7)
    found = looking_back.recent(diary)
    assert found is not None
    assert [day.day for day in found.extract.days] == [DAY - looking_back.RECENT, YESTERDAY, DAY]
    assert found.extract.first_day == DAY - looking_back.RECENT - timedelta(days=1)
    assert found.highest == {PAIN: 9, MOOD: 2}, "a place's score is not on the chart, and a moment is its day's"
    assert found.extract.days == looking_back.extract(diary).days[1:]


def test_the_whole_diary_reaches_from_its_first_day_to_its_last(diary: OpenDiary) -> None:
    journal.give_score(diary, DAY - timedelta(days=9), PAIN, 1)
    journal.write_note(diary, YESTERDAY, "words")
    found = looking_back.extract(diary)
    assert found.period == Period(DAY - timedelta(days=9), YESTERDAY)
    assert [(day.day, day.state) for day in found.days] == [
        (DAY - timedelta(days=9), DayState.PARTLY),
        (YESTERDAY, DayState.PARTLY),
    ]
    part = looking_back.extract(diary, Period(YESTERDAY, DAY))
    assert [day.day for day in part.days] == [YESTERDAY]
    assert (part.first_day, part.last_day) == (found.first_day, found.last_day)


def test_a_day_whose_answers_were_all_taken_away_is_empty_again(diary: OpenDiary) -> None:
    journal.give_score(diary, DAY, PAIN, 3)
    journal.give_score(diary, DAY, PAIN, None)
    found = looking_back.extract(diary)
    assert (found.days, found.first_day) == ((), None)


def test_what_a_carer_noticed_or_noted_makes_no_state(diary: OpenDiary) -> None:
    alex = Voice(a_carer(diary, "Alex"), Basis.OBSERVED)
    journal.give_score(diary, DAY, "noticed_in_pain", 2, voice=alex)
    journal.write_note(diary, DAY, "seen from outside", voice=alex)
    journal.mark_day(diary, YESTERDAY, MarkKind.BAD_DAY, voice=alex)
    found = looking_back.extract(diary)
    assert [(day.day, day.state, day.values) for day in found.days] == [
        (YESTERDAY, DayState.UNKNOWN, {}),
        (DAY, DayState.UNKNOWN, {}),
    ]


def test_nowhere_else_and_factors_are_answers(diary: OpenDiary) -> None:
    acts.act(diary, [FieldChange("entry", OWN_ENTRY, "nowhere_else", value=True)], PERSON)
    (day,) = looking_back.extract(diary).days
    assert (day.state, day.entries[0].nowhere_else, day.values) == (DayState.PARTLY, True, {})


def test_a_pause_shows_on_days_without_answers_only(diary: OpenDiary) -> None:
    rows = {"first": (DAY - timedelta(days=3)).isoformat(), "last": None}
    acts.act(diary, [FieldChange("pause", "p1", name, value) for name, value in rows.items()], PERSON)
    journal.give_score(diary, YESTERDAY, PAIN, 2)
    assert journal.day_page(diary, DAY).day.state is DayState.PAUSED
    assert journal.day_page(diary, YESTERDAY).day.state is DayState.PARTLY
    assert journal.day_page(diary, DAY - timedelta(days=4)).day.state is DayState.UNKNOWN


def test_history_says_who_changed_what_from_what_to_what_newest_first(diary: OpenDiary, world: World) -> None:
    journal.give_score(diary, DAY, PAIN, 6)
    world.now += timedelta(minutes=1)
    journal.give_score(diary, DAY, PAIN, 5)
    world.now += timedelta(minutes=1)
    alex = a_carer(diary, "Alex")
    journal.give_score(diary, DAY, PAIN, 7, voice=Voice(alex, Basis.TOLD))
    world.now += timedelta(minutes=1)
    journal.give_score(diary, DAY, PAIN, 4, site=LEFT_KNEE)
    world.now += timedelta(minutes=1)
    journal.mark_day(diary, DAY, MarkKind.BAD_DAY)
    world.now += timedelta(minutes=1)
    journal.undo(diary)
    rows = looking_back.history(diary, DAY)
    assert [(row.what, row.site, row.recorder, row.basis, row.old, row.new, row.is_undo) for row in rows] == [
        ("day_mark", None, PERSON, Basis.SELF, "bad_day", None, True),
        ("day_mark", None, PERSON, Basis.SELF, None, "bad_day", False),
        (PAIN, LEFT_KNEE, PERSON, Basis.SELF, None, 4, False),
        (PAIN, None, alex, Basis.TOLD, None, 7, False),
        (PAIN, None, PERSON, Basis.SELF, 6, 5, False),
        (PAIN, None, PERSON, Basis.SELF, None, 6, False),
    ]
    assert {row.day for row in rows} == {DAY}
    assert rows[0].at == world.now


def test_history_keeps_its_order_when_the_clock_was_set_back(diary: OpenDiary, world: World) -> None:
    journal.give_score(diary, DAY, PAIN, 6)
    world.now -= timedelta(hours=2)
    journal.give_score(diary, DAY, PAIN, 5)
    assert [(row.old, row.new) for row in looking_back.history(diary, DAY)] == [(6, 5), (None, 6)]


def test_history_of_a_day_leaves_other_days_out_and_holds_notes_and_moments(diary: OpenDiary) -> None:
    journal.give_score(diary, YESTERDAY, PAIN, 1)
    journal.write_note(diary, DAY, "first words")
    (note,) = journal.day_page(diary, DAY).notes
    journal.write_note(diary, DAY, "second words", note_id=note.id)
    journal.write_note(diary, DAY, "", note_id=note.id)
    moment(diary, "m1", 3)
    rows = looking_back.history(diary, DAY)
    assert {(row.what, row.day) for row in rows} == {("note", DAY), ("pain_now", DAY)}
    assert [(row.old, row.new) for row in rows if row.what == "note" and row.new] == [
        ("first words", "second words"),
        (None, "first words"),
    ]
    assert len(looking_back.history(diary)) == len(rows) + 1


def test_deleting_an_entry_clears_all_of_it_and_undo_brings_it_back(diary: OpenDiary) -> None:
    journal.give_scores(diary, DAY, {(PAIN, None): 6, (MOOD, None): 2, (PAIN, LEFT_KNEE): 7})
    acts.act(diary, [FieldChange("entry_factor", f"{OWN_ENTRY}|f1", "present", value=True)], PERSON)
    moment(diary, "m1", 3)
    before = looking_back.extract(diary)
    changes = looking_back.delete_entries(diary, [OWN_ENTRY, "m1"])
    assert changes.days == {DAY}
    assert looking_back.extract(diary).days == ()
    assert len(looking_back.history(diary, DAY)) >= 8, "what it said stays in the history"
    journal.undo(diary)
    assert [day.values for day in looking_back.extract(diary).days] == [day.values for day in before.days]
    journal.redo(diary)
    journal.give_score(diary, DAY, PAIN, 1)
    (entry,) = journal.day_page(diary, DAY).day.entries
    assert [(score.measure, score.value) for score in entry.scores] == [(PAIN, 1)]


def test_deleting_what_is_not_there_writes_nothing(diary: OpenDiary) -> None:
    assert not looking_back.delete_entries(diary, [OWN_ENTRY])
    assert not journal.day_page(diary, DAY).can_undo


def test_deleting_one_entry_leaves_those_whose_ids_begin_alike(diary: OpenDiary) -> None:
    imported = str(EntryKey(DAY, PERSON, Basis.SELF, "row-1"))
    for entry, value in ((OWN_ENTRY, 6), (imported, 7), (imported + "0", 8)):
        content = {"value": value, "version": 1}
        acts.act(diary, [FieldChange("score", f"{entry}|{PAIN}||", "answer", content)], PERSON)
    looking_back.delete_entries(diary, [imported])
    found = journal.day_page(diary, DAY).day.entries
    assert sorted(score.value for entry in found for score in entry.scores) == [6, 8]


def brought_back(diary: OpenDiary, what: str, new: object) -> Changes:
    """Bring back the line of the day's history that says so."""
    row = next(row for row in looking_back.history(diary, DAY) if (row.what, row.new) == (what, new))
    assert row.brought_back_by
    return looking_back.bring_back(diary, row.brought_back_by)


def own_value(diary: OpenDiary, measure: str = PAIN) -> float | None:
    value = journal.day_page(diary, DAY).day.value(measure)
    return None if value is None else value.value


def test_an_earlier_answer_comes_back_as_a_new_line_and_undo_takes_it_away_again(diary: OpenDiary) -> None:
    for value in (6, 5):
        journal.give_score(diary, DAY, PAIN, value)
    changes = brought_back(diary, PAIN, 6)
    assert changes == Changes(frozenset({DAY}), frozenset({"score"}))
    assert [(row.old, row.new) for row in looking_back.history(diary, DAY)] == [(5, 6), (6, 5), (None, 6)]
    assert own_value(diary) == 6
    journal.undo(diary)
    assert own_value(diary) == 5
    journal.redo(diary)
    assert own_value(diary) == 6


def test_only_what_stands_no_longer_can_come_back(diary: OpenDiary) -> None:
    for value in (6, None, 5):
        journal.give_score(diary, DAY, PAIN, value)
    assert [(row.new, bool(row.brought_back_by)) for row in looking_back.history(diary, DAY)] == [
        (5, False),
        (None, False),
        (6, True),
    ]
    brought_back(diary, PAIN, 6)
    assert [row.new for row in looking_back.history(diary, DAY) if row.brought_back_by] == [5]


def test_an_answer_that_was_emptied_comes_back_as_old_as_it_was_and_a_correction_leaves_it_so(
    diary: OpenDiary, world: World
) -> None:
    first = world.now
    journal.give_score(diary, DAY, PAIN, 6)
    world.now += timedelta(days=5)
    journal.give_score(diary, DAY, PAIN, None)
    brought_back(diary, PAIN, 6)
    (score,) = journal.day_page(diary, DAY).day.entries[0].scores
    assert score.answered_at == first
    value = journal.day_page(diary, DAY).day.value(PAIN)
    assert value is not None
    assert not value.filled_in_later
    journal.give_score(diary, DAY, PAIN, 7)
    (score,) = journal.day_page(diary, DAY).day.entries[0].scores
    assert (score.value, score.answered_at) == (7, first)


def test_one_answer_of_a_deleted_entry_comes_back_alone_with_the_hour_its_day_ended(diary: OpenDiary) -> None:
    journal.log_day(diary, DAY, journal.Told({(PAIN, None): 6, (MOOD, None): 2}, from_notes=True))
    acts.act(diary, [FieldChange("entry", OWN_ENTRY, "factors_looked_through", value=True)], PERSON)
    before = journal.day_page(diary, DAY).day.entries[0]
    looking_back.delete_entries(diary, [OWN_ENTRY])
    brought_back(diary, PAIN, 6)
    (entry,) = journal.day_page(diary, DAY).day.entries
    assert [(score.measure, score.value) for score in entry.scores] == [(PAIN, 6)]
    assert (entry.from_notes, entry.day_ends_at) == (True, before.day_ends_at)
    assert not entry.factors_looked_through, "a factor that was not brought back is not known to be absent"


def test_the_words_of_a_deleted_note_come_back(diary: OpenDiary) -> None:
    journal.write_note(diary, DAY, "first words")
    (note,) = journal.day_page(diary, DAY).notes
    journal.write_note(diary, DAY, "second words", note_id=note.id)
    journal.write_note(diary, DAY, "", note_id=note.id)
    brought_back(diary, "note", "second words")
    assert [one.text for one in journal.day_page(diary, DAY).notes] == ["second words"]
    brought_back(diary, "note", "first words")
    assert [one.text for one in journal.day_page(diary, DAY).notes] == ["first words"]


def test_a_note_whose_writing_was_undone_comes_back_whole(diary: OpenDiary) -> None:
    journal.write_note(diary, DAY, "my words", sharing=Sharing.SHARED)
    journal.undo(diary)
    row = next(row for row in looking_back.history(diary) if row.new == "my words")
    assert row.brought_back_by
    looking_back.bring_back(diary, row.brought_back_by)
    (note,) = journal.day_page(diary, DAY).notes
    assert (note.text, note.sharing, note.recorder) == ("my words", Sharing.SHARED, PERSON)


def test_an_answer_of_a_deleted_moment_brings_the_moment_back(diary: OpenDiary) -> None:
    moment(diary, "m1", 3)
    looking_back.delete_entries(diary, ["m1"])
    brought_back(diary, "pain_now", 3)
    (entry,) = journal.day_page(diary, DAY).day.entries
    assert (entry.moment, [score.value for score in entry.scores]) == (time(9, 30), [3])


def test_a_mark_comes_back(diary: OpenDiary) -> None:
    journal.mark_day(diary, DAY, MarkKind.BAD_DAY)
    journal.mark_day(diary, DAY, None)
    brought_back(diary, "day_mark", MarkKind.BAD_DAY)
    assert journal.day_page(diary, DAY).day.state is DayState.BAD_DAY


def test_bringing_back_what_is_not_there_or_is_empty_or_stands_writes_nothing(diary: OpenDiary) -> None:
    journal.give_score(diary, DAY, PAIN, 6)
    with diary.store.reading() as connection:
        given = next(row for row in every(connection) if row.kind == "score")
    assert not looking_back.bring_back(diary, given.stamp)
    assert not looking_back.bring_back(diary, ("no device", 1))
    journal.give_score(diary, DAY, PAIN, None)
    with diary.store.reading() as connection:
        emptied = [row for row in every(connection) if row.kind == "score"][-1]
    assert not looking_back.bring_back(diary, emptied.stamp)


def test_history_says_what_came_from_another_app_and_what_was_changed_here(diary: OpenDiary, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text(f"date,pain\n{DAY.isoformat()},4\n", encoding="utf-8")
    bringing_in.bring_in(diary, file, bringing_in.Choices())
    journal.give_score(diary, DAY, PAIN, None)
    brought_back(diary, PAIN, 4)
    assert [(row.new, row.is_imported) for row in looking_back.history(diary, DAY)] == [
        (4, False),
        (None, False),
        (4, True),
    ]
