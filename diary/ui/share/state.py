"""What Share shows and what the person chose, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from diary.domain.days import Period
from diary.words import msgid

LONGEST_WISH, LONGEST_QUESTION, QUESTIONS = 300, 90, 3
USUAL_DAYS, MONTHS_DAYS = 28, 92


class PeriodChoice(IntEnum):
    """The periods offered, in the order of their list."""

    FOUR_WEEKS = 0
    THIS_MONTH = 1
    THREE_MONTHS = 2
    OTHER = 3


PERIOD_WORDS = (
    msgid("4 weeks up to the last entry"),
    msgid("This month"),
    msgid("3 months up to the last entry"),
    msgid("Other days"),
)


@dataclass(frozen=True, slots=True)
class Basics:
    """What the page needs to know of a diary before anything is chosen; days are ``None`` while it is empty."""

    first_day: date | None = None
    last_day: date | None = None
    has_birth_date: bool = False
    has_carers: bool = False
    has_treatments: bool = False
    has_questionnaires: bool = False
    wish: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What the person wants from the appointment, and their questions, in their own words."""

    wish: str = ""
    questions: tuple[str, ...] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Content:
    """What the person ticked: name and date of birth only when they did."""

    with_name: bool = False
    with_birth_date: bool = False
    with_carers_view: bool = True
    with_together: bool = True
    with_treatments: bool = True
    with_questionnaires: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be on the pages: which days, what was ticked, and the person's own words."""

    period: Period
    content: Content = Content()
    words: Words = Words()


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages as PNG pictures, and the names of what had to make room."""

    pages: tuple[bytes, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareState:
    """The whole page. ``preview_problem`` says why there is no picture; ``saved`` and ``problem`` follow a saving."""

    today: date
    basics: Basics = Basics()
    is_loaded: bool = False
    choice: PeriodChoice = PeriodChoice.FOUR_WEEKS
    wanted: Wanted | None = None
    shown: Shown = Shown()
    is_drawing: bool = False
    preview_problem: str = ""
    saved: str = ""
    saved_note: str = ""
    problem: str = ""
    reason: str = ""
    can_try_again: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written."""
        return self.is_loaded and self.basics.last_day is None


def period_of(choice: PeriodChoice, last_day: date, today: date, chosen: Period) -> Period:
    """The days of a choice; ``chosen`` are the days taken by hand."""
    if choice is PeriodChoice.FOUR_WEEKS:
        return Period.ending(last_day, USUAL_DAYS)
    if choice is PeriodChoice.THREE_MONTHS:
        return Period.ending(last_day, MONTHS_DAYS)
    return Period(today.replace(day=1), today) if choice is PeriodChoice.THIS_MONTH else chosen


def with_first(period: Period, first: date) -> Period:
    """The same period from another day; the last day gives way when it lies before."""
    return Period(first, max(first, period.last))


def with_last(period: Period, last: date) -> Period:
    """The same period to another day; the first day gives way when it lies after."""
    return Period(min(period.first, last), last)
