"""Days in view stand beside as many days before them, as plain averages with the days behind each."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.extract import Extract
from diary.domain.people import Basis
from diary.domain.plain_averages import Average
from diary.ui.kit.icons import Icons
from diary.ui.kit.picture_saving import Table
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.theme import TextSize, Theme
from diary.ui.look_back.chart_card import ChartCard
from diary.ui.look_back.compare_card import CompareCard
from diary.ui.look_back.comparing import ComparisonState, compared_words, comparison_state, periods_words
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.state import LookBackState
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import FakePast, Heard, presenter_of, today


def two_weeks() -> Extract:
    """Pain 2 for a week, then 6 for a week; anxiety only in the second."""
    days = [TODAY - timedelta(days=n) for n in range(14)]
    return made_extract(
        *(made_day(d, entry(d, pain=6, anxiety=4) if n < 7 else entry(d, pain=2)) for n, d in enumerate(days))
    )


def state_of(extract: Extract) -> LookBackState:
    presenter = LookBackPresenter(FakePast(extract), ImmediateTasks(), today)
    presenter.load()
    return presenter.state


def last_week(extract: Extract) -> ComparisonState:
    return comparison_state(state_of(extract), TODAY - timedelta(days=6), TODAY)


def test_each_measure_has_its_average_and_days_in_both_periods() -> None:
    shown = last_week(two_weeks())
    assert [(row.label, row.now, row.before) for row in shown.rows] == [
        ("Pain", Average(7, 6), Average(7, 2)),
        ("Anxiety", Average(7, 4), Average(0, None)),
    ]
    assert periods_words(shown) == "Now: 16 November to 22 November 2026. Before: 9 November to 15 November 2026."


def test_an_average_says_of_how_many_days_and_few_days_have_none() -> None:
    shown = last_week(two_weeks())
    words = [compared_words(one, shown.now) for one in (Average(7, 5.25), Average(2, None), Average(0, None))]
    assert words == ["5.3 · 7 of 7 days", "too few: 2 of 7 days", "not filled in"]


def test_days_before_the_diary_are_not_counted_and_that_is_said() -> None:
    shown = comparison_state(state_of(two_weeks()), TODAY - timedelta(days=9), TODAY)
    assert shown.before is not None
    assert len(shown.before) == 4
    assert shown.note == "The first entry is for 9 November 2026, so the days before are fewer."


def test_a_diary_without_days_before_says_so() -> None:
    shown = comparison_state(state_of(two_weeks()), TODAY - timedelta(days=13), TODAY)
    assert (shown.before, shown.rows, shown.note) == (None, (), "The diary has no days before these.")


def test_a_view_that_begins_before_the_diary_is_compared_with_nothing() -> None:
    shown = comparison_state(state_of(whole_diary(3)), TODAY - timedelta(days=13), TODAY)
    assert shown.before is None
    assert len(shown.now) <= 3


def test_what_a_carer_noticed_is_not_compared() -> None:
    days = [TODAY - timedelta(days=n) for n in range(14)]
    seen = (entry(d, recorder="alex", basis=Basis.OBSERVED, pain_as_seemed=9) for d in days)
    assert last_week(made_extract(*(made_day(one.day, one) for one in seen), with_carer=True)).rows == ()


def test_nothing_is_called_a_trend_or_judged(qtbot: QtBot, icons: Icons) -> None:
    card = CompareCard(icons)
    qtbot.addWidget(card)
    card.render_state(state_of(two_weeks()), TODAY - timedelta(days=6), TODAY)
    said = " ".join(str(label.property("text")) for label in card.findChildren(type(card._honest)))
    assert "can differ by chance" in said
    assert not re.search(r"trend|better|worse|higher|lower|change", said)


@pytest.fixture
def charts(qtbot: QtBot, icons: Icons) -> ChartCard:
    card = ChartCard(icons)
    qtbot.addWidget(card)
    card.resize(1000, 700)
    return card


def test_the_line_of_the_days_before_lies_behind_those_in_view(charts: ChartCard) -> None:
    state = state_of(whole_diary(200))
    charts.render_state(state.chart, compares=True)
    charts.show_range(TODAY - timedelta(days=91), TODAY)
    assert all(panel.ghost_points > 20 for panel in charts.chart._panels if not panel._panel.noticed)
    assert "average of the days before" in charts._legend.accessibleName()
    charts.render_state(state.chart, compares=False)
    assert all(panel.ghost_points == 0 for panel in charts.chart._panels)
    charts.show_range(TODAY - timedelta(days=90), TODAY)
    assert "days before" not in charts._legend.accessibleName()


def test_the_line_of_the_days_before_never_has_more_than_700_points(charts: ChartCard) -> None:
    charts.render_state(state_of(whole_diary(3652)).chart, compares=True)
    for days in (14, 92, 400, 401, 1100, 1800):
        charts.show_range(TODAY - timedelta(days=days - 1), TODAY)
        assert all(0 < panel.ghost_points <= 700 for panel in charts.chart._panels if not panel._panel.noticed)


def test_the_read_out_says_what_lay_as_many_days_before(charts: ChartCard) -> None:
    charts.render_state(state_of(two_weeks()).chart, compares=True)
    charts.show_range(TODAY - timedelta(days=6), TODAY)
    chart: TimeChart = charts.chart
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().endswith("Pain: 6. Anxiety: 4. before, 15 November: Pain 2")


def test_the_box_is_ticked_and_the_card_opens(qtbot: QtBot, icons: Icons) -> None:
    presenter, _ = presenter_of(whole_diary(200))
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    view.compare_requested.connect(presenter.compare)
    presenter.state_changed.connect(view.render_state)
    assert view._compare.isHidden()
    view._charts.compare.click()
    assert presenter.state.compares
    assert not view._compare.isHidden()
    assert view._compare.model.rowCount() == 4
    view._charts.compare.click()
    assert view._compare.isHidden()


def test_the_saved_table_has_exactly_the_averages(qtbot: QtBot, icons: Icons, tmp_path: Path) -> None:
    card = CompareCard(icons)
    qtbot.addWidget(card)
    card.render_state(state_of(two_weeks()), TODAY - timedelta(days=6), TODAY)
    heard = Heard()
    card.save_requested.connect(heard.one)
    card.save_to(str(tmp_path / "days.csv"))
    (table,) = heard.all
    assert isinstance(table, Table)
    assert table.rows == (("Pain", 6, 7, 2, 7), ("Anxiety", 4, 7, None, 0))


def test_a_year_without_entries_is_compared_without_numbers() -> None:
    early = date(2025, 1, 1)
    days = [early + timedelta(days=n) for n in range(20)]
    shown = last_week(made_extract(*(made_day(d, entry(d, pain=5)) for d in (*days, TODAY))))
    assert [(row.now, row.before) for row in shown.rows] == [(Average(1, None), Average(0, None))]


def test_every_row_is_shown_whole_with_large_text(qtbot: QtBot, icons: Icons, theme: Theme) -> None:
    card = CompareCard(icons)
    qtbot.addWidget(card)
    card.rows.setFont(theme.font(2 * TextSize.BODY))
    card.resize(500, 900)
    card.show()
    card.render_state(state_of(whole_diary(700)), TODAY - timedelta(days=300), TODAY)
    card.grab()
    rows = range(card.model.rowCount())
    assert len(rows) == 4
    for row in rows:
        assert card.rows.rowHeight(row) >= card.rows.sizeHintForRow(row)
    assert card.rows.viewport().height() >= sum(card.rows.rowHeight(row) for row in rows)
