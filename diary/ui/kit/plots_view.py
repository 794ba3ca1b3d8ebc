"""The view that a chart's items stand in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from shiboken6 import isValid

from diary.ui.kit.plots_library import pg


class PlotView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph is untyped
    """A view without a frame and without the keyboard, which belongs to the chart around it."""

    def __init__(self) -> None:
        super().__init__()
        self._left: list[Any] = []
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_item(self, item: Any) -> None:
        """Fill the view with an item; the one before is deleted by Qt, which frees a layout before Python's part of it.

        Freed the other way round it ended the program now and then: its inner layout was told of after it was gone.
        """
        before = self.centralWidget
        self._left = [one for one in self._left if isValid(one)]
        self.setCentralItem(item)
        if before is not None:
            self._left.append(before)
            before.deleteLater()
