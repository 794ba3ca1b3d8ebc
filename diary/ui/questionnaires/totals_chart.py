"""The totals of one questionnaire over time: a bar for each, read out by mouse and arrow keys."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.plots_axis import Tick, date_ticks
from diary.ui.kit.theme import TextSize
from diary.ui.questionnaires.history import History
from diary.words.dates import short_day
from diary.words.numbers import short_number

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from diary.ui.kit.theme import Theme

HEIGHT_PX, EDGE = 132, 8
WIDEST_BAR_PX, NARROWEST_BAR_PX, NOUGHT_PX = 14, 2, 2
"""A total of 0 is a line on the ground: it was filled in."""
LABEL_PX = 84
"""About what a date needs below the axis."""


class TotalsChart(QWidget):
    """The bars; ``pointed`` carries the sentence of the one under the mouse or the keys, empty for none."""

    pointed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._history = History()
        self._chosen: int | None = None
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs one way, whichever way words do
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def render_state(self, history: History) -> None:
        """Draw other totals."""
        if history != self._history:
            self._history, self._chosen, self._hovered = history, None, None
            self._tell()
            self.update()

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
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_onto(painter)
        if self.hasFocus():
            paint_ring(painter, self._theme, QRectF(self.rect()), 10)
        painter.end()

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
    def _pointed(self) -> int | None:
        return self._chosen if self._hovered is None else self._hovered

    def _tell(self) -> None:
        """Have a screen reader say the total that the keys are on, or what there is."""
        self.setAccessibleName(self._history.name)
        totals = self._history.totals
        said = self._history.sentence if self._chosen is None else totals[self._chosen].sentence
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pointed.emit("" if self._pointed is None else totals[self._pointed].sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._history.totals) - 1
        now = last + 1 if self._chosen is None else self._chosen
        target = {
            Qt.Key.Key_Left: now - 1,
            Qt.Key.Key_Right: now + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or last < 0:
            super().keyPressEvent(event)
            return
        self._hovered, self._chosen = None, min(max(target, 0), last)
        self._tell()
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        far = [(abs(bar.center().x() - x), number) for number, bar in enumerate(self.bars)]
        hovered = min(far)[1] if far else None
        if hovered != self._hovered:
            self._hovered = hovered
            self._tell()
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self._tell()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = None
        self._tell()
        self.update()
