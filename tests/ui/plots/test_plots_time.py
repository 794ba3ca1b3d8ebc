"""The time chart draws what the diary says, reads it out by mouse and keys, and opens the day."""

from __future__ import annotations

import gc
import weakref
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from diary.domain.entries import MarkKind, Pause
from diary.domain.people import Basis
from diary.ui.kit.plots_series import Step
from diary.ui.kit.plots_state import ReadOut, read_out
from diary.ui.kit.plots_table import ChartTable
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.look_back.charts import chart_state
from tests.guards import delete_what_waits_for_it
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.domain.extract import Extract


class Opened:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.ranges: list[tuple[date, date]] = []

    def day(self, day: date) -> None:
        self.days.append(day)

    def range(self, shown: tuple[date, date]) -> None:
        self.ranges.append(shown)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


def show(chart: TimeChart, extract: Extract, days: int) -> None:
    chart.render_state(chart_state(extract, TODAY))
    chart.show_range(TODAY - timedelta(days=days - 1), TODAY)


def shown_by(chart: TimeChart) -> ReadOut:
    assert chart.shown is not None
    return chart.shown


def test_every_daily_answer_is_drawn_and_late_ones_are_hollow(chart: TimeChart) -> None:
    early, late = TODAY - timedelta(days=2), TODAY - timedelta(days=1)
    show(
        chart,
        made_extract(made_day(early, entry(early, pain=6)), made_day(late, entry(late, days_later=2, pain=3))),
        14,
    )
    drawn = chart._panels[0].drawn()
    assert [list(axis) for axis in drawn["solid"]] == [[early.toordinal()], [6]]
    assert [list(axis) for axis in drawn["hollow"]] == [[late.toordinal()], [3]]


def test_no_curve_has_more_than_700_points_at_any_range(chart: TimeChart) -> None:
    extract = whole_diary(3652)
    for days in (14, 92, 365, 400, 401, 1100, 1101, 3652):
        show(chart, extract, days)
        for panel in chart._panels:
            assert all(len(xs) <= 700 for xs, _ in panel.drawn().values())


def test_marks_give_way_to_the_monthly_average_in_ten_years(chart: TimeChart) -> None:
    show(chart, whole_diary(3652), 3652)
    drawn = chart._panels[0].drawn()
    assert len(drawn["solid"][0]) == 0
    assert 100 < len(drawn["line"][0]) < 140


def test_the_line_is_open_where_a_year_is_empty(chart: TimeChart) -> None:
    days = [TODAY - timedelta(days=n) for n in (*range(400, 395, -1), *range(5, 0, -1))]
    show(chart, made_extract(*(made_day(day, entry(day, pain=5)) for day in days)), 401)
    chart.show_range(TODAY - timedelta(days=399), TODAY)
    assert np.isnan(chart._panels[0].drawn()["line"][1]).sum() == 1


def test_a_carers_view_has_its_own_panel_and_no_average(chart: TimeChart) -> None:
    noticed = (
        entry(TODAY - timedelta(days=n), recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=1) for n in range(5)
    )
    show(chart, made_extract(*(made_day(e.day, e) for e in noticed), with_carer=True), 14)
    panel = chart.state.panels[0]
    assert (panel.label, panel.noticed) == ("Alex’s view", True)
    assert len(chart._panels[0].drawn()["line"][0]) == 0
    assert len(chart._panels[0].drawn()["hollow"][0]) == 5


def test_could_not_tell_is_no_point_on_the_scale() -> None:
    seen = entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=3)
    assert chart_state(made_extract(made_day(TODAY, seen), with_carer=True), TODAY).panels == ()


def test_days_without_numbers_are_told_apart() -> None:
    bad, nothing, first = (TODAY - timedelta(days=n) for n in (1, 2, 6))
    pause = Pause("p", TODAY - timedelta(days=4), TODAY - timedelta(days=3))
    extract = made_extract(
        made_day(first, entry(first, pain=4)),
        made_day(bad, mark=MarkKind.BAD_DAY),
        made_day(nothing, mark=MarkKind.NOTHING_TO_LOG),
        pauses=(pause,),
    )
    without = chart_state(extract, TODAY).without
    assert without.bad_days == (bad.toordinal(),)
    assert without.nothing_to_log == (nothing.toordinal(),)
    assert without.unknown == ((first.toordinal() + 1, first.toordinal() + 1),)
    assert without.pauses == ((pause.first.toordinal(), TODAY.toordinal() - 3),)


def test_an_open_pause_runs_until_today() -> None:
    extract = made_extract(made_day(TODAY - timedelta(days=9), entry(TODAY, pain=1)), pauses=(Pause("p", TODAY, None),))
    assert chart_state(extract, TODAY).without.pauses == ((TODAY.toordinal(), TODAY.toordinal()),)


def test_long_sleep_lengthens_the_axis_and_short_sleep_does_not() -> None:
    def highest(hours: float) -> float:
        return chart_state(made_extract(made_day(TODAY, entry(TODAY, sleep_hours=hours))), TODAY).panels[0].highest

    assert [highest(hours) for hours in (4, 12, 12.5, 20)] == [12, 12, 18, 24]


def test_keys_read_out_days_and_enter_opens_one(chart: TimeChart) -> None:
    show(chart, whole_diary(60), 30)
    opened = Opened()
    chart.day_requested.connect(opened.day)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert shown_by(chart).first == TODAY.toordinal()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_PageUp)
    assert shown_by(chart).first == TODAY.toordinal() - 8
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert shown_by(chart).first == TODAY.toordinal() - 29
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.visible_range[0] == TODAY - timedelta(days=30)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.days == [chart.visible_range[1]]


def test_the_read_out_never_leaves_the_diary(chart: TimeChart) -> None:
    show(chart, whole_diary(20), 20)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert shown_by(chart).last == TODAY.toordinal()
    for _ in range(5):
        QTest.keyClick(chart, Qt.Key.Key_PageUp)
    assert shown_by(chart).first == chart.state.first


def test_a_screen_reader_hears_the_day(chart: TimeChart) -> None:
    show(chart, made_extract(made_day(TODAY, entry(TODAY, pain=6))), 14)
    assert "Pain: 1 day." in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == "Sunday 22 November. Pain: 6"


def test_the_mouse_reads_out_and_a_click_opens_the_day(qtbot: QtBot, chart: TimeChart) -> None:
    show(chart, whole_diary(60), 30)
    with qtbot.waitExposed(chart):
        chart.show()
    opened = Opened()
    chart.day_requested.connect(opened.day)
    wanted = TODAY.toordinal() - 10
    spot = chart._view.mapFromScene(chart._x_of(wanted), chart._plot_room().center().y())
    QTest.mouseMove(chart._view.viewport(), spot)
    QTest.mouseClick(chart._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.days == [date.fromordinal(wanted)]


def test_a_long_view_comes_closer_before_it_opens_a_day(chart: TimeChart) -> None:
    show(chart, whole_diary(3652), 3652)
    opened = Opened()
    chart.day_requested.connect(opened.day)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.days == []
    first, last = chart.visible_range
    assert (last - first).days < 100


def test_a_month_is_read_out_with_its_days_and_ends() -> None:
    days = [date(2026, 3, n) for n in (1, 2, 3, 4)]
    extract = made_extract(*(made_day(day, entry(day, pain=n)) for n, day in enumerate(days, 3)))
    state = chart_state(extract, TODAY)
    shown = read_out(state, days[0].toordinal(), Step.MONTH)
    assert shown.title == "1 March to 31 March 2026"
    assert [row.text for row in shown.rows] == ["about 5 (3 to 6) · 4 days"]


@pytest.mark.parametrize("days", [14, 92, 365])
def test_marks_and_line_are_where_their_days_are_after_every_move(chart: TimeChart, days: int) -> None:
    written = (TODAY - timedelta(days=n) for n in range(1000))
    show(chart, made_extract(*(made_day(day, entry(day, pain=day.toordinal() % 7)) for day in written)), days)
    plot, ground = chart._panels[0], chart._theme.colour("surface").name()
    for moved in (0, 3, days // 2, days, days + 30):
        last = TODAY - timedelta(days=moved)
        chart.show_range(last - timedelta(days=days - 1), last)
        shown = chart.grab().toImage()
        for kind in ("solid", "line"):
            inside = [(x, y) for x, y in zip(*plot.drawn()[kind], strict=True) if 0 <= last.toordinal() - x < days]
            assert len(inside) == days
            for x, y in inside[1:-1]:  # an end of the line is cut off at its day
                spot = chart._view.mapFromScene(plot.box.mapViewToScene(QPointF(x, y))) + chart._view.pos()
                assert shown.pixelColor(spot).name() != ground, (kind, moved, x)


def test_the_table_holds_exactly_what_the_chart_draws(chart: TimeChart) -> None:
    show(chart, whole_diary(120), 92)
    table = ChartTable()
    table.render_state(chart.state, *chart.visible_range)
    first, last = (day.toordinal() for day in chart.visible_range)
    for column, plot in enumerate(chart._panels, 1):
        drawn = plot.drawn()
        on_chart = {
            (int(x), float(y))
            for kind in ("solid", "hollow")
            for x, y in zip(*drawn[kind], strict=True)
            if first <= x <= last
        }
        panel = chart.state.panels[column - 1]
        written = {date.fromisoformat(str(row[0])).toordinal(): row[column] for row in table.rows}
        assert {(day, panel.series.at(day)) for day, cell in written.items() if cell is not None} == on_chart
        assert all(cell == panel.cell_on(day) for day, cell in written.items())


def test_an_empty_diary_draws_nothing_and_answers_no_key(chart: TimeChart) -> None:
    show(chart, made_extract(), 30)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.state.is_empty
    assert chart.shown is None


def test_a_theme_change_keeps_range_and_days(chart: TimeChart, theme: Theme) -> None:
    show(chart, whole_diary(60), 30)
    before = chart.visible_range
    theme.choice = ThemeChoice.DARK
    theme.changed.emit()
    assert chart.visible_range == before
    assert chart._view.backgroundBrush().color().name() == theme.tokens.surface


@pytest.mark.usefixtures("qtbot")
def test_a_closed_chart_is_freed(theme: Theme) -> None:
    chart = TimeChart(theme)
    show(chart, whole_diary(30), 30)
    gone = weakref.ref(chart)
    chart.deleteLater()
    del chart
    delete_what_waits_for_it()
    gc.collect()
    assert gone() is None


def test_marks_and_lines_grow_with_the_text(qtbot: QtBot) -> None:
    """Whoever needs letters twice as large needs to see a day and a line as well."""
    sizes = []
    for scale in (1.0, 2.0):
        chart = TimeChart(Theme(ThemeChoice.LIGHT, scale))
        qtbot.addWidget(chart)
        chart.render_state(chart_state(whole_diary(60), TODAY))
        chart.show_range(TODAY - timedelta(days=59), TODAY)
        pain = chart._panels[0]
        sizes.append((pain._solid.opts["size"], pain._line.pen.widthF()))
    assert sizes[1] == tuple(2 * size for size in sizes[0])
