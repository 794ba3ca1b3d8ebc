"""Days as a person means them: when one ends, when an answer was given later, and what a period is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from diary.domain.errors import DiaryError

DAY_ENDS_AT = 4
"""The hour at which a diary day ends unless the person chose another: 04:00 wall time."""

ONE_DAY = timedelta(days=1)


def diary_day(local: datetime, day_ends_at: int = DAY_ENDS_AT) -> date:
    """The diary day a wall-clock moment belongs to: before ``day_ends_at`` (an hour, 0 to 12) it is still yesterday.

    Wall time, not elapsed time: 01:30 happens twice when clocks go back, and both belong to the evening before.
    """
    return local.date() if local.hour >= day_ends_at else local.date() - ONE_DAY


def wall_time_of(day: date, at: time, day_ends_at: int = DAY_ENDS_AT) -> datetime:
    """The wall-clock moment (naive) at ``at`` on a diary day: before the day's end it is of the night that follows."""
    return datetime.combine(day + (ONE_DAY if at.hour < day_ends_at else timedelta()), at)


def checked_day(day: date, today: date) -> date:
    """Return ``day`` unless it lies ahead; raises ``DiaryError("day_in_future")``."""
    if day > today:
        raise DiaryError("day_in_future", day=day.isoformat())
    return day


def is_filled_in_later(day: date, answered_at: datetime) -> bool:
    """Whether an answer came after noon of the following day, in the local time of the answer (aware datetime)."""
    return answered_at.date() > day and answered_at.replace(tzinfo=None) > datetime.combine(day + ONE_DAY, time(12))


def is_too_late_for_statistics(day: date, answered_at: datetime, day_ends_at: int = DAY_ENDS_AT) -> bool:
    """Whether an answer came more than 72 hours after its day ended: charts show it, statistics leave it out."""
    if answered_at.date() <= day:  # as most are
        return False
    ended_at = datetime.combine(day + ONE_DAY, time(day_ends_at))
    return answered_at.replace(tzinfo=None) > ended_at + timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Period:
    """A closed range of days."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DiaryError("period_backwards", first=self.first.isoformat(), last=self.last.isoformat())

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        return (date.fromordinal(n) for n in range(self.first.toordinal(), self.last.toordinal() + 1))

    @property
    def before(self) -> Period:
        """The period of the same length that ends the day before this one begins."""
        return Period(self.first - timedelta(days=len(self)), self.first - ONE_DAY)

    @classmethod
    def ending(cls, last: date, days: int) -> Period:
        """The ``days`` days up to and including ``last``."""
        return cls(last - timedelta(days=days - 1), last)
