"""The table behind the calendar: every day in view, what is known of it, and the chosen answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.ui.kit.overriding import override
from diary.ui.kit.tables import TwinTable
from diary.ui.look_back.calendar_state import CalendarState, heat_name, state_words
from diary.words import say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.ui.kit.picture_saving import Cell
    from diary.ui.kit.plots_state import Panel
    from diary.ui.kit.tables import Index


class CalendarTable(TwinTable):
    """One row for each day from the first to the last in view, up to today, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._calendar = CalendarState()
        self._heat: Panel | None = None
        self._days = range(0)

    def render_state(self, calendar: CalendarState, heat: Panel | None, first: date, last: date) -> None:
        """Hold the days of a range."""
        self.beginResetModel()
        self._calendar, self._heat = calendar, heat
        begin, end = max(first.toordinal(), calendar.first), min(last.toordinal(), calendar.last)
        self._days = range(end, begin - 1, -1)
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        names = (say("Day"), say("About the day"))
        return names if self._heat is None else (*names, heat_name(self._heat))

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(self._cells(day)) for day in self._days)

    @property
    @override
    def length(self) -> int:
        return len(self._days)

    @override
    def text(self, row: int, column: int) -> str:
        day = self._days[row]
        if column == 0:
            return plain_day(date.fromordinal(day))
        if column == 1 or self._heat is None:
            return state_words(self._calendar.state_of(day))
        return self._heat.answer_on(day)

    def day_at(self, index: Index) -> date:
        """The day of a row."""
        return date.fromordinal(self._days[index.row()])

    def _cells(self, day: int) -> Iterator[Cell]:
        yield date.fromordinal(day).isoformat()
        yield state_words(self._calendar.state_of(day))
        if self._heat is not None:
            yield self._heat.cell_on(day)
