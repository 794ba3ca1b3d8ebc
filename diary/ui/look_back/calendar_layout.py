"""Where each day stands: months as blocks of weeks, or, for a long range, years as strips of weeks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF

from diary.words.dates import first_weekday, month_initial, month_name, weekday_initials

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = 7
MOST_MONTHS = 13
"""A year may touch 13 months; a longer range is shown by years."""
MOST_BESIDE = 6
WEEKS_OF_YEAR = 54
LARGEST_SMALL_CELL, GAP_OF_YEARS = 18, 14


@dataclass(frozen=True, slots=True)
class Heading:
    """Words of the calendar: the name of a month or year (``is_name``), or the initial of a weekday or month."""

    where: QRectF
    text: str
    is_name: bool


class Layout(Protocol):
    """Where days stand; the same for both views. Rectangles run from left to right, and are mirrored when drawn."""

    first: int
    last: int
    height: float
    has_numbers: bool
    key_steps: tuple[int, int]
    """Days that one key moves along and downwards."""

    def headings(self) -> Iterator[Heading]:
        """The words around the days."""

    def where(self, day: int) -> QRectF:
        """The square of a day."""

    def day_at(self, point: QPointF) -> int | None:
        """The day at a point."""

    def days_between(self, top: float, bottom: float) -> Iterator[int]:
        """The days within a stripe, or some more."""


def layout_for(first: date, last: date, width: float, cell: float) -> Layout:
    """Lay out the whole months (or years) of a range; ``width`` and the ``cell`` of a month's day in pixels."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST_MONTHS:
        return Months(first, months, width, cell)
    return Years(first.year, last.year, width, cell)


class Months:
    """Blocks of weeks, as many beside each other as there is room for."""

    has_numbers = True
    key_steps = (1, WEEK)

    def __init__(self, first: date, months: int, width: float, cell: float) -> None:
        self._cell = cell
        block, least_gap = WEEK * cell, cell * 0.35
        self._columns = max(1, min(int((width + least_gap) // (block + least_gap)), months, MOST_BESIDE))
        spare = (width - self._columns * block) / max(self._columns - 1, 1)
        self._across = block + min(max(spare, least_gap), cell * 1.6)
        self._monday = first_weekday()
        begin = first.year * 12 + first.month - 1
        self._starts = [_month(begin + n).toordinal() for n in range(months + 1)]
        self.first, self.last = self._starts[0], self._starts[-1] - 1
        self._with_year = first.year != date.fromordinal(self.last).year
        self._tops = [0.0]
        for row in range(0, months, self._columns):
            weeks = max(self._weeks(month) for month in range(row, min(row + self._columns, months)))
            self._tops.append(self._tops[-1] + (weeks + 2.5) * cell)
        self.height = self._tops[-1] - cell * 0.5

    def headings(self) -> Iterator[Heading]:
        """Each month's name, and its weekdays' initials."""
        for month, start in enumerate(self._starts[:-1]):
            left, top = self._corner(month)
            name = month_name(date.fromordinal(start), with_year=self._with_year)
            yield Heading(QRectF(left, top, WEEK * self._cell, self._cell), name, is_name=True)
            for n, initial in enumerate(weekday_initials()):
                where = QRectF(left + n * self._cell, top + self._cell, self._cell, self._cell)
                yield Heading(where, initial, is_name=False)

    def where(self, day: int) -> QRectF:
        """The square of a day."""
        month = bisect_right(self._starts, day) - 1
        left, top = self._corner(month)
        place = self._lead(month) + day - self._starts[month]
        x, y = left + place % WEEK * self._cell, top + (2 + place // WEEK) * self._cell
        return QRectF(x, y, self._cell, self._cell)

    def day_at(self, point: QPointF) -> int | None:
        """The day at a point."""
        row = bisect_right(self._tops, point.y()) - 1
        column, x = divmod(point.x(), self._across)
        month = row * self._columns + int(column)
        week = int((point.y() - self._tops[max(row, 0)]) // self._cell) - 2
        is_beside = not 0 <= column < self._columns or x >= WEEK * self._cell
        if is_beside or week < 0 or not 0 <= month < len(self._starts) - 1:
            return None
        day = self._starts[month] + week * WEEK + int(x // self._cell) - self._lead(month)
        return day if self._starts[month] <= day < self._starts[month + 1] else None

    def days_between(self, top: float, bottom: float) -> Iterator[int]:
        """The days of the rows of months within a stripe."""
        first = max(bisect_right(self._tops, top) - 1, 0) * self._columns
        end = min((bisect_right(self._tops, bottom)) * self._columns, len(self._starts) - 1)
        if first < end:
            yield from range(self._starts[first], self._starts[end])

    def _lead(self, month: int) -> int:
        """Empty squares before the first of a month."""
        return (date.fromordinal(self._starts[month]).weekday() - self._monday) % WEEK

    def _weeks(self, month: int) -> int:
        return -(-(self._lead(month) + self._starts[month + 1] - self._starts[month]) // WEEK)

    def _corner(self, month: int) -> tuple[float, float]:
        row, column = divmod(month, self._columns)
        return column * self._across, self._tops[row]


class Years:
    """A strip for each year, a column for each week; the newest year first."""

    has_numbers = False
    key_steps = (WEEK, 1)

    def __init__(self, first: int, last: int, width: float, cell: float) -> None:
        self._name = cell * 1.8
        self._line = cell * 0.8
        self._cell = min((width - self._name) / WEEKS_OF_YEAR, LARGEST_SMALL_CELL)
        self._years = range(last, first - 1, -1)
        self._monday = first_weekday()
        self._strip = self._line + WEEK * self._cell + GAP_OF_YEARS
        self.first, self.last = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
        self.height = len(self._years) * self._strip - GAP_OF_YEARS

    def headings(self) -> Iterator[Heading]:
        """Each year, and its months' initials above the week they begin in."""
        for row, year in enumerate(self._years):
            top = row * self._strip
            yield Heading(QRectF(0, top + self._line, self._name, self._cell * WEEK), str(year), is_name=True)
            for month in range(1, 13):
                left = self.where(date(year, month, 1).toordinal()).left()
                where = QRectF(left, top, self._cell * 4, self._line)
                yield Heading(where, month_initial(date(year, month, 1)), is_name=False)

    def where(self, day: int) -> QRectF:
        """The square of a day."""
        year = date.fromordinal(day).year
        week, weekday = divmod(day - self._start(year), WEEK)
        top = (self._years[0] - year) * self._strip + self._line
        return QRectF(self._name + week * self._cell, top + weekday * self._cell, self._cell, self._cell)

    def day_at(self, point: QPointF) -> int | None:
        """The day at a point."""
        row, y = divmod(point.y(), self._strip)
        weekday, week = (y - self._line) // self._cell, (point.x() - self._name) // self._cell
        if not (0 <= row < len(self._years) and 0 <= weekday < WEEK and 0 <= week < WEEKS_OF_YEAR):
            return None
        year = self._years[int(row)]
        day = self._start(year) + int(week) * WEEK + int(weekday)
        return day if date.fromordinal(day).year == year else None

    def days_between(self, top: float, bottom: float) -> Iterator[int]:
        """The days of the years within a stripe."""
        begin, end = (int(max(y, 0) // self._strip) for y in (top, bottom))
        for year in self._years[begin : end + 1]:
            yield from range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)

    def _start(self, year: int) -> int:
        """The first day of the week in which a year begins."""
        start = date(year, 1, 1)
        return start.toordinal() - (start.weekday() - self._monday) % WEEK


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
