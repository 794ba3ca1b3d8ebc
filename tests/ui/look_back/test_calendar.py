"""The calendar shows what is known of each day, colours it by a measure, and opens days by mouse and keys."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.day_values import Day, DayState
from diary.domain.entries import MarkKind, Pause
from diary.domain.people import Basis
from diary.ui.kit.icons import Icons
from diary.ui.kit.picture_saving import Table
from diary.ui.kit.pictures import PictureForm, file_of, image_of
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.look_back.calendar_card import CalendarCard
from diary.ui.look_back.calendar_layout import Layout, layout_for
from diary.ui.look_back.calendar_marks import paint_day
from diary.ui.look_back.calendar_state import CalendarState, DayLook, calendar_state, day_sentence, look_of, shade_of
from diary.ui.look_back.charts import chart_state
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary

YESTERDAY = TODAY - timedelta(days=1)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def whole_day(day: date) -> Day:
    return made_day(day, entry(day, sleep_hours=7, mood=4, anxiety=6, pain=10))


def six_states() -> CalendarState:
    extract = made_extract(
        whole_day(TODAY),
        made_day(ago(1), entry(ago(1), pain=0)),
        made_day(ago(2), mark=MarkKind.BAD_DAY),
        made_day(ago(3), mark=MarkKind.NOTHING_TO_LOG),
        whole_day(ago(6)),
        pauses=(Pause("p", ago(6), ago(5)),),
    )
    return calendar_state(extract, chart_state(extract, TODAY), TODAY)


class Heard:
    """Remembers signals."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def one(self, value: object) -> None:
        self.all.append(value)


@pytest.fixture
def card(qtbot: QtBot, icons: Icons) -> CalendarCard:
    made = CalendarCard(icons)
    qtbot.addWidget(made)
    made.resize(650, 500)
    made.render_state(six_states(), "")
    made.show_range(ago(13), TODAY)
    made.show()
    return made


def test_a_day_is_one_of_six_states_and_a_pause_hides_nothing_that_was_written() -> None:
    calendar = six_states()
    assert [calendar.state_of(ago(n).toordinal()) for n in range(7)] == [
        DayState.RECORDED,
        DayState.PARTLY,
        DayState.BAD_DAY,
        DayState.NOTHING_TO_LOG,
        DayState.UNKNOWN,
        DayState.PAUSED,
        DayState.RECORDED,
    ]


def test_shades_run_from_the_lowest_to_the_highest_end_and_a_day_without_an_answer_has_none() -> None:
    calendar = six_states()
    pain, anxiety = calendar.heat_named("pain"), calendar.heat_named("anxiety")
    assert pain is not None
    assert anxiety is not None
    assert [shade_of(pain, ago(n).toordinal()) for n in range(3)] == [5, 0, None]
    assert look_of(calendar, anxiety, YESTERDAY.toordinal()).state is DayState.UNKNOWN
    assert look_of(calendar, anxiety, ago(2).toordinal()).state is DayState.BAD_DAY


def test_an_own_answer_outside_the_chart_can_colour_the_days_and_a_carers_view_stays_apart() -> None:
    seen = entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=2)
    extract = made_extract(made_day(TODAY, entry(TODAY, tiredness=6), seen), with_carer=True)
    calendar = calendar_state(extract, chart_state(extract, TODAY), TODAY)
    assert {(heat.measure.id, heat.label) for heat in calendar.heats} == {
        ("tiredness", "Tired"),
        ("noticed_in_pain", "Alex’s view"),
    }


def test_a_sentence_says_the_day_its_state_and_the_chosen_answer() -> None:
    calendar = six_states()
    assert day_sentence(calendar, None, ago(2).toordinal()) == "Friday 20 November: bad day, couldn’t log"
    assert day_sentence(calendar, calendar.heat_named("pain"), TODAY.toordinal()) == (
        "Sunday 22 November: filled in. Pain: 10"
    )


@pytest.mark.parametrize(
    "layout",
    [
        layout_for(date(2026, 9, 1), date(2026, 11, 30), 600, 26),
        layout_for(date(2026, 2, 1), date(2026, 2, 1), 100, 52),
        layout_for(date(2015, 5, 1), date(2026, 11, 30), 560, 26),
    ],
)
def test_every_day_has_its_own_square_and_is_found_there(layout: Layout) -> None:
    for day in range(layout.first, layout.last + 1):
        where = layout.where(day)
        assert layout.day_at(where.center()) == day
        assert where.bottom() <= layout.height + 0.001
        assert day in set(layout.days_between(where.top() + 0.1, where.bottom())) or day % 50


def test_between_and_outside_the_months_there_is_no_day() -> None:
    layout = layout_for(date(2026, 9, 1), date(2026, 11, 30), 600, 26)
    past_the_end = layout.where(date(2026, 9, 30).toordinal()).center() + QPointF(26, 0)
    for point in (QPointF(-5, 80), QPointF(30, -5), QPointF(30, 5000), QPointF(5000, 80), past_the_end):
        assert layout.day_at(point) is None


def test_a_click_opens_the_day_and_the_future_stays_closed(card: CalendarCard) -> None:
    heard = Heard()
    card.day_requested.connect(heard.one)
    for day in (YESTERDAY, TODAY + timedelta(days=1)):
        square = card.grid.square_of(day.toordinal())
        assert square is not None
        QTest.mouseClick(card.grid, Qt.MouseButton.LeftButton, pos=square.center().toPoint())
    assert heard.all == [YESTERDAY]


def test_arrow_keys_read_days_out_and_enter_opens_one(card: CalendarCard) -> None:
    heard = Heard()
    card.day_requested.connect(heard.one)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(card.grid, key)
    assert card.grid.accessibleDescription() == "Monday 16 November: filled in"
    QTest.keyClick(card.grid, Qt.Key.Key_Return)
    assert heard.all == [ago(6)]


def test_the_legend_explains_only_what_is_in_view(card: CalendarCard) -> None:
    shown = {state for state, sign in card._key._signs.items() if not sign.isHidden()}
    assert shown == set(DayState)
    card.render_state(six_states(), "pain")
    assert not card._key._scale.isHidden()
    assert card._key._signs[DayState.RECORDED].isHidden()


def test_the_table_says_what_the_calendar_draws(card: CalendarCard) -> None:
    calendar = six_states()
    card.render_state(calendar, "pain")
    card.bar.swap.click()
    model = card.days.model()
    rows = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    assert rows == [
        ["22 November 2026", "filled in", "10"],
        ["21 November 2026", "partly filled in", "0"],
        ["20 November 2026", "bad day, couldn’t log", "not filled in"],
        ["19 November 2026", "nothing to log", "not filled in"],
        ["18 November 2026", "not filled in", "not filled in"],
        ["17 November 2026", "paused", "not filled in"],
        ["16 November 2026", "filled in", "10"],
    ]


def test_the_choice_asks_for_a_measure_and_for_none(card: CalendarCard) -> None:
    heard = Heard()
    card.heat_requested.connect(heard.one)
    card.choice.activated.emit(1)
    card.choice.activated.emit(0)
    assert heard.all == [card._calendar.heats[0].measure.id, ""]


def test_a_range_of_years_is_shown_by_years_and_back_by_months(card: CalendarCard) -> None:
    extract = whole_diary(3652)
    card.render_state(calendar_state(extract, chart_state(extract, TODAY), TODAY), "")
    card.show_range(ago(3651), TODAY)
    shows_numbers = [card.grid.has_numbers]
    tall = card.grid.sizeHint().height()
    card.show_range(ago(60), TODAY)
    shows_numbers.append(card.grid.has_numbers)
    assert shows_numbers == [False, True]
    assert card.grid.sizeHint().height() < tall


@pytest.mark.parametrize("form", PictureForm)
def test_the_calendar_is_saved_in_every_form(card: CalendarCard, form: PictureForm) -> None:
    content = file_of(card.bar.picture(), form)
    assert content.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[form])
    if form is PictureForm.SVG:
        words = content.decode()
        assert "<image" not in words
        assert all(word in words for word in ("November", "bad day, couldn’t log", "9 November to 22 November 2026"))


def test_the_pictures_days_are_those_on_the_screen_without_what_the_keys_point_at(card: CalendarCard) -> None:
    card.render_state(six_states(), "pain")
    before = image_of(card.bar.picture())
    QTest.keyClick(card.grid, Qt.Key.Key_Left)
    assert card.grid.day is not None
    assert image_of(card.bar.picture()) == before
    assert card.bar.picture().title == "Pain, 9 November to 22 November 2026"
    card.bar.copy.click()
    assert QGuiApplication.clipboard().image().size() == card.bar.picture().size * 2


def test_on_paper_the_calendar_is_light(card: CalendarCard) -> None:
    assert image_of(card.bar.on_paper()).pixelColor(2, 2).name() == "#ffffff"


def test_the_calendars_table_is_saved_with_numbers_as_such(card: CalendarCard, tmp_path: Path) -> None:
    card.render_state(six_states(), "pain")
    heard = Heard()
    card.save_requested.connect(heard.one)
    card.bar.swap.click()
    card.bar.save_to(str(tmp_path / "days.csv"))
    (table,) = heard.all
    assert isinstance(table, Table)
    assert table.header == ("Day", "About the day", "Pain")
    assert table.rows[:3] == (
        ("2026-11-22", "filled in", 10.0),
        ("2026-11-21", "partly filled in", 0.0),
        ("2026-11-20", "bad day, couldn’t log", None),
    )


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_each_step_of_heat_looks_unlike_the_next_without_colours(choice: ThemeChoice) -> None:
    """A photocopy has none, and some eyes have few."""
    shown = []
    for step in range(6):
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        theme = Theme(choice)
        image.fill(theme.colour("surface"))
        painter = QPainter(image)
        paint_day(painter, theme, QRectF(0, 0, 40, 40), DayLook(DayState.RECORDED, heat=step))
        painter.end()
        shown.append([image.pixelColor(x, y).value() for x in range(40) for y in range(40)])
    for one, other in pairwise(shown):
        assert sum(abs(a - b) >= 20 for a, b in zip(one, other, strict=True)) > 30
