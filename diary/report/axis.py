"""The one date axis of the picture: where a day stands, which days share a mark, and what is written below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from diary.domain.days import Period
from diary.report.labels import by_pattern
from diary.words.dates import short_day

WEEK, FOUR_WEEKS = 7, 28
LONGEST_BY_DAY = 92
_LONGEST_BY_WEEK = 750
_FEW_DAYS, _SIX_WEEKS = 6, 42
_MOST_LABELS = 5
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200)
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """The days ``drawn``, ``step`` of them to a mark: 1, a week, or four weeks beyond some two years.

    Steps are counted back from the last day; what is left over at the beginning is not drawn.
    """

    drawn: Period
    step: int

    def at(self, day: date) -> float:
        """Return where the middle of a day lies, from 0 to 1."""
        return ((day - self.drawn.first).days + 0.5) / len(self.drawn)

    def step_of(self, day: date) -> int:
        """Return the number of the step that a day belongs to, the first being 0."""
        return (day - self.drawn.first).days // self.step

    def middle_of(self, step: int) -> float:
        """Return where the middle of a step lies, from 0 to 1."""
        return (step + 0.5) * self.step / len(self.drawn)

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self.drawn) // self.step

    @property
    def enough(self) -> int:
        """How many answers a step needs for a middle value: 3 of a week, 12 of four weeks."""
        return 3 * self.step // WEEK


def axis(period: Period) -> Axis:
    """Return the axis for a period by its length."""
    length = len(period)
    if length <= LONGEST_BY_DAY:
        return Axis(period, 1)
    step = WEEK if length <= _LONGEST_BY_WEEK else FOUR_WEEKS
    return Axis(Period.ending(period.last, length - length % step), step)


def dates_below(of: Axis) -> tuple[tuple[tuple[float, str], ...], tuple[float, ...]]:
    """Return the date labels with their places, and where thin lines mark weeks or labels."""
    if of.step > 1:
        return _months(of)
    length = len(of.drawn)
    apart = 1 if length <= _FEW_DAYS else WEEK if length <= _SIX_WEEKS else 2 * WEEK
    middle = 0.5 if apart == 1 else 0.0
    labelled = range(0, length, apart)
    labels = tuple(((n + middle) / length, short_day(of.drawn.first + timedelta(days=n))) for n in labelled)
    return labels, tuple(n / length for n in range(WEEK, length, WEEK))


def _months(of: Axis) -> tuple[tuple[tuple[float, str], ...], tuple[float, ...]]:
    starts = [day for day in of.drawn if day.day == 1]
    apart = next((n for n in _MONTHS_APART if len(starts) / n <= _MOST_LABELS), _MONTHS_APART[-1])
    length = len(of.drawn)
    chosen = [day for day in starts if (day.year * _YEAR + day.month - 1) % apart == 0]
    labels = tuple(((day - of.drawn.first).days / length, _month(day, apart)) for day in chosen)
    return labels, tuple(x for x, _ in labels)


def _month(day: date, apart: int) -> str:
    if apart >= _YEAR:
        return by_pattern(day, "y")
    return by_pattern(day, "MMM y" if day.month == 1 else "MMM")
