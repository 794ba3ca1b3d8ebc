from __future__ import annotations

from datetime import time, timedelta

import pytest

from diary.app import choosing, journal, looking_back, moments
from diary.domain.day_values import MadeFrom
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import Basis, Voice
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, local


def new_id(sam: Sitting) -> str:
    return sam.diary.computer.surroundings.new_id()


def test_the_days_value_is_the_mean_of_its_moments_until_there_is_a_daily_answer(sam: Sitting) -> None:
    for at, pain in ((time(9), 2), (time(16, 30), 5)):
        moments.answer_moment(sam.diary, DAY, new_id(sam), at, {"pain_now": pain})
    value = sam.day().value(PAIN)
    assert value is not None
    assert (value.value, value.made_from) == (3.5, MadeFrom.MOMENTS)
    journal.give_score(sam.diary, DAY, PAIN, 6)
    value = sam.day().value(PAIN)
    assert value is not None
    assert (value.value, value.made_from) == (6, MadeFrom.DAILY)


def test_answers_of_one_moment_stand_together_and_each_is_one_step_of_undo(sam: Sitting) -> None:
    moment = new_id(sam)
    moments.answer_moment(sam.diary, DAY, moment, time(9), {"pain_now": 2})
    moments.answer_moment(sam.diary, DAY, moment, time(9), {"mood_now": 7})
    (entry,) = sam.day().entries
    assert (entry.moment, {one.measure: one.value for one in entry.scores}) == (
        time(9),
        {"pain_now": 2, "mood_now": 7},
    )
    moments.move_moment(sam.diary, DAY, moment, time(9, 45))
    assert sam.day().entries[0].moment == time(9, 45)
    for _ in range(3):
        journal.undo(sam.diary)
    assert sam.day().entries == ()


def test_a_moment_is_answered_and_taken_back_after_the_clock_went_back(sam: Sitting) -> None:
    moment = new_id(sam)
    now = sam.diary.computer.surroundings.now().time().replace(second=0, microsecond=0)
    moments.answer_moment(sam.diary, DAY, moment, now, {"pain_now": 2})
    sam.world.now -= timedelta(hours=1)
    moments.answer_moment(sam.diary, DAY, moment, now, {"mood_now": 7})
    moments.answer_moment(sam.diary, DAY, moment, now, {"pain_now": None})
    assert [(one.measure, one.value) for one in sam.day().entries[0].scores] == [("mood_now", 7)]
    with pytest.raises(DiaryError, match="moment_in_future"):
        moments.answer_moment(sam.diary, DAY, new_id(sam), now, {"pain_now": 2})


def test_a_deleted_moment_comes_back_whole(sam: Sitting) -> None:
    moment = new_id(sam)
    moments.answer_moment(sam.diary, DAY, moment, time(9), {"pain_now": 2, "mood_now": 7})
    looking_back.delete_entries(sam.diary, [moment])
    assert sam.day().entries == ()
    (deleted,) = looking_back.deleted(sam.diary)
    assert (deleted.kind, deleted.day, len(deleted.answers)) == ("moment", DAY, 2)
    looking_back.recover(sam.diary, moment)
    assert len(sam.day().entries[0].scores) == 2


def test_a_time_after_midnight_is_of_the_night_that_follows_the_day(sam: Sitting) -> None:
    moment = new_id(sam)
    with pytest.raises(DiaryError, match="moment_in_future"):
        moments.answer_moment(sam.diary, DAY, moment, time(1), {"pain_now": 2})
    sam.world.now = local(DAY + timedelta(days=1), 1, 30)
    moments.answer_moment(sam.diary, DAY, moment, time(1), {"pain_now": 2})
    assert sam.day().entries[0].moment == time(1)
    choosing.choose_day_end(sam.diary, 0)
    moments.move_moment(sam.diary, DAY, moment, time(0, 30))


@pytest.mark.parametrize(
    ("measure", "value", "slug"),
    [(PAIN, 5, "measure_unknown"), ("pain_now", 11, "score_out_of_range"), ("luck", 1, "measure_unknown")],
)
def test_a_moment_asks_only_about_right_now(sam: Sitting, measure: str, value: float, slug: str) -> None:
    moment = new_id(sam)
    with pytest.raises(DiaryError, match=slug):
        moments.answer_moment(sam.diary, DAY, moment, time(9), {measure: value})
    assert sam.day().entries == ()


def test_what_a_carer_noticed_is_no_moment(sam: Sitting) -> None:
    moment = new_id(sam)
    with pytest.raises(DiaryError, match="measure_not_observed"):
        moments.answer_moment(sam.diary, DAY, moment, time(9), {"pain_now": 5}, voice=Voice("alex", Basis.OBSERVED))
