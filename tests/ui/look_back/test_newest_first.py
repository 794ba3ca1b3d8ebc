"""Look back shows a long diary's newest days first, then all of them, and nothing moves when they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from diary.app.looking_back import RECENT, Recent
from diary.app.values import Changes
from diary.domain.days import Period
from diary.domain.entries import Score
from diary.domain.measures import PAIN, SLEEP
from diary.ui.look_back.presenter import PICTURE_MS, LookBackPresenter
from diary.ui.look_back.seeking import Sought
from diary.ui.look_back.state import RECENT_DAYS, RangeChoice, entries_between
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import FakePast, today
from tests.ui.today.journals import PatientTasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pytestqt.qtbot import QtBot

    from diary.domain.extract import Extract
    from diary.ui.kit.icons import Icons

SOMETHING = Changes(frozenset({TODAY}), frozenset({"score"}))
BEGIN = TODAY - timedelta(days=RECENT_DAYS - 1)


def newest(whole: Extract) -> Recent:
    """What reading the newest days of a diary brings."""
    since = TODAY - RECENT
    values = [(measure, value.value) for day in whole.days for (measure, site), value in day.values.items() if not site]
    highest = {measure: max(value for one, value in values if one == measure) for measure, _ in values}
    noticed = (score for day in whole.days for one in day.entries if not one.basis.is_own for score in one.scores)
    highest |= {score.measure: score.value for score in noticed}
    days = tuple(day for day in whole.days if day.day >= since)
    return Recent(replace(whole, days=days, period=Period(since, TODAY)), highest)


class Visit:
    """A page whose diary answers when a test says so."""

    def __init__(self, whole: Extract, icons: Icons, qtbot: QtBot) -> None:
        self.past = FakePast(whole)
        self.past.newest = newest(whole)
        self.tasks = PatientTasks()
        self.presenter = LookBackPresenter(self.past, self.tasks, today)
        self.view = LookBackView(icons, self.presenter.state)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 900)
        self.presenter.state_changed.connect(self.view.render_state)
        self.presenter.load()
        self.tasks.go()
        self._qtbot = qtbot

    def read_the_rest(self) -> None:
        """Let the first picture stand, and then the diary answer."""
        assert self.presenter._then_whole.isActive()
        self._qtbot.waitUntil(lambda: not self.presenter._then_whole.isActive())
        self.tasks.go()

    @property
    def days_in_view(self) -> tuple[date, date]:
        return self.view._charts.chart.visible_range

    @property
    def header(self) -> str:
        return self.view._header.text()


@pytest.fixture
def visit(icons: Icons, qtbot: QtBot) -> Callable[[Extract], Visit]:
    def make(whole: Extract) -> Visit:
        return Visit(whole, icons, qtbot)

    return make


def test_the_newest_days_are_shown_first_and_nothing_in_view_changes_when_all_are_there(
    visit: Callable[[Extract], Visit],
) -> None:
    one = visit(whole_diary(900))
    first = one.presenter.state
    assert (first.is_loaded, first.is_whole) == (True, False)
    assert min(row.day for row in first.entries) >= TODAY - RECENT
    chart, card = one.view._charts, one.view._calendar
    seen = (one.header, one.days_in_view, chart.table(), chart.minimumSizeHint(), one.view._entries._count.text())
    drawn = [(panel.label, panel.lowest, panel.highest) for panel in first.chart.panels]
    places, patterns = one.view._places._span.text(), one.view._patterns._state
    shown = card.grid.shown_range
    states = [first.calendar.state_of(day.toordinal()) for day in Period(*shown)]
    one.read_the_rest()
    whole = one.presenter.state
    assert whole.is_whole
    assert whole.first_day == TODAY - timedelta(days=899)
    assert len(whole.entries) > 2 * len(first.entries)
    assert (
        one.header,
        one.days_in_view,
        chart.table(),
        chart.minimumSizeHint(),
        one.view._entries._count.text(),
    ) == seen
    assert [(panel.label, panel.lowest, panel.highest) for panel in whole.chart.panels] == drawn
    assert (one.view._places._span.text(), one.view._patterns._state) == (places, patterns)
    assert card.grid.shown_range == shown
    assert [whole.calendar.state_of(day.toordinal()) for day in Period(*shown)] == states
    assert list(entries_between(whole.entries, BEGIN, TODAY)) == list(entries_between(first.entries, BEGIN, TODAY))


def test_a_longer_range_asked_for_meanwhile_is_said_to_be_read_and_shown_as_soon_as_it_is_there(
    visit: Callable[[Extract], Visit],
) -> None:
    one = visit(whole_diary(900))
    before = one.days_in_view
    one.presenter.choose_range(RangeChoice.ALL)
    assert one.header == "Reading earlier days…"
    assert one.days_in_view == before, "nothing moves until there is something to show"
    assert one.view._ranges._group.checkedId() == RangeChoice.ALL
    one.read_the_rest()
    assert one.days_in_view == (TODAY - timedelta(days=899), TODAY)
    assert "entries on" in one.header
    assert one.view._entries.list.model().rowCount() == len(one.presenter.state.entries)


def test_a_shorter_range_and_a_search_need_not_wait(visit: Callable[[Extract], Visit]) -> None:
    one = visit(whole_diary(900))
    one.presenter.choose_range(RangeChoice.TWO_WEEKS)
    assert one.days_in_view == (TODAY - timedelta(days=13), TODAY)
    one.presenter.seek(Sought("pain"))
    found = one.view._entries._count.text()
    assert found
    one.read_the_rest()
    assert one.view._entries._count.text() == found
    assert one.days_in_view == (TODAY - timedelta(days=13), TODAY)


def test_days_chosen_in_the_chart_and_the_chosen_row_stay_when_the_rest_comes(
    visit: Callable[[Extract], Visit],
) -> None:
    one = visit(whole_diary(900))
    one.view._charts.show_range(TODAY - timedelta(days=20), TODAY)
    entries = one.view._entries.list
    entries.setCurrentIndex(entries.model().index(2, 0))
    chosen = entries.current_row
    one.read_the_rest()
    assert one.days_in_view == (TODAY - timedelta(days=20), TODAY)
    assert chosen is not None
    assert entries.current_row == chosen


def test_the_days_before_are_shown_beside_those_in_view_once_they_are_read(visit: Callable[[Extract], Visit]) -> None:
    one = visit(whole_diary(900))
    one.presenter.compare(True)
    assert one.header == "Reading earlier days…"
    assert one.view._compare.isHidden()
    assert not one.view._charts.choose.isEnabled()
    one.read_the_rest()
    assert not one.view._compare.isHidden()
    assert one.view._charts.choose.isEnabled()


def test_a_change_meanwhile_is_in_what_is_shown_at_last(visit: Callable[[Extract], Visit]) -> None:
    one = visit(whole_diary(900))
    one.past.content = made_extract(made_day(TODAY, entry(TODAY, pain=9)), made_day(BEGIN, entry(BEGIN, pain=1)))
    one.presenter.refresh(SOMETHING)
    assert not one.presenter._then_whole.isActive()
    one.tasks.go()
    assert one.presenter.state.is_whole
    assert [row.what for row in one.presenter.state.entries] == ["pain 9", "pain 1"]


def test_a_change_before_the_first_days_are_there_asks_for_them_again(qtbot: QtBot) -> None:
    past, tasks = FakePast(whole_diary(900)), PatientTasks()
    past.newest = newest(past.content)
    presenter = LookBackPresenter(past, tasks, today)
    presenter.load()
    presenter.refresh(SOMETHING)
    tasks.go()
    assert (presenter.state.is_loaded, presenter.state.is_whole) == (True, False)
    qtbot.waitUntil(lambda: not presenter._then_whole.isActive())
    tasks.go()
    assert presenter.state.is_whole


def test_when_the_rest_cannot_be_read_the_newest_days_stay_and_it_can_be_tried_again(
    visit: Callable[[Extract], Visit],
) -> None:
    one = visit(whole_diary(900))
    before = one.days_in_view
    one.presenter.choose_range(RangeChoice.ALL)
    one.past.fails = True
    one.read_the_rest()
    assert one.presenter.state.problem == "The diary could not be read"
    assert one.header.endswith("filled in later")
    assert one.days_in_view == before
    assert one.view._ranges._group.checkedButton() is None, "what is in view is not All"
    one.past.fails = False
    one.presenter.try_again()
    assert one.header == "Reading earlier days…"
    one.tasks.go()
    assert one.presenter.state.problem == ""
    assert one.days_in_view == (TODAY - timedelta(days=899), TODAY)


def test_nothing_is_asked_of_a_diary_whose_page_has_gone(qtbot: QtBot) -> None:
    past, tasks = FakePast(whole_diary(900)), PatientTasks()
    past.newest = newest(past.content)
    presenter = LookBackPresenter(past, tasks, today)
    presenter.load()
    tasks.go()
    presenter.deleteLater()
    del presenter
    qtbot.wait(2 * PICTURE_MS)
    assert tasks._waiting == []


@pytest.mark.parametrize("measure", [SLEEP, PAIN])
def test_a_diary_whose_panels_would_change_is_read_whole_at_once(
    measure: str, visit: Callable[[Extract], Visit]
) -> None:
    long_ago = TODAY - timedelta(days=500)
    old = made_day(long_ago, replace(entry(long_ago), scores=(Score(measure, 5, at(long_ago)),)))
    one = visit(made_extract(old, made_day(TODAY, entry(TODAY, mood=4))))
    assert one.presenter.state.is_whole
    assert len(one.presenter.state.chart.panels) == 2


def test_a_diary_with_nothing_in_its_newest_days_is_read_whole_at_once(visit: Callable[[Extract], Visit]) -> None:
    long_ago = TODAY - timedelta(days=500)
    one = visit(made_extract(made_day(long_ago, entry(long_ago, pain=5))))
    assert one.presenter.state.is_whole
    assert not one.presenter.state.is_empty


def test_an_axis_reaches_as_far_as_the_longest_night_of_the_whole_diary(visit: Callable[[Extract], Visit]) -> None:
    long_ago = TODAY - timedelta(days=500)
    old = made_day(long_ago, entry(long_ago, sleep_hours=14))
    one = visit(made_extract(old, made_day(TODAY, entry(TODAY, sleep_hours=7))))
    (panel,) = one.presenter.state.chart.panels
    assert (one.presenter.state.is_whole, panel.highest) == (False, 18)
