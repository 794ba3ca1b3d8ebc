"""The shapes that stand for the measures: one shape, one meaning, on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.ui.kit.overriding import override
from diary.ui.kit.square_mark import SquareMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.ui.kit.theme import Theme

COLOUR_OF: Mapping[str, str] = {PAIN: "pain", ANXIETY: "anxiety", MOOD: "mood", SLEEP: "sleep"}
"""The token of each core measure's colour."""


def mark_path(measure: str, centre: QPointF, size: float) -> QPainterPath:
    """The shape of a core measure: ● pain, ◆ anxiety (1.2 times as large, for equal weight), ■ mood, ▬ sleep."""
    path = QPainterPath()
    half = size / 2
    if measure == ANXIETY:
        half *= 1.2
        for index, (x, y) in enumerate(((0, -half), (half, 0), (0, half), (-half, 0))):
            point = centre + QPointF(x, y)
            path.lineTo(point) if index else path.moveTo(point)
        path.closeSubpath()
    elif measure == MOOD:
        path.addRoundedRect(QRectF(centre.x() - half * 0.9, centre.y() - half * 0.9, size * 0.9, size * 0.9), 2, 2)
    elif measure == SLEEP:
        path.addRoundedRect(QRectF(centre.x() - half * 1.2, centre.y() - half * 0.35, size * 1.2, size * 0.35), 1, 1)
    else:
        path.addEllipse(centre, half, half)
    return path


class MeasureMark(SquareMark):
    """A measure's shape in its colour, beside its name."""

    SIZE_PX = 12

    def __init__(self, theme: Theme, measure: str) -> None:
        super().__init__(theme, self.SIZE_PX + 2)
        self._measure = measure

    @override
    def paint_square(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(COLOUR_OF[self._measure]))
        painter.drawPath(mark_path(self._measure, QRectF(self.rect()).center(), self._theme.px(self.SIZE_PX - 2)))
