"""How the tables behind Together's pictures look, and the button that swaps picture and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView

from diary.ui.kit.buttons import Button
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons

Index = QModelIndex | QPersistentModelIndex


def table_of(model: QAbstractTableModel, name: str) -> QTableView:
    """A quiet table of ``model``; ``name`` is what a screen reader calls it."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setObjectName("days")
    table.setStyleSheet("QTableView#days::item { padding: 4px 12px 4px 3px; }")
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setResizeContentsPrecision(0)
    return table


class PictureOrTable(QStackedWidget):
    """A picture, or the table of the same figures; ``button`` says which it would show.

    The table's column ``widest`` takes the room that the others leave.
    """

    def __init__(self, icons: Icons, picture: QWidget, table: QTableView, *, widest: int) -> None:
        super().__init__()
        self.table = table
        self._widest = widest
        self.button = Button(icons, say("Table"), "link", icon="table")
        self.addWidget(picture)
        self.addWidget(table)
        self.button.clicked.connect(self._swap)
        table.model().modelReset.connect(self._fit)

    def _swap(self) -> None:
        shows_table = self.currentWidget() is not self.table
        self.setCurrentIndex(1 if shows_table else 0)
        self.button.setText(say("Picture") if shows_table else say("Table"))
        self.button.show_icon("blend" if shows_table else "table")
        self._fit()

    def _fit(self) -> None:
        if self.currentWidget() is self.table:
            self.table.resizeColumnsToContents()
            self.table.horizontalHeader().setSectionResizeMode(self._widest, QHeaderView.ResizeMode.Stretch)
            self.table.resizeRowsToContents()
