"""A curve shows what was answered, breaks where nothing was, and never has more points than a screen can show."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.ui.kit.plots_series import (
    MOST_POINTS,
    Step,
    average_line,
    bounds,
    bucket_line,
    runs,
    series,
    seven_day_averages,
    step_for,
    within,
)

START = date(2026, 9, 7)  # a Monday


def answers(*values: float | None) -> list[tuple[date, float, bool]]:
    """One answer a day from START; None leaves the day out."""
    return [(START + timedelta(days=n), value, False) for n, value in enumerate(values) if value is not None]


def test_an_average_needs_three_answers() -> None:
    assert series(answers(4, 6, 8, 2)).averages == (None, None, 6, 5)


def test_an_average_looks_at_seven_calendar_days_not_at_seven_answers() -> None:
    made = series(answers(10, 10, 10, None, None, None, None, 1, 1, 1))
    assert made.averages[3:] == ((10 + 10 + 1) / 3, (10 + 1 + 1) / 3, 1)


def test_the_line_breaks_when_three_days_in_a_row_have_no_answer() -> None:
    made = series(answers(5, 5, 5, None, None, None, 5, 5, 5))
    xs, ys = average_line(made.days, made.averages)
    assert [math.isnan(y) for y in ys] == [False, True, False, False, False]
    assert xs[0] == START.toordinal() + 2
    assert xs[-1] == START.toordinal() + 8


def test_the_line_runs_on_over_two_days_without_an_answer() -> None:
    made = series(answers(5, 5, 5, None, None, 5, 5, 5))
    assert not any(math.isnan(y) for y in average_line(made.days, made.averages)[1])


def test_the_line_never_has_a_point_on_a_day_without_an_answer() -> None:
    made = series(answers(5, 5, 5, 5, None, None, 5))
    xs, ys = average_line(made.days, made.averages)
    assert {x for x, y in zip(xs, ys, strict=True) if not math.isnan(y)} <= set(made.days)


def test_no_answer_at_all_makes_an_empty_series() -> None:
    made = series([])
    assert made.days == ()
    assert average_line(made.days, made.averages) == ([], [])
    assert made.by(Step.MONTH) == ()


def test_a_week_runs_from_monday_and_keeps_lowest_highest_and_mean() -> None:
    weeks = series(answers(2, 4, 9, None, None, None, None, 7, 7)).by(Step.WEEK)
    assert (weeks[0].first, weeks[0].last) == (START.toordinal(), START.toordinal() + 6)
    assert (weeks[0].lowest, weeks[0].highest, weeks[0].mean, weeks[0].n) == (2, 9, 5, 3)
    assert weeks[1].mean is None


def test_a_month_ends_with_its_last_day_leap_years_too() -> None:
    assert bounds(date(2024, 2, 11).toordinal(), Step.MONTH) == (
        date(2024, 2, 1).toordinal(),
        date(2024, 2, 29).toordinal(),
    )


def test_a_month_without_answers_breaks_the_monthly_line() -> None:
    made = series([(date(2026, month, day), 5.0, False) for month in (1, 2, 4) for day in (1, 2, 3)])
    ys = bucket_line(made.by(Step.MONTH))[1]
    assert [math.isnan(y) for y in ys] == [False, False, True, False]


def test_a_day_can_be_read_and_a_day_without_an_answer_is_none() -> None:
    made = series([(START, 0.0, True)])
    assert made.at(START.toordinal()) == 0
    assert made.is_later(START.toordinal())
    assert made.at(START.toordinal() + 1) is None
    assert not made.is_later(START.toordinal() + 1)


def test_the_bucket_of_a_day_is_found_and_none_in_a_gap() -> None:
    made = series(answers(1, 2, 3))
    found = made.bucket_at(START.toordinal() + 6, Step.WEEK)
    assert found is not None
    assert found.n == 3
    assert made.bucket_at(START.toordinal() + 7, Step.WEEK) is None
    assert made.bucket_at(START.toordinal() - 1, Step.WEEK) is None


def test_daily_marks_give_way_to_weeks_and_weeks_to_months() -> None:
    assert [step_for(n) for n in (14, 400, 401, 1100, 1101, 3660)] == [
        Step.DAY,
        Step.DAY,
        Step.WEEK,
        Step.WEEK,
        Step.MONTH,
        Step.MONTH,
    ]


def test_runs_put_neighbouring_days_together() -> None:
    assert list(runs([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(runs([])) == []


def test_within_takes_both_ends() -> None:
    assert within((1, 3, 5, 7), 3, 5) == slice(1, 3)


@given(st.lists(st.integers(0, 9000), min_size=1, max_size=900, unique=True))
def test_no_curve_has_more_than_700_points(offsets: list[int]) -> None:
    days = sorted(offsets)
    made = series((START + timedelta(days=n), 5.0, False) for n in days)
    for span in (14, 400, 401, 1100, 1101, 9001):
        step = step_for(span)
        last = made.days[0] + span - 1
        if step is Step.DAY:
            part = within(made.days, made.days[0], last)
            xs, _ = average_line(made.days[part], made.averages[part])
        else:
            xs, _ = bucket_line([bucket for bucket in made.by(step) if bucket.first <= last])
        assert len(xs) <= MOST_POINTS


@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=60))
def test_the_running_average_equals_the_plain_one(values: list[int | None]) -> None:
    given_days = [n for n, value in enumerate(values) if value is not None]
    scores = [float(value) for value in values if value is not None]
    for index, average in enumerate(seven_day_averages(given_days, scores)):
        window = [s for d, s in zip(given_days, scores, strict=True) if given_days[index] - 7 < d <= given_days[index]]
        if len(window) < 3:
            assert average is None
        else:
            assert average == pytest.approx(sum(window) / len(window))
