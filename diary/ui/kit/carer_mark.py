"""△: what a carer wrote or noticed, always beside words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.theme import Theme

SIZE_PX = 14


class CarerMark(QWidget):
    """A triangle, in the carers' colour or on it; decoration, because the words beside it say the same."""

    def __init__(self, theme: Theme, size_px: int = SIZE_PX, colour: str = "carer") -> None:
        super().__init__()
        self._theme, self._size_px, self._colour = theme, size_px, colour
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._colour))
        wide, high = self.width(), self.height()
        corners = [QPointF(wide / 2, 1), QPointF(wide - 1, high - 1), QPointF(1, high - 1)]
        painter.drawPolygon(QPolygonF(corners))
        painter.end()

    def _fit(self) -> None:
        side = self._theme.px(self._size_px)
        self.setFixedSize(side, side)
        self.update()
