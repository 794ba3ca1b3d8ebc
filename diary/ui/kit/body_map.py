"""The body, front and back, to click on: a picture beside a list that says and does the same."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.body_figure import View
from diary.ui.kit.heat import heat
from diary.ui.kit.overriding import override
from diary.ui.kit.theme import TextSize, Weight, mixed
from diary.words import say
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from diary.domain.body_figure import BodyRegion, BodyView
    from diary.domain.places import BodySite
    from diary.ui.kit.theme import Theme

FIGURE_PX, HEAD_PX, GAP_PX = 116, 24, 12
"""The width of one figure, the height of the word above it, and the room between the two, at 100 %."""
REACH_PX = 10
"""How far beside a place a click still means it."""
NUMBER_PX = 13
SIDES_AT = 0.612
"""How far down the figure "your left" and "your right" are written: below the hands, beside the legs."""


class BodyMap(QWidget):
    """Draws both views; ``place_clicked`` carries a ``BodySite``, ``place_hovered`` one or ``None``."""

    place_clicked = Signal(object)
    place_hovered = Signal(object)

    def __init__(self, theme: Theme, figure: Mapping[View, BodyView]) -> None:
        super().__init__()
        self._theme = theme
        self._figure = figure
        self._values: Mapping[BodySite, float] = MappingProxyType({})
        self._numb: frozenset[BodySite] = frozenset()
        self._open: BodySite | None = None
        self._hovered: BodySite | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("A drawing of the body, front and back"))
        theme.changed.connect(self._fit)

    def show_places(
        self, values: Mapping[BodySite, float], open_place: BodySite | None, *, numb: Collection[BodySite] = ()
    ) -> None:
        """Draw the scores at their places, dots where it was numb, and which place is being asked about."""
        self._values, self._open, self._numb = values, open_place, frozenset(numb)
        self.update()

    def middle_of(self, site: BodySite, view: View) -> QPointF:
        """Where a place is drawn on a view."""
        region = next(one for one in self._figure[view].regions if one.site == site)
        return self._origin(view) + QPointF(*region.middle) * self._scale()

    @override
    def sizeHint(self) -> QSize:
        front = self._figure[View.FRONT]
        width = self._theme.px(FIGURE_PX)
        return QSize(
            2 * width + self._theme.px(GAP_PX),
            self._theme.px(HEAD_PX) + round(front.height * self._scale()) + 2,
        )

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._site_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        del event
        self._hover(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        site = self._site_at(event.position())
        if site is not None and event.button() is Qt.MouseButton.LeftButton:
            self.place_clicked.emit(site)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self.paint_onto(painter)
        painter.end()

    def paint_onto(self, painter: QPainter) -> None:
        """Draw both views from the painter's origin on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view in View:
            self._paint_words(painter, view)
            painter.save()
            painter.translate(self._origin(view))
            self._paint_view(painter, self._figure[view])
            painter.restore()

    def _paint_words(self, painter: QPainter, view: View) -> None:
        left_px, width = self._origin(view).x(), self._theme.px(FIGURE_PX)
        painter.setFont(self._theme.font(TextSize.CAPTION, Weight.SEMIBOLD))
        painter.setPen(self._theme.colour("text2"))
        name = say("Front") if view is View.FRONT else say("Back")
        painter.drawText(QRectF(left_px, 0, width, self._theme.px(18)), Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(self._theme.font(TextSize.AXIS))
        sides = (say("your right"), say("your left"))
        first, second = sides if view is View.FRONT else sides[::-1]
        top = self._origin(view).y() + self._figure[view].height * self._scale() * SIDES_AT
        third = width * 0.31
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        for x, words in ((left_px, first), (left_px + width - third, second)):
            painter.drawText(QRectF(x, top, third, self._theme.px(40)), flags, words)

    def _paint_view(self, painter: QPainter, view: BodyView) -> None:
        theme, tokens = self._theme, self._theme.tokens
        scale = self._scale()
        body = mixed(tokens.text, tokens.sunken, 0.02)
        lines = theme.colour("text3") if tokens.is_high_contrast else theme.colour("surface")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(body)
        painter.drawPath(_path(view.outline, scale))
        for region in view.regions:
            value = self._values.get(region.site)
            painter.setPen(QPen(lines, 1.4))
            painter.setBrush(body if value is None else heat(theme, value)[0])
            if value is None and region.site == self._hovered:
                painter.setBrush(theme.colour("soft"))
            painter.drawPath(_path(region.points, scale))
            if region.site in self._numb:
                dots = theme.colour("text2") if value is None else heat(theme, value)[1]
                painter.setBrush(QBrush(dots, Qt.BrushStyle.Dense6Pattern))
                painter.drawPath(_path(region.points, scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("strong"), 1))
        painter.drawPath(_path(view.outline, scale))
        for region in view.regions:
            self._paint_marked(painter, region)

    def _paint_marked(self, painter: QPainter, region: BodyRegion) -> None:
        """Edge the place being asked about and the one under the mouse, and write the scores."""
        scale, value = self._scale(), self._values.get(region.site)
        if region.site in {self._open, self._hovered}:
            is_open = region.site == self._open
            # In high contrast all places have an edge in the colour of text.
            edge = "text" if is_open and not self._theme.tokens.is_high_contrast else "accent"
            painter.setPen(QPen(self._theme.colour(edge), 3 if is_open else 2))
            painter.setBrush(
                self._theme.colour("surface") if is_open and value is None else Qt.BrushStyle.NoBrush,
            )
            painter.drawPath(_path(region.points, scale))
        if value is not None:
            painter.setPen(heat(self._theme, value)[1])
            painter.setFont(self._theme.font(NUMBER_PX, Weight.SEMIBOLD))
            middle = QPointF(*region.middle) * scale
            side = self._theme.px(40)
            where = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, short_number(value))

    def _site_at(self, at: QPointF) -> BodySite | None:
        for view in View:
            inside = at - self._origin(view)
            if -REACH_PX <= inside.x() <= self._theme.px(FIGURE_PX) + REACH_PX:
                scale = self._scale()
                site = self._figure[view].site_at(inside.x() / scale, inside.y() / scale, REACH_PX / scale)
                if site is not None:
                    return site
        return None

    def _hover(self, site: BodySite | None) -> None:
        if site == self._hovered:
            return
        self._hovered = site
        self.setCursor(Qt.CursorShape.ArrowCursor if site is None else Qt.CursorShape.PointingHandCursor)
        self.update()
        self.place_hovered.emit(site)

    def _origin(self, view: View) -> QPointF:
        across = 0 if view is View.FRONT else self._theme.px(FIGURE_PX) + self._theme.px(GAP_PX)
        return QPointF(across, self._theme.px(HEAD_PX))

    def _scale(self) -> float:
        return self._theme.px(FIGURE_PX) / self._figure[View.FRONT].width

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


def _path(points: tuple[tuple[float, float], ...], scale: float) -> QPainterPath:
    """A closed path: PySide 6.11 can follow a null pointer where ``drawPolygon`` is given a ``QPolygonF``."""
    path = QPainterPath()
    (x, y), *others = points
    path.moveTo(x * scale, y * scale)
    for x, y in others:
        path.lineTo(x * scale, y * scale)
    path.closeSubpath()
    return path
