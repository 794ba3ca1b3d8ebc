"""The table behind the patterns: every row of every picture, with its average and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from diary.ui.look_back.patterns import PatternsState
from diary.words import say
from diary.words.numbers import number

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from diary.ui.look_back.patterns import TableRow

Index = QModelIndex | QPersistentModelIndex


class PatternsTable(QAbstractTableModel):
    """A row for each weekday, part of the day, and answer."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TableRow, ...] = ()

    def render_state(self, state: PatternsState) -> None:
        """Hold other patterns."""
        self.beginResetModel()
        self._rows = tuple(cells for block in state.blocks for cells in block.cells)
        self.endResetModel()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return say("Pattern"), say("Which"), say("Average"), say("Days")

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows as cells for other programs; ``None`` where there is no average."""
        return self._rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as above
        return 0 if parent.isValid() else len(self.header)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        pattern, which, mean, days = self._rows[index.row()]
        return (pattern, which, "" if mean is None else number(mean, 1), str(days))[index.column()]

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.header[section]
