"""The journal in memory and the real one keep the same contract, so that Today's tests mean something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from diary.app import diaries
from diary.app.opened import OpenDiary
from diary.app.values import Step
from diary.domain.entries import Helped, MarkKind, PauseFor, Sharing, Spread, Treatment
from diary.domain.places import BodySite, Side
from diary.domain.today import GOOD_THING, HEADACHE, HEADACHE_HOURS, HEADACHE_TODAY
from diary.ui.today.gestures import AddFactor
from diary.ui.today.journal import DiaryJournal
from diary.ui.today.moment_gestures import AnswerMoment, DeleteMoment, MoveMoment
from diary.ui.today.more_state import Moment, MoreState, Taking, answers_of, more_of
from diary.ui.today.place_gestures import SaySpread, ScoreNumbness, TakePlaceAway
from diary.ui.today.saving import Journal
from diary.ui.today.treatment_gestures import (
    AddTreatment,
    EndTreatment,
    MoveTaking,
    SayHelped,
    TakeTreatment,
    UntakeTreatment,
)
from tests.storage.builders import DAY as REAL_DAY
from tests.storage.builders import World, sams_diary
from tests.ui.today.journals import TODAY, MemoryJournal

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
    assert journal.day_page(REAL_DAY).undo == Step("pain", REAL_DAY, value=6)
    changes = journal.undo()
    assert changes is not None
    assert REAL_DAY in changes.days
    assert (value(journal, "mood"), value(journal, "pain")) == (4, None)
    assert journal.day_page(REAL_DAY).can_redo
    assert journal.day_page(REAL_DAY).undo == Step("mood", REAL_DAY, value=4)
    assert journal.day_page(REAL_DAY).redo == Step("pain", REAL_DAY, value=6)
    journal.redo()
    assert value(journal, "pain") == 6
    assert not journal.day_page(REAL_DAY).can_redo


def more(journal: Journal) -> MoreState:
    return more_of(journal.day_page(REAL_DAY))


def test_a_place_has_a_score_of_its_own(journal: Journal) -> None:
    knee, back = BodySite("knee", Side.LEFT), BodySite("lower_back")
    journal.score_place(REAL_DAY, knee, 4)
    journal.score_place(REAL_DAY, back, 7)
    journal.score_place(BEFORE, back, 2)
    assert dict(more(journal).places) == {knee: 4, back: 7}
    assert value(journal, "pain") is None
    journal.score_place(REAL_DAY, knee, None)
    assert dict(more(journal).places) == {back: 7}


def test_nowhere_else_is_said_and_taken_back_and_scores_no_place(journal: Journal) -> None:
    journal.score_place(BEFORE, BodySite("neck"), 5)
    journal.say_nowhere_else(REAL_DAY, said=True)
    assert (more(journal).nowhere_else, dict(more(journal).places)) == (True, {})
    journal.say_nowhere_else(REAL_DAY, said=False)
    assert not more(journal).nowhere_else


def test_factors_are_ticked_taken_back_and_looked_through(journal: Journal) -> None:
    assert (more(journal).ticked, more(journal).looked_through) == (frozenset(), False)
    journal.look_through_factors(REAL_DAY)
    assert (more(journal).ticked, more(journal).looked_through) == (frozenset(), True)
    journal.tick_factor(REAL_DAY, "starter-work", was_there=True)
    assert more(journal).ticked == {"starter-work"}
    journal.tick_factor(REAL_DAY, "starter-work", was_there=False)
    assert not more(journal).ticked


def test_ones_own_factor_is_added_once_and_ticked(journal: Journal) -> None:
    for words in ("Bad news", "bad  NEWS"):
        AddFactor(words).write(journal, REAL_DAY)
    (own,) = [one for one in more(journal).factors if not one.id.startswith("starter")]
    assert (own.label, more(journal).ticked) == ("Bad news", frozenset({own.id}))


def test_one_good_thing_is_written_changed_and_taken_away_and_its_draft_is_done_with(journal: Journal) -> None:
    journal.keep_draft(REAL_DAY, "Sn", field=GOOD_THING)
    assert (more(journal).good_thing, more(journal).good_thing_is_draft) == ("Sn", True)
    journal.write_good_thing(REAL_DAY, "Snow")
    assert (more(journal).good_thing, more(journal).good_thing_is_draft) == ("Snow", False)
    journal.write_good_thing(REAL_DAY, "")
    assert more(journal).good_thing == ""


def test_nothing_to_log_is_marked(journal: Journal) -> None:
    journal.mark_day(REAL_DAY, MarkKind.NOTHING_TO_LOG)
    assert more(journal).is_nothing_to_log


def test_the_rest_is_left_out_on_a_hard_day(journal: Journal) -> None:
    asked = journal.day_page(REAL_DAY).choices.asked
    assert asked
    journal.choose_low_energy(on=True)
    assert journal.day_page(REAL_DAY).choices.asked == ()
    journal.choose_low_energy(on=False)
    assert journal.day_page(REAL_DAY).choices.asked == asked


def test_a_treatment_is_added_taken_once_and_said_to_have_helped(journal: Journal) -> None:
    AddTreatment("Ibuprofen", "medicine", "400 mg").write(journal, REAL_DAY)
    (treatment,) = more(journal).treatments
    assert (treatment.name, treatment.dose) == ("Ibuprofen", "400 mg")
    TakeTreatment(treatment.id).write(journal, REAL_DAY)
    taken = Taking(treatment.id)
    assert [replace(one, id="") for one in more(journal).takings] == [taken]
    SayHelped(taken, Helped.NOT_SURE).write(journal, REAL_DAY)
    assert [one.helped for one in more(journal).takings] == [Helped.NOT_SURE]
    SayHelped(more(journal).takings[0], None).write(journal, REAL_DAY)
    assert [one.helped for one in more(journal).takings] == [None]
    UntakeTreatment(taken).write(journal, REAL_DAY)
    assert more(journal).takings == ()


def test_what_is_taken_as_needed_is_kept_each_time_with_its_own_hour(journal: Journal) -> None:
    journal.keep_treatment(Treatment("", "Ibuprofen", "medicine", as_needed=True))
    (treatment,) = more(journal).treatments
    for at, taking in ((time(9), "a"), (time(17), "b")):
        TakeTreatment(treatment.id, at, taking).write(journal, REAL_DAY)
    first, second = more(journal).takings
    MoveTaking(first, time(18)).write(journal, REAL_DAY)
    UntakeTreatment(second, second.id).write(journal, REAL_DAY)
    assert more(journal).takings == (Taking(treatment.id, at=time(18), id="a"),)


def test_a_moment_is_answered_moved_and_deleted(journal: Journal) -> None:
    AnswerMoment("m", time(7, 30), "mood_now", 4).write(journal, REAL_DAY)
    AnswerMoment("m", time(7, 30), "pain_now", 0).write(journal, REAL_DAY)
    MoveMoment("m", time(7, 45)).write(journal, REAL_DAY)
    (moment,) = more(journal).moments
    assert replace(moment, is_later=False) == Moment("m", time(7, 45), {"mood_now": 4, "pain_now": 0})
    assert answers_of(journal.day_page(REAL_DAY)) == {}
    DeleteMoment("m").write(journal, REAL_DAY)
    assert more(journal).moments == ()


def test_a_moment_of_an_earlier_day_is_marked_as_filled_in_later(journal: Journal) -> None:
    AnswerMoment("m", time(7, 30), "mood_now", 4).write(journal, BEFORE)
    assert more_of(journal.day_page(BEFORE)).moments == (Moment("m", time(7, 30), {"mood_now": 4}, is_later=True),)


def test_a_treatment_that_ended_is_listed_on_the_days_before(journal: Journal) -> None:
    AddTreatment("Massage", "other").write(journal, BEFORE)
    (treatment,) = more(journal).treatments
    EndTreatment(treatment).write(journal, REAL_DAY)
    assert more(journal).treatments == ()
    assert [one.name for one in more_of(journal.day_page(BEFORE)).treatments] == ["Massage"]


def test_without_a_headache_there_is_neither_a_number_nor_a_time(journal: Journal) -> None:
    journal.answer_headache(REAL_DAY, had=True)
    journal.give_score(REAL_DAY, HEADACHE, 6)
    journal.give_score(REAL_DAY, HEADACHE_HOURS, 3.5)
    journal.answer_headache(REAL_DAY, had=True)
    assert (value(journal, HEADACHE_TODAY), value(journal, HEADACHE_HOURS)) == (1, None)
    journal.give_score(REAL_DAY, HEADACHE, 6)
    journal.answer_headache(REAL_DAY, had=False)
    assert (value(journal, HEADACHE_TODAY), value(journal, HEADACHE)) == (0, None)
    journal.answer_headache(REAL_DAY, had=None)
    assert value(journal, HEADACHE_TODAY) is None


def test_a_pause_begins_today_and_ends_when_somebody_is_back(journal: Journal) -> None:
    day = TODAY if isinstance(journal, MemoryJournal) else REAL_DAY
    journal.pause(PauseFor.WEEK)
    pause = more_of(journal.day_page(day)).pause
    assert pause is not None
    assert (pause.first, pause.last) == (day, day + timedelta(days=6))
    journal.end_pause()
    assert more_of(journal.day_page(day)).pause is None


def test_notes_are_asked_about_once_a_sitting_on_days_long_past(journal: Journal) -> None:
    long_past = REAL_DAY - timedelta(days=30)
    if isinstance(journal, MemoryJournal):
        journal.late_days = frozenset({long_past})
    assert more_of(journal.day_page(long_past)).asks_for_notes
    assert not more(journal).asks_for_notes
    journal.say_notes(long_past, has_notes=True)
    assert not more_of(journal.day_page(long_past)).asks_for_notes


def test_what_is_said_of_a_place_is_kept_and_cleared_together(journal: Journal) -> None:
    back, knee = BodySite("lower_back"), BodySite("knee", Side.LEFT)
    journal.score_place(REAL_DAY, back, 6)
    ScoreNumbness(back, 3).write(journal, REAL_DAY)
    SaySpread(back, knee, said=True).write(journal, REAL_DAY)
    assert (dict(more(journal).numbness), more(journal).spreads) == ({back: 3}, (Spread(back, knee),))
    TakePlaceAway(back).write(journal, REAL_DAY)
    assert more(journal).marked == ()
    journal.undo()
    assert more(journal).marked == (back,)
