"""The words around the time chart: names and ends on the left, dates below, events above."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_axis import LONGEST_BY_DAYS, date_ticks
from diary.ui.kit.plots_heights import HEADING_PX
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.theme import TextSize, Weight
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from diary.ui.kit.plots_state import EventLine, Panel
    from diary.ui.kit.theme import Theme

CLOSE_DAYS = 90
"""Events closer than this get a second row for their words."""
NAME_PX, TICKS_PX = 170, 28
"""Widths of the gutter at 100 %: mark, name and end words; then the ticks."""
NAME_LEFT_PX, ENDS_PX, END_LINES = 20, NAME_PX - 66, 2
"""In the gutter: where a name begins, how wide the words of an end are, and in how many lines they leave it room."""
TITLE_ROOM_PX = 4
"""Below a title, so that its words don't stand on the panel's highest number."""


def row_width(theme: Theme, *, compact: bool) -> int:
    """How wide the gutter is: in a compact chart the words stand above and only the ticks stay beside."""
    return theme.px(TICKS_PX if compact else NAME_PX + TICKS_PX)


def fits_beside(theme: Theme, panels: Sequence[Panel], *rows: str) -> bool:
    """Whether the words of all panels, and of ``rows``, find room in the gutter without meeting or being cut."""
    room = theme.px(NAME_PX + TICKS_PX - NAME_LEFT_PX)
    name, small, of_row = (
        QFontMetricsF(font)
        for font in (
            theme.font(TextSize.BODY, Weight.SEMIBOLD),
            theme.font(TextSize.AXIS),
            theme.font(TextSize.AXIS, Weight.MEDIUM),
        )
    )
    if any(of_row.horizontalAdvance(row) > row_width(theme, compact=False) for row in rows):
        return False
    end = QRectF(0, 0, theme.px(ENDS_PX), 0)
    wrapped = int(Qt.TextFlag.TextWordWrap)
    return not any(
        name.horizontalAdvance(panel.label) > room
        or small.horizontalAdvance(panel.second_label) > room
        or any(
            small.boundingRect(end, wrapped, words).height() > (END_LINES + 0.5) * small.height()
            for words in (panel.high_words, panel.low_words)
        )
        for panel in panels
    )


class Gutter(QGraphicsWidget):
    """Left of a panel: its mark and name, the words at both ends, and the ticks."""

    def __init__(self, theme: Theme, panel: Panel, *, compact: bool) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._theme = theme
        self._panel = panel
        self._compact = compact
        self.setMinimumWidth(row_width(theme, compact=compact))
        self.setMaximumWidth(row_width(theme, compact=compact))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paint_ticks(painter)
        if not self._compact:
            self._paint_name(painter)
            self._paint_ends(painter)

    @override
    def boundingRect(self) -> QRectF:
        # The words of an end stand half below or above its line, and the line is near the edge.
        return super().boundingRect().adjusted(0, -self._theme.px(8), 0, self._theme.px(8))

    def _y(self, value: float) -> float:
        panel = self._panel
        span = panel.highest - panel.lowest
        share = (value - panel.lowest + span * panel.room) / (span * (1 + 2 * panel.room))
        return self.size().height() * (1 - share)

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        height = QFontMetricsF(painter.font()).height()
        for value, text in self._panel.ticks:
            where = QRectF(0, self._y(value) - height / 2, self.size().width() - 8, height)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_name(self, painter: QPainter) -> None:
        theme, panel = self._theme, self._panel
        painter.setFont(theme.font(TextSize.BODY, Weight.SEMIBOLD))
        painter.setPen(theme.colour("text"))
        height = QFontMetricsF(painter.font()).height()
        middle = self.size().height() / 2 - (height / 2 if panel.second_label else 0)
        if panel.noticed and not panel.is_low:
            middle += theme.px(8)  # below two lines of end words, which a long name would meet
        elif panel.second_label:
            middle -= theme.px(4)  # clear of the words at the lower end of a low panel
        where = QRectF(theme.px(NAME_LEFT_PX), middle - height / 2, theme.px(NAME_PX), height)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, panel.label)
        if panel.second_label:
            painter.setFont(theme.font(TextSize.AXIS))
            painter.setPen(theme.colour("text2"))
            painter.drawText(
                QPointF(theme.px(NAME_LEFT_PX), where.bottom() + QFontMetricsF(painter.font()).ascent()),
                panel.second_label,
            )
        ground = theme.colour("surface") if panel.noticed else None
        paint_mark(
            painter, QPointF(theme.px(8), middle), theme.px(10), panel.shape, theme.colour(panel.colour), ground=ground
        )

    def _paint_ends(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font(TextSize.AXIS))
        painter.setPen(theme.colour("text2"))
        line = QFontMetricsF(painter.font()).height()
        width = theme.px(ENDS_PX)
        has_numbers = any(text for _, text in self._panel.ticks)
        left = (theme.px(NAME_PX + 2) if has_numbers else self.size().width() - 8) - width
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap)
        top = QRectF(left, self._y(self._panel.highest) - line / 2, width, line * 3)
        painter.drawText(top, flags | int(Qt.AlignmentFlag.AlignTop), self._panel.high_words)
        bottom = QRectF(left, self._y(self._panel.lowest) + line / 2 - line * 3, width, line * 3)
        painter.drawText(bottom, flags | int(Qt.AlignmentFlag.AlignBottom), self._panel.low_words)


class PanelTitle(QGraphicsWidget):
    """Above a panel of a compact chart: its mark, its name, and the words of both ends with their numbers."""

    def __init__(self, theme: Theme, panel: Panel) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._theme = theme
        self._panel = panel
        lines = (theme.font(TextSize.BODY, Weight.SEMIBOLD), theme.font(TextSize.AXIS))
        height = sum(QFontMetricsF(font).height() for font in lines) + theme.px(TITLE_ROOM_PX)
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme, panel = self._theme, self._panel
        painter.setFont(theme.font(TextSize.BODY, Weight.SEMIBOLD))
        painter.setPen(theme.colour("text"))
        line = QFontMetricsF(painter.font()).height()
        name = f"{panel.label} · {panel.second_label}" if panel.second_label else panel.label
        painter.drawText(QRectF(theme.px(20), 0, self.size().width(), line), Qt.AlignmentFlag.AlignVCenter, name)
        ground = theme.colour("surface") if panel.noticed else None
        paint_mark(
            painter,
            QPointF(theme.px(8), line / 2),
            theme.px(10),
            panel.shape,
            theme.colour(panel.colour),
            ground=ground,
        )
        painter.setFont(theme.font(TextSize.AXIS))
        painter.setPen(theme.colour("text2"))
        where = QRectF(0, line, self.size().width(), self.size().height() - line)
        both = ((panel.lowest, panel.low_words), (panel.highest, panel.high_words))
        ends = "    ".join(f"{v:g} – {w}" for v, w in both if w) if panel.low_words else panel.high_words
        painter.drawText(where, Qt.AlignmentFlag.AlignTop, ends)


class TextCell(QGraphicsWidget):
    """A few words in the gutter."""

    def __init__(self, theme: Theme, text: str, *, compact: bool) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._theme = theme
        self._text = "" if compact else text
        self.setMinimumWidth(row_width(theme, compact=compact))
        self.setMaximumWidth(row_width(theme, compact=compact))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._theme.font(TextSize.AXIS, Weight.MEDIUM))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._text)


class Heading(TextCell):
    """The same above a row of a compact chart, over its whole width."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, compact=False)
        self.setMaximumWidth(10_000)
        self.setMinimumHeight(theme.px(HEADING_PX))


class DateAxis(QGraphicsWidget):
    """Days, months or years under the panels, as many as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first, self._last = 0.0, 1.0
        height = QFontMetricsF(theme.font(TextSize.AXIS)).height() + 6
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def show_range(self, first: float, last: float) -> None:
        """Label another range of ordinals."""
        self._first, self._last = first, last
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        metrics = QFontMetricsF(painter.font())
        width, height = self.size().width(), self.size().height()
        widest = "30 Sept" if self._last - self._first <= LONGEST_BY_DAYS else "2026"
        room = int(width / (metrics.horizontalAdvance(widest) * 1.6))
        per_day = width / max(self._last - self._first, 1)
        for tick in date_ticks(ceil(self._first), int(self._last), room):
            text_width = metrics.horizontalAdvance(tick.text)
            left = (tick.at - self._first) * per_day - text_width / 2
            left = min(max(left, 0), width - text_width)
            painter.drawText(QRectF(left, 0, text_width + 1, height), Qt.AlignmentFlag.AlignVCenter, tick.text)


class EventLabels(QGraphicsWidget):
    """The words of dated events above the panels, in two rows; one that finds no room is left to the read-out.

    Of several on one day the first is named and the others are counted.
    """

    def __init__(self, theme: Theme, events: Sequence[EventLine]) -> None:
        super().__init__()
        self._theme = theme
        self._by_day: dict[int, list[str]] = {}
        for event in events:
            self._by_day.setdefault(event.day, []).append(event.label)
        self._first, self._last = 0.0, 1.0
        self.setMinimumHeight(self._line * self._rows + 2)
        self.setMaximumHeight(self._line * self._rows + 2)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.AXIS, Weight.SEMIBOLD)).height()

    @property
    def _rows(self) -> int:
        """A second row only where two events come so close that their words would meet."""
        return 2 if any(later - day < CLOSE_DAYS for day, later in pairwise(self._by_day)) else 1

    def show_range(self, first: float, last: float) -> None:
        """Place the words for another range of ordinals."""
        self._first, self._last = first, last
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._theme.font(TextSize.AXIS, Weight.SEMIBOLD))
        painter.setPen(self._theme.colour("event"))
        metrics = QFontMetricsF(painter.font())
        width = self.size().width()
        per_day = width / max(self._last - self._first, 1)
        taken = [0.0] * self._rows
        for day, labels in self._by_day.items():
            left = (day - self._first) * per_day
            if not 0 <= left <= width:
                continue
            more = say("and {n} more", n=len(labels) - 1) if len(labels) > 1 else ""
            room = self._theme.px(200) - metrics.horizontalAdvance(f" {more}" if more else "")
            first = metrics.elidedText(labels[0], Qt.TextElideMode.ElideRight, room)
            text = f"{first} {more}" if more else first
            text_width = metrics.horizontalAdvance(text)
            start = min(left, width - text_width)
            free = next((row for row in reversed(range(self._rows)) if taken[row] <= start), None)
            if free is None:
                continue
            taken[free] = start + text_width + 10
            where = QRectF(start, free * self._line, text_width + 1, self._line)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, text)
