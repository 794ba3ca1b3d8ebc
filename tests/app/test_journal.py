"""Writing in a diary: what is given is kept as given or refused, and every act can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event

from diary.app import diaries, journal
from diary.app.opened import OpenDiary
from diary.app.values import Changes
from diary.domain.day_values import DayState, DayValue
from diary.domain.entries import Appointment, MarkKind, Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import PERSON, Basis, Voice
from diary.domain.places import BodySite, Side
from tests.storage.builders import DAY, World, a_carer, all_revisions, all_tables, local, sams_diary

YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def diary(tmp_path: Path, world: World) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path, world)
    yield opened
    assert opened.store.projection_differences() == {}
    diaries.close(opened)


def value(diary: OpenDiary, measure: str = PAIN, site: BodySite | None = None) -> float | None:
    found = journal.day_page(diary, DAY).day.value(measure, site)
    return None if found is None else found.value


def pain(diary: OpenDiary) -> DayValue:
    found = journal.day_page(diary, DAY).day.value(PAIN)
    assert found is not None
    return found


def test_a_second_answer_is_a_change_and_the_same_answer_is_none(diary: OpenDiary) -> None:
    assert journal.give_score(diary, DAY, PAIN, 6) == Changes(frozenset({DAY}), frozenset({"entry", "score"}))
    assert journal.give_score(diary, DAY, PAIN, 5) == Changes(frozenset({DAY}), frozenset({"score"}))
    assert not journal.give_score(diary, DAY, PAIN, 5)
    assert not journal.give_score(diary, DAY, PAIN, 5.0)
    assert value(diary) == 5
    assert len(all_tables(diary.store)["score"]) == 1


def test_an_answer_waits_for_the_disk_once_and_asks_for_no_more_than_it_needs(diary: OpenDiary) -> None:
    """Every statement is time on the lane, and every transaction takes the file's lock: a save was 4.7 bare commits."""
    journal.give_score(diary, DAY, PAIN, 6)
    said: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        said.append(statement.split(maxsplit=1)[0])

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        journal.give_score(diary, DAY, PAIN, 5)
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
    histories, revision, score = ["SELECT"] * 2, ["INSERT"], ["INSERT"]
    assert said == ["BEGIN", *histories, *revision, *score]


def test_zero_is_kept_and_taking_away_is_none(diary: OpenDiary) -> None:
    journal.give_score(diary, DAY, PAIN, 0)
    assert value(diary) == 0
    journal.give_score(diary, DAY, PAIN, None)
    assert value(diary) is None
    assert journal.day_page(diary, DAY).day.state is DayState.UNKNOWN
    assert journal.day_page(diary, DAY).day.entries == ()


def test_taking_away_what_was_never_given_writes_nothing(diary: OpenDiary) -> None:
    before = all_revisions(diary.store)
    assert not journal.give_score(diary, DAY, PAIN, None)
    assert all_revisions(diary.store) == before


def test_three_answers_make_a_recorded_day_and_undo_takes_them_back_together(diary: OpenDiary) -> None:
    journal.give_scores(diary, DAY, {(MOOD, None): 4, (ANXIETY, None): 7, (PAIN, None): 6})
    assert journal.day_page(diary, DAY).day.state is DayState.RECORDED
    journal.undo(diary)
    assert journal.day_page(diary, DAY).day.state is DayState.UNKNOWN
    journal.redo(diary)
    assert journal.day_page(diary, DAY).day.state is DayState.RECORDED


def test_undo_goes_back_step_by_step_over_the_same_question(diary: OpenDiary) -> None:
    for number in (3, 4, 5):
        journal.give_score(diary, DAY, PAIN, number)
    seen = []
    while journal.undo(diary):
        seen.append(value(diary))
    assert seen == [4, 3, None]
    assert not journal.day_page(diary, DAY).can_undo
    forward = []
    while journal.redo(diary):
        forward.append(value(diary))
    assert forward == [3, 4, 5]
    assert (journal.undo(diary), value(diary)) == (Changes(frozenset({DAY}), frozenset({"score"})), 4)


def test_a_new_act_ends_what_could_be_redone(diary: OpenDiary) -> None:
    journal.give_score(diary, DAY, PAIN, 3)
    journal.undo(diary)
    assert journal.day_page(diary, DAY).can_redo
    journal.give_score(diary, DAY, MOOD, 3)
    assert not journal.day_page(diary, DAY).can_redo
    assert journal.redo(diary) is None


Act = Callable[[OpenDiary], object]


@pytest.mark.parametrize(
    ("act", "slug"),
    [
        (lambda d: journal.give_score(d, DAY + timedelta(days=1), PAIN, 3), "day_in_future"),
        (lambda d: journal.day_page(d, DAY + timedelta(days=1)), "day_in_future"),
        (lambda d: journal.mark_day(d, DAY + timedelta(days=1), MarkKind.BAD_DAY), "day_in_future"),
        (lambda d: journal.write_note(d, DAY + timedelta(days=1), "x"), "day_in_future"),
        (lambda d: journal.give_score(d, DAY, PAIN, 11), "score_out_of_range"),
        (lambda d: journal.give_score(d, DAY, PAIN, -1), "score_out_of_range"),
        (lambda d: journal.give_score(d, DAY, PAIN, float("nan")), "score_out_of_range"),
        (lambda d: journal.give_score(d, DAY, PAIN, 6.5), "score_between_steps"),
        (lambda d: journal.give_score(d, DAY, SLEEP, 7.25), "score_between_steps"),
        (lambda d: journal.give_score(d, DAY, "joy", 5), "measure_unknown"),
        (lambda d: journal.give_score(d, DAY, PAIN, 5, site=BodySite("tail")), "place_unknown"),
        (lambda d: journal.give_score(d, DAY, PAIN, 5, site=BodySite("head", Side.LEFT)), "side_unknown"),
        (lambda d: journal.give_score(d, DAY, PAIN, 5, voice=Voice("alex", Basis.OBSERVED)), "measure_not_observed"),
        (lambda d: journal.give_score(d, DAY, "noticed_in_pain", 1), "measure_only_observed"),
        (lambda d: journal.give_scores(d, DAY, {(MOOD, None): 3, (PAIN, None): 99}), "score_out_of_range"),
        (lambda d: journal.write_note(d, DAY, "x" * 1_000_000), "note_too_long"),
        (lambda d: journal.write_note(d, DAY, "a\0b"), "text_unreadable"),
        (lambda d: journal.write_note(d, DAY, "half \ud83d"), "text_unreadable"),
        (lambda d: journal.keep_draft(d, DAY, "half \udc00"), "text_unreadable"),
        (lambda d: journal.keep_draft(d, DAY, "x" * 20_001), "note_too_long"),
        (lambda d: journal.prepare_appointment(d, Appointment("next", None, "x" * 301)), "wish_too_long"),
        (lambda d: journal.prepare_appointment(d, Appointment("next", None, "", ("x" * 91,))), "wish_too_long"),
        (lambda d: journal.prepare_appointment(d, Appointment("next", None, "a\0b")), "text_unreadable"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_nothing_written(diary: OpenDiary, act: Act, slug: str) -> None:
    before = all_revisions(diary.store)
    with pytest.raises(DiaryError, match=slug):
        act(diary)
    assert all_revisions(diary.store) == before
    assert not journal.day_page(diary, DAY).can_undo


@pytest.mark.parametrize(
    "text",
    ["🙂 zwölf 10 µg", "كان يوماً صعباً", "{pain} %s {0}", "a\nb\tc", "e\u0301", "'; DROP TABLE note; --", "x" * 20_000],
)
def test_words_come_back_as_they_were_typed(diary: OpenDiary, text: str) -> None:
    journal.write_note(diary, DAY, text)
    (note,) = journal.day_page(diary, DAY).notes
    assert (note.text, note.sharing, note.day) == (text, Sharing.PRIVATE, DAY)


def test_a_note_is_changed_shared_and_deleted_and_each_can_be_undone(diary: OpenDiary) -> None:
    journal.write_note(diary, DAY, "first")
    (note,) = journal.day_page(diary, DAY).notes
    journal.write_note(diary, DAY, "second", note_id=note.id, sharing=Sharing.SHARED)
    (changed,) = journal.day_page(diary, DAY).notes
    assert (changed.id, changed.text, changed.sharing) == (note.id, "second", Sharing.SHARED)
    journal.write_note(diary, DAY, " \n", note_id=note.id)
    assert journal.day_page(diary, DAY).notes == ()
    journal.undo(diary)
    assert journal.day_page(diary, DAY).notes[0].text == "second"
    journal.undo(diary)
    assert journal.day_page(diary, DAY).notes == (note,)
    journal.undo(diary)
    assert journal.day_page(diary, DAY).notes == ()


@pytest.mark.parametrize("gone", ["undone", "deleted"])
def test_words_saved_into_a_note_that_is_gone_bring_it_back(diary: OpenDiary, gone: str) -> None:
    """The page may still show the note that an undo took away; what is typed there must not vanish."""
    journal.write_note(diary, DAY, "first")
    (note,) = journal.day_page(diary, DAY).notes
    if gone == "undone":
        journal.undo(diary)
    else:
        journal.write_note(diary, DAY, "", note_id=note.id)
    journal.write_note(diary, DAY, "second", note_id=note.id)
    assert [one.text for one in journal.day_page(diary, DAY).notes] == ["second"]
    journal.undo(diary)
    assert journal.day_page(diary, DAY).notes == ()


def test_a_draft_outlives_the_program_and_ends_with_the_note(diary: OpenDiary, world: World) -> None:
    before = all_revisions(diary.store)
    journal.keep_draft(diary, DAY, "half a sen")
    journal.keep_draft(diary, DAY, "half a sentence")
    assert all_revisions(diary.store) == before, "a draft is not history"
    assert journal.day_page(diary, DAY).draft == "half a sentence"
    assert journal.day_page(diary, YESTERDAY).draft is None
    journal.write_note(diary, DAY, "a whole sentence")
    assert journal.day_page(diary, DAY).draft is None
    assert world.now == local(DAY, 20)


def test_a_mark_stays_beside_numbers_and_can_be_taken_away(diary: OpenDiary) -> None:
    journal.mark_day(diary, DAY, MarkKind.BAD_DAY)
    assert journal.day_page(diary, DAY).day.state is DayState.BAD_DAY
    journal.give_score(diary, DAY, PAIN, 8)
    day = journal.day_page(diary, DAY).day
    assert (day.state, [mark.kind for mark in day.marks]) == (DayState.PARTLY, [MarkKind.BAD_DAY])
    journal.mark_day(diary, DAY, None)
    assert journal.day_page(diary, DAY).day.marks == ()


def test_places_and_sides_are_their_own_answers(diary: OpenDiary) -> None:
    left, right = BodySite("knee", Side.LEFT), BodySite("knee", Side.RIGHT)
    journal.give_scores(diary, DAY, {(PAIN, None): 6, (PAIN, left): 7})
    assert (value(diary), value(diary, PAIN, left), value(diary, PAIN, right)) == (6, 7, None)


def test_a_carer_takes_back_what_they_noticed_and_only_that(diary: OpenDiary) -> None:
    alex = a_carer(diary, "Alex")
    noticed, told = Voice(alex, Basis.OBSERVED), Voice(alex, Basis.TOLD)
    journal.give_score(diary, DAY, "noticed_in_pain", 2, voice=noticed)
    journal.give_score(diary, DAY, PAIN, 7, voice=told)
    journal.give_score(diary, DAY, PAIN, 6)
    journal.give_score(diary, DAY, "noticed_in_pain", None, voice=noticed)
    journal.give_score(diary, DAY, PAIN, None, voice=told)
    assert [(e.basis, e.recorder) for e in journal.day_page(diary, DAY).day.entries] == [(Basis.SELF, "person")]
    assert value(diary) == 6


def test_after_midnight_it_is_still_yesterday_until_four(diary: OpenDiary, world: World) -> None:
    world.now = local(DAY, 3, 59)
    assert diary.today() == YESTERDAY
    with pytest.raises(DiaryError, match="day_in_future"):
        journal.give_score(diary, DAY, PAIN, 3)
    world.now = local(DAY, 4)
    journal.give_score(diary, DAY, PAIN, 3)


def test_an_accident_and_its_undo_do_not_make_an_answer_late(diary: OpenDiary, world: World) -> None:
    journal.give_score(diary, DAY, PAIN, 3)
    world.now += timedelta(days=3)
    journal.give_score(diary, DAY, PAIN, 5)
    assert not pain(diary).filled_in_later, "a correction doesn't change when it was first answered"
    journal.give_score(diary, DAY, PAIN, None)
    journal.undo(diary)
    assert not pain(diary).filled_in_later
    journal.give_score(diary, DAY, PAIN, None)
    journal.give_score(diary, DAY, PAIN, 5)
    assert pain(diary).filled_in_later, "answered anew after it was empty"


@pytest.mark.parametrize("from_notes", [False, True])
def test_long_after_the_day_only_notes_made_at_the_time_count(
    diary: OpenDiary,
    world: World,
    from_notes: bool,
) -> None:
    world.now += timedelta(days=5)
    journal.give_scores(diary, DAY, {(PAIN, None): 4}, from_notes=from_notes)
    assert pain(diary).filled_in_later
    assert pain(diary).in_statistics is from_notes


def test_a_clock_set_back_loses_no_order(diary: OpenDiary, world: World) -> None:
    journal.give_score(diary, DAY, PAIN, 3)
    world.now -= timedelta(hours=10)
    journal.give_score(diary, DAY, PAIN, 5)
    assert value(diary) == 5
    clocks = [row.clock for row in all_revisions(diary.store)]
    assert clocks == sorted(clocks)


def test_half_past_one_twice_is_one_evening_and_the_second_answer_counts(diary: OpenDiary, world: World) -> None:
    """Clocks in London went back at 02:00 on 25 October 2026."""
    london = ZoneInfo("Europe/London")
    evening = date(2026, 10, 24)
    for utc_hour, value in ((0, 3), (1, 5)):
        world.now = datetime(2026, 10, 25, utc_hour, 30, tzinfo=UTC).astimezone(london)
        assert (world.now.hour, diary.today()) == (1, evening)
        journal.give_score(diary, evening, PAIN, value)
    found = journal.day_page(diary, evening).day.value(PAIN)
    assert found is not None
    assert (found.value, found.filled_in_later) == (5, False)


def test_travelling_moves_no_day_and_no_answer(diary: OpenDiary, world: World) -> None:
    world.now = local(DAY, 23, offset=timedelta(hours=9))
    journal.give_score(diary, DAY, PAIN, 3)
    world.now = world.now.astimezone(timezone(timedelta(hours=-8)))
    assert (world.now.hour, diary.today()) == (6, DAY)
    journal.give_score(diary, DAY, MOOD, 4)
    (entry,) = journal.day_page(diary, DAY).day.entries
    given = {score.measure: score.answered_at for score in entry.scores}
    assert [at.hour for at in (given[PAIN], given[MOOD]) if at] == [23, 6]


def test_an_appointment_keeps_its_wish_and_questions(diary: OpenDiary) -> None:
    prepared = Appointment("next", DAY + timedelta(days=9), "to sleep again", ("Why?", "How long?"))
    journal.prepare_appointment(diary, prepared)
    assert all_tables(diary.store)["appointment"][0]["wish"] == "to sleep again"
    journal.prepare_appointment(diary, Appointment("next", None, "", ("Only this?",)))
    assert [row["text"] for row in all_tables(diary.store)["question"]] == ["Only this?"]
    assert all_tables(diary.store)["appointment"] == []


def test_a_day_logged_at_once_is_one_act_its_new_carer_included(diary: OpenDiary) -> None:
    """A disk that fills up between two of its parts would leave half a day, or a carer who never wrote."""
    told = journal.Told({(PAIN, None): 7.0}, MarkKind.BAD_DAY, "in bed till noon")
    journal.log_day(diary, DAY, told, by="Alex", basis=Basis.TOLD)
    rows = [row for row in all_revisions(diary.store) if row.recorder not in {None, PERSON}]
    assert {row.kind for row in rows} == {"recorder", "entry", "score", "day_mark", "note"}
    assert len({row.gesture for row in rows}) == 1
    journal.undo(diary)
    assert journal.day_page(diary, DAY).day.state is DayState.UNKNOWN
