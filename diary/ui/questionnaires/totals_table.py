"""The table behind the chart of totals: every filling-in, those without a total among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.tables import TwinTable
from diary.words import say

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from diary.ui.questionnaires.history import History


class TotalsTable(TwinTable):
    """A row for each, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, str, str], ...] = ()

    def render_state(self, history: History) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self._rows = history.rows
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return say("Day"), say("Total"), say("Questions answered")

    @property
    @override
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        return self._rows

    @property
    @override
    def length(self) -> int:
        return len(self._rows)

    @override
    def text(self, row: int, column: int) -> str:
        return self._rows[row][column]
