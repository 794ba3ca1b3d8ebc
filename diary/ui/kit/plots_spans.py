"""The lane of spans above the panels: a labelled band for each treatment and each event without an exact day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import band_colour
from diary.ui.kit.theme import TextSize
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from diary.ui.kit.plots_state import SpanBand
    from diary.ui.kit.theme import Theme

MOST_ROWS = 4
"""More rows would push the panels out of sight; the rest is counted, and told in the sentence about the chart."""
GAP_PX, INSET_PX, LEAST_WORDS_PX = 3, 6, 24


def packed(spans: Sequence[SpanBand]) -> tuple[tuple[tuple[SpanBand, ...], ...], tuple[SpanBand, ...]]:
    """The spans in as few rows as they need so that none lies on another, four at most, and those left over."""
    rows: list[list[SpanBand]] = []
    left_over = []
    for span in spans:
        free = next((row for row in rows if row[-1].last < span.first), None)
        if free is not None:
            free.append(span)
        elif len(rows) < MOST_ROWS:
            rows.append([span])
        else:
            left_over.append(span)
    return tuple(tuple(row) for row in rows), tuple(left_over)


class SpanLane(QGraphicsWidget):
    """What is sure of a span is filled; where only its month or year is known, there is a dashed edge alone."""

    def __init__(self, theme: Theme, spans: Sequence[SpanBand]) -> None:
        super().__init__()
        self._theme = theme
        self._rows, self._left_over = packed(spans)
        self._first, self._last = 0.0, 1.0
        height = (len(self._rows) + bool(self._left_over)) * (self._line + GAP_PX) + GAP_PX
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    @property
    def height_px(self) -> int:
        """How high the lane is."""
        return round(self.maximumHeight())

    def show_range(self, first: float, last: float) -> None:
        """Place the bands for another range of ordinals."""
        self._first, self._last = first, last
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._theme.font(TextSize.AXIS))
        for number, row in enumerate(self._rows):
            for span in row:
                self._paint_band(painter, span, number * (self._line + GAP_PX))
        if more := sum(one.first <= self._last and one.last >= self._first for one in self._left_over):
            where = QRectF(0, len(self._rows) * (self._line + GAP_PX), self.size().width(), self._line)
            painter.setPen(self._theme.colour("text2"))
            words = say("and {n} more, too many to draw", n=more)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.AXIS)).height() + 2

    def _across(self, first: float, last: float, top: float) -> QRectF:
        """Where the days from ``first`` to ``last`` are, cut to what is in view."""
        per_day = self.size().width() / max(self._last - self._first, 1)
        left = max((first - 0.5 - self._first) * per_day, 0.0)
        right = min((last + 0.5 - self._first) * per_day, self.size().width())
        return QRectF(left, top, max(right - left, 0.0), self._line)

    def _paint_band(self, painter: QPainter, span: SpanBand, top: float) -> None:
        theme = self._theme
        whole = self._across(span.first, span.last, top)
        if whole.width() <= 0:
            return
        sure = self._across(span.sure_first, span.sure_last, top)
        if span.sure_first <= span.sure_last and sure.width() > 0:
            painter.fillRect(sure, band_colour(theme, "event"))
        painter.setPen(QPen(theme.colour("event"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for first, last in span.unsure:
            part = self._across(first, last, top)
            if part.width() > 1:
                painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))
        words = whole.adjusted(INSET_PX, 0, -INSET_PX, 0)
        if words.width() >= theme.px(LEAST_WORDS_PX):
            text = QFontMetricsF(painter.font()).elidedText(span.label, Qt.TextElideMode.ElideRight, words.width())
            painter.setPen(theme.colour("text"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
