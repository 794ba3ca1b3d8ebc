"""From right to left the window is mirrored; the body, time and numbered axes are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.domain.body_figure import View
from diary.domain.places import BodySite, Side
from diary.ui.kit.body_map import BodyMap
from diary.ui.kit.icons import Icons
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.text import Words
from diary.ui.kit.theme import Theme
from diary.ui.look_back.calendar_grid import CalendarGrid
from diary.ui.look_back.calendar_state import calendar_state
from diary.ui.look_back.charts import chart_state
from diary.ui.look_back.places_card import PlacesCard
from diary.ui.look_back.places_state import places_state
from tests.pictures import of_charts  # noqa: F401  # importing it adds its screens
from tests.pictures.mirrored import from_right_to_left
from tests.pictures.screens import SCREENS
from tests.ui.diaries import TODAY, hurt, whole_diary

MONTH = TODAY - timedelta(days=30)
SHOWN = (
    *("today_full", "today_bad_day", "today_more", "today_more_list", "today_moments"),
    *("look_back", "look_back_calendar", "look_back_history", "look_back_patterns", "look_back_places"),
    *("look_back_places_table", "look_back_seeking"),
)


@pytest.fixture
def turned_round(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def in_both_directions(qapp: QApplication, widget: QWidget) -> tuple[QImage, QImage]:
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        QCoreApplication.processEvents()
        pictures.append(widget.grab().toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return pictures[0], pictures[1]


@pytest.mark.parametrize("name", SHOWN)
def test_today_and_look_back_can_be_drawn_from_right_to_left(qapp: QApplication, icons: Icons, name: str) -> None:
    with from_right_to_left(qapp):
        widget = SCREENS[name](icons)
        widget.resize(1320, 940)
        assert not widget.grab().isNull()
        widget.close()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_body_is_not_mirrored(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """A mirrored body would put the pain into the other arm."""
    body = BodyMap(theme, catalogue.body_figure())
    qtbot.addWidget(body)
    body.show_places({BodySite("knee", Side.LEFT): 7, BodySite("hand", Side.RIGHT): 3}, None)
    one, other = in_both_directions(qapp, body)
    assert one == other


@pytest.mark.usefixtures("turned_round")
def test_a_click_on_the_mirrored_page_means_the_side_that_is_written_on_the_drawing(qtbot: QtBot, icons: Icons) -> None:
    left, right = BodySite("knee", Side.LEFT), BodySite("knee", Side.RIGHT)
    card = PlacesCard(icons)
    qtbot.addWidget(card)
    card.resize(1000, 600)
    days = [hurt(TODAY, knee_left=7, knee_right=2)]
    card.render_state(places_state(days, MONTH.toordinal()))
    card.show_range(MONTH, TODAY)
    card.show()
    assert card.drawing.middle_of(left, View.FRONT).x() > card.drawing.middle_of(right, View.FRONT).x()
    assert card.drawing.middle_of(left, View.BACK).x() < card.drawing.middle_of(right, View.BACK).x()
    for site in (left, right):
        QTest.mouseClick(
            card.drawing, Qt.MouseButton.LeftButton, pos=card.drawing.middle_of(site, View.FRONT).toPoint()
        )
        assert card.list.site == site


def test_time_runs_from_left_to_right(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    chart = TimeChart(theme)
    qtbot.addWidget(chart)
    chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    chart.resize(900, 560)
    chart.render_state(chart_state(whole_diary(60), TODAY))
    chart.show_range(MONTH, TODAY)
    one, other = in_both_directions(qapp, chart)
    assert one == other


@pytest.mark.usefixtures("turned_round")
def test_weeks_run_as_words_do_and_the_keys_with_them(qtbot: QtBot, theme: Theme) -> None:
    content = whole_diary(60)
    grid = CalendarGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(600, 400)
    grid.render_state(calendar_state(content, chart_state(content, TODAY), TODAY), None)
    grid.show_range(MONTH, TODAY)
    monday = TODAY.toordinal() - TODAY.weekday()
    here, following = grid.square_of(monday), grid.square_of(monday + 1)
    assert here is not None
    assert following is not None
    assert following.x() < here.x()
    QTest.keyClick(grid, Qt.Key.Key_End)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.day == TODAY.toordinal() - 1


@pytest.mark.usefixtures("turned_round", "theme")
def test_a_sentence_that_begins_with_a_name_stands_on_the_right_and_a_code_stays_as_written(qtbot: QtBot) -> None:
    sentence, code = Words("Sam · 20:14"), Words("ABCD-1234", "code")
    for label in (sentence, code):
        qtbot.addWidget(label)
    assert (sentence.text(), code.text()) == ("Sam · 20:14", "ABCD-1234")
    sentence.resize(400, 30)
    picture = sentence.grab().toImage()
    ground = picture.pixel(5, 5)
    inked = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) != ground]
    assert min(inked) > picture.width() / 2
