"""How strong a score is, as a colour with its number: the colour never stands alone."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from diary.ui.kit.overriding import override
from diary.ui.kit.square_mark import SquareMark
from diary.ui.kit.theme import Weight
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

BADGE_PX = 34


def heat(theme: Theme, value: float) -> tuple[QColor, QColor]:
    """The ground of a score from 0 to 10 and the colour of words on it, in six steps."""
    tokens = theme.tokens
    step = min(ceil(value / 2), len(tokens.heat) - 1)
    return QColor(tokens.heat[step]), QColor(tokens.on_heat[step])


class HeatBadge(SquareMark):
    """A score as a number on its colour, or a dashed square where there is none yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, BADGE_PX)
        self._value: float | None = None

    def show_value(self, value: float | None) -> None:
        """Draw a score, or none."""
        self._value = value
        self.update()

    @override
    def paint_square(self, painter: QPainter) -> None:
        where = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._value is None:
            painter.setPen(QPen(self._theme.colour("strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(where, 8, 8)
        else:
            ground, text = heat(self._theme, self._value)
            painter.setPen(QPen(self._theme.colour("strong"), 1) if self._value <= 0 else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(where, 8, 8)
            painter.setPen(text)
            painter.setFont(self._theme.font(15, Weight.SEMIBOLD))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, short_number(self._value))
