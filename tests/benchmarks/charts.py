"""How long a frame of the time chart takes, beside plain pyqtgraph drawing the same answers in the same run.

Run: ``python -m tests.benchmarks.charts`` (offscreen), or ``xvfb-run python -m tests.benchmarks.charts`` on X11.
Targets: 33 ms a frame for ten years, 16 ms while a year is dragged; four measures, one mark a day.
"""

from __future__ import annotations

import os
import statistics
import sys
from datetime import date, timedelta
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication

from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.look_back.charts import chart_state
from tests.ui.diaries import TODAY, whole_diary

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from diary.domain.extract import Extract

FRAMES = 40
SIZE = (1034, 560)
TEN_YEARS, YEAR = 3652, 365
TARGETS = {"ten years": 33.0, "a year, dragged": 16.0}


def main() -> int:
    """Print both charts' frames; 1 when ours misses a target."""
    app = cast("QApplication", QApplication.instance() or QApplication([]))
    extract = whole_diary(TEN_YEARS, with_carer=False)
    ours, naive = Ours(extract), Naive(extract)
    print(f"platform {app.platformName()}, {SIZE[0]} x {SIZE[1]}, {FRAMES} frames, median and slowest in ms")
    missed = False
    for name, target in TARGETS.items():
        own, plain = (_frames(app, chart, name) for chart in (ours, naive))
        missed |= statistics.median(own) > target
        mine, theirs = statistics.median(own), statistics.median(plain)
        print(
            f"{name:>16}: ours {mine:5.1f} (slowest {max(own):5.1f}), plain pyqtgraph {theirs:5.1f} ({max(plain):5.1f})"
        )
        print(f"{'':>18}{theirs / mine:.1f} times as fast; target {target:.0f}")
    return int(missed)


class Ours:
    """The chart of Look back."""

    def __init__(self, extract: Extract) -> None:
        self._theme = Theme(ThemeChoice.LIGHT)
        self.chart = TimeChart(self._theme)
        self.chart.render_state(chart_state(extract, TODAY))
        self.widget: QWidget = self.chart
        self.surface: QWidget = self.chart._view.viewport()

    def show(self, first: date, last: date) -> None:
        """Show a range."""
        self.chart.show_range(first, last)


class Naive:
    """The same answers, averages and panels, as pyqtgraph's own examples would draw them."""

    def __init__(self, extract: Extract) -> None:
        self.widget: QWidget = pg.GraphicsLayoutWidget()
        layout = cast("Any", self.widget)
        self.surface: QWidget = layout.viewport()
        self.plots: list[Any] = []
        for row, panel in enumerate(chart_state(extract, TODAY).panels):
            plot = layout.addPlot(row=row, col=0, axisItems={"bottom": pg.DateAxisItem()})
            made = panel.series
            seconds = (np.array(made.days) - date(1970, 1, 1).toordinal()) * 86400.0
            averages = np.array([np.nan if a is None else a for a in made.averages])
            plot.plot(
                seconds, np.array(made.values), pen=None, symbol="o", symbolSize=5, symbolBrush=(200, 120, 60, 120)
            )
            plot.plot(seconds, averages, pen=pg.mkPen("b", width=2.4), connect="finite")
            plot.setYRange(panel.lowest, panel.highest)
            if self.plots:
                plot.setXLink(self.plots[0])
            self.plots.append(plot)

    def show(self, first: date, last: date) -> None:
        """Show a range."""
        epoch = date(1970, 1, 1).toordinal()
        self.plots[0].setXRange((first.toordinal() - epoch) * 86400.0, (last.toordinal() - epoch) * 86400.0, padding=0)


def _frames(app: QApplication, chart: Ours | Naive, name: str) -> list[float]:
    """Milliseconds a frame: set the range, then have everything painted."""
    chart.widget.resize(*SIZE)
    chart.widget.show()
    app.processEvents()
    show = _redrawn(chart) if name == "ten years" else _dragged(chart)
    for number in range(3):
        show(number)
        _painted(app, chart)
    taken = []
    for number in range(3, FRAMES + 3):
        started = perf_counter()
        show(number)
        _painted(app, chart)
        taken.append((perf_counter() - started) * 1000)
    chart.widget.hide()
    return taken


def _painted(app: QApplication, chart: Ours | Naive) -> None:
    """Have the whole picture painted once, as the event loop would; what moved is dirty, the rest is asked for."""
    chart.surface.update()
    app.processEvents()


def _redrawn(chart: Ours | Naive) -> Callable[[int], None]:
    def show(number: int) -> None:
        chart.show(TODAY - timedelta(days=TEN_YEARS - number), TODAY)

    return show


def _dragged(chart: Ours | Naive) -> Callable[[int], None]:
    def show(number: int) -> None:
        last = TODAY - timedelta(days=1500 + 4 * number)
        chart.show(last - timedelta(days=YEAR - 1), last)

    return show


if __name__ == "__main__":
    sys.exit(main())
