"""Where a date axis gets its labels: whole days, weeks or months, as many as the width has room for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil

from diary.words.dates import locale, short_day

WEEK_STEPS = (1, 2, 7, 14)
"""Days between labels; whole weeks begin on Monday."""
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
LONGEST_BY_DAYS = 130
"""Beyond about four months a label names a month, not a day."""
WEEK, YEAR = 7, 12
"""Days in a week, months in a year: steps of these and more begin on Mondays and in January."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the date axis, at an ordinal day."""

    at: int
    text: str


def date_ticks(first: int, last: int, room: int) -> list[Tick]:
    """The labels from ``first`` to ``last`` (ordinals) when there is room for ``room`` of them."""
    span = last - first + 1
    room = max(1, room)
    if span <= LONGEST_BY_DAYS:
        step = next((step for step in WEEK_STEPS if span / step <= room), WEEK * ceil(span / WEEK / room))
        return [Tick(day, short_day(date.fromordinal(day))) for day in _days(first, last, step)]
    step = next((step for step in MONTH_STEPS if span / 30.4 / step <= room), ceil(span / 365 / room) * YEAR)
    return [Tick(day.toordinal(), _month_text(day, step)) for day in _months(first, last, step)]


def _days(first: int, last: int, step: int) -> range:
    if step < WEEK:
        return range(first, last + 1, step)
    start = first + (1 - first) % WEEK
    return range(start, last + 1, step)


def _months(first: int, last: int, step: int) -> list[date]:
    begin, end = date.fromordinal(first), date.fromordinal(last)
    number = begin.year * 12 + begin.month - 1 + (begin.day > 1)
    number += -number % step
    found = []
    while (day := date(number // 12, number % 12 + 1, 1)) <= end:
        found.append(day)
        number += step
    return found


def _month_text(day: date, step: int) -> str:
    """A year where a year begins, else the month's short name."""
    return str(day.year) if day.month == 1 or step >= YEAR else _month_name(day.month, locale())


@cache
def _month_name(month: int, language: str) -> str:
    """A month's short name; an axis asks for it at each frame of a drag."""
    from babel.dates import format_date  # Babel costs 33 ms at start

    return format_date(date(1, month, 1), "LLL", locale=language)
