"""The sign of each state, told apart by shape before colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from diary.app.links import LinkState
from diary.ui.kit.overriding import override
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.theme import Theme

SIGN_PX = (34, 18)
RADIUS_PX = 5.5
TOUCHING, APART = 0.6, 1.25
"""How far a circle's middle is from the sign's, in radii."""
_TOUCHES = frozenset({LinkState.LINK, LinkState.PERHAPS, LinkState.WITHDRAWN})
_DOTTED = frozenset({LinkState.NOT_ENOUGH, LinkState.WITHDRAWN})


def sign_words(state: LinkState) -> str:
    """What a sign says, for those who don't see it."""
    return {
        LinkState.LINK: say("A link"),
        LinkState.PERHAPS: say("Perhaps a link"),
        LinkState.WITHDRAWN: say("No longer a link"),
        LinkState.SMALL_AT_MOST: say("No clear link"),
        LinkState.CANT_TELL: say("Can’t tell yet"),
        LinkState.NOT_ENOUGH: say("Not enough days"),
        LinkState.TOO_STEADY: say("Nothing to compare"),
    }[state]


class LinkSign(QWidget):
    """Two circles: one on the other and full for a link, outlined where there may be one, dashed where there was one.

    Apart where none shows (with a line between them where it is small at most), dotted where days are wanting, and
    two flat lines where nothing changed.
    """

    def __init__(self, theme: Theme, state: LinkState) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        self.setFixedSize(theme.px(SIGN_PX[0]), theme.px(SIGN_PX[1]))
        self.setAccessibleName(sign_words(state))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QRectF(self.rect()).center(), self._theme.px(RADIUS_PX * 10) / 10
        strong = self._state in {LinkState.LINK, LinkState.PERHAPS}
        pen = QPen(self._theme.colour("accent" if strong else "text2"), 2 if strong else 1.5)
        if self._state in _DOTTED:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        if self._state is LinkState.TOO_STEADY:
            for side in (-1, 1):
                at = centre + QPointF(side * radius * APART, 0)
                painter.drawLine(at - QPointF(radius * 0.8, 0), at + QPointF(radius * 0.8, 0))
        else:
            self._paint_circles(painter, centre, radius)
        painter.end()

    def _paint_circles(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        away = radius * (TOUCHING if self._state in _TOUCHES else APART)
        if self._state is LinkState.SMALL_AT_MOST:
            away = radius * 1.6
            painter.drawLine(centre - QPointF(0, radius), centre + QPointF(0, radius))
        circles = QPainterPath()
        circles.setFillRule(Qt.FillRule.WindingFill)
        for side in (-1, 1):
            circles.addEllipse(centre + QPointF(side * away, 0), radius, radius)
        if self._state is LinkState.LINK:
            painter.setBrush(self._theme.colour("accent"))
        painter.drawPath(circles)
