"""The time chart: one panel per measure on one shared date axis, read out day by day by mouse and keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override
from diary.ui.kit.plots_box import wheel_move
from diary.ui.kit.plots_gutter import (
    DateAxis,
    EventLabels,
    Gutter,
    Heading,
    PanelTitle,
    TextCell,
    fits_beside,
    row_width,
)
from diary.ui.kit.plots_heights import BETWEEN_PX, STRIP_PX, height_px, least_height
from diary.ui.kit.plots_library import pg
from diary.ui.kit.plots_panel import PanelPlot, StripPlot
from diary.ui.kit.plots_picture import paint_scene
from diary.ui.kit.plots_range import DaysInView
from diary.ui.kit.plots_read_out import ReadOutBox
from diary.ui.kit.plots_series import Step, bounds, step_for
from diary.ui.kit.plots_spans import SpanLane
from diary.ui.kit.plots_state import ChartState, chart_sentence, read_out, words_before
from diary.ui.kit.plots_view import PlotView
from diary.words import say

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from diary.ui.kit.plots_state import Panel, ReadOut
    from diary.ui.kit.theme import Theme

pg.setConfigOptions(antialias=True, segmentedLineMode="on")

RING_ROOM = 5
EDGE = 0.008
"""Room beside the first and the last day, as a part of the range."""
COMPACT_BELOW_EM = 44
"""A chart narrower than this, in em, has its words above the panels instead of beside them."""
CLICK_OPENS_AT_MOST = Step.DAY
ZOOM_KEYS = {Qt.Key.Key_Plus: 0.7, Qt.Key.Key_Equal: 0.7, Qt.Key.Key_Minus: 1.4}
WHEEL_FACTOR, WHEEL_SHARE = 1.25, 0.1
"""One notch of a wheel makes the view a quarter longer or shorter, or moves it by a tenth."""
KEYS_BACK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


class TimeChart(QWidget):
    """Linked panels over time; it is given the whole diary once, and shows the range it is told.

    ``day_requested`` carries the day (a ``date``) that was clicked or entered; in a long view, where a click is a week
    or a month, that range is shown closer instead. ``range_changed`` carries the first and last day in view.
    """

    day_requested = Signal(object)
    range_changed = Signal(object)
    read_out_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = ChartState(0, 0)
        self._days = DaysInView()
        self._step = Step.DAY
        self._day: int | None = None
        self._panels: list[PanelPlot] = []
        self._strip: StripPlot | None = None
        self._axis: DateAxis | None = None
        self._event_labels: EventLabels | None = None
        self._lane: SpanLane | None = None
        self._box: ReadOutBox | None = None
        self._is_compact, self._fits_beside = False, True
        self._placing = False
        self._compares = False
        self._wheel_rest = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs one way, whichever way words do
        self.setAccessibleName(say("Day by day"))
        self._view = PlotView()
        self._layout: Any = None
        self._view.viewport().installEventFilter(self)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(RING_ROOM, RING_ROOM, RING_ROOM, RING_ROOM)
        self._inside.addWidget(self._view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._moves = pg.SignalProxy(self._view.scene().sigMouseMoved, rateLimit=60, slot=self._mouse_moved)
        self._view.scene().sigMouseClicked.connect(self._mouse_clicked)
        theme.changed.connect(self._build)

    @property
    def state(self) -> ChartState:
        """What is drawn."""
        return self._state

    @property
    def shown(self) -> ReadOut | None:
        """What the cross-hair says, if it is there."""
        if self._day is None:
            return None
        shown = read_out(self._state, self._day, self._step)
        if not self._earlier or self._step is not Step.DAY:
            return shown
        return replace(shown, notes=(*shown.notes, *words_before(self._state, self._day - self._earlier)))

    @property
    def visible_range(self) -> tuple[date, date]:
        """The first and last day in view."""
        return date.fromordinal(self._range[0]), date.fromordinal(self._range[1])

    def render_state(self, state: ChartState) -> None:
        """Draw another diary, or the same one after a change, and keep the range where it can be kept."""
        self._state = state
        self._days.ends = (state.first, state.last)
        self._build()

    def show_range(self, first: date, last: date) -> None:
        """Show the days from ``first`` to ``last``."""
        self._days.show(first.toordinal(), last.toordinal())
        self._day = None
        self._place()

    def compare(self, *, is_on: bool) -> None:
        """Draw behind the days in view the average of as many days before them, or no longer."""
        if is_on is not self._compares:
            self._compares = is_on
            self._place()

    @property
    def compares(self) -> bool:
        """Whether the days before are drawn."""
        return self._compares

    def paint_picture(self, painter: QPainter, where: QRectF) -> None:
        """Draw the panels as vectors, for a file or the clipboard; the cross-hair stays behind."""
        self._point(None)
        paint_scene(self._view, painter, where)

    # Building

    def _build(self) -> None:
        """Make every item anew: items hold the theme's pens, and a change of theme is rare."""
        self._view.setBackground(self._theme.colour("surface"))
        self._layout = pg.GraphicsLayout()
        self._layout.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._layout.layout.setSpacing(0)
        self._layout.layout.setContentsMargins(0, 0, 0, 0)
        if self._box is not None:
            self._view.scene().removeItem(self._box)
        self._box = ReadOutBox(self._theme)
        self._box.hide()
        self._view.scene().addItem(self._box)
        self._panels, self._strip, self._day, self._lane = [], None, None, None
        state = self._state
        self._fits_beside = fits_beside(self._theme, state.panels, *self._row_words)
        self._is_compact = self._wants_compact()
        if state.is_empty:
            self._axis = self._event_labels = None
            self._view.show_item(self._layout)
            return
        layout = self._layout
        row = self._add_spans(0) if state.spans else 0
        self._event_labels = EventLabels(self._theme, state.events)
        if state.events:
            layout.addItem(self._event_labels, row, 1)
            row += 1
        for panel in state.panels:
            row = self._add_panel(panel, row)
        row = self._add_strip(row)
        self._axis = DateAxis(self._theme)
        layout.addItem(self._axis, row, 1)
        # Only when it is filled: a layout whose first item is narrow would shrink, and not grow again by itself.
        self._view.show_item(layout)
        layout.layout.setColumnFixedWidth(0, row_width(self._theme, compact=self._is_compact))
        layout.layout.setColumnStretchFactor(1, 1)
        self.setMinimumHeight(self._least_height())
        self._days.follow(*self._range)
        self._place()

    def _add_panel(self, panel: Panel, row: int) -> int:
        layout = self._layout
        if self._is_compact:
            layout.addItem(PanelTitle(self._theme, panel), row, 0, 1, 2)
            row += 1
        plot = PanelPlot(self._theme, panel, self._state, len(self._panels))
        layout.addItem(Gutter(self._theme, panel, compact=self._is_compact), row, 0)
        layout.addItem(plot.box, row, 1)
        layout.layout.setRowStretchFactor(row, 6 if panel.is_low else 10)
        layout.layout.setRowMinimumHeight(row, self._theme.px(height_px(panel)))
        layout.layout.setRowSpacing(row, self._theme.px(BETWEEN_PX))
        self._panels.append(plot)
        plot.box.sigXRangeChanged.connect(self._dragged)
        plot.box.span_dragged.connect(self._mark_span)
        return row + 1

    def _add_spans(self, row: int) -> int:
        self._lane = SpanLane(self._theme, self._state.spans)
        row = self._add_words(self._row_words[0], row)
        self._layout.addItem(self._lane, row, 1)
        self._layout.layout.setRowFixedHeight(row, self._lane.height_px)
        return row + 1

    def _add_strip(self, row: int) -> int:
        layout = self._layout
        row = self._add_words(self._row_words[1], row)
        self._strip = StripPlot(self._theme, self._state)
        layout.addItem(self._strip.box, row, 1)
        layout.layout.setRowFixedHeight(row, self._theme.px(STRIP_PX))
        self._strip.box.sigXRangeChanged.connect(self._dragged)
        self._strip.box.span_dragged.connect(self._mark_span)
        return row + 1

    @property
    def _row_words(self) -> tuple[str, str]:
        return say("Treatments and events"), say("Days without numbers")

    def _add_words(self, words: str, row: int) -> int:
        """Name a row, above it in a compact chart, and return its number."""
        if self._is_compact:
            self._layout.addItem(Heading(self._theme, words), row, 0, 1, 2)
            row += 1
        self._layout.addItem(TextCell(self._theme, words, compact=self._is_compact), row, 0)
        return row

    def _least_height(self) -> int:
        lane = self._lane.height_px if self._lane is not None else 0
        return least_height(self._theme, self._state, lane, is_compact=self._is_compact) + 2 * RING_ROOM

    def _wants_compact(self) -> bool:
        return not self._fits_beside or self.width() < COMPACT_BELOW_EM * self._theme.em

    # Range

    @property
    def _range(self) -> tuple[int, int]:
        return self._days.shown

    def _moved(self, has_moved: bool) -> None:
        """Draw other days."""
        if has_moved:
            self._day = None
            self._place()

    def _mark_span(self, begin: float, now: float, is_finished: bool) -> None:
        """Shade the days that a drag has reached, and show them when it ends."""
        first, last = self._range
        inside = sorted(min(max(round(day), first), last) for day in (begin, now))
        for plot in self._plots():
            plot.mark_span(None if is_finished else (inside[0], inside[1]))
        if is_finished:
            self._moved(self._days.choose(inside[0], inside[1]))

    def _zoom(self, factor: float, around: float | None = None) -> None:
        middle = sum(self._range) / 2 if self._day is None else self._day
        self._moved(self._days.zoom(factor, middle if around is None else around))

    def _place(self) -> None:
        first, last = self._range
        self._step = step_for(last - first + 1)
        left, right = self._edges()
        self._placing = True
        for plot in self._plots():
            plot.box.setXRange(left, right, padding=0)
        for panel in self._panels:
            panel.show_range(first, last, self._step, self._earlier)
        if self._strip is not None:
            self._strip.show_range(first, last, self._step)
        self._placing = False
        for words in (self._axis, self._event_labels, self._lane):
            if words is not None:
                words.show_range(left, right)
        if not self._state.is_empty:
            self.setAccessibleDescription(chart_sentence(self._state, first, last))
        self._point(self._day if self._day is not None and first <= self._day <= last else None)
        self.range_changed.emit((date.fromordinal(max(first, 1)), date.fromordinal(max(last, 1))))

    @property
    def _earlier(self) -> int:
        """How many days earlier the period before is; 0 while nothing is compared."""
        return self._range[1] - self._range[0] + 1 if self._compares else 0

    def _edges(self) -> tuple[float, float]:
        """The range with room at both ends, so that the marks of the first and last day are whole."""
        first, last = self._range
        room = max(0.6, (last - first) * EDGE)
        return first - room, last + room

    def _plots(self) -> list[PanelPlot | StripPlot]:
        return [*self._panels, self._strip] if self._strip is not None else list(self._panels)

    def _dragged(self, _box: Any, view: tuple[float, float]) -> None:
        if self._placing:
            return
        room = self._edges()[1] - self._range[1]
        first, last = round(view[0] + room), round(view[1] - room)
        if self._days.follow(first, last):
            self._place()

    # Cross-hair

    def _point(self, day: int | None) -> None:
        """Put the cross-hair on a day, or take it away."""
        self._day = day
        shown = self.shown
        for plot in self._plots():
            plot.point(None if shown is None else (shown.first + shown.last) / 2, day)
        if self._box is None:
            return
        if shown is None or day is None:
            self._box.hide()
        else:
            room = self._plot_room()
            self._box.show_read_out(shown, QPointF(self._x_of((shown.first + shown.last) / 2), room.top() + 12), room)
        self.read_out_changed.emit(shown)

    def _plot_room(self) -> QRectF:
        rect = QRectF()
        for plot in self._plots():
            rect = rect.united(plot.box.sceneBoundingRect())
        return rect

    def _x_of(self, day: float) -> float:
        room = self._plot_room()
        left, right = self._edges()
        return room.left() + (day - left) / (right - left) * room.width()

    def _day_at(self, scene_x: float) -> int | None:
        room = self._plot_room()
        if not self._panels or not room.left() <= scene_x <= room.right():
            return None
        left, right = self._edges()
        first, last = self._range
        return min(max(round(left + (scene_x - room.left()) / room.width() * (right - left)), first), last)

    def _mouse_moved(self, moved: tuple[QPointF]) -> None:
        day = self._day_at(moved[0].x())
        if day != self._day:
            self._point(day)

    def _mouse_clicked(self, event: Any) -> None:
        day = self._day_at(event.scenePos().x())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._open(day)

    def _open(self, day: int) -> None:
        """Ask for a day; in a long view come closer to the week or month first."""
        if self._step <= CLICK_OPENS_AT_MOST:
            self.day_requested.emit(date.fromordinal(day))
            return
        first, last = bounds(day, self._step)
        around = max(45, (last - first) // 2)
        middle = (first + last) // 2
        self._moved(self._days.choose(middle - around, middle + around))

    def _step_by(self, direction: int) -> None:
        """Move the cross-hair by days, weeks or months, and the view along with it."""
        first, last = self._range
        if self._day is None:
            day = last
        elif self._step is Step.DAY:
            day = self._day + direction
        else:
            start, end = bounds(self._day, self._step)
            day = end + 1 if direction > 0 else start - 1
        day = min(max(day, self._state.first), self._state.last)
        if not first <= day <= last:
            shift = day - first if day < first else day - last
            self._days.follow(first + shift, last + shift)
            self._place()
        self._point(day)
        self._tell()

    def _tell(self) -> None:
        """Have a screen reader say the read-out."""
        shown = self.shown
        if shown is not None:
            self.setAccessibleDescription(shown.sentence)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Qt

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, self._least_height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._state.is_empty:
            super().keyPressEvent(event)
        elif self._moves_by(key, is_far=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)):
            event.accept()
        elif key in KEYS_BACK:
            self._step_by(KEYS_BACK[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first, last = self._range
            self._point(max(first, self._state.first) if key is Qt.Key.Key_Home else last)
            self._tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day is not None:
            self._open(self._day)
        elif key is Qt.Key.Key_Escape and self._day is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def _moves_by(self, key: Qt.Key, *, is_far: bool) -> bool:
        """Zoom, pan or go back at a key, and return whether it was one of these; ``is_far``: with Ctrl."""
        first, last = self._range
        quarter = max((last - first) // 4, 1)
        far = {
            Qt.Key.Key_Left: -quarter,
            Qt.Key.Key_Right: quarter,
            Qt.Key.Key_Home: self._state.first - first,
            Qt.Key.Key_End: self._state.last - last,
        }
        if key in ZOOM_KEYS:
            self._zoom(ZOOM_KEYS[key])
        elif key is Qt.Key.Key_Backspace:
            self._moved(self._days.go_back())
        elif is_far and key in far:
            self._moved(self._days.pan(far[key]))
        else:
            return False
        self._tell_range()
        return True

    def _tell_range(self) -> None:
        """Have a screen reader say which days are in view now."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _turned(self, event: QWheelEvent) -> bool:
        """Zoom or pan at a wheel that asks for it, and return whether it did."""
        move = wheel_move(event)
        if move is None or self._state.is_empty:
            return False
        if move.is_zoom:
            at = self._day_at(self._view.mapToScene(event.position().toPoint()).x())
            self._zoom(WHEEL_FACTOR**-move.notches, at)
        else:
            first, last = self._range
            self._wheel_rest -= move.notches * (last - first) * WHEEL_SHARE
            days = int(self._wheel_rest)
            self._wheel_rest -= days
            self._moved(self._days.pan(days))
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and not self.hasFocus():
            self._point(None)
        elif isinstance(event, QWheelEvent):
            if self._turned(event):
                return True
            # The wheel scrolls the page, and the chart away under the mouse, of which no event tells.
            self._point(None)
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(None)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wants_compact() != self._is_compact:
            self._build()
            # The least height grew in the middle of a resize: the panels get all the height that there is now.
            self._inside.invalidate()
            self._inside.activate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, self._theme, QRectF(self.rect()), 10)
            painter.end()
