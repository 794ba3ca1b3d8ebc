"""The totals of one questionnaire over time: a bar for each, read out by mouse and arrow keys."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_axis import Tick, date_ticks
from diary.ui.kit.plots_pointed import SteppedPlot
from diary.ui.kit.theme import TextSize
from diary.ui.questionnaires.history import History
from diary.words.dates import short_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

HEIGHT_PX, EDGE = 132, 8
WIDEST_BAR_PX, NARROWEST_BAR_PX, NOUGHT_PX = 14, 2, 2
"""A total of 0 is a line on the ground: it was filled in."""
LABEL_PX = 84
"""About what a date needs below the axis."""


class TotalsChart(SteppedPlot):
    """The bars, oldest first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Qt.Key.Key_Left, Qt.Key.Key_Right)
        self._history = History()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs one way, whichever way words do

    def render_state(self, history: History) -> None:
        """Draw other totals."""
        if history != self._history:
            self._history = history
            self.setAccessibleName(history.name)
            self._choose(None)

    @property
    def bars(self) -> tuple[QRectF, ...]:
        """Where the bars stand, oldest first."""
        plot, totals = self._plot, self._history.totals
        if not totals:
            return ()
        places = [self._place(total.day) for total in totals]
        between = min((b - a for a, b in pairwise(places) if b > a), default=plot.width())
        width = max(min(self._theme.px(WIDEST_BAR_PX), 0.6 * between), NARROWEST_BAR_PX)
        found = []
        for at, total in zip(places, totals, strict=True):
            height = max(plot.height() * total.value / self._history.highest, NOUGHT_PX)
            found.append(QRectF(at - width / 2, plot.bottom() - height, width, height))
        return tuple(found)

    def paint_onto(self, painter: QPainter) -> None:
        """Draw the chart from the painter's origin on, as large as it is shown."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextSize.AXIS))
        self._paint_grid(painter)
        self._paint_dates(painter)
        self._paint_bars(painter)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), round(self._theme.px(HEIGHT_PX) + 2 * self._line))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self.sizeHint().height())

    @override
    def paint_shown(self, painter: QPainter) -> None:
        self.paint_onto(painter)

    def _paint_grid(self, painter: QPainter) -> None:
        plot, highest = self._plot, self._history.highest
        for value in (0.0, highest / 2, float(highest)):
            y = plot.bottom() - plot.height() * value / highest
            painter.setPen(QPen(self._theme.colour("grid" if value else "strong"), 1))
            painter.drawLine(round(plot.left()), round(y), round(plot.right()), round(y))
            painter.setPen(self._theme.colour("text2"))
            where = QRectF(EDGE, y - self._line / 2, plot.left() - 2 * EDGE, self._line)
            if value == int(value):
                painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(int(value)))

    def _paint_dates(self, painter: QPainter) -> None:
        plot, totals, metrics = self._plot, self._history.totals, QFontMetricsF(painter.font())
        if not totals:
            return
        room = max(1, int(plot.width() / self._theme.px(LABEL_PX)))
        clear = 0.0
        painter.setPen(self._theme.colour("text2"))
        for tick in self._ticks(room):
            half = metrics.horizontalAdvance(tick.text) / 2 + 1
            at = min(max(self._place(tick.at), half), self.width() - half)
            if at - half >= clear:
                where = QRectF(at - half, plot.bottom() + 4, 2 * half, self._line)
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, tick.text)
                clear = at + half + EDGE

    def _ticks(self, room: int) -> list[Tick]:
        """The days of the totals themselves where there is room for them, else dates of the calendar."""
        days = [total.day for total in self._history.totals]
        if len(days) <= room:
            return [Tick(day, short_day(date.fromordinal(day))) for day in days]
        return date_ticks(days[0], days[-1], room)

    def _paint_bars(self, painter: QPainter) -> None:
        metrics, bars = QFontMetricsF(painter.font()), self.bars
        widest = metrics.horizontalAdvance(short_number(self._history.highest)) + 6
        between = min((b.left() - a.left() for a, b in pairwise(bars)), default=widest)
        for number, (bar, total) in enumerate(zip(bars, self._history.totals, strict=True)):
            is_pointed = number == self._pointed
            painter.fillRect(bar, self._theme.colour("accent" if is_pointed else "text2"))
            if is_pointed or between >= widest:
                painter.setPen(self._theme.colour("text"))
                where = QRectF(bar.center().x() - widest, bar.top() - self._line, 2 * widest, self._line)
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, short_number(total.value))

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.AXIS)).height()

    @property
    def _plot(self) -> QRectF:
        gutter = QFontMetricsF(self._theme.font(TextSize.AXIS)).horizontalAdvance("00") + 3 * EDGE
        top = EDGE + self._line
        return QRectF(gutter, top, max(self.width() - gutter - EDGE, 1), self.height() - top - self._line - EDGE)

    def _place(self, day: int) -> float:
        """How far from the left a day stands; a bar at either end lies whole within the plot."""
        totals, plot = self._history.totals, self._plot
        first, span = totals[0].day, totals[-1].day - totals[0].day
        room = self._theme.px(WIDEST_BAR_PX)
        share = 0.5 if span == 0 else (day - first) / span
        return plot.left() + room + share * (plot.width() - 2 * room)

    @property
    @override
    def count(self) -> int:
        return len(self._history.totals)

    @property
    @override
    def begins_at_end(self) -> bool:
        return True

    @property
    @override
    def sentence(self) -> str:
        return self._history.sentence

    @override
    def sentence_of(self, number: int) -> str:
        return self._history.totals[number].sentence

    @override
    def number_at(self, point: QPointF) -> int | None:
        far = [(abs(bar.center().x() - point.x()), number) for number, bar in enumerate(self.bars)]
        return min(far)[1] if far else None
