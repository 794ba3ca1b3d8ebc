"""Treatments and events without an exact day are bands above the panels, no more exact than they are known."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.entries import Event, Precision, RoughDate, Treatment
from diary.ui.kit.plots_spans import MOST_ROWS, packed
from diary.ui.kit.plots_state import ChartState, SpanBand
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import Theme
from diary.ui.look_back.charts import chart_state
from tests.ui.diaries import TODAY, whole_diary

FIRST = TODAY - timedelta(days=59)
OCTOBER = RoughDate(date(2026, 10, 1), Precision.MONTH)
NOVEMBER = RoughDate(date(2026, 11, 1), Precision.MONTH)


def exactly(days_ago: int) -> RoughDate:
    return RoughDate(TODAY - timedelta(days=days_ago))


def state_with(treatments: Iterable[Treatment] = (), events: tuple[Event, ...] = ()) -> ChartState:
    content = whole_diary(60)
    made = {one.id: one for one in treatments}
    return chart_state(dataclasses.replace(content, treatments=made, events=events), TODAY)


def treatment(first: RoughDate | None, last: RoughDate | None = None, name: str = "CBT") -> Treatment:
    return Treatment(name, name, "talking", first=first, last=last)


def test_a_treatment_runs_from_its_first_to_its_last_day() -> None:
    (span,) = state_with([treatment(exactly(40), exactly(10))]).spans
    assert (span.first, span.last) == (TODAY.toordinal() - 40, TODAY.toordinal() - 10)
    assert span.unsure == ()
    assert span.words == "CBT: 13 October 2026 to 12 November 2026"


def test_one_that_goes_on_ends_today_and_one_with_an_unknown_beginning_begins_with_the_diary() -> None:
    going_on, ended = state_with([treatment(exactly(9), name="a"), treatment(None, exactly(30), "b")]).spans[::-1]
    assert (going_on.last, going_on.ends_on, going_on.words) == (TODAY.toordinal(), None, "a: since 13 November 2026")
    assert (ended.first, ended.begins_on, ended.words) == (FIRST.toordinal(), None, "b: until 23 October 2026")


def test_what_is_known_only_to_the_month_is_sure_from_its_end_on() -> None:
    (span,) = state_with([treatment(OCTOBER)]).spans
    assert (span.first, span.sure_first) == (date(2026, 10, 1).toordinal(), date(2026, 10, 31).toordinal())
    assert span.unsure == ((date(2026, 10, 1).toordinal(), date(2026, 10, 30).toordinal()),)
    assert span.begins_on is None


def test_one_that_began_some_time_this_month_is_not_sure_on_any_day() -> None:
    (span,) = state_with([treatment(NOVEMBER)]).spans
    assert span.unsure == ((date(2026, 11, 1).toordinal(), TODAY.toordinal()),)


def test_an_event_without_a_day_is_a_band_and_one_with_a_day_a_line() -> None:
    state = state_with(events=(Event("1", "Moved", NOVEMBER), Event("2", "New job", exactly(5))))
    assert [(span.label, span.words) for span in state.spans] == [("Moved", "Moved: November 2026")]
    assert state.spans[0].unsure == ((date(2026, 11, 1).toordinal(), date(2026, 11, 30).toordinal()),)
    assert [event.label for event in state.events] == ["New job"]


def test_a_treatment_without_any_date_or_outside_the_diary_is_no_band() -> None:
    over = treatment(exactly(400), exactly(300), "b")
    assert state_with([treatment(None, None, "a"), over]).spans == ()


def test_bands_never_lie_on_each_other_and_there_are_four_rows_at_most() -> None:
    bands = [SpanBand(n, n + 20, str(n), n, n + 20, "") for n in range(0, 60, 2)]
    rows, left_over = packed(bands)
    assert len(rows) == MOST_ROWS
    assert sorted(int(one.label) for one in (*left_over, *itertools.chain(*rows))) == [*range(0, 60, 2)]
    for row in rows:
        assert all(before.last < after.first for before, after in itertools.pairwise(row))
    assert packed(()) == ((), ())


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


def test_the_read_out_says_when_one_started_and_ended(chart: TimeChart) -> None:
    chart.render_state(state_with([treatment(exactly(20), exactly(19))]))
    chart.show_range(TODAY - timedelta(days=20), TODAY)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert "started: CBT" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "ended: CBT" in chart.accessibleDescription()


def test_a_screen_reader_hears_every_band_in_view_even_where_no_row_is_left(chart: TimeChart) -> None:
    many = [treatment(exactly(10 + n), name=f"number {n}") for n in range(MOST_ROWS + 3)]
    chart.render_state(state_with(many))
    chart.show_range(TODAY - timedelta(days=30), TODAY)
    assert all(f"{one.name}: since" in chart.accessibleDescription() for one in many)
    chart.show_range(TODAY - timedelta(days=59), TODAY - timedelta(days=40))
    assert "number" not in chart.accessibleDescription()


def test_what_finds_no_row_is_counted_in_the_picture(chart: TimeChart) -> None:
    few, many = ([treatment(exactly(10), name=f"number {n}") for n in range(MOST_ROWS + more)] for more in (0, 3))
    heights = []
    for made in (few, many):
        chart.render_state(state_with(made))
        assert chart._lane is not None
        heights.append(chart._lane.height_px)
    assert heights[1] > heights[0]
