"""Days as a person means them, through both changes of the clock, and periods."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain.days import ONE_DAY, Period, checked_day, diary_day
from diary.domain.errors import DiaryError
from tests.domain.builders import DAY

LONDON = ZoneInfo("Europe/London")
LAW = settings(deadline=None, derandomize=True, database=None, max_examples=100)


def in_london(utc: datetime) -> date:
    return diary_day(utc.astimezone(LONDON))


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(3, 59, DAY - ONE_DAY), (4, 0, DAY), (0, 0, DAY - ONE_DAY), (23, 59, DAY)]
)
def test_the_day_ends_at_four(hour: int, minute: int, day: date) -> None:
    assert diary_day(datetime(2026, 11, 20, hour, minute)) == day  # noqa: DTZ001 - wall time is what counts


def test_another_end_of_the_day() -> None:
    assert diary_day(datetime(2026, 11, 20, 0, 0), 0) == DAY  # noqa: DTZ001 - as above
    assert diary_day(datetime(2026, 11, 20, 11, 59), 12) == DAY - ONE_DAY  # noqa: DTZ001 - as above


def test_half_past_one_twice_is_the_evening_before_both_times() -> None:
    """Clocks went back at 02:00 on 25 October 2026: 01:30 came at 00:30 and at 01:30 UTC."""
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert first.astimezone(LONDON).hour == second.astimezone(LONDON).hour == 1
    assert in_london(first) == in_london(second) == date(2026, 10, 24)
    assert in_london(datetime(2026, 10, 25, 3, 59, tzinfo=UTC)) == date(2026, 10, 24)
    assert in_london(datetime(2026, 10, 25, 4, 0, tzinfo=UTC)) == date(2026, 10, 25)


def test_the_night_without_half_past_one_loses_no_day() -> None:
    """Clocks went forward at 01:00 on 29 March 2026."""
    assert in_london(datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) == date(2026, 3, 28)
    assert in_london(datetime(2026, 3, 29, 2, 59, tzinfo=UTC)) == date(2026, 3, 28)
    assert in_london(datetime(2026, 3, 29, 3, 0, tzinfo=UTC)) == date(2026, 3, 29)


@LAW
@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.integers(0, 12))  # noqa: DTZ001 - wall time
def test_days_never_go_back_as_time_goes_on(utc: datetime, ends_at: int) -> None:
    now = utc.replace(tzinfo=UTC)
    assert diary_day(now.astimezone(LONDON), ends_at) <= diary_day(
        (now + timedelta(hours=2)).astimezone(LONDON), ends_at
    )


def test_a_day_ahead_is_refused() -> None:
    assert checked_day(DAY, DAY) == DAY
    with pytest.raises(DiaryError, match="day_in_future") as caught:
        checked_day(DAY + ONE_DAY, DAY)
    assert caught.value.values == {"day": "2026-11-21"}


def test_a_period_holds_both_its_ends() -> None:
    week = Period(DAY, DAY + 6 * ONE_DAY)
    assert len(week) == len(list(week)) == 7
    assert DAY in week
    assert week.last in week
    assert week.last + ONE_DAY not in week
    assert "2026-11-20" not in week
    assert list(week)[-1] == week.last


def test_the_period_before_touches_without_overlap() -> None:
    four_weeks = Period.ending(DAY, 28)
    assert (four_weeks.last, len(four_weeks)) == (DAY, 28)
    assert len(four_weeks.before) == 28
    assert four_weeks.before.last + ONE_DAY == four_weeks.first
    assert Period.ending(DAY, 1) == Period(DAY, DAY)


def test_a_period_backwards_is_refused() -> None:
    with pytest.raises(DiaryError, match="period_backwards"):
        Period(DAY, DAY - ONE_DAY)
