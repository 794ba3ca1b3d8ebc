"""Differences with their intervals, each in a lane of its own above one shared axis: lower, the same, higher."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.theme import TextSize
from diary.words import say
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.plots_state import Shape
    from diary.ui.kit.theme import Theme

LANE_PX, MARK_PX, CAP_PX, ROOM_PX = 26, 13, 10, 10
LINE_PX, NAMED_LINE_PX = 1.8, 2.6
MOST_TICKS = 9
STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Interval:
    """A difference and the ends of its interval; ``named`` when it is told as a link, else it is drawn hollow."""

    low: float
    middle: float
    high: float
    shape: Shape
    named: bool = False


@dataclass(frozen=True, slots=True)
class IntervalAxis:
    """The shared axis, which always has 0 inside; ``step`` lies between its ticks."""

    lowest: float
    highest: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values with a tick, 0 among them."""
        return tuple(n * self.step for n in range(round(self.lowest / self.step), round(self.highest / self.step) + 1))

    def share(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1."""
        return (value - self.lowest) / (self.highest - self.lowest)


def axis_of(intervals: Iterable[Interval]) -> IntervalAxis:
    """The axis that holds every interval whole, at least one step to both sides of 0."""
    ends = [end for one in intervals for end in (one.low, one.high)]
    least, most = min(ends, default=-2.0), max(ends, default=2.0)
    for step in STEPS:
        lowest, highest = min(floor(least / step), -1) * step, max(ceil(most / step), 1) * step
        if (highest - lowest) / step < MOST_TICKS:
            break
    return IntervalAxis(lowest, highest, step)


class _OnAxis(QWidget):
    """Something that stands on the shared axis; numbers run one way, whichever way words do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._axis = axis_of(())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refit)

    def place(self, value: float) -> float:
        """Where a value stands, in pixels from the left."""
        room = self._theme.px(ROOM_PX)
        return room + self._axis.share(value) * (self.width() - 2 * room)

    def _refit(self) -> None:
        self.updateGeometry()
        self.update()


class IntervalLane(_OnAxis):
    """One difference: its mark, and a line as long as its interval; empty where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._interval: Interval | None = None

    def show_interval(self, interval: Interval | None, axis: IntervalAxis, name: str, sentence: str) -> None:
        """Draw another difference; ``name`` and ``sentence`` are what a screen reader says."""
        self._interval, self._axis = interval, axis
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(LANE_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(LANE_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_onto(painter)
        painter.end()

    def paint_onto(self, painter: QPainter) -> None:
        """Draw it as large as it is, from the painter's origin on."""
        theme, middle = self._theme, self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = "grid" if theme.tokens.is_high_contrast else "border"  # there, a border is as strong as the interval
        for tick in self._axis.ticks:
            is_same = tick == 0
            painter.setPen(QPen(theme.colour("strong" if is_same else quiet), (1.6 if is_same else 1.2) * theme.scale))
            painter.drawLine(QPointF(self.place(tick), 0), QPointF(self.place(tick), self.height()))
        if self._interval is not None:
            self._paint_interval(painter, self._interval, middle)

    def _paint_interval(self, painter: QPainter, one: Interval, middle: float) -> None:
        theme = self._theme
        colour = theme.colour("accent" if one.named else "text2")
        painter.setPen(QPen(colour, (NAMED_LINE_PX if one.named else LINE_PX) * theme.scale))
        low, high, cap = self.place(one.low), self.place(one.high), theme.px(CAP_PX) / 2
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - cap), QPointF(end, middle + cap))
        ground = None if one.named else theme.colour("surface")
        at = QPointF(self.place(one.middle), middle)
        paint_mark(painter, at, theme.px(MARK_PX), one.shape, colour, ground=ground)


class IntervalScale(_OnAxis):
    """The shared axis below the lanes: how much lower on the left, how much higher on the right, and what both mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._ends = ("", "")

    def show_axis(self, axis: IntervalAxis, lower: str, higher: str) -> None:
        """Draw another axis; both words stand at its ends."""
        self._axis, self._ends = axis, (f"← {lower}", f"{higher} →")
        self.update()

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands at the ticks."""
        return tuple(short_number(abs(tick)) if tick else say("same") for tick in self._axis.ticks)

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self._theme.font(TextSize.AXIS)).height()
        return QSize(self._theme.px(220), ceil(2 * line + self._theme.px(12)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_onto(painter)
        painter.end()

    def paint_onto(self, painter: QPainter) -> None:
        """Draw it as large as it is, from the painter's origin on."""
        theme, tick_px = self._theme, self._theme.px(5)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(theme.font(TextSize.AXIS))
        metrics = QFontMetricsF(painter.font())
        line, clear = metrics.height(), -1.0
        for tick, label in sorted(zip(self._axis.ticks, self.labels, strict=True), key=_same_first):
            x, half = self.place(tick), metrics.horizontalAdvance(label) / 2
            painter.setPen(theme.colour("strong"))
            painter.drawLine(QPointF(x, 0), QPointF(x, tick_px))
            if not tick:
                clear = half
            elif abs(x - self.place(0)) < clear + half + 4:
                continue
            painter.setPen(theme.colour("text2"))
            where = QRectF(min(max(x - half, 0), self.width() - 2 * half), tick_px + 2, 2 * half + 1, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, label)
        painter.setPen(theme.colour("text2"))
        below = QRectF(0, tick_px + 4 + line, self.width(), line)
        for words, side in zip(self._ends, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True):
            painter.drawText(below, side | Qt.AlignmentFlag.AlignVCenter, words)


def _same_first(labelled: tuple[float, str]) -> bool:
    return labelled[0] != 0
