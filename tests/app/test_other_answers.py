from __future__ import annotations

from datetime import timedelta

import pytest

from diary.app import journal, looking_back, other_answers, welcoming
from diary.app.pausing import end_pause, pause
from diary.app.values import Welcome
from diary.domain.day_values import DayState, MadeFrom
from diary.domain.entries import PauseFor, Spread
from diary.domain.errors import DiaryError
from diary.domain.helping import IsHelping
from diary.domain.measures import PAIN
from diary.domain.people import Basis, Voice
from diary.domain.places import BodySite, Side
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

KNEE, BACK = BodySite("knee", Side.LEFT), BodySite("lower_back")
NEXT_DAY = DAY + timedelta(days=1)
NOTICED = Voice("alex", Basis.OBSERVED)


def test_a_usual_place_is_nought_only_where_nowhere_else_was_said(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 4, site=KNEE)
    sam.world.now += timedelta(days=1)
    journal.give_score(sam.diary, NEXT_DAY, PAIN, 6, site=BACK)
    assert sam.day(NEXT_DAY).value(PAIN, KNEE) is None
    other_answers.say_nowhere_else(sam.diary, NEXT_DAY)
    value = sam.day(NEXT_DAY).value(PAIN, KNEE)
    assert value is not None
    assert (value.value, value.made_from, value.filled_in_later) == (0, MadeFrom.NOWHERE_ELSE, False)
    assert sam.all().days[1].value(PAIN, KNEE) == value, "a longer period must say the same"
    journal.undo(sam.diary)
    assert sam.day(NEXT_DAY).value(PAIN, KNEE) is None


def test_nowhere_else_alone_is_an_entry_and_makes_no_number_of_nothing(sam: Sitting) -> None:
    other_answers.say_nowhere_else(sam.diary, DAY)
    assert (sam.day().state, sam.day().values) == (DayState.PARTLY, {})
    other_answers.say_nowhere_else(sam.diary, DAY, said=False)
    assert sam.day().entries == ()


def test_pain_spreads_from_one_place_to_another(sam: Sitting) -> None:
    other_answers.say_spread(sam.diary, DAY, BACK, KNEE)
    (entry,) = sam.day().entries
    assert entry.spreads == (Spread(BACK, KNEE),)
    assert sam.day().state is DayState.PARTLY
    with pytest.raises(DiaryError, match="spread_nowhere"):
        other_answers.say_spread(sam.diary, DAY, KNEE, KNEE)
    with pytest.raises(DiaryError, match="place_unknown"):
        other_answers.say_spread(sam.diary, DAY, KNEE, BodySite("tail"))
    other_answers.say_spread(sam.diary, DAY, BACK, KNEE, said=False)
    assert sam.day().entries == ()


def test_a_headache_is_three_answers_in_one_act(sam: Sitting) -> None:
    journal.answer_headache(sam.diary, DAY, had=True, how_bad=6, hours=2.5)
    assert {key[0]: one.value for key, one in sam.day().values.items()} == {
        "headache_today": 1, "headache": 6, "headache_hours": 2.5,
    }  # fmt: skip
    journal.answer_headache(sam.diary, DAY, had=False)
    assert {key[0]: one.value for key, one in sam.day().values.items()} == {"headache_today": 0}
    journal.undo(sam.diary)
    assert len(sam.day().values) == 3
    journal.answer_headache(sam.diary, DAY, had=None)
    assert sam.day().values == {}


def test_numbness_is_scored_at_a_place_beside_its_pain(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 4, site=KNEE)
    journal.give_score(sam.diary, DAY, "numbness", 7, site=KNEE)
    assert {one.value for one in sam.day().values.values()} == {4, 7}


def test_one_good_thing_is_kept_changed_and_taken_away(sam: Sitting) -> None:
    journal.keep_draft(sam.diary, DAY, "Sun", field="good_thing")
    journal.keep_draft(sam.diary, DAY, "A long night")
    assert sam.page().drafts == {"good_thing": "Sun", "note": "A long night"}
    other_answers.write_good_thing(sam.diary, DAY, " Sun on the 🌳 ")
    (good,) = sam.page().good_things
    assert good.text == "Sun on the 🌳"
    assert (sam.page().drafts, sam.page().draft) == ({"note": "A long night"}, "A long night")
    assert sam.day().state is DayState.PARTLY
    other_answers.write_good_thing(sam.diary, DAY, "")
    assert sam.page().good_things == ()
    assert sam.day().state is DayState.UNKNOWN
    assert [row.what for row in looking_back.history(sam.diary, DAY)] == ["good_thing", "good_thing"]
    with pytest.raises(DiaryError, match="note_too_long"):
        other_answers.write_good_thing(sam.diary, DAY, "x" * 1_000_000)


def test_a_draft_is_still_there_after_the_program_stopped(sam: Sitting) -> None:
    journal.keep_draft(sam.diary, DAY, "half a sen", field="good_thing")
    sam.again()
    assert sam.page().drafts == {"good_thing": "half a sen"}


def test_what_a_carer_noticed_is_none_of_these(sam: Sitting) -> None:
    with pytest.raises(DiaryError, match="measure_not_observed"):
        other_answers.say_nowhere_else(sam.diary, DAY, voice=NOTICED)
    with pytest.raises(DiaryError, match="measure_not_observed"):
        other_answers.say_spread(sam.diary, DAY, BACK, KNEE, voice=NOTICED)
    with pytest.raises(DiaryError, match="measure_not_observed"):
        other_answers.write_good_thing(sam.diary, DAY, "smiled", voice=NOTICED)
    assert sam.day().entries == ()


def test_notes_made_at_the_time_are_asked_about_once_a_sitting_and_let_late_answers_count(sam: Sitting) -> None:
    long_ago = DAY - timedelta(days=9)
    assert not sam.page().asks_for_notes
    assert sam.page(long_ago).asks_for_notes
    journal.give_score(sam.diary, long_ago, PAIN, 6)
    value = sam.day(long_ago).value(PAIN)
    assert value is not None
    assert (value.filled_in_later, value.in_statistics) == (True, False)
    other_answers.say_notes(sam.diary, long_ago, has_notes=True)
    assert not sam.page(long_ago).asks_for_notes
    journal.give_score(sam.diary, long_ago - timedelta(days=1), PAIN, 5)
    assert [one.in_statistics for day in sam.all().days for one in day.values.values()] == [True, True]
    journal.give_score(sam.diary, DAY, PAIN, 5)
    assert not sam.day().entries[0].from_notes, "what is written in time needs no notes"
    sam.again()
    assert sam.page(long_ago).asks_for_notes


def test_after_a_gap_there_is_a_welcome_and_after_a_pause_no_gap(sam: Sitting) -> None:
    assert welcoming.welcome(sam.diary) == Welcome()
    journal.give_score(sam.diary, DAY, PAIN, 6)
    sam.world.now += timedelta(days=3)
    assert welcoming.welcome(sam.diary).days_away is None
    sam.world.now += timedelta(days=6)
    assert welcoming.welcome(sam.diary).days_away == 9
    pause(sam.diary, PauseFor.UNTIL_BACK)
    sam.world.now += timedelta(days=12)
    end_pause(sam.diary)
    assert welcoming.welcome(sam.diary).days_away is None


def test_whether_it_helps_is_asked_every_four_weeks(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    sam.world.now += timedelta(days=28)
    assert welcoming.welcome(sam.diary).asks_if_helping
    welcoming.answer_helping(sam.diary, IsHelping.NO)
    assert [one.answer for one in sam.all().helping] == [IsHelping.NO]
    assert not welcoming.welcome(sam.diary).asks_if_helping
    sam.world.now += timedelta(days=28)
    assert welcoming.welcome(sam.diary).asks_if_helping


def test_a_place_is_taken_away_with_all_that_was_said_of_it_and_comes_back_whole(sam: Sitting) -> None:
    back, knee = BACK, KNEE
    journal.give_scores(sam.diary, DAY, {(PAIN, back): 6, ("numbness", back): 3, (PAIN, knee): 2})
    other_answers.say_spread(sam.diary, DAY, back, knee)
    other_answers.say_spread(sam.diary, DAY, knee, back)
    before = sam.day()
    journal.clear_place(sam.diary, DAY, back)
    assert set(sam.day().values) == {(PAIN, knee)}
    assert sam.day().entries[0].spreads == (Spread(knee, back),)
    journal.undo(sam.diary)
    assert sam.day().values == before.values
    assert sam.day().entries[0].spreads == before.entries[0].spreads
