"""The table behind the chart of totals: every filling-in, those without a total among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.overriding import override
from diary.ui.kit.tables import TwinTable
from diary.words import say
from diary.words.dates import plain_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.ui.kit.picture_saving import Cell
    from diary.ui.questionnaires.history import Filled, History


class TotalsTable(TwinTable):
    """A row for each, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._filled: tuple[Filled, ...] = ()

    def render_state(self, history: History) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self._filled = history.filled
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return say("Day"), say("Total"), say("Questions answered")

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple((one.day.isoformat(), one.total, one.answered) for one in self._filled)

    @property
    @override
    def length(self) -> int:
        return len(self._filled)

    @override
    def text(self, row: int, column: int) -> str:
        one = self._filled[row]
        total = say("no total") if one.total is None else short_number(one.total)
        return (plain_day(one.day), total, one.answered)[column]
