"""What a curve shows of many days: a 7-day average that breaks at gaps; weeks or months where days get too narrow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

AVERAGE_DAYS = 7
"""An average looks at a day and the six before it."""
AVERAGE_NEEDS = 3
"""An average of fewer answers would jump with each of them."""
GAP_DAYS = 3
"""So many days in a row without an answer are a gap: the line stops there and starts again."""
MOST_DAYS_WITH_MARKS = 400
MOST_DAYS_BY_WEEK = 1100
"""About three years: 157 weeks are still told apart on a small window, 520 are not."""
MOST_POINTS = 700
"""More points than this make a curve slow and show nothing more."""


class Step(IntEnum):
    """How much time one mark stands for."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    YEAR = 3


def step_for(days_in_view: int) -> Step:
    """The finest step that can still be seen, and that keeps a curve under 700 points."""
    if days_in_view <= MOST_DAYS_WITH_MARKS:
        return Step.DAY
    if days_in_view <= MOST_DAYS_BY_WEEK:
        return Step.WEEK
    return Step.MONTH if days_in_view <= MOST_POINTS * 28 else Step.YEAR


@dataclass(frozen=True, slots=True)
class Bucket:
    """A week or month of answers: from the first to the last of its days, as ordinals.

    ``mean`` is ``None`` with fewer than three answers; the band from ``lowest`` to ``highest`` is shown all the same.
    """

    first: int
    last: int
    n: int
    lowest: float
    highest: float
    mean: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """One measure's answers by day (ordinals, ascending; only days with an answer) and what follows from them.

    ``averages`` stands beside ``days``: the 7-day average at that day, ``None`` where it has too few answers.
    ``buckets`` holds the whole series by week, month and year.
    """

    days: tuple[int, ...] = ()
    values: tuple[float, ...] = ()
    later: tuple[bool, ...] = ()
    averages: tuple[float | None, ...] = ()
    buckets: tuple[tuple[Bucket, ...], ...] = ((), (), ())

    def at(self, day: int) -> float | None:
        """The answer of one day."""
        index = bisect_left(self.days, day)
        return self.values[index] if index < len(self.days) and self.days[index] == day else None

    def is_later(self, day: int) -> bool:
        """Whether the answer of one day was filled in later."""
        index = bisect_left(self.days, day)
        return index < len(self.days) and self.days[index] == day and self.later[index]

    def bucket_at(self, day: int, step: Step) -> Bucket | None:
        """The week, month or year that holds a day, if it has answers."""
        rows = self.by(step)
        index = bisect_right(rows, day, key=_first_of) - 1
        return rows[index] if index >= 0 and rows[index].last >= day else None

    def by(self, step: Step) -> tuple[Bucket, ...]:
        """The buckets of a step longer than a day."""
        return self.buckets[step - 1]


def series(answers: Iterable[tuple[date, float, bool]]) -> Series:
    """Make a series of (day, value, filled in later), days ascending."""
    rows = [(day.toordinal(), value, later) for day, value, later in answers]
    days = tuple(day for day, _, _ in rows)
    values = tuple(value for _, value, _ in rows)
    return Series(
        days,
        values,
        tuple(later for _, _, later in rows),
        tuple(seven_day_averages(days, values)),
        tuple(tuple(bucketed(days, values, step)) for step in (Step.WEEK, Step.MONTH, Step.YEAR)),
    )


def seven_day_averages(days: Sequence[int], values: Sequence[float]) -> Iterator[float | None]:
    """The mean of each answered day and the six calendar days before it; ``None`` with fewer than three answers."""
    start, total = 0, 0.0
    for index, day in enumerate(days):
        total += values[index]
        while days[start] <= day - AVERAGE_DAYS:
            total -= values[start]
            start += 1
        n = index + 1 - start
        yield total / n if n >= AVERAGE_NEEDS else None


def average_line(days: Sequence[int], averages: Sequence[float | None]) -> tuple[list[float], list[float]]:
    """The points of the average's line, with a NaN wherever it breaks.

    It has a point on every answered day with an average and never one on a day without an answer, so that it can't
    run on into a gap; three or more days in a row without an answer break it.
    """
    xs: list[float] = []
    ys: list[float] = []
    last: int | None = None
    for day, average in zip(days, averages, strict=True):
        if average is None:
            continue
        if last is not None and day - last > GAP_DAYS:
            xs.append((last + day) / 2)
            ys.append(float("nan"))
        xs.append(float(day))
        ys.append(average)
        last = day
    return xs, ys


def bucket_line(rows: Sequence[Bucket]) -> tuple[list[float], list[float]]:
    """The points of the weekly or monthly average, mid-bucket, with a NaN wherever a bucket in between has none."""
    xs: list[float] = []
    ys: list[float] = []
    for index, bucket in enumerate(rows):
        if index and bucket.first > rows[index - 1].last + 1:
            xs.append((rows[index - 1].last + bucket.first) / 2)
            ys.append(float("nan"))
        xs.append((bucket.first + bucket.last) / 2)
        ys.append(float("nan") if bucket.mean is None else bucket.mean)
    return xs, ys


def bucketed(days: Sequence[int], values: Sequence[float], step: Step) -> Iterator[Bucket]:
    """The answers by calendar week (from Monday), month or year; those without an answer don't appear."""
    start = 0
    while start < len(days):
        first, last = bounds(days[start], step)
        end = bisect_right(days, last, start)
        part = values[start:end]
        mean = sum(part) / len(part) if len(part) >= AVERAGE_NEEDS else None
        yield Bucket(first, last, len(part), min(part), max(part), mean)
        start = end


def bounds(day: int, step: Step) -> tuple[int, int]:
    """The first and last ordinal of the week, month or year that holds a day; of a day itself, the day twice."""
    if step is Step.DAY:
        return day, day
    if step is Step.WEEK:
        monday = day - (day - 1) % 7
        return monday, monday + 6
    when = date.fromordinal(day)
    if step is Step.MONTH:
        first = when.replace(day=1)
        return first.toordinal(), (first + timedelta(days=31)).replace(day=1).toordinal() - 1
    return date(when.year, 1, 1).toordinal(), date(when.year, 12, 31).toordinal()


def runs(days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring days put together as (first, last); ``days`` ascend."""
    ordered = list(days)
    if not ordered:
        return
    first = ordered[0]
    for one, following in pairwise(ordered):
        if following != one + 1:
            yield first, one
            first = following
    yield first, ordered[-1]


def within(days: Sequence[int], first: float, last: float) -> slice:
    """Which of the ascending days lie from ``first`` to ``last``, both included."""
    return slice(bisect_left(days, first), bisect_right(days, last))


def _first_of(bucket: Bucket) -> int:
    return bucket.first
