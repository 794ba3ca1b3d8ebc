"""Moments of a day, which a diary may hold though no page asks for them yet."""

from __future__ import annotations

from datetime import time

from diary.app import journal, looking_back
from diary.app.acts import act
from diary.domain.day_values import MadeFrom
from diary.domain.measures import PAIN
from diary.domain.people import PERSON
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, moment


def test_the_days_value_is_the_mean_of_its_moments_until_there_is_a_daily_answer(sam: Sitting) -> None:
    act(sam.diary, moment("morning", time(9), {"pain_now": 2}), PERSON)
    act(sam.diary, moment("afternoon", time(16, 30), {"pain_now": 5}), PERSON)
    value = sam.day().value(PAIN)
    assert value is not None
    assert (value.value, value.made_from) == (3.5, MadeFrom.MOMENTS)
    journal.give_score(sam.diary, DAY, PAIN, 6)
    value = sam.day().value(PAIN)
    assert value is not None
    assert (value.value, value.made_from) == (6, MadeFrom.DAILY)


def test_a_deleted_moment_comes_back_whole_by_undo(sam: Sitting) -> None:
    act(sam.diary, moment("morning", time(9), {"pain_now": 2, "mood_now": 7}), PERSON)
    looking_back.delete_entries(sam.diary, ["morning"])
    assert sam.day().entries == ()
    journal.undo(sam.diary)
    (entry,) = sam.day().entries
    assert (entry.moment, len(entry.scores)) == (time(9), 2)
