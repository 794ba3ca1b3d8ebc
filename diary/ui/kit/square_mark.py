"""A small square picture that is painted, and grows with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.theme import Theme


class SquareMark(QWidget):
    """``size_px`` is its side at 100 %; what is in it each kind paints."""

    def __init__(self, theme: Theme, size_px: float) -> None:
        super().__init__()
        self._theme, self._size_px = theme, size_px
        theme.changed.connect(self._fit)
        self._fit()

    def paint_square(self, painter: QPainter) -> None:
        """Paint it whole, as large as it is."""
        raise NotImplementedError

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_square(painter)
        painter.end()

    def _fit(self) -> None:
        side = self._theme.px(self._size_px)
        self.setFixedSize(side, side)
        self.update()
