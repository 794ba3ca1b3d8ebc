"""The tables behind pictures: what stands in them, and how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from diary.ui.kit.overriding import override
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.ui.kit.picture_saving import Cell, Content
    from diary.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 30


class TwinTable(QAbstractTableModel):
    """What a picture shows as rows and columns; each kind says what it has, and Qt is told so here alone."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns on the screen."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells for other programs: a day as 2026-11-22, numbers as such, ``None`` where nothing is."""
        raise NotImplementedError

    @property
    def length(self) -> int:
        """The number of rows."""
        raise NotImplementedError

    def text(self, row: int, column: int) -> str:
        """The words of a cell on the screen."""
        raise NotImplementedError

    def spoken(self, row: int, column: int) -> str:
        """The same for a screen reader, which is told where nothing stands."""
        return self.text(row, column) or say("empty")

    @property
    def saved(self) -> Content:
        """The table for other programs."""
        return self.header, self.rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.length

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.header)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        return self.spoken(index.row(), index.column()) if role == Qt.ItemDataRole.AccessibleTextRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.header[section] if is_head else None


class QuietTable(QTableView):
    """Quiet rows that are chosen whole, and that the keyboard can leave by Tab.

    ``name`` is what a screen reader calls it. The column ``widest`` takes the room that the others leave, its words
    wrapped; without one the last column does, on one line. ``least_px`` is how high it is at least, at 100 %.
    """

    def __init__(
        self, theme: Theme, model: TwinTable, name: str, *, widest: int | None = None, least_px: int = 0
    ) -> None:
        super().__init__()
        self._theme = theme
        self._widest = widest
        self._least_px = least_px
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setObjectName("twin")
        above = 0 if widest is None else 4
        self.setStyleSheet(f"QTableView#twin::item {{ padding: {above}px 12px {above}px 3px; }}")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(0)
        header.setStretchLastSection(widest is None)
        theme.changed.connect(self._measure)
        self._measure()

    def fit(self) -> None:
        """Make columns as wide as their words, and rows as high."""
        self.resizeColumnsToContents()
        if self._widest is not None:
            self.horizontalHeader().setSectionResizeMode(self._widest, QHeaderView.ResizeMode.Stretch)
            self.resizeRowsToContents()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widest is not None:
            self.resizeRowsToContents()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_PX))
        self.setMinimumHeight(self._theme.px(self._least_px))
