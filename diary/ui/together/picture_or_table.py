"""A picture of Together and the table behind it, in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.tables import QuietTable


class PictureOrTable(QStackedWidget):
    """A picture, or the table of the same figures."""

    def __init__(self, picture: QWidget, table: QuietTable) -> None:
        super().__init__()
        self.table = table
        self.addWidget(picture)
        self.addWidget(table)
        table.model().modelReset.connect(self._fit)

    def show_table(self, is_shown: bool) -> None:  # noqa: FBT001  # a signal carries it
        """Show the table, or the picture."""
        self.setCurrentIndex(1 if is_shown else 0)
        self._fit()

    def _fit(self) -> None:
        if self.currentWidget() is self.table:
            self.table.fit()
