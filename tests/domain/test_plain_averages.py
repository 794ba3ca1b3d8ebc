"""Plain averages count only days with an own answer, say how many they were, and are withheld where they are few."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.day_values import Day, DayState, day_values
from diary.domain.measures import Measure, ScaleKind
from diary.domain.people import Basis
from diary.domain.places import BodySite
from diary.domain.plain_averages import (
    Average,
    Bin,
    MomentAnswer,
    PartOfDay,
    average,
    by_part_of_day,
    by_weekday,
    moment_answers,
    part_of_day,
    spread,
)
from tests.domain.builders import DAY, entry

PAIN = Measure("pain", "Pain", "?")
SLEEP = Measure("sleep_hours", "Sleep", "?", kind=ScaleKind.HOURS, highest=24, step=0.5)
MONDAY = date(2026, 11, 16).toordinal()


def test_two_days_make_no_average_and_three_do() -> None:
    assert average([4, 6]) == Average(2, None)
    assert average([4, 6, 8]) == Average(3, 6)
    assert average([]) == Average(0, None)


def test_a_zero_is_an_answer_like_any_other() -> None:
    assert average([0, 0, 0]) == Average(3, 0)


def test_weekdays_begin_with_monday_and_take_each_day_once() -> None:
    days = [MONDAY + n for n in range(21)]
    rows = by_weekday(days, [float(n % 7) for n in range(21)])
    assert rows == tuple(Average(3, n) for n in range(7))


def test_a_weekday_without_answers_has_no_day_behind_it() -> None:
    rows = by_weekday([MONDAY], [4.0])
    assert rows[0] == Average(1, None)
    assert set(rows[1:]) == {Average(0, None)}


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (5, PartOfDay.NIGHT),
        (6, PartOfDay.MORNING),
        (12, PartOfDay.AFTERNOON),
        (18, PartOfDay.EVENING),
        (22, PartOfDay.NIGHT),
    ],
)
def test_a_part_of_the_day_begins_with_its_hour(hour: int, part: PartOfDay) -> None:
    assert part_of_day(time(hour)) is part


def test_a_day_with_many_moments_weighs_no_more_than_another() -> None:
    busy = [MomentAnswer(1, PartOfDay.MORNING, 10) for _ in range(9)]
    calm = [MomentAnswer(day, PartOfDay.MORNING, 1) for day in (2, 3)]
    assert by_part_of_day([*busy, *calm])[PartOfDay.MORNING] == Average(3, 4)
    assert by_part_of_day([*busy, *calm])[PartOfDay.NIGHT] == Average(0, None)


def test_moments_are_own_answers_without_places_under_their_daily_measure() -> None:
    own = entry(moment=time(9), pain_now=6)
    seen = entry(Basis.OBSERVED, moment=time(9), pain_now=9)
    placed = entry(moment=time(9), site=BodySite("lower_back"), pain_now=8)
    daily = entry(pain=3)
    entries = (own, seen, placed, daily)
    day = Day(DAY, DayState.PARTLY, day_values(entries, {"pain_now": "pain"}), entries)
    assert moment_answers([day], {"pain_now": "pain"}) == {
        "pain": (MomentAnswer(DAY.toordinal(), PartOfDay.MORNING, 6),)
    }


def test_every_number_of_a_short_scale_has_a_row_even_without_days() -> None:
    rows = spread([0, 4, 4, 10], PAIN)
    assert [row.days for row in rows] == [1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert [row.lowest for row in rows] == list(range(11))
    assert all(row.lowest == row.highest for row in rows)


def test_a_mean_between_two_numbers_is_counted_with_the_nearer_a_half_with_the_higher() -> None:
    rows = spread([4.4, 4.5, 9.9], PAIN)
    assert (rows[4].days, rows[5].days, rows[10].days) == (1, 1, 1)


def test_hours_run_from_the_lowest_to_the_highest_answer_an_hour_a_row() -> None:
    assert spread([6, 6.5, 8], SLEEP) == (Bin(6, 6.5, 2), Bin(7, 7.5, 0), Bin(8, 8.5, 1))
    assert spread([24], SLEEP) == (Bin(24, 24, 1),)


def test_a_long_scale_is_told_in_tenths_and_the_highest_answer_is_in_the_last() -> None:
    rows = spread([0, 9, 10, 99, 100], Measure("x", "X", "?", highest=100))
    assert (rows[0], rows[1], rows[-1]) == (Bin(0, 9, 2), Bin(10, 19, 1), Bin(90, 100, 2))
    assert len(rows) == 10


def test_a_count_has_rows_only_as_far_as_it_goes() -> None:
    count = Measure("n", "N", "?", kind=ScaleKind.COUNT, highest=10_000)
    assert [row.days for row in spread([2, 4], count)] == [1, 0, 1]
    assert len(spread([0, 9_000], count)) <= 11


def test_no_answer_makes_no_row() -> None:
    assert spread([], PAIN) == ()


@given(st.lists(st.integers(0, 20), min_size=1, max_size=80), st.sampled_from([1, 7, 10, 20, 100, 1000]))
def test_every_answer_is_counted_once_and_in_its_own_row(values: list[int], highest: int) -> None:
    scale = Measure("x", "X", "?", highest=highest)
    answers = [float(min(value, highest)) for value in values]
    rows = spread(answers, scale)
    assert sum(row.days for row in rows) == len(answers)
    for row in rows:
        assert row.days == sum(row.lowest <= value <= row.highest for value in answers)


@given(st.dictionaries(st.integers(0, 400), st.floats(0, 10), max_size=60))
def test_the_weekdays_together_are_all_days(answers: dict[int, float]) -> None:
    days = sorted(MONDAY + n for n in answers)
    values = [answers[day - MONDAY] for day in days]
    rows = by_weekday(days, values)
    assert sum(row.days for row in rows) == len(days)
    for row in rows:
        assert row.mean is None or 0 <= row.mean <= 10 + 1e-9


def test_weekdays_follow_the_calendar() -> None:
    sunday = date(2026, 11, 22)
    days = [(sunday - timedelta(weeks=n)).toordinal() for n in (2, 1, 0)]
    assert by_weekday(days, [1, 2, 3])[6] == Average(3, 2)
