"""What keeps a diary from doing harm: asking whether it helps, and a welcome back without a list of days."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ASKED_EVERY = timedelta(days=28)
"""After a first plan of 4 weeks, then every 4 weeks: in two small trials daily scoring did harm in new injuries."""
GAP_DAYS = 3
"""A gap is welcomed back when so many days on which one means to write lie between the last entry and today."""


class IsHelping(StrEnum):
    """The answer to "Is keeping this diary helping?"."""

    YES = "yes"
    NOT_SURE = "not_sure"
    NO = "no"


@dataclass(frozen=True, slots=True)
class HelpingAnswer:
    """What the person answered on a day."""

    day: date
    answer: IsHelping


def is_time_to_ask(first_day: date | None, answers: Iterable[HelpingAnswer], today: date) -> bool:
    """Whether it is time to ask if the diary helps: 4 weeks after the first entry, or after the last answer."""
    since = max((one.day for one in answers), default=first_day)
    return since is not None and today - since >= ASKED_EVERY


def days_away(last_day: date | None, today: date, week_days: Collection[int] = ()) -> int | None:
    """How many days ago the last entry was, when that is a gap; ``None`` when it is not, or there is no entry.

    Of a person who writes on ``week_days`` alone only those days are waited for. Never which days: a list of them would
    be a reproach.
    """
    if last_day is None:
        return None
    away = (today - last_day).days
    between = ((last_day + timedelta(days=n)).weekday() for n in range(1, away))
    waited_for = sum(not week_days or one in week_days for one in between)
    return away if waited_for >= GAP_DAYS else None
