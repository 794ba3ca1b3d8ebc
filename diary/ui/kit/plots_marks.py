"""The marks of every chart: one shape for one meaning, drawn from one place so that legends and curves can't differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

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
    elif shape is Shape.CROSS:
        arms = QPainterPath()
        arms.addRect(QRectF(-0.6, -0.11, 1.2, 0.22))
        upright = QTransform().rotate(90).map(arms)
        path = QTransform().rotate(45).map(arms.united(upright))
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
