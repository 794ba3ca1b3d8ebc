"""A chart's legend: each mark beside the words that say what it means, wrapped to the width there is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import GHOST_DASHES, GHOST_PX, LINE_PX, RUN_PX, band_colour, faint, paint_mark
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import TextSize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.theme import Theme

GAP_PX = 20


class Sign(StrEnum):
    """What stands before the words: a thick, dashed or thin line, a block, a shade, an upright tick, a dot, a mark."""

    LINE = "line"
    DASHED = "dashed"
    BLOCK = "block"
    FAINT = "faint"
    STRONG = "strong"
    HOLLOW = "hollow"
    TICK = "tick"
    DOT = "dot"
    THIN = "thin"
    SHADE = "shade"
    EDGE = "edge"


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One sign and its words."""

    sign: Sign
    text: str
    colour: str = "text2"
    shape: Shape = Shape.CIRCLE


class Legend(QWidget):
    """The rows in reading order; its accessible name is their words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: Sequence[LegendRow] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def rows(self) -> Sequence[LegendRow]:
        """What is explained."""
        return self._rows

    def show_rows(self, rows: Sequence[LegendRow]) -> None:
        """Explain these."""
        if rows == self._rows:
            return
        self._rows = rows
        self.setAccessibleName(", ".join(row.text for row in rows))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = max((line for line, _, _ in self._placed(width)), default=0) + 1
        return round(lines * self._line)

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._width(row) for row in self._rows) + max(len(self._rows) - 1, 0) * GAP_PX
        return QSize(round(width) + 1, round(self._line))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(max((self._width(row) for row in self._rows), default=0)), round(self._line))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, max(0.0, (self.height() - self.heightForWidth(self.width())) / 2))
        self.paint_onto(painter, self.width())
        painter.end()

    def paint_onto(self, painter: QPainter, width: float) -> None:
        """Draw the rows from the painter's origin on, wrapped to a width in pixels."""
        painter.setFont(self._theme.font(TextSize.AXIS))
        for line, left, row in self._placed(width):
            where = QRectF(left, line * self._line, self._width(row), self._line)
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            visual = self._mirrored(where, width) if is_mirrored else where
            self._paint_sign(painter, row, QPointF(visual.left() + self._theme.px(8), visual.center().y()))
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(visual.adjusted(self._theme.px(20), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.text)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.AXIS)).height() * 1.3

    def _width(self, row: LegendRow) -> float:
        return self._theme.px(20) + QFontMetricsF(self._theme.font(TextSize.AXIS)).horizontalAdvance(row.text) + 1

    def _mirrored(self, where: QRectF, width: float) -> QRectF:
        return QRectF(width - where.right(), where.top(), where.width(), where.height())

    def _placed(self, width: float) -> Iterator[tuple[int, float, LegendRow]]:
        line, left = 0, 0.0
        for row in self._rows:
            if left and left + self._width(row) > width:
                line, left = line + 1, 0.0
            yield line, left, row
            left += self._width(row) + GAP_PX

    def _paint_sign(self, painter: QPainter, row: LegendRow, centre: QPointF) -> None:
        theme, colour = self._theme, self._theme.colour(row.colour)
        half = theme.px(7)
        if row.sign is Sign.LINE:
            painter.setPen(QPen(colour, LINE_PX * theme.scale))
            painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0))
        elif row.sign is Sign.DASHED:
            pen = QPen(colour, GHOST_PX * theme.scale)
            pen.setDashPattern(GHOST_DASHES)
            painter.setPen(pen)
            painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0))
        elif row.sign is Sign.TICK:
            painter.setPen(QPen(colour, 1.4))
            painter.drawLine(centre - QPointF(0, half * 0.8), centre + QPointF(0, half * 0.8))
        elif row.sign is Sign.DOT:
            paint_mark(painter, centre, 3 * theme.scale, Shape.CIRCLE, theme.colour("text3"))
        elif row.sign is Sign.THIN:
            painter.setPen(QPen(theme.colour("text3"), RUN_PX * theme.scale))
            painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0))
        elif row.sign is Sign.SHADE:
            painter.setPen(QPen(theme.colour("outline"), 1))
            painter.setBrush(theme.colour("sunken"))
            painter.drawRect(QRectF(centre.x() - half * 0.7, centre.y() - half * 0.8, half * 1.4, half * 1.6))
        elif row.sign is Sign.EDGE:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(centre.x() - half, centre.y() - half * 0.7, half * 2, half * 1.4))
        elif row.sign is Sign.BLOCK:
            painter.fillRect(
                QRectF(centre.x() - half, centre.y() - half * 0.7, half * 2, half * 1.4), band_colour(theme, row.colour)
            )
        else:
            ground = theme.colour("surface") if row.sign is Sign.HOLLOW else None
            strong = faint(theme, row.colour) if row.sign is Sign.FAINT else colour
            paint_mark(painter, centre, theme.px(8), row.shape, strong, ground=ground)
