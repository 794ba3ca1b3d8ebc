"""English dates and numbers without Babel, whose first date costs some 70 ms before the window can be drawn.

A test holds them equal to what CLDR says for British English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from decimal import Decimal

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_day(day: date, *, with_year: bool) -> str:
    """Return "Sunday 22 November", with its year "Sunday, 22 November 2026"."""
    weekday = WEEKDAYS[day.weekday()]
    return f"{weekday}, {plain_day(day)}" if with_year else f"{weekday} {day_and_month(day)}"


def short_day(day: date) -> str:
    """Return "5 Nov"; September is "Sept"."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:4] if month == 'September' else month[:3]}"


def day_and_month(day: date) -> str:
    """Return "22 November"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def plain_day(day: date) -> str:
    """Return "22 November 2026"."""
    return f"{day_and_month(day)} {day.year}"


def month_name(day: date, *, with_year: bool) -> str:
    """Return "November", or "November 2026"."""
    name = MONTHS[day.month - 1]
    return f"{name} {day.year}" if with_year else name


def clock_time(at: time) -> str:
    """Return "20:14"."""
    return f"{at:%H:%M}"


def number(value: Decimal) -> str:
    """Return "1,234.5" with the decimals that ``value`` has."""
    return f"{value:,}"
