"""A chart's view is dragged, zoomed and moved within the diary, and finds its way back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.ui.kit.plots_box import WheelMove, wheel_move
from diary.ui.kit.plots_range import SHORTEST_VIEW, DaysInView, bounded, chosen, panned, zoomed
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import Theme
from diary.ui.look_back.charts import chart_state
from tests.ui.diaries import TODAY, whole_diary

ENDS = (1000, 2000)
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.render_state(chart_state(whole_diary(400), TODAY))
    made.show_range(TODAY - timedelta(days=91), TODAY)
    with qtbot.waitExposed(made):
        made.show()
    return made


def wheel(x: int, y: int, held: Qt.KeyboardModifier = NONE, at: QPointF | None = None) -> QWheelEvent:
    where = at or QPointF(500, 100)
    return QWheelEvent(
        where, where, QPoint(), QPoint(x, y), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )


def place_of(chart: TimeChart, day: date) -> QPoint:
    y = chart._panels[1].box.sceneBoundingRect().center().y()
    return QPoint(chart._view.mapFromScene(chart._x_of(day.toordinal()), y))


def drag(chart: TimeChart, one: date, other: date, held: Qt.KeyboardModifier = NONE) -> None:
    """Press, move and let go, as a hand does."""
    view, left = chart._view.viewport(), Qt.MouseButton.LeftButton
    begin, end = place_of(chart, one), place_of(chart, other)
    QTest.mousePress(view, left, held, begin)
    for share in (0.3, 0.7, 1.0):
        at = QPointF(begin.x() + (end.x() - begin.x()) * share, begin.y())
        move = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), Qt.MouseButton.NoButton, left, held)
        QCoreApplication.sendEvent(view, move)
    QTest.mouseRelease(view, left, held, end)


def test_dragging_shows_just_the_days_that_were_dragged_over(chart: TimeChart) -> None:
    first, last = TODAY - timedelta(days=60), TODAY - timedelta(days=30)
    drag(chart, first, last)
    assert chart.visible_range == (first, last)
    QTest.keyClick(chart, Qt.Key.Key_Backspace)
    assert chart.visible_range == (TODAY - timedelta(days=91), TODAY)


def test_dragging_backwards_shows_the_same(chart: TimeChart) -> None:
    first, last = TODAY - timedelta(days=60), TODAY - timedelta(days=30)
    drag(chart, last, first)
    assert chart.visible_range == (first, last)


def test_dragging_over_a_day_or_two_shows_the_week_around_them(chart: TimeChart) -> None:
    middle = TODAY - timedelta(days=40)
    drag(chart, middle, middle + timedelta(days=2))
    first, last = chart.visible_range
    assert (last - first).days + 1 == SHORTEST_VIEW
    assert first <= middle <= last


def test_dragging_with_shift_moves_the_days(chart: TimeChart) -> None:
    drag(chart, TODAY - timedelta(days=60), TODAY - timedelta(days=40), SHIFT)
    first, last = chart.visible_range
    assert (last - first).days == 91
    assert 18 <= (TODAY - last).days <= 22


def test_plus_and_minus_come_closer_and_go_further(chart: TimeChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    first, last = chart.visible_range
    assert (last - first).days == 64
    for _ in range(20):
        QTest.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.visible_range == (date.fromordinal(chart.state.first), TODAY)


def test_the_day_that_was_read_out_stays_in_view_while_zooming(chart: TimeChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    for _ in range(8):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
    first, last = chart.visible_range
    assert first <= TODAY - timedelta(days=91) <= last or (last - first).days == SHORTEST_VIEW - 1


def test_control_and_arrows_move_a_quarter_and_control_home_and_end_go_to_the_ends(chart: TimeChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Left, CONTROL)
    assert chart.visible_range[1] == TODAY - timedelta(days=22)
    QTest.keyClick(chart, Qt.Key.Key_Home, CONTROL)
    assert chart.visible_range[0] == date.fromordinal(chart.state.first)
    QTest.keyClick(chart, Qt.Key.Key_End, CONTROL)
    assert chart.visible_range[1] == TODAY


def test_a_wheel_alone_is_left_to_the_page(chart: TimeChart) -> None:
    before = chart.visible_range
    event = wheel(0, -120)
    chart.eventFilter(chart._view.viewport(), event)
    assert not event.isAccepted()
    assert chart.visible_range == before


def test_a_wheel_with_control_zooms_about_the_mouse_and_with_shift_moves(chart: TimeChart) -> None:
    right = QPointF(place_of(chart, TODAY))
    chart.eventFilter(chart._view.viewport(), wheel(0, 120, CONTROL, right))
    first, last = chart.visible_range
    assert last == TODAY
    assert (last - first).days == 73
    chart.eventFilter(chart._view.viewport(), wheel(0, 120, SHIFT))
    assert chart.visible_range == (first - timedelta(days=7), last - timedelta(days=7))


def test_small_turns_of_a_touchpad_add_up(chart: TimeChart) -> None:
    for _ in range(12):
        chart.eventFilter(chart._view.viewport(), wheel(10, 0))
    assert chart.visible_range[1] == TODAY - timedelta(days=9)


def test_a_wheel_asks_for_one_thing_at_a_time() -> None:
    assert wheel_move(wheel(0, 120)) is None
    assert wheel_move(wheel(-240, 10)) == WheelMove(-2, is_zoom=False)
    assert wheel_move(wheel(120, 0, SHIFT)) == WheelMove(1, is_zoom=False)
    assert wheel_move(wheel(0, -60, CONTROL)) == WheelMove(-0.5, is_zoom=True)


def test_the_way_back_is_as_long_as_the_way_there() -> None:
    days = DaysInView()
    days.ends = ENDS
    days.show(1500, 1600)
    for _ in range(5):
        days.zoom(0.8, 1550)
    for _ in range(5):
        assert days.go_back()
    assert days.shown == (1500, 1600)
    assert not days.go_back()


def test_a_young_diary_is_never_zoomed_beyond_two_weeks() -> None:
    assert zoomed((8, 14), 100, 11, (12, 14)) == (1, 14)


days = st.integers(1, 4000)


@given(days, days, st.floats(0.01, 100), days, days)
def test_every_move_stays_in_the_diary_and_keeps_a_week(
    one: int, other: int, factor: float, around: int, length: int
) -> None:
    ends = (1, length)
    shown = bounded((min(one, other), max(one, other)), ends)
    for made in (zoomed(shown, factor, around, ends), panned(shown, other - one, ends), chosen(one, other, ends)):
        assert made[1] - made[0] >= SHORTEST_VIEW - 1
        assert 1 <= made[1] <= max(length, 1)
        assert made[0] >= 1 or made[1] - made[0] + 1 > length
