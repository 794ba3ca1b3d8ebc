"""△: what a carer wrote or noticed, always beside words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from diary.ui.kit.overriding import override
from diary.ui.kit.square_mark import SquareMark

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

SIZE_PX = 14


class CarerMark(SquareMark):
    """A triangle, in the carers' colour or on it; decoration, because the words beside it say the same."""

    def __init__(self, theme: Theme, size_px: int = SIZE_PX, colour: str = "carer") -> None:
        super().__init__(theme, size_px)
        self._colour = colour

    @override
    def paint_square(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._colour))
        wide, high = self.width(), self.height()
        corners = [QPointF(wide / 2, 1), QPointF(wide - 1, high - 1), QPointF(1, high - 1)]
        painter.drawPolygon(QPolygonF(corners))
