"""The table behind a chart: the same days and values, for screen readers and for whoever prefers numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from diary.ui.kit.plots_series import Step
from diary.ui.kit.plots_state import ChartState, read_out
from diary.words import say
from diary.words.dates import plain_day

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Index = QModelIndex | QPersistentModelIndex
VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The number behind a cell, or the ``date`` in the first column; ``None`` where nothing was filled in."""


class ChartTable(QAbstractTableModel):
    """One row for each day in view on which something was written or marked, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._state = ChartState(0, 0)
        self._days: Sequence[int] = ()

    def render_state(self, state: ChartState, first: date, last: date) -> None:
        """Hold the days of ``state`` from ``first`` to ``last``."""
        self.beginResetModel()
        self._state = state
        begin = bisect_left(state.days, first.toordinal())
        self._days = state.days[begin : bisect_right(state.days, last.toordinal())][::-1]
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
        for panel in self._state.panels:
            yield panel.cell_on(day)
        yield self._text(day, len(self._state.panels) + 1)

    def day_at(self, index: Index) -> date:
        """The day of a row."""
        return date.fromordinal(self._days[index.row()])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._days)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as above
        return 0 if parent.isValid() else len(self._state.panels) + 2

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self._days[index.row()]
        if role == VALUE_ROLE:
            return self._value(day, index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(day, index.column())
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = [f"{p.label}: {p.second_label}" if p.second_label else p.label for p in self._state.panels]
        return [say("Day"), *names, say("What is known of it")][section]

    def _value(self, day: int, column: int) -> date | float | None:
        if column == 0:
            return date.fromordinal(day)
        panels = self._state.panels
        return panels[column - 1].series.at(day) if column <= len(panels) else None

    def _text(self, day: int, column: int) -> str:
        if column == 0:
            return plain_day(date.fromordinal(day))
        panels = self._state.panels
        if column > len(panels):
            return ", ".join(read_out(self._state, day, Step.DAY).notes)
        return "" if panels[column - 1].series.at(day) is None else panels[column - 1].answer_on(day)
