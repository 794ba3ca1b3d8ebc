"""Answers are on their scale or refused, never rounded; and a column's name says which way it runs."""

from __future__ import annotations

import math

import pytest

from diary.domain.entries import Pause
from diary.domain.errors import DiaryError
from diary.domain.measures import Direction, Measure, ScaleKind, checked_score
from tests.domain.builders import DAY

PAIN = Measure("pain", "Pain", "")
SLEEP = Measure("sleep_hours", "Sleep", "", direction=Direction.NEUTRAL, kind=ScaleKind.HOURS, highest=24, step=0.5)


@pytest.mark.parametrize("value", [0, 10, 5.0])
def test_what_the_scale_has_is_kept_as_it_is(value: float) -> None:
    assert checked_score(PAIN, value) == value


@pytest.mark.parametrize("value", [-1, 10.5, 11, math.inf, -math.inf, math.nan, 10**400])
def test_out_of_range_is_refused(value: float) -> None:
    with pytest.raises(DiaryError, match="score_out_of_range") as caught:
        checked_score(PAIN, value)
    assert caught.value.values == {"measure": "pain", "lowest": 0, "highest": 10}


@pytest.mark.parametrize(("measure", "value"), [(PAIN, 6.5), (PAIN, 0.0001), (SLEEP, 7.25)])
def test_between_the_steps_is_refused_and_never_rounded(measure: Measure, value: float) -> None:
    with pytest.raises(DiaryError, match="score_between_steps"):
        checked_score(measure, value)


def test_half_hours_are_steps_of_sleep() -> None:
    assert [checked_score(SLEEP, value) for value in (0, 6.5, 24)] == [0, 6.5, 24]


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        (PAIN, "pain_0to10_higher_is_worse"),
        (Measure("mood", "", "", direction=Direction.HIGHER_IS_BETTER), "mood_0to10_higher_is_better"),
        (SLEEP, "sleep_hours"),
        (Measure("headache", "", "", direction=Direction.NEUTRAL, kind=ScaleKind.HOURS), "headache_hours"),
        (Measure("steps", "", "", direction=Direction.NEUTRAL, highest=2.5), "steps_0to2.5"),
        (Measure("falls", "", "", kind=ScaleKind.COUNT, highest=999), "falls_count_higher_is_worse"),
    ],
)
def test_a_column_says_range_and_direction(measure: Measure, name: str) -> None:
    assert measure.column_name == name


def test_a_pause_without_an_end_goes_on() -> None:
    open_ended, over = Pause("p", DAY, None), Pause("p", DAY, DAY)
    later, earlier = DAY.replace(year=2030), DAY.replace(day=19)
    assert open_ended.covers(DAY)
    assert open_ended.covers(later)
    assert not open_ended.covers(earlier)
    assert over.covers(DAY)
    assert not over.covers(later)
