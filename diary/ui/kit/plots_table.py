"""The table behind a chart: the same days and values, for screen readers and for whoever prefers numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_series import Step
from diary.ui.kit.plots_state import ChartState, read_out
from diary.ui.kit.tables import TwinTable
from diary.words import say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.ui.kit.picture_saving import Cell
    from diary.ui.kit.tables import Index


class ChartTable(TwinTable):
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
    @override
    def header(self) -> tuple[str, ...]:
        names = (f"{p.label}: {p.second_label}" if p.second_label else p.label for p in self._state.panels)
        return say("Day"), *names, say("About the day")

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
        day, panels = self._days[row], self._state.panels
        if column == 0:
            return plain_day(date.fromordinal(day))
        if column > len(panels):
            return self._known(day)
        return "" if panels[column - 1].series.at(day) is None else panels[column - 1].answer_on(day)

    def day_at(self, index: Index) -> date:
        """The day of a row."""
        return date.fromordinal(self._days[index.row()])

    def _cells(self, day: int) -> Iterator[Cell]:
        yield date.fromordinal(day).isoformat()
        for panel in self._state.panels:
            yield panel.cell_on(day)
        yield self._known(day)

    def _known(self, day: int) -> str:
        return "; ".join(read_out(self._state, day, Step.DAY).notes)
