"""The reference picture of each kind of chart: ``python -m tests.pictures.references`` draws them anew.

They are drawn by a process of its own, with the bundled font alone and nothing of the computer's: the same pixels
everywhere, as far as Qt's versions are the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from diary.domain.extract import Extract
    from diary.ui.kit.pictures import Drawing
    from diary.ui.kit.theme import Theme

FOLDER = Path(__file__).parent / "references"
ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
FONT_RULES = """<?xml version="1.0"?>
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""
"""No hinting and no coloured edges: what a computer's own settings would change."""
SIZE = (560, 400)
DAYS, YEAR, TEN_YEARS = 83, 365, 3652
WIDE, NARROW = 640, 480
MOST_COLOURS = 256


def draw_into(folder: Path) -> None:
    """Draw every reference into a folder, whatever the computer's fonts and settings are."""
    with tempfile.TemporaryDirectory(prefix="alongside-references-") as name:
        rules = Path(name) / "fonts.conf"
        rules.write_text(FONT_RULES.format(fonts=FONTS, cache=name), "utf-8")
        environ = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "QSG_", "LC_"))}
        environ |= {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_FONT_DPI": "96",
            "QT_SCALE_FACTOR": "1",
            "LC_ALL": "C.UTF-8",
            "FONTCONFIG_FILE": str(rules),
            "HOME": name,
        }
        command = [sys.executable, "-m", "tests.pictures.references", str(folder.absolute())]
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)


def _draw(folder: Path) -> None:
    """Draw them here and now."""
    from PySide6.QtWidgets import QApplication

    from diary.ui.kit.fonts import load_fonts
    from diary.ui.kit.theme import Theme, ThemeChoice

    application = QApplication([])
    load_fonts(FONTS)
    folder.mkdir(parents=True, exist_ok=True)
    for choice, names in _CHARTS.items():
        theme = Theme(ThemeChoice(choice))
        theme.dress(application)
        for name, picture in names(theme):
            _in_few_colours(picture()).save(str(folder / f"{name}-{choice}.png"), "PNG", 0)  # type: ignore[call-overload]  # the stubs want bytes


def _in_few_colours(image: QImage) -> QImage:
    """Keep four bits of each channel and a table of the colours left: a third of the bytes."""
    import numpy as np
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    colours, places = np.unique((pixels >> 4 & 0x0F0F0F) * 17 | 0xFF000000, return_inverse=True)
    if len(colours) > MOST_COLOURS:
        return plain
    table = np.ascontiguousarray(places.reshape(pixels.shape), np.uint8)
    made = QImage(table.tobytes(), plain.width(), plain.height(), plain.width(), QImage.Format.Format_Indexed8)
    made.setColorTable([int(colour) for colour in colours])
    return made.copy()


def _light(theme: Theme) -> Iterator[tuple[str, Callable[[], QImage]]]:
    from functools import partial

    yield "time", partial(_time, theme, DAYS)
    yield "time_ten_years", partial(_time, theme, TEN_YEARS)
    yield "time_narrow", partial(_time, theme, DAYS, NARROW)
    yield "time_one_day", partial(_one_day, theme)
    yield "time_long_gap", partial(_long_gap, theme)
    yield "calendar", partial(_calendar, theme, DAYS, "")
    yield "calendar_years", partial(_calendar, theme, TEN_YEARS, "pain")
    yield "scatter", partial(_scatter, theme)
    yield "intervals", partial(_intervals, theme)
    yield "places", partial(_places, theme)
    yield "patterns", partial(_patterns, theme)


def _few(theme: Theme) -> Iterator[tuple[str, Callable[[], QImage]]]:
    from functools import partial

    yield "time", partial(_time, theme, DAYS)
    yield "places", partial(_places, theme)


_CHARTS: Mapping[str, Callable[[Theme], Iterator[tuple[str, Callable[[], QImage]]]]] = {
    "light": _light,
    "dark": _few,
    "high_contrast": _few,
}


def _diary(days: int) -> Extract:
    """A diary with every state of a day, a pause among them, the shortest gap that breaks a line, and a treatment."""
    from dataclasses import replace

    from diary.domain.entries import Pause, RoughDate, Treatment
    from tests.ui.diaries import TODAY, whole_diary

    content = whole_diary(days)
    first, last = TODAY - timedelta(days=40), TODAY - timedelta(days=32)
    gap = {TODAY - timedelta(days=n) for n in (14, 15)}
    kept = tuple(day for day in content.days if not first <= day.day <= last and day.day not in gap)
    begun, ended = (RoughDate(TODAY - timedelta(days=n)) for n in (60, 20))
    massage = Treatment("t", "Massage", "other", first=begun, last=ended)
    return replace(content, days=kept, pauses=(Pause("p", first, last),), treatments={"t": massage})


def _time(theme: Theme, days: int, wide: int = WIDE) -> QImage:
    return _time_of(theme, _diary(days), days, wide)


def _one_day(theme: Theme) -> QImage:
    from tests.ui.diaries import TODAY, entry, made_day, made_extract

    return _time_of(theme, made_extract(made_day(TODAY, entry(TODAY, pain=7, mood=4))), 14, WIDE)


def _long_gap(theme: Theme) -> QImage:
    """Most of a year without entries, seen by day."""
    from dataclasses import replace

    from diary.domain.days import Period
    from tests.ui.diaries import TODAY, whole_diary

    content = whole_diary(YEAR)
    gap = Period(TODAY - timedelta(days=300), TODAY - timedelta(days=30))
    return _time_of(theme, replace(content, days=tuple(day for day in content.days if day.day not in gap)), YEAR, WIDE)


def _time_of(theme: Theme, content: Extract, days: int, wide: int) -> QImage:
    from diary.ui.kit.plots_time import TimeChart
    from diary.ui.look_back.charts import chart_state
    from tests.ui.diaries import TODAY

    chart = TimeChart(theme)
    chart.resize(wide, 460)
    chart.render_state(chart_state(content, TODAY))
    return _shown(chart, lambda: chart.show_range(TODAY - timedelta(days=days - 1), TODAY))


def _calendar(theme: Theme, days: int, heat: str) -> QImage:
    from diary.ui.look_back.calendar_grid import CalendarGrid
    from diary.ui.look_back.calendar_picture import CalendarPicture
    from diary.ui.look_back.calendar_state import calendar_state
    from diary.ui.look_back.charts import chart_state
    from tests.ui.diaries import TODAY

    content = _diary(days)
    calendar = calendar_state(content, chart_state(content, TODAY), TODAY)
    grid = CalendarGrid(theme)
    grid.resize(*SIZE)
    grid.render_state(calendar, calendar.heat_named(heat))
    grid.show_range(TODAY - timedelta(days=min(days, 500) - 1), TODAY)
    return _pixels(CalendarPicture(theme, grid))


def _places(theme: Theme) -> QImage:
    from diary.ui.look_back.places_picture import PlacesPicture
    from diary.ui.look_back.places_state import places_state
    from tests.ui.diaries import TODAY, hurt

    days = [
        hurt(TODAY - timedelta(days=n), lower_back=n % 5 + 3, neck=n % 3, knee_left=n % 9, knee_right=10)
        for n in range(27, -1, -1)
    ]
    first = TODAY - timedelta(days=13)
    state = places_state(days, days[0].day.toordinal())
    return _pixels(PlacesPicture(theme, state.rows(first, TODAY), (first, TODAY), is_mirrored=False))


def _patterns(theme: Theme) -> QImage:
    from diary.ui.look_back.charts import chart_state
    from diary.ui.look_back.patterns import patterns_state
    from diary.ui.look_back.patterns_picture import PatternsPicture
    from tests.ui.diaries import TODAY

    panel = chart_state(_diary(2 * DAYS), TODAY).panels[0]
    first = TODAY - timedelta(days=2 * DAYS - 1)
    return _pixels(PatternsPicture(theme, patterns_state(panel, (), first.toordinal(), TODAY.toordinal()), "166 days"))


def _scatter(theme: Theme) -> QImage:
    from diary.ui.kit.plots_scatter import BandPoint, Cut, Dot, ScatterChart, ScatterState, Side
    from diary.ui.kit.plots_state import Shape

    ticks = ((0.0, "0"), (5.0, "5"), (10.0, "10"))
    anxiety = Side("Anxiety", Shape.DIAMOND, "anxiety", 0, 10, ticks)
    pain = Side("Pain", Shape.CIRCLE, "pain", 0, 10, ticks)
    dots = tuple(Dot(day, day * 7 % 11, (day * 7 % 11 + day * 5 % 4) / 1.3, "", "", day % 9 == 0) for day in range(60))
    band = tuple(BandPoint(x, 1 + x * 0.7, x * 0.6, 2 + x * 0.8) for x in range(11))
    state = ScatterState(anxiety, pain, dots, band, Cut(5, "calmer days", "more anxious days"), "")
    chart = ScatterChart(theme)
    chart.resize(*SIZE)
    return _shown(chart, lambda: chart.render_state(state))


def _intervals(theme: Theme) -> QImage:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from diary.ui.kit.plots_intervals import Interval, IntervalLane, IntervalScale, axis_of
    from diary.ui.kit.plots_state import Shape

    intervals = [Interval(0.6, 1.4, 2.2, Shape.CIRCLE, named=True), Interval(-0.9, 0.2, 1.1, Shape.DIAMOND)]
    axis = axis_of(intervals)
    page = QWidget()
    layout = QVBoxLayout(page)
    for interval in (*intervals, None):
        lane = IntervalLane(theme)
        layout.addWidget(lane)
        lane.show_interval(interval, axis, "Pain", "")
    scale = IntervalScale(theme)
    layout.addWidget(scale)
    scale.show_axis(axis, "points lower", "points higher")
    page.resize(SIZE[0], 160)
    return _shown(page, page.update)


def _shown(widget: QWidget, then: Callable[[], object]) -> QImage:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.show()
    QApplication.processEvents()
    then()
    QApplication.processEvents()
    image = widget.grab().toImage()
    widget.close()
    return image


def _pixels(drawing: Drawing) -> QImage:
    from PySide6.QtGui import QImage, QPainter

    image = QImage(drawing.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing.paint(painter)
    painter.end()
    return image


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _draw(Path(sys.argv[1]))
    else:
        draw_into(FOLDER)
