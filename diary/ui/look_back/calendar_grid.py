"""The calendar itself: one widget that paints its days, read out by mouse and arrow keys, opened by click or Enter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override
from diary.ui.kit.plots_pointed import PointedPlot
from diary.ui.kit.theme import TextSize, Weight
from diary.ui.look_back.calendar_layout import layout_for
from diary.ui.look_back.calendar_marks import paint_day
from diary.ui.look_back.calendar_state import CalendarState, day_sentence, look_of
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from diary.domain.day_values import DayState
    from diary.ui.kit.plots_state import Panel
    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.calendar_layout import Heading, Layout

CELL_PX = 26
RING_ROOM = 4
ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
MONTH_DAYS = 28
"""Four whole weeks: Page Up and Page Down keep the weekday."""
PAGES = {Qt.Key.Key_PageUp: -MONTH_DAYS, Qt.Key.Key_PageDown: MONTH_DAYS}


class CalendarGrid(PointedPlot):
    """A range of days: ``day_requested`` carries a ``date``, ``moved`` the square of the day the keys are on.

    Days of the future are drawn faint and aren't opened.
    """

    day_requested = Signal(object)
    moved = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._calendar = CalendarState()
        self._heat: Panel | None = None
        self._range = self._asked = (date.min, date.min)
        self._layout: Layout | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Calendar"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._lay_out)

    @property
    def day(self) -> int | None:
        """The day that the keys are on."""
        return self._chosen

    @property
    def calendar(self) -> CalendarState:
        """The diary whose days are drawn."""
        return self._calendar

    @property
    def heat(self) -> Panel | None:
        """The measure that colours the days."""
        return self._heat

    @property
    def shown_range(self) -> tuple[date, date]:
        """The first and the last day that were asked for; whole months are drawn."""
        return self._asked

    @property
    def has_numbers(self) -> bool:
        """Whether each day bears its number; in years there is no room for it."""
        return self._layout is None or self._layout.has_numbers

    @property
    def states_in_view(self) -> set[DayState]:
        """The states that are drawn."""
        first, last = self._bounds()
        return {look_of(self._calendar, self._heat, day).state for day in range(first, last + 1)}

    def render_state(self, calendar: CalendarState, heat: Panel | None) -> None:
        """Draw another diary, or colour its days by another measure."""
        self._calendar, self._heat = calendar, heat
        self._tell()
        self.update()

    def show_range(self, first: date, last: date) -> None:
        """Show the whole months of a range; nothing is done while they stay the same."""
        self._asked = (first, last)
        shown = (first.replace(day=1), last.replace(day=1))
        if shown != self._range:
            self._range = shown
            self._lay_out()

    def square_of(self, day: int) -> QRectF | None:
        """Where a day is drawn, mirrored where words run from right to left."""
        layout = self._layout
        if layout is None or not layout.first <= day <= layout.last:
            return None
        return self._mirrored(layout.where(day).translated(RING_ROOM, RING_ROOM))

    def _lay_out(self) -> None:
        if self._range[0] is date.min:
            return
        self._layout = self._layout_for(self.width())
        is_kept = self._chosen is not None and self._layout.first <= self._chosen <= self._layout.last
        self.updateGeometry()
        self._choose(self._chosen if is_kept else None)

    def _layout_for(self, width: int) -> Layout:
        return layout_for(*self._range, max(width - 2 * RING_ROOM, 1), self._theme.px(CELL_PX))

    def _mirrored(self, where: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return where
        return QRectF(self.width() - where.right(), where.top(), where.width(), where.height())

    @override
    def sentence_of(self, number: int) -> str:
        return day_sentence(self._calendar, self._heat, number)

    @override
    def number_at(self, point: QPointF) -> int | None:
        if self._layout is None:
            return None
        x = point.x() if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - point.x()
        day = self._layout.day_at(QPointF(x, point.y()) - QPointF(RING_ROOM, RING_ROOM))
        return day if day is not None and self._is_shown(day) else None

    def _is_shown(self, day: int) -> bool:
        """Whether a day can be pointed at: from the diary's first to today."""
        return self._bounds()[0] <= day <= self._bounds()[1]

    def _bounds(self) -> tuple[int, int]:
        calendar, layout = self._calendar, self._layout
        if layout is None:
            return 1, 0
        first = layout.first if layout.has_numbers else max(layout.first, calendar.first)
        return first, min(layout.last, calendar.last)

    # Keys and mouse

    def _go(self, day: int) -> None:
        first, last = self._bounds()
        if first > last:
            return
        day = min(max(day, first), last)
        self._choose(day)
        self.moved.emit(self.square_of(day))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, layout = Qt.Key(event.key()), self._layout
        first, last = self._bounds()
        if layout is None or first > last:
            super().keyPressEvent(event)
            return
        along, down = layout.key_steps
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            along = -along
        steps = {
            **{key: way * along for key, way in ALONG.items()},
            **{key: way * down for key, way in DOWN.items()},
            **PAGES,
        }
        if key in steps:
            self._go(last if self._chosen is None else self._chosen + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(first if key is Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.day_requested.emit(date.fromordinal(self._chosen))
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.setCursor(Qt.CursorShape.ArrowCursor if self._hovered is None else Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.number_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self._chosen = day
            self._tell()
            self.day_requested.emit(date.fromordinal(day))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chosen is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go(self._bounds()[1])
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_onto(painter, QRectF(event.rect()))
        self._paint_pointer(painter)
        painter.end()

    def paint_onto(self, painter: QPainter, area: QRectF) -> None:
        """Draw the days and words within a part of the calendar, without what the mouse or the keys point at."""
        layout = self._layout
        if layout is None:
            return
        for heading in layout.headings():
            where = self._mirrored(heading.where.translated(RING_ROOM, RING_ROOM))
            if where.intersects(area):
                self._paint_heading(painter, heading, where, with_numbers=layout.has_numbers)
        first, last = self._bounds()
        for day in layout.days_between(area.top() - RING_ROOM, area.bottom()):
            where = self._mirrored(layout.where(day).translated(RING_ROOM, RING_ROOM))
            if first <= day <= last and where.intersects(area):
                number = str(date.fromordinal(day).day) if layout.has_numbers else ""
                paint_day(painter, self._theme, where, look_of(self._calendar, self._heat, day), number)
            elif day > last and layout.has_numbers:
                painter.setFont(self._theme.font(TextSize.AXIS))
                painter.setPen(self._theme.colour("strong"))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(date.fromordinal(day).day))

    def _paint_heading(self, painter: QPainter, heading: Heading, where: QRectF, *, with_numbers: bool) -> None:
        theme = self._theme
        if heading.is_name:
            painter.setFont(theme.font(TextSize.CAPTION, Weight.SEMIBOLD))
            painter.setPen(theme.colour("text"))
            inset = theme.px(7) if with_numbers else 0
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(where.adjusted(inset, 0, -inset, 0), flags, heading.text)
        else:
            painter.setFont(theme.font(TextSize.AXIS))
            painter.setPen(theme.colour("text2"))
            aligned = Qt.AlignmentFlag.AlignHCenter if with_numbers else Qt.AlignmentFlag.AlignLeading
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | aligned, heading.text)

    def _paint_pointer(self, painter: QPainter) -> None:
        if self._hovered is not None and (hovered := self.square_of(self._hovered)) is not None:
            painter.setPen(self._theme.colour("text"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(hovered, hovered.width() * 0.3, hovered.width() * 0.3)
        if not self.hasFocus():
            return
        square = None if self._chosen is None else self.square_of(self._chosen)
        if square is None:
            paint_ring(painter, self._theme, QRectF(self.rect()), 10)
        else:
            paint_ring(painter, self._theme, square.adjusted(-3, -3, 3, 3), square.width() * 0.36)

    # Qt

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return 0 if self._range[0] is date.min else round(self._layout_for(width).height) + 2 * RING_ROOM

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(CELL_PX * 7) + 2 * RING_ROOM, self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(CELL_PX * 7) + 2 * RING_ROOM, self._theme.px(CELL_PX * 7))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
