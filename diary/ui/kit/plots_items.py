"""Pieces of a chart's picture that pyqtgraph lacks: the ground behind the marks, bands, and single days as ticks."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import GHOST_DASHES, GHOST_PX, RUN_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from diary.ui.kit.plots_series import Bucket
    from diary.ui.kit.plots_state import EventLine
    from diary.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle of a panel in its own units: days across, values up."""

    first: float
    last: float
    lowest: float
    highest: float

    @property
    def rect(self) -> QRectF:
        """The same as Qt has it."""
        return QRectF(self.first, self.lowest, self.last - self.first, self.highest - self.lowest)


class InDays(QGraphicsItem):
    """An item in days and values; it takes no mouse, which belongs to the panel."""

    def __init__(self, theme: Theme, frame: Frame) -> None:
        super().__init__()
        self._theme = theme
        self._frame = frame
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @override
    def boundingRect(self) -> QRectF:
        return self._frame.rect

    def _pen(self, colour: QColor, width_px: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        pen = QPen(colour, width_px * self._theme.scale, style)
        pen.setCosmetic(True)
        return pen


class Ground(InDays):
    """Behind the marks: pauses shaded between two edges, the grid at a few values only, events as dashed lines."""

    def __init__(
        self,
        theme: Theme,
        frame: Frame,
        grid: Sequence[float],
        events: Sequence[EventLine],
        pauses: Sequence[tuple[int, int]],
    ) -> None:
        super().__init__(theme, frame)
        self._grid = grid
        self._events = events
        self._pauses = pauses
        self.setZValue(-20)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        frame = self._frame
        for first, last in self._pauses:
            where = QRectF(first - 0.5, frame.lowest, last - first + 1, frame.highest - frame.lowest)
            painter.fillRect(where, self._theme.colour("sunken"))
            painter.setPen(self._pen(self._theme.colour("outline"), 1))
            painter.drawLines([QLineF(x, frame.lowest, x, frame.highest) for x in (where.left(), where.right())])
        painter.setPen(self._pen(self._theme.colour("grid"), 1))
        for value in self._grid:
            painter.drawLine(QPointF(frame.first, value), QPointF(frame.last, value))
        painter.setPen(self._pen(self._theme.colour("event"), 1.4, Qt.PenStyle.DashLine))
        for day in dict.fromkeys(event.day for event in self._events):
            painter.drawLine(QPointF(day, frame.lowest), QPointF(day, frame.highest))


class Span(InDays):
    """The days that a drag has reached, shaded behind the marks with an edge on both sides."""

    def __init__(self, theme: Theme, frame: Frame) -> None:
        super().__init__(theme, frame)
        self._days: tuple[int, int] | None = None
        self.setZValue(-15)

    def show_days(self, days: tuple[int, int] | None) -> None:
        """Shade these days, or none."""
        self._days = days
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._days is None:
            return
        first, last = self._days[0] - 0.5, self._days[1] + 0.5
        low, high = self._frame.lowest, self._frame.highest
        painter.fillRect(QRectF(first, low, last - first, high - low), self._theme.colour("soft"))
        painter.setPen(self._pen(self._theme.colour("accent"), 1.4))
        for at in (first, last):
            painter.drawLine(QPointF(at, low), QPointF(at, high))


class Ghost(InDays):
    """The average of the period before, moved onto the days in view: thin and dashed, behind everything else."""

    def __init__(self, theme: Theme, frame: Frame, colour: QColor) -> None:
        super().__init__(theme, frame)
        self._colour = colour
        self._path = QPainterPath()
        self.setZValue(-5)

    @property
    def points(self) -> int:
        """How many points are drawn."""
        return self._path.elementCount()

    def show_line(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw these points, with a gap at every NaN."""
        path, is_open = QPainterPath(), False
        for x, y in zip(xs, ys, strict=True):
            if isnan(y):
                is_open = False
            elif is_open:
                path.lineTo(x, y)
            else:
                path.moveTo(x, y)
                is_open = True
        self._path = path
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self._pen(self._colour, GHOST_PX)
        pen.setDashPattern(GHOST_DASHES)
        painter.setPen(pen)
        painter.drawPath(self._path)


class Band(InDays):
    """From the lowest to the highest answer of each week or month, as wide as the week or month is."""

    def __init__(self, theme: Theme, frame: Frame, colour: QColor) -> None:
        super().__init__(theme, frame)
        self._colour = colour
        self._rects: list[QRectF] = []
        self._lines: list[QLineF] = []
        self.setZValue(-10)

    def show_buckets(self, buckets: Sequence[Bucket]) -> None:
        """Draw these weeks or months, or nothing; where lowest and highest are one, a line says so."""
        wide = [(bucket.first - 0.5, bucket.last - bucket.first + 1, bucket) for bucket in buckets]
        self._rects = [QRectF(x, b.lowest, width, b.highest - b.lowest) for x, width, b in wide if b.highest > b.lowest]
        self._lines = [QLineF(x, b.lowest, x + width, b.lowest) for x, width, b in wide if b.highest == b.lowest]
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRects(self._rects)
        painter.setPen(self._pen(self._colour, 2))
        painter.drawLines(self._lines)


class Barcode(InDays):
    """Single days in a long view, where marks would lie on each other: a tick each, and runs as a line.

    ``ticks`` are (day, from, to) in the panel's units.
    """

    def __init__(self, theme: Theme, frame: Frame, colour: str, ticks: Sequence[tuple[int, float, float]]) -> None:
        super().__init__(theme, frame)
        self._colour = colour
        self._ticks = [QLineF(day, low, day, high) for day, low, high in ticks]
        self._runs: list[QLineF] = []

    def show_runs(self, runs: Sequence[tuple[int, int]], height: float) -> None:
        """Draw runs of days (first, last) as thin lines at a height."""
        self._runs = [QLineF(first - 0.5, height, last + 0.5, height) for first, last in runs]
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self._pen(self._theme.colour("text3"), RUN_PX))
        painter.drawLines(self._runs)
        tick = self._pen(self._theme.colour(self._colour), 1)
        tick.setWidthF(1)  # whatever the text's size: a thicker one would be more than a day
        painter.setPen(tick)
        painter.drawLines(self._ticks)
