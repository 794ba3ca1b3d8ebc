"""The table behind the calendar: every day in view, what is known of it, and the chosen answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from diary.ui.look_back.calendar_state import CalendarState, heat_name, state_words
from diary.words import say
from diary.words.dates import plain_day

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.ui.kit.plots_state import Panel

Index = QModelIndex | QPersistentModelIndex


class CalendarTable(QAbstractTableModel):
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
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        columns = range(self.columnCount())
        return tuple(self.headerData(column, Qt.Orientation.Horizontal) for column in columns)

    @property
    def rows(self) -> tuple[tuple[str | float | None, ...], ...]:
        """The days as cells for other programs: a date as 2026-11-22, numbers as such, ``None`` where nothing is."""
        return tuple(tuple(self._cells(day)) for day in self._days)

    def _cells(self, day: int) -> Iterator[str | float | None]:
        yield date.fromordinal(day).isoformat()
        yield state_words(self._calendar.state_of(day))
        if self._heat is not None:
            yield self._heat.cell_on(day)

    def day_at(self, index: Index) -> date:
        """The day of a row."""
        return date.fromordinal(self._days[index.row()])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._days)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as above
        return 0 if parent.isValid() else 2 + (self._heat is not None)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        day = self._days[index.row()]
        if index.column() == 0:
            return plain_day(date.fromordinal(day))
        if index.column() == 1 or self._heat is None:
            return state_words(self._calendar.state_of(day))
        return self._heat.answer_on(day)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (say("Day"), say("What is known of it"), "" if self._heat is None else heat_name(self._heat))
        return names[section]
