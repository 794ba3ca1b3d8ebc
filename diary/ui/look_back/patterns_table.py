"""The table behind the patterns: every row of every picture, with its average and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.overriding import override
from diary.ui.kit.tables import TwinTable
from diary.words import say
from diary.words.numbers import number

if TYPE_CHECKING:
    from diary.ui.look_back.patterns import PatternsState, TableRow


class PatternsTable(TwinTable):
    """A row for each weekday, part of the day, and answer; ``None`` where there is no average."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TableRow, ...] = ()

    def render_state(self, state: PatternsState) -> None:
        """Hold other patterns."""
        self.beginResetModel()
        self._rows = tuple(cells for block in state.blocks for cells in block.cells)
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return say("Pattern"), say("Which"), say("Average"), say("Days")

    @property
    @override
    def rows(self) -> tuple[TableRow, ...]:
        return self._rows

    @property
    @override
    def length(self) -> int:
        return len(self._rows)

    @override
    def text(self, row: int, column: int) -> str:
        pattern, which, mean, days = self._rows[row]
        return (pattern, which, "" if mean is None else number(mean, 1), str(days))[column]
