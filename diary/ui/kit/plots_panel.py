"""One panel of the time chart, and the strip that says why a day has no numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem, QGraphicsPathItem

from diary.ui.kit.plots_answers import AverageLine, Marks
from diary.ui.kit.plots_box import PanelBox
from diary.ui.kit.plots_items import Band, Barcode, Frame, Ghost, Ground, Span
from diary.ui.kit.plots_library import pg
from diary.ui.kit.plots_marks import HOLLOW_PX, band_colour, faint, mark_path
from diary.ui.kit.plots_series import GAP_DAYS, Step, average_line, bucket_line, within
from diary.ui.kit.plots_state import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.kit.plots_state import ChartState, Panel
    from diary.ui.kit.theme import Theme

AHEAD, LESS_AHEAD = 0.35, 0.03
"""How much more than the view is loaded on both sides, as a part of it, so that a drag of the chart loads seldom.

Each panel has a little less than the one above it, down to a half: all of them in one frame would make it a slow one.
"""
NONE = np.empty(0)
MARK_PX, SMALLEST_MARK_PX = 7.0, 4.5
MARK_SHRINKS_FROM, MARK_SMALLEST_AT = 92, 365
"""Days in view: three months have marks of 7 px, a year of 4.5."""


def mark_size(days_in_view: int) -> float:
    """The size of a daily mark in pixels at 100 %."""
    share = (days_in_view - MARK_SHRINKS_FROM) / (MARK_SMALLEST_AT - MARK_SHRINKS_FROM)
    return MARK_PX - (MARK_PX - SMALLEST_MARK_PX) * min(max(share, 0.0), 1.0)


def view_box(frame: Frame) -> Any:
    """A panel that is dragged sideways only, within the diary, and never rescaled upwards."""
    box = PanelBox()
    box.setYRange(frame.lowest, frame.highest, padding=0)
    box.setLimits(xMin=frame.first, xMax=frame.last, yMin=frame.lowest, yMax=frame.highest)
    return box


class Loaded:
    """Which days a panel has loaded at which step, so that it reloads only when the view leaves them."""

    def __init__(self, number: int) -> None:
        self._ahead = max(AHEAD - number * LESS_AHEAD, AHEAD / 2)
        self._first, self._last, self._step, self._span, self._earlier = 1, 0, Step.DAY, 0, 0

    def take(self, first: int, last: int, step: Step, earlier: int = 0) -> tuple[int, int] | None:
        """The days to load for a view from ``first`` to ``last``, or ``None`` when they are there already."""
        span = last - first
        is_same = (step, span, earlier) == (self._step, self._span, self._earlier)
        if is_same and self._first <= first and last <= self._last:
            return None
        more = int(span * self._ahead)
        self._first, self._last, self._step, self._span = first - more, last + more, step, span
        self._earlier = earlier
        return self._first, self._last


class PanelPlot:
    """A measure's panel: marks and average by day, or band and average by week or month; ``number`` from the top."""

    def __init__(self, theme: Theme, panel: Panel, state: ChartState, number: int) -> None:
        self._panel, self._scale = panel, theme.scale
        self._loaded = Loaded(number)
        frame = panel_frame(panel, state)
        self.box = view_box(frame)
        colour = theme.colour(panel.colour)
        self._ground = Ground(theme, frame, [value for value, _ in panel.ticks], state.events, state.without.pauses)
        self._band = Band(theme, frame, band_colour(theme, panel.colour))
        self._ghost = Ghost(theme, frame, colour)
        self._strong, self._faint = colour, faint(theme, panel.colour)
        edge = pg.mkPen(colour, width=HOLLOW_PX * theme.scale)
        self._solid = Marks(frame, panel.shape, None, self._faint)
        self._hollow = Marks(frame, panel.shape, edge, theme.colour("surface"))
        self._line = AverageLine(theme, frame, colour)
        ticks = () if panel.has_average else self._single_ticks()
        self._barcode = Barcode(theme, frame, panel.colour, ticks)
        self._barcode.hide()
        self._cross, self._span = _cross(theme, frame), Span(theme, frame)
        self._chosen = QGraphicsPathItem()
        self._chosen.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._chosen.setPath(QTransform.fromScale(theme.px(10), theme.px(10)).map(mark_path(panel.shape)))
        self._chosen.setPen(QPen(theme.colour("surface"), 1.2))
        self._chosen.setBrush(colour)
        self._chosen.setZValue(50)
        self._chosen.hide()
        self._items = (
            *(self._ground, self._band, self._ghost, self._barcode, self._solid),
            *(self._line, self._hollow, self._cross, self._chosen, self._span),
        )
        for item in self._items:
            self.box.addItem(item, ignoreBounds=True)

    def show_range(self, first: int, last: int, step: Step, earlier: int = 0) -> None:
        """Load what this range needs, and the average of so many days ``earlier`` behind it (0 for none)."""
        days = self._loaded.take(first, last, step, earlier)
        if days is None:
            return
        self._show_ghost(*days, step, earlier)
        self._barcode.setVisible(not self._panel.has_average and step is not Step.DAY)
        if step is Step.DAY:
            self._show_days(*days, last - first + 1)
        else:
            self._show_buckets(*days, step)

    def point(self, at: float | None, day: int | None) -> None:
        """Put the cross-hair at a place, and a strong mark on that day's answer."""
        self._cross.setVisible(at is not None)
        if at is not None:
            self._cross.setX(at)
        value = None if day is None or at != day else self._panel.series.at(day)
        self._chosen.setVisible(value is not None)
        if value is not None and day is not None:
            self._chosen.setPos(day, value)

    def mark_span(self, span: tuple[int, int] | None) -> None:
        """Shade the days that a drag has reached, or none."""
        self._span.show_days(span)

    def drawn(self) -> dict[str, Any]:
        """The arrays that are on screen, for tests and for nobody else."""
        marks = {"solid": self._solid.getData(), "hollow": self._hollow.getData()}
        return {"line": tuple(np.array(one) for one in self._line.points), **marks}

    @property
    def ghost_points(self) -> int:
        """How many points the line of the period before has."""
        return self._ghost.points

    def _show_days(self, first: int, last: int, days_in_view: int) -> None:
        made = self._panel.series
        part = within(made.days, first, last)
        days, values = np.array(made.days[part], float), np.array(made.values[part], float)
        later = np.array(made.later[part], bool) if not self._panel.noticed else np.ones(len(days), bool)
        size = (mark_size(days_in_view) + (2 if self._panel.noticed else 0)) * self._scale
        xs, ys = average_line(made.days[part], made.averages[part]) if self._panel.has_average else ([], [])
        brush = self._faint if xs else self._strong  # a mark is faint only behind a line
        self._solid.show_marks(days[~later], values[~later], size, brush)
        self._hollow.show_marks(days[later], values[later], size)
        self._line.show_line(xs, ys)
        self._band.show_buckets(())

    def _show_buckets(self, first: int, last: int, step: Step) -> None:
        made = self._panel.series
        buckets = [bucket for bucket in made.by(step) if bucket.last >= first and bucket.first <= last]
        self._solid.show_marks(NONE, NONE)
        self._hollow.show_marks(NONE, NONE)
        if not self._panel.has_average:
            return
        self._line.show_line(*bucket_line(buckets))
        self._band.show_buckets(buckets)

    def _show_ghost(self, first: int, last: int, step: Step, earlier: int) -> None:
        made = self._panel.series
        if not earlier or not self._panel.has_average:
            self._ghost.show_line((), ())
            return
        if step is Step.DAY:
            part = within(made.days, first - earlier, last - earlier)
            xs, ys = average_line(made.days[part], made.averages[part])
        else:
            begin, end = first - earlier, last - earlier
            xs, ys = bucket_line([one for one in made.by(step) if one.last >= begin and one.first <= end])
        self._ghost.show_line([x + earlier for x in xs], ys)

    def _single_ticks(self) -> list[tuple[int, float, float]]:
        made, half = self._panel.series, (self._panel.highest - self._panel.lowest) * 0.07
        return [(day, value - half, value + half) for day, value in zip(made.days, made.values, strict=True)]


def is_run(run: tuple[int, int], step: Step, days_in_view: int) -> bool:
    """Whether days not filled in are one thin line: their dots would lie on each other and look like a thick one."""
    return step is not Step.DAY or (days_in_view > MARK_SHRINKS_FROM and run[1] - run[0] + 1 >= GAP_DAYS)


class StripPlot:
    """Days without numbers: a cross for a bad day, a dash for nothing to log, a dot for not filled in.

    No ring for a bad day, because hollow says "filled in later" and nothing else.
    """

    def __init__(self, theme: Theme, state: ChartState) -> None:
        self._loaded = Loaded(len(state.panels))
        self._without, self._scale = state.without, theme.scale
        frame = Frame(*_sides(state), 0, 1)
        self.box = view_box(frame)
        strong, faded = theme.colour("text2"), theme.colour("text3")
        self._ground = Ground(theme, frame, (), state.events, state.without.pauses)
        ticks = [(day, 0.18, 0.82) for day in self._without.bad_days]
        ticks += [(day, 0.38, 0.62) for day in self._without.nothing_to_log]
        self._barcode = Barcode(theme, frame, "text2", ticks)
        self._runs = Barcode(theme, frame, "text2", ())
        self._unknown = Marks(frame, Shape.CIRCLE, None, faded)
        self._nothing = Marks(frame, Shape.BAR, None, strong)
        self._bad = Marks(frame, Shape.CROSS, None, strong)
        self._cross, self._span = _cross(theme, frame), Span(theme, frame)
        self._items = (
            *(self._ground, self._barcode, self._runs, self._unknown, self._nothing, self._bad),
            *(self._cross, self._span),
        )
        for item in self._items:
            self.box.addItem(item, ignoreBounds=True)

    def show_range(self, first: int, last: int, step: Step) -> None:
        """Load what this range needs."""
        days = self._loaded.take(first, last, step)
        if days is None:
            return
        self._barcode.setVisible(step is not Step.DAY)
        loaded = step is Step.DAY
        size = mark_size(last - first + 1) * self._scale
        as_line = [run for run in self._without.unknown if is_run(run, step, last - first + 1)]
        self._runs.show_runs(as_line, 0.5)
        dotted = (run for run in self._without.unknown if not is_run(run, step, last - first + 1))
        unknown = [day for run in dotted for day in _overlap(run, days)]
        _show(self._unknown, unknown, 3 * self._scale)
        _show(self._nothing, self._of(self._without.nothing_to_log, days) if loaded else [], size)
        _show(self._bad, self._of(self._without.bad_days, days) if loaded else [], size + 2 * self._scale)

    def point(self, at: float | None, _day: int | None) -> None:
        """Put the cross-hair at a place."""
        self._cross.setVisible(at is not None)
        if at is not None:
            self._cross.setX(at)

    def mark_span(self, span: tuple[int, int] | None) -> None:
        """Shade the days that a drag has reached, or none."""
        self._span.show_days(span)

    def _of(self, days: Sequence[int], loaded: tuple[int, int]) -> Sequence[int]:
        return days[within(days, *loaded)]


def panel_frame(panel: Panel, state: ChartState) -> Frame:
    """A panel's rectangle in days and values, with room for whole marks at both ends."""
    room = (panel.highest - panel.lowest) * panel.room
    return Frame(*_sides(state), panel.lowest - room, panel.highest + room)


def _sides(state: ChartState) -> tuple[float, float]:
    """Room for a whole view even when the diary is younger than that."""
    return state.first - 400.0, state.last + 1.0


def _overlap(run: tuple[int, int], days: tuple[int, int]) -> range:
    return range(max(run[0], days[0]), min(run[1], days[1]) + 1)


def _show(marks: Marks, days: Sequence[int], size: float) -> None:
    """Draw marks in the middle of the strip."""
    marks.show_marks(np.array(days, float), np.full(len(days), 0.5), size)


def _cross(theme: Theme, frame: Frame) -> QGraphicsLineItem:
    line = QGraphicsLineItem(0, frame.lowest, 0, frame.highest)
    pen = QPen(theme.colour("text2"), 1, Qt.PenStyle.SolidLine)
    pen.setCosmetic(True)
    line.setPen(pen)
    line.setZValue(40)
    line.hide()
    return line
