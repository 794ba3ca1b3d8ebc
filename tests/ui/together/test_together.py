"""Together says the answer first, shows every day it was made from, and lists everything that was looked at."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.app.links import LinkState
from diary.app.sharing import Choices, summary_of
from diary.app.together import Material
from diary.app.values import Changes
from diary.ui.kit.icons import Icons
from diary.ui.kit.plots_scatter import JITTER, Dot, ScatterState, jittered
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.state import TogetherState
from diary.ui.together.telling import NOTHING, pair_state
from diary.ui.together.view import TogetherView
from tests.app.pages import settled_page
from tests.guards import delete_what_waits_for_it
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary
from tests.ui.together.fakes import FakePairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.domain.extract import Extract
    from diary.ui.together.state import PairState


class Heard:
    """Remembers signals."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def one(self, value: object) -> None:
        self.all.append(value)


def presenter_of(extract: Extract) -> TogetherPresenter:
    return presenter_with(FakePairs(extract, is_hasty=True))


def presenter_with(pairs: FakePairs) -> TogetherPresenter:
    presenter = TogetherPresenter(pairs, ImmediateTasks(), ImmediateTasks(), pairs.now)
    presenter.load()
    return presenter


def pair_of(extract: Extract) -> PairState:
    pair = presenter_of(extract).state.pair
    assert pair is not None
    return pair


@pytest.fixture
def make_view(qtbot: QtBot, icons: Icons) -> Callable[[TogetherState], TogetherView]:
    def make(state: TogetherState) -> TogetherView:
        view = TogetherView(icons, state)
        qtbot.addWidget(view)
        view.resize(1100, 900)
        return view

    return make


def test_too_few_days_get_a_picture_but_no_line_and_no_averages() -> None:
    pair = pair_of(whole_diary(14, with_carer=False))
    assert pair.state is LinkState.NOT_ENOUGH
    assert pair.scatter.dots
    assert pair.scatter.band == ()
    assert pair.scatter.cut is None
    assert pair.averages is None


def test_answers_that_hardly_change_get_no_line() -> None:
    days = [TODAY - timedelta(days=n) for n in range(40)]
    pair = pair_of(made_extract(*(made_day(day, entry(day, pain=5, anxiety=n % 8)) for n, day in enumerate(days))))
    assert pair.state is LinkState.TOO_STEADY
    assert pair.scatter.band == ()


def test_an_answer_has_line_band_cut_and_two_averages() -> None:
    pair = pair_of(whole_diary(83))
    assert len(pair.scatter.band) == 3
    assert pair.scatter.cut is not None
    assert pair.averages is not None
    assert len(pair.averages.rows) == 2


def test_the_cut_of_mood_names_the_days_with_less_of_it_on_the_left() -> None:
    presenter = presenter_of(whole_diary(83, seed=3))
    presenter.choose_pair(1)
    pair = presenter.state.pair
    assert pair is not None
    assert pair.scatter.cut is not None
    assert pair.scatter.cut.left_words.startswith("mood")
    assert pair.scatter.cut.right_words == "other days"


def test_its_days_are_said_in_the_same_words_on_the_doctors_pages() -> None:
    whole = whole_diary(83)
    page = settled_page(Material(whole, TODAY))
    told = summary_of(whole, None, Choices(whole.period), TODAY, [page.shown]).second.together
    assert told
    assert f"in answers from {pair_state(page).span}." in told.note


def test_an_empty_diary_says_what_is_needed() -> None:
    pair = pair_of(made_extract())
    assert "21" in pair.headline
    assert pair.scatter.dots == ()
    assert pair.span == ""


def test_statistics_leave_out_what_cannot_be_given() -> None:
    few = dict(pair_of(whole_diary(14, with_carer=False)).statistics.rows)
    many = dict(pair_of(whole_diary(83)).statistics.rows)
    assert few["Correlation r"] == (NOTHING,) * 3
    assert NOTHING not in many["Correlation r"]
    assert few["Days used"][0] == "10"


def test_a_days_mark_stays_near_its_answers_and_never_moves() -> None:
    state = pair_of(whole_diary(83)).scatter
    for dot in state.dots:
        x, y = jittered(dot, state)
        assert abs(x - dot.x) <= JITTER
        assert abs(y - dot.y) <= JITTER
        assert (x, y) == jittered(dot, replace(state, dots=()))


def test_half_hours_of_sleep_keep_apart() -> None:
    presenter = presenter_of(whole_diary(83))
    presenter.choose_pair(2)
    pair = presenter.state.pair
    assert pair is not None
    for dot in pair.scatter.dots:
        assert abs(jittered(dot, pair.scatter)[0] - dot.x) <= JITTER / 2


def test_everything_that_was_looked_at_is_listed(make_view: Callable[[TogetherState], TogetherView]) -> None:
    presenter = presenter_of(whole_diary(83))
    pair = presenter.state.pair
    assert pair is not None
    assert [one.title for one in pair.looked_at.rows] == ["Anxiety and pain", "Mood and pain", "Sleep and pain"]
    assert make_view(presenter.state)._titles == presenter.state.titles


def test_choosing_a_pair_shows_it(make_view: Callable[[TogetherState], TogetherView]) -> None:
    presenter = presenter_of(whole_diary(83))
    view = make_view(presenter.state)
    presenter.state_changed.connect(view.render_state)
    view.pair_requested.connect(presenter.choose_pair)
    choices = view._choices
    assert choices is not None
    choices.findChildren(QAbstractButton)[2].click()
    assert presenter.state.chosen == 2
    assert view._scatter._x_name.text() == "Sleep"


def test_keys_read_out_days_in_order_and_enter_opens_one(make_view: Callable[[TogetherState], TogetherView]) -> None:
    presenter = presenter_of(whole_diary(83))
    pair = presenter.state.pair
    assert pair is not None
    view = make_view(presenter.state)
    heard = Heard()
    view.day_requested.connect(heard.one)
    chart = view._scatter.chart
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    dot = pair.scatter.dots[-2]
    assert chart.shown is not None
    assert chart.shown.first == dot.day
    assert chart.accessibleDescription().endswith(
        f"Anxiety: {dot.x_text}. Pain: {dot.y_text}" + (f". {dot.note}" if dot.note else "")
    )
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert heard.all == [date.fromordinal(dot.day)]


def test_pointing_at_a_mark_reads_it_out_and_a_click_opens_its_day(
    qtbot: QtBot, make_view: Callable[[TogetherState], TogetherView]
) -> None:
    presenter = presenter_of(made_extract(made_day(TODAY, entry(TODAY, pain=5, anxiety=5))))
    view = make_view(presenter.state)
    with qtbot.waitExposed(view):
        view.show()
    heard = Heard()
    view.day_requested.connect(heard.one)
    chart = view._scatter.chart
    spot = chart._view.mapFromScene(chart._box.mapViewToScene(QPointF(*chart.drawn()["marks"][0])))
    QTest.mouseMove(chart._view.viewport(), spot)
    qtbot.waitUntil(lambda: chart.shown is not None)
    assert chart.shown is not None
    assert chart.shown.first == TODAY.toordinal()
    assert heard.all == []
    QTest.mouseClick(chart._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard.all == [TODAY]
    QTest.mousePress(chart._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(chart._view.viewport(), Qt.MouseButton.LeftButton, pos=spot + QPoint(60, 0))
    assert heard.all == [TODAY], "let go beside the mark, it opens nothing"


def test_the_table_holds_exactly_the_days_of_the_picture(make_view: Callable[[TogetherState], TogetherView]) -> None:
    presenter = presenter_of(whole_diary(83))
    pair = presenter.state.pair
    assert pair is not None
    view = make_view(presenter.state)
    rows = [row[:3] for row in view._scatter.table()[1]]
    assert rows == [(date.fromordinal(d.day).isoformat(), d.x, d.y) for d in reversed(pair.scatter.dots)]
    assert len(view._scatter.chart.drawn()["marks"]) == len(rows)


def test_statistics_are_hidden_until_asked_for(make_view: Callable[[TogetherState], TogetherView]) -> None:
    view = make_view(presenter_of(whole_diary(83)).state)
    view.show()
    card = view._statistics
    assert not card.figures.isVisible()
    card.show_button.click()
    assert card.figures.isVisible()


def test_an_unreadable_diary_is_told_and_can_be_tried_again() -> None:
    pairs = FakePairs(whole_diary(30), is_hasty=True)
    pairs.fails = True
    presenter = presenter_with(pairs)
    assert presenter.state.problem
    assert not presenter.state.is_working
    pairs.fails = False
    presenter.load()
    assert presenter.state.problem == ""
    assert presenter.state.pair is not None


def test_a_change_elsewhere_is_looked_at_again() -> None:
    pairs = FakePairs(made_extract())
    presenter = presenter_with(pairs)
    pairs.content = whole_diary(30)
    presenter.refresh(Changes(frozenset({TODAY}), frozenset({"score"})))
    assert presenter.state.pair is not None
    assert presenter.state.pair.scatter.dots


def test_everything_that_takes_the_focus_has_a_name(make_view: Callable[[TogetherState], TogetherView]) -> None:
    view = make_view(presenter_of(whole_diary(83)).state)
    nameless = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


@pytest.mark.usefixtures("qtbot")
def test_a_closed_page_is_freed(icons: Icons) -> None:
    presenter = presenter_of(whole_diary(30))
    view = TogetherView(icons, presenter.state)
    gone = weakref.ref(view)
    view.deleteLater()
    del view
    delete_what_waits_for_it()
    gc.collect()
    assert gone() is None


def test_a_day_that_does_not_count_is_hollow_and_says_so() -> None:
    days = [TODAY - timedelta(days=n) for n in range(25)]
    extract = made_extract(
        *(made_day(d, entry(d, days_later=9 * (n == 3), pain=n % 9, anxiety=n % 7)) for n, d in enumerate(days))
    )
    page = settled_page(Material(extract, TODAY))
    dots: tuple[Dot, ...] = pair_state(page).scatter.dots
    assert [(dot.hollow, dot.note) for dot in dots if dot.note] == [
        (True, "left out: filled in more than three days later")
    ]


def test_many_days_of_one_and_none_of_the_other_say_what_is_needed() -> None:
    days = [TODAY - timedelta(days=n) for n in range(400)]
    pair = pair_of(made_extract(*(made_day(day, entry(day, anxiety=n % 8)) for n, day in enumerate(days))))
    assert pair.headline == "21 more days with both are needed (0 of 21)."
    assert pair.scatter.dots == ()
    assert {lane.state for lane in pair.lanes.lanes} == {LinkState.NOT_ENOUGH}
    assert "365 days have only one of both." in pair.statistics.notes, "as far back as is looked"


def test_the_statistics_name_the_days_that_were_left_out_and_why() -> None:
    days = []
    for n in range(40):
        day, late = TODAY - timedelta(days=n), 9 * (n % 3 == 1)
        of_day = (
            entry(day, days_later=late, pain=n % 9)
            if n % 10 == 5
            else entry(day, days_later=late, pain=n % 9, anxiety=n % 7)
        )
        days.append(made_day(day, of_day))
    notes = pair_of(made_extract(*days)).statistics.notes
    assert notes[0] == "12 days are left out: they were filled in more than three days later."
    assert notes[1].startswith("Left out, the newest: 21 November 2026, 18 November 2026")
    assert notes[1].endswith("The table of days marks them all.")
    assert notes[2] == "4 days have only one of both."
    assert pair_of(made_extract()).statistics.notes[0] == "No day with both was left out."


def test_a_scatter_is_a_value() -> None:
    first, second = pair_of(whole_diary(30)).scatter, pair_of(whole_diary(30)).scatter
    assert isinstance(first, ScatterState)
    assert first == second
