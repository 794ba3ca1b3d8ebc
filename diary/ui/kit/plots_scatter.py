"""The scatter of two measures: each day a neutral mark, the line and its band where there is one, read out by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import hypot
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsPathItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override
from diary.ui.kit.plots_items import Frame, Ground
from diary.ui.kit.plots_library import pg
from diary.ui.kit.plots_marks import HOLLOW_PX, LINE_PX, mark_path
from diary.ui.kit.plots_picture import paint_scene
from diary.ui.kit.plots_read_out import ReadOutBox
from diary.ui.kit.plots_scatter_axes import Across, CutWords, Upwards
from diary.ui.kit.plots_state import ReadOut, ReadRow, Shape
from diary.ui.kit.plots_view import PlotView
from diary.ui.kit.theme import mixed
from diary.words import say
from diary.words.dates import long_day

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from diary.ui.kit.theme import Theme

MARK_PX = 10
JITTER = 0.24
"""How far a mark may stand from its whole number, in steps of its scale, so that equal days don't hide each other."""
ROOM_STEPS = 0.32
"""Room beyond the ends of a scale, in its steps: a mark that stands aside is still whole."""
GOLDEN, SILVER = 0.6180339887498949, 0.41421356237309515
"""Multiples of these, taken without their whole part, spread evenly: the jitter of a day never changes."""
NEAR_PX = 16


@dataclass(frozen=True, slots=True)
class Side:
    """One axis: its measure's name, mark, range, ticks, the words at both ends, and one ``step`` of its scale.

    ``in_words``: its answers are words to other programs ("yes"), not numbers.
    """

    label: str
    shape: Shape
    colour: str
    lowest: float
    highest: float
    ticks: tuple[tuple[float, str], ...]
    low_words: str = ""
    high_words: str = ""
    step: float = 1.0
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """One day: its two answers, and both in words. ``hollow``: filled in later."""

    day: int
    x: float
    y: float
    x_text: str
    y_text: str
    hollow: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class BandPoint:
    """The line at ``x``, and the edges of its band."""

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the days are parted, and what the days on both sides are called."""

    at: float
    left_words: str
    right_words: str


@dataclass(frozen=True, slots=True)
class ScatterState:
    """A scatter as frozen values; ``dots`` by day, ``band`` empty where no line may be drawn."""

    x: Side
    y: Side
    dots: tuple[Dot, ...] = ()
    band: tuple[BandPoint, ...] = ()
    cut: Cut | None = None
    sentence: str = ""


def jittered(dot: Dot, state: ScatterState) -> tuple[float, float]:
    """Where a day's mark stands: near its answers, always at the same place."""
    across = ((dot.day * GOLDEN) % 1 - 0.5) * 2 * JITTER * state.x.step
    upwards = ((dot.day * SILVER) % 1 - 0.5) * 2 * JITTER * state.y.step
    return dot.x + across, dot.y + upwards


class ScatterChart(QWidget):
    """The picture. ``day_requested`` carries the day (a ``date``) opened by Enter or a click on its mark."""

    day_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: ScatterState | None = None
        self._places = np.empty((0, 2))
        self._chosen: int | None = None
        self._held: int | None = None
        self._layout: Any = None
        self._box: Any = None
        self._items: list[Any] = []
        self._read_out: ReadOutBox | None = None
        self._strong: QGraphicsPathItem | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers run one way, whichever way words do
        self.setAccessibleName(say("Every day that has both"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._view = PlotView()
        self._view.setAntialiasing(aa=True)
        self._view.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self._view)
        self._moves = pg.SignalProxy(self._view.scene().sigMouseMoved, rateLimit=60, slot=self._mouse_moved)
        theme.changed.connect(self._build)

    @property
    def shown(self) -> ReadOut | None:
        """What is read out, if anything is."""
        if self._state is None or self._chosen is None:
            return None
        dot, x, y = self._state.dots[self._chosen], self._state.x, self._state.y
        rows = (
            ReadRow(x.label, dot.x_text, x.shape, x.colour, dot.hollow),
            ReadRow(y.label, dot.y_text, y.shape, y.colour, dot.hollow),
        )
        last = date.fromordinal(self._state.dots[-1].day)
        title = long_day(date.fromordinal(dot.day), last)
        return ReadOut(dot.day, dot.day, title, rows, (dot.note,) if dot.note else ())

    def render_state(self, state: ScatterState) -> None:
        """Draw other days."""
        if state != self._state:
            self._state = state
            self._build()

    def drawn(self) -> dict[str, list[tuple[float, float]]]:
        """The marks that are on screen, for tests."""
        return {"marks": [(float(x), float(y)) for x, y in self._places]}

    def paint_picture(self, painter: QPainter, where: QRectF) -> None:
        """Draw it as vectors, for a file or the clipboard; what is read out stays behind."""
        self._choose(None)
        paint_scene(self._view, painter, where)

    def _build(self) -> None:
        theme, state = self._theme, self._state
        self._view.setBackground(theme.colour("surface"))
        self._chosen = self._held = None
        if self._read_out is not None:
            self._view.scene().removeItem(self._read_out)
        self._read_out = ReadOutBox(theme)
        self._read_out.hide()
        self._view.scene().addItem(self._read_out)
        if state is None:
            return
        self.setAccessibleDescription(state.sentence)
        self._layout = pg.GraphicsLayout()
        self._layout.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._layout.layout.setSpacing(0)
        self._layout.layout.setContentsMargins(0, 0, 0, 0)
        frame = _frame(state)
        self._box = pg.ViewBox(enableMenu=False, defaultPadding=0, enableMouse=False)
        self._box.setRange(frame.rect, padding=0)
        self._places = np.array([jittered(dot, state) for dot in state.dots] or np.empty((0, 2)), float)
        self._items = list(self._picture(state, frame))
        for item in self._items:
            self._box.addItem(item, ignoreBounds=True)
        span = (frame.first, frame.last)
        cut = (state.cut.at, state.cut.left_words, state.cut.right_words) if state.cut is not None else None
        self._layout.addItem(CutWords(theme, cut, span), 0, 1)
        self._layout.addItem(Upwards(theme, state.y.ticks, (frame.lowest, frame.highest)), 1, 0)
        self._layout.addItem(self._box, 1, 1)
        self._layout.addItem(Across(theme, state.x.ticks, span), 2, 1)
        self._layout.layout.setRowStretchFactor(1, 1)
        self._layout.layout.setColumnStretchFactor(1, 1)
        self._view.show_item(self._layout)

    def _picture(self, state: ScatterState, frame: Frame) -> list[QGraphicsItem]:
        theme = self._theme
        items: list[Any] = [Ground(theme, frame, [value for value, _ in state.y.ticks], (), ())]
        if state.band:
            items += _line_and_band(theme, state)
        if state.cut is not None:
            cut = QGraphicsLineItem(state.cut.at, frame.lowest, state.cut.at, frame.highest)
            cut.setPen(_cosmetic(QPen(theme.colour("text3"), 1.2 * theme.scale, Qt.PenStyle.DotLine)))
            items.append(cut)
        hollow = np.array([dot.hollow for dot in state.dots], bool)
        neutral = mixed(theme.colour("text3").name(), theme.tokens.surface, 0.62)
        solid = pg.ScatterPlotItem(symbol=mark_path(Shape.CIRCLE), size=theme.px(MARK_PX), brush=neutral)
        solid.setPen(pg.mkPen(theme.colour("surface"), width=1))
        open_marks = pg.ScatterPlotItem(
            symbol=mark_path(Shape.CIRCLE), size=theme.px(MARK_PX) - 1, brush=theme.colour("surface")
        )
        open_marks.setPen(pg.mkPen(theme.colour("text3"), width=HOLLOW_PX * theme.scale))
        for marks, which in ((solid, ~hollow), (open_marks, hollow)):
            part = self._places[which] if len(hollow) else self._places
            marks.setData(x=part[:, 0], y=part[:, 1])
            items.append(marks)
        self._strong = QGraphicsPathItem()
        self._strong.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._strong.setPath(QTransform.fromScale(theme.px(12), theme.px(12)).map(mark_path(Shape.CIRCLE)))
        self._strong.setPen(QPen(theme.colour("surface"), 1.5))
        self._strong.setBrush(theme.colour("text"))
        self._strong.setZValue(60)
        self._strong.hide()
        return [*items, self._strong]

    def _choose(self, index: int | None) -> None:
        self._chosen = index
        shown = self.shown
        if self._read_out is None or self._strong is None:
            return
        self._strong.setVisible(shown is not None)
        if shown is None or index is None:
            self._read_out.hide()
            return
        x, y = self._places[index]
        self._strong.setPos(x, y)
        at = self._box.mapViewToScene(QPointF(x, y))
        self._read_out.show_read_out(shown, QPointF(at.x(), at.y() - 20), self._box.sceneBoundingRect())

    def _nearest(self, at: QPointF) -> int | None:
        """The mark under the mouse, if one is near."""
        if self._state is None or not len(self._places):
            return None
        spots = [self._box.mapViewToScene(QPointF(x, y)) for x, y in self._places]
        distances = [hypot(spot.x() - at.x(), spot.y() - at.y()) for spot in spots]
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= NEAR_PX else None

    def _mouse_moved(self, moved: tuple[QPointF]) -> None:
        nearest = self._nearest(moved[0])
        if nearest != self._chosen:
            self._choose(nearest)

    def _pressed(self, event: QMouseEvent) -> bool:
        """Hold the mark under the mouse: its day opens when the button is let go on it."""
        self._held = self._under(event)
        if self._held is None:
            return False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose(self._held)
        return True

    def _released(self, event: QMouseEvent) -> bool:
        held, self._held = self._held, None
        if held is None:
            return False
        if self._under(event) == held:
            self._open()
        return True

    def _under(self, event: QMouseEvent) -> int | None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return None
        return self._nearest(QPointF(self._view.mapToScene(event.position().toPoint())))

    def _open(self) -> None:
        if self._state is not None and self._chosen is not None:
            self.day_requested.emit(date.fromordinal(self._state.dots[self._chosen].day))

    def _tell(self) -> None:
        """Have a screen reader say the day."""
        shown = self.shown
        if shown is not None:
            self.setAccessibleDescription(shown.sentence)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, self._theme.px(300))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._theme.px(240))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._places)
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not count:
            super().keyPressEvent(event)
        elif key in steps:
            last = count - 1
            self._choose(last if self._chosen is None else min(max(self._chosen + steps[key], 0), last))
            self._tell()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._choose(0 if key is Qt.Key.Key_Home else count - 1)
            self._tell()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._chosen is not None:
            self._open()
        elif key is Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and not self.hasFocus():
            self._choose(None)
        elif event.type() is QEvent.Type.Wheel:
            self._choose(None)
            event.ignore()
            return True
        elif isinstance(event, QMouseEvent):
            if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
                return self._pressed(event)
            if event.type() is QEvent.Type.MouseButtonRelease:
                return self._released(event)
        return super().eventFilter(watched, event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(None)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, self._theme, QRectF(self.rect()), 10)
            painter.end()


def _frame(state: ScatterState) -> Frame:
    x, y = state.x, state.y
    across = max((x.highest - x.lowest) * 0.045, ROOM_STEPS * x.step)
    upwards = max((y.highest - y.lowest) * 0.06, ROOM_STEPS * y.step)
    return Frame(x.lowest - across, x.highest + across, y.lowest - upwards, y.highest + upwards)


def _line_and_band(theme: Theme, state: ScatterState) -> list[QGraphicsItem]:
    path = QPainterPath(QPointF(state.band[0].x, state.band[0].high))
    for point in state.band[1:]:
        path.lineTo(point.x, point.high)
    for point in reversed(state.band):
        path.lineTo(point.x, point.low)
    path.closeSubpath()
    band = QGraphicsPathItem(path)
    band.setPen(QPen(Qt.PenStyle.NoPen))
    band.setBrush(mixed(theme.colour("accent").name(), theme.tokens.surface, 0.28 if theme.tokens.is_dark else 0.14))
    line = QGraphicsLineItem(state.band[0].x, state.band[0].y, state.band[-1].x, state.band[-1].y)
    line.setPen(_cosmetic(QPen(theme.colour("accent"), LINE_PX * theme.scale)))
    line.setZValue(5)
    return [band, line]


def _cosmetic(pen: QPen) -> QPen:
    pen.setCosmetic(True)
    return pen
