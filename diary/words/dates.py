"""Days and times in the person's language, by Unicode's CLDR; English is written the British way.

Babel is imported where another language needs it, because it delays the first window.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from diary.words import ENGLISH, english, language, say

if TYPE_CHECKING:
    from diary.domain.days import Period
    from diary.domain.entries import RoughDate

_TYPED_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap]m)?", re.IGNORECASE)
_LAST_HOUR, _LAST_MINUTE, _NOON = 23, 59, 12


def locale() -> str:
    """The CLDR locale of the language, for those who ask Babel themselves."""
    return _with_names_of_its_own("en_GB" if language() == ENGLISH else language())


def long_day(day: date, today: date | None = None) -> str:
    """Return "Sunday 22 November", and the year where it is not that of ``today``."""
    with_year = today is not None and day.year != today.year
    if language() == ENGLISH:
        return english.long_day(day, with_year=with_year)
    return _by_style(day, "full") if with_year else _by_skeleton(day, "MMMMEEEEd")


def short_day(day: date) -> str:
    """Return "5 Nov": for chart labels and narrow columns."""
    return english.short_day(day) if language() == ENGLISH else _by_skeleton(day, "MMMd")


def plain_day(day: date) -> str:
    """Return "22 November 2026"."""
    return english.plain_day(day) if language() == ENGLISH else _by_style(day, "long")


def near_day(day: date, today: date | None = None) -> str:
    """Return "12 May" within a sentence, and the year where it is not that of ``today``."""
    return plain_day(day) if today is not None and day.year != today.year else _day_and_month(day)


def day_span(period: Period) -> str:
    """Return "26 October to 22 November 2026"; the first year is said only where it differs."""
    last = plain_day(period.last)
    if period.first == period.last:
        return last
    same_year = period.first.year == period.last.year
    return say(
        "{first} to {last}", first=_day_and_month(period.first) if same_year else plain_day(period.first), last=last
    )


def month_name(day: date, *, with_year: bool = False) -> str:
    """Return "November", or "November 2026"."""
    if language() == ENGLISH:
        return english.month_name(day, with_year=with_year)
    if with_year:
        return _by_skeleton(day, "yMMMM")
    from babel.dates import get_month_names

    return str(get_month_names("wide", "stand-alone", locale=locale())[day.month])


def month_initial(day: date) -> str:
    """Return "N": for a narrow axis beside the whole name of a year."""
    if language() == ENGLISH:
        return english.month_name(day, with_year=False)[0]
    from babel.dates import get_month_names

    return str(get_month_names("narrow", "stand-alone", locale=locale())[day.month])


def first_weekday() -> int:
    """The day that a week begins with where the language is spoken; Monday is 0."""
    if language() == ENGLISH:
        return 0
    from babel.core import Locale

    return Locale.parse(locale()).first_week_day


def weekday_initials() -> tuple[str, ...]:
    """Return "M", "T", "W" …, from the first day of the week on."""
    first = first_weekday()
    order = [(first + n) % 7 for n in range(7)]
    if language() == ENGLISH:
        return tuple(english.WEEKDAYS[n][0] for n in order)
    from babel.dates import get_day_names

    names = get_day_names("narrow", "stand-alone", locale=locale())
    return tuple(names[n] for n in order)


def weekday_names() -> tuple[str, ...]:
    """Return "Monday", "Tuesday" …, always from Monday on."""
    if language() == ENGLISH:
        return english.WEEKDAYS
    from babel.dates import get_day_names

    names = get_day_names("wide", "stand-alone", locale=locale())
    return tuple(str(names[n]) for n in range(7))


def clock_time(at: datetime | time) -> str:
    """Return "20:14", as the language writes it; what is given is already local."""
    wall = at.time() if isinstance(at, datetime) else at.replace(tzinfo=None)
    if language() == ENGLISH:
        return english.clock_time(wall)
    from babel.dates import format_skeleton

    return format_skeleton("Hm", datetime.combine(date(2000, 1, 1), wall), locale=locale())


def time_as_typed(text: str) -> time | None:
    """Read "14:05", "14.05", "1405", "2.05 pm" or "14"; ``None`` when it is no time of a day."""
    read = _TYPED_TIME.fullmatch(text.strip())
    if read is None:
        return None
    hour, minute, half = int(read[1]), int(read[2] or 0), (read[3] or "").lower()
    if half and not 0 < hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def rough_day(on: RoughDate) -> str:
    """Return "5 November 2026", "November 2026" or "2026": no more exactly than it is known."""
    from diary.domain.entries import Precision  # here, because the first paint writes only today’s date

    if on.precision is Precision.DAY:
        return plain_day(on.day)
    return month_name(on.day, with_year=True) if on.precision is Precision.MONTH else str(on.day.year)


def relative_day(day: date, today: date) -> str:
    """Return "Today", "Yesterday", or nothing for days further back."""
    if day == today:
        return say("Today")
    return say("Yesterday") if day == today - timedelta(days=1) else ""


@cache
def _with_names_of_its_own(code: str) -> str:
    """Keep this language's months and days apart: Babel 2.18 writes one language's into what all share (issue 1234)."""
    from babel.localedata import load

    shared = load(code)
    shared.update({part: deepcopy(shared[part]) for part in ("months", "days", "quarters", "day_periods")})
    return code


def _day_and_month(day: date) -> str:
    return english.day_and_month(day) if language() == ENGLISH else _by_skeleton(day, "MMMMd")


def _by_style(day: date, style: Literal["long", "full"]) -> str:
    from babel.dates import format_date

    return format_date(day, style, locale=locale())


def _by_skeleton(day: date, skeleton: str) -> str:
    """Write a day by the locale's nearest pattern, weekday and month as wide as asked (UTS 35, 2.6.2.1)."""
    from babel.core import Locale
    from babel.dates import format_date, match_skeleton

    skeletons = Locale.parse(locale()).datetime_skeletons
    pattern = str(skeletons[match_skeleton(skeleton, skeletons) or "MMMd"].pattern)
    if "MMMM" in skeleton:
        pattern = re.sub(r"(?<!M)MMM(?!M)", "MMMM", pattern)
    if "EEEE" in skeleton:
        pattern = re.sub(r"E+|ccc+", "EEEE", pattern)
    return format_date(day, pattern, locale=locale())
