"""What needs no statistics: plain averages by weekday, by time of day and of a period, and how often each answer came.

Own answers only; a day without an answer is no 0 and is not counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from math import ceil, floor

from diary.domain.day_values import Day
from diary.domain.entries import Entry
from diary.domain.measures import Measure, ScaleKind

AVERAGED = frozenset({ScaleKind.SCORE, ScaleKind.HOURS, ScaleKind.COUNT})
"""Answers that have an average; a yes or a step in words has none."""
WEEK = 7
AVERAGE_NEEDS = 3
"""Fewer days would make an average that jumps with each of them."""
WEEKDAYS_NEED = 56
"""Days with an answer before weekdays are told apart, some eight of each: as many as the statistics ask for."""
TIMES_NEED = 21
"""Days with a moment before times of day are told apart: the fewest that anything is compared on."""
MOST_BINS = 12
"""So many numbers get a row each; on a longer scale several share one."""


@dataclass(frozen=True, slots=True)
class Average:
    """The plain mean of so many days; ``None`` where they are too few for one."""

    days: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """How many days had an answer from ``lowest`` to ``highest``, both included."""

    lowest: float
    highest: float
    days: int


class PartOfDay(StrEnum):
    """When in the day a moment was."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


PARTS = {PartOfDay.MORNING: (6, 12), PartOfDay.AFTERNOON: (12, 18), PartOfDay.EVENING: (18, 22)}
"""Each part's first hour and the hour it ends at, wall time; the night is what is left, from 22 to 6."""
NIGHT_HOURS = (22, 6)


@dataclass(frozen=True, slots=True)
class MomentAnswer:
    """What was answered at one moment; ``day`` is an ordinal."""

    day: int
    part: PartOfDay
    value: float


def average(values: Sequence[float]) -> Average:
    """The plain mean of one value a day."""
    return Average(len(values), sum(values) / len(values) if len(values) >= AVERAGE_NEEDS else None)


def by_weekday(days: Sequence[int], values: Sequence[float]) -> tuple[Average, ...]:
    """The average of each weekday from Monday on; ``days`` are ordinals, each with its value."""
    of: list[list[float]] = [[] for _ in range(WEEK)]
    for day, value in zip(days, values, strict=True):
        of[(day - 1) % WEEK].append(value)
    return tuple(average(rows) for rows in of)


def by_part_of_day(answers: Iterable[MomentAnswer]) -> dict[PartOfDay, Average]:
    """The average of each part of the day: of its days, so that a day with many moments weighs no more than another."""
    of: dict[PartOfDay, dict[int, list[float]]] = {part: defaultdict(list) for part in PartOfDay}
    for one in answers:
        of[one.part][one.day].append(one.value)
    return {part: average([sum(rows) / len(rows) for rows in days.values()]) for part, days in of.items()}


def part_of_day(moment: time) -> PartOfDay:
    """The part of the day that a wall time belongs to."""
    return next((part for part, (first, end) in PARTS.items() if first <= moment.hour < end), PartOfDay.NIGHT)


def moment_answers(days: Iterable[Day], moment_of: Mapping[str, str]) -> dict[str, tuple[MomentAnswer, ...]]:
    """The person's own answers at moments by the daily measure they belong to; ``moment_of`` maps one to the other."""
    found: dict[str, list[MomentAnswer]] = defaultdict(list)
    for day in days:
        for entry in day.entries:
            if entry.moment is not None and entry.basis.is_own:
                for measure, value in _answered(entry, moment_of):
                    found[measure].append(MomentAnswer(day.day.toordinal(), part_of_day(entry.moment), value))
    return {measure: tuple(rows) for measure, rows in found.items()}


def _answered(entry: Entry, moment_of: Mapping[str, str]) -> Iterable[tuple[str, float]]:
    return ((moment_of.get(s.measure, s.measure), s.value) for s in entry.scores if s.site is None)


def spread(values: Iterable[float], measure: Measure) -> tuple[Bin, ...]:
    """How many days had each answer, from the lowest to the highest that the scale has.

    An answer between two numbers (the mean of several) is counted with the nearer one, a half with the higher. Where
    a scale has no end that anybody reaches (hours, a count), the rows run from the lowest to the highest answer.
    """
    given = list(values)
    if not given:
        return ()
    bins = _Bins(measure, max(given) - min(given))
    counts = Counter(map(bins.number_of, given))
    first, last = (min(counts), max(counts)) if measure.kind in _OPEN else (0, bins.number_of(measure.highest))
    return tuple(Bin(*bins.ends_of(n), counts[n]) for n in range(first, last + 1))


_OPEN = frozenset({ScaleKind.HOURS, ScaleKind.COUNT})


class _Bins:
    """The rows of a scale: one for each number, an hour, or a tenth of a long scale."""

    def __init__(self, measure: Measure, seen: float) -> None:
        self._lowest, self._highest, self._step = measure.lowest, measure.highest, measure.step
        self._is_open = measure.kind in _OPEN
        room = seen if measure.kind is ScaleKind.COUNT else measure.highest - measure.lowest
        self._width = self._step
        if measure.kind is ScaleKind.HOURS:
            self._width = 1.0
        elif room / self._step >= MOST_BINS:
            self._width = ceil(room / 10 / self._step) * self._step

    def number_of(self, value: float) -> int:
        """The row, from 0 on, that an answer belongs to."""
        above = value - self._lowest
        if self._width == self._step:
            return floor(above / self._width + 0.5)
        number = floor(above / self._width)
        # The highest answer belongs to the tenth row; it would stand alone in an eleventh.
        return number if self._is_open else min(number, ceil((self._highest - self._lowest) / self._width) - 1)

    def ends_of(self, number: int) -> tuple[float, float]:
        """The lowest and the highest answer of a row."""
        lowest = self._lowest + number * self._width
        if not self._is_open and lowest + self._width >= self._highest > lowest:
            return lowest, self._highest if self._width > self._step else lowest
        return lowest, min(lowest + self._width - self._step, self._highest)
