"""The marks of every chart: one shape for one meaning, drawn from one place so that legends and curves can't differ."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, ScaleKind
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from diary.domain.measures import Measure
    from diary.ui.kit.theme import Theme

LINE_PX = 2.4
HOLLOW_PX = 1.4
RUN_PX = 1
"""The thin line of many days that were not filled in."""
GHOST_PX, GHOST_DASHES = 1.4, (3.0, 2.5)
"""The line of the period before: its width, and its dashes in widths."""
DIAMOND_SIZE = 1.2
"""A diamond looks smaller than a disc of its height; this makes them weigh the same."""
STAR_OUTER, STAR_INNER = 0.66, 0.3
"""From a star's middle to its points and to its corners between them."""
_OF_CORE = {
    PAIN: (Shape.CIRCLE, "pain"),
    ANXIETY: (Shape.DIAMOND, "anxiety"),
    MOOD: (Shape.SQUARE, "mood"),
    SLEEP: (Shape.BAR, "sleep"),
}


def mark_of(measure: Measure, *, at_place: bool = False) -> tuple[Shape, str]:
    """A measure's shape and the token of its colour: pain at a place is pain, what is only there or not is a plus.

    Everything else that is asked is a star, so that no shape of the four core measures means anything else.
    """
    core = _OF_CORE.get(PAIN if at_place else measure.id)
    if core is not None:
        return core
    return (Shape.PLUS if measure.kind is ScaleKind.YES_NO else Shape.STAR), "text2"


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
    elif shape is Shape.PLUS:
        arms = QPainterPath()
        arms.addRect(QRectF(-0.56, -0.19, 1.12, 0.38))
        path = arms.united(QTransform().rotate(90).map(arms)).simplified()
    elif shape is Shape.STAR:
        reach = (STAR_OUTER, STAR_INNER)
        corners = [QPointF(reach[n % 2] * sin(n * pi / 5), -reach[n % 2] * cos(n * pi / 5)) for n in range(10)]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    else:
        half = DIAMOND_SIZE / 2
        ends = {
            Shape.DIAMOND: ((0, -half), (half, 0), (0, half), (-half, 0)),
            Shape.TRIANGLE: ((0, -0.55), (0.6, 0.5), (-0.6, 0.5)),
        }[shape]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ends]))
        path.closeSubpath()
    return path


def paint_mark(
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
