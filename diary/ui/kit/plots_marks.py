"""The marks of every chart: one shape for one meaning, drawn from one place so that legends and curves can't differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import mixed

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from PySide6.QtGui import QColor, QPaintEvent
    from typing_extensions import override

    from diary.ui.kit.theme import Theme

LINE_PX = 2.4
HOLLOW_PX = 1.4
DIAMOND_SIZE = 1.2
"""A diamond looks smaller than a disc of its height; this makes them weigh the same."""


@cache
def mark_path(shape: Shape) -> QPainterPath:
    """A shape about one unit wide, centred on 0, 0."""
    path = QPainterPath()
    if shape is Shape.CIRCLE:
        path.addEllipse(QRectF(-0.5, -0.5, 1, 1))
    elif shape is Shape.SQUARE:
        path.addRect(QRectF(-0.45, -0.45, 0.9, 0.9))
    elif shape is Shape.BAR:
        path.addRect(QRectF(-0.6, -0.2, 1.2, 0.4))
    else:
        half = DIAMOND_SIZE / 2
        corners = {
            Shape.DIAMOND: ((0, -half), (half, 0), (0, half), (-half, 0)),
            Shape.TRIANGLE: ((0, -0.55), (0.6, 0.5), (-0.6, 0.5)),
        }[shape]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        path.closeSubpath()
    return path


def paint_mark(  # noqa: PLR0913  # a mark is a place, a size, a shape, a colour and whether it is hollow
    painter: QPainter, centre: QPointF, size_px: float, shape: Shape, colour: QColor, *, ground: QColor | None = None
) -> None:
    """Draw one mark; with a ``ground`` it is hollow and filled with that."""
    transform = QTransform.fromTranslate(centre.x(), centre.y()).scale(size_px, size_px)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, HOLLOW_PX) if ground is not None else Qt.PenStyle.NoPen)
    painter.setBrush(colour if ground is None else ground)
    painter.drawPath(transform.map(mark_path(shape)))


def faint(theme: Theme, colour: str) -> QColor:
    """A measure's colour for a single day's mark: it stands behind the average."""
    share = 0.75 if theme.tokens.is_high_contrast else 0.5 if theme.tokens.is_dark else 0.42
    return mixed(theme.colour(colour).name(), theme.tokens.surface, share)


def band_colour(theme: Theme, colour: str) -> QColor:
    """A measure's colour for the band from lowest to highest."""
    return mixed(theme.colour(colour).name(), theme.tokens.surface, 0.3 if theme.tokens.is_dark else 0.2)


class LegendMark(QWidget):
    """A mark in a legend, beside words that say what it means; decoration for a screen reader."""

    def __init__(
        self, theme: Theme, shape: Shape | None, colour: str, *, hollow: bool = False, soft: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._shape = shape
        self._colour = colour
        self._hollow = hollow
        self._soft = soft
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = 22 if self._shape is None else 14
        return QSize(self._theme.px(width), self._theme.px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        if self._shape is None:
            painter.setPen(QPen(self._theme.colour(self._colour), LINE_PX))
            painter.drawLine(QPointF(1, middle.y()), QPointF(self.width() - 1, middle.y()))
        else:
            colour = faint(self._theme, self._colour) if self._soft else self._theme.colour(self._colour)
            ground = self._theme.colour("surface") if self._hollow else None
            paint_mark(painter, middle, self._theme.px(9), self._shape, colour, ground=ground)
        painter.end()
