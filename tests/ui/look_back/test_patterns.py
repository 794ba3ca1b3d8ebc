"""Patterns are plain averages of the days in view, with their days behind them, and none where days are few."""

from __future__ import annotations

import csv
import dataclasses
import io
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.app import exporting
from diary.domain.extract import Extract
from diary.domain.people import Basis
from diary.ui.kit.icons import Icons
from diary.ui.kit.pictures import PictureForm, file_of
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.patterns import Block, patterns_state, shown_panel
from diary.ui.look_back.patterns_card import PatternsCard
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.state import LookBackState
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import FakePast, Heard, today

MONDAY = date(2026, 8, 31)


def state_of(extract: Extract, measure: str = "") -> LookBackState:
    presenter = LookBackPresenter(FakePast(extract), ImmediateTasks(), today)
    presenter.load()
    presenter.choose_pattern(measure)
    return presenter.state


def blocks_of(extract: Extract, measure: str = "pain", days: int = 400) -> tuple[Block, ...]:
    state = state_of(extract)
    panel = shown_panel(state.calendar.heats, measure)
    assert panel is not None
    last = TODAY.toordinal()
    return patterns_state(panel, state.moments.get(measure, ()), last - days + 1, last).blocks


def weeks(n: int) -> Extract:
    """So many whole weeks from a Monday, pain higher by a point each weekday."""
    days = (MONDAY + timedelta(days=day) for day in range(7 * n))
    return made_extract(*(made_day(day, entry(day, pain=day.weekday())) for day in days))


def with_moments(n: int) -> Extract:
    """Pain 8 right then in the morning and 2 in the evening, the day's pain 5."""
    made = []
    for number in range(n):
        day = TODAY - timedelta(days=number)
        at_moments = (
            dataclasses.replace(entry(day, pain_now=pain), id=f"{day}{hour}", moment=time(hour))
            for hour, pain in ((8, 8), (19, 2))
        )
        made.append(made_day(day, entry(day, pain=5), *at_moments))
    return made_extract(*made)


@pytest.fixture
def make_card(qtbot: QtBot, icons: Icons) -> PatternsCard:
    card = PatternsCard(icons)
    qtbot.addWidget(card)
    card.resize(1000, 500)
    return card


def test_each_weekday_has_its_average_and_its_days() -> None:
    weekdays = blocks_of(weeks(8))[0]
    assert [(label, mean, days) for _, label, mean, days in weekdays.cells][:2] == [("Monday", 0, 8), ("Tuesday", 1, 8)]
    assert weekdays.plot.rows[6].sentence == "Sunday: 6.0 · 8 days"
    assert weekdays.plot.rows[6].share == pytest.approx(0.6)


def test_under_eight_weeks_of_answers_weekdays_are_not_told_apart() -> None:
    weekdays = blocks_of(weeks(7))[0]
    assert weekdays.plot.rows == ()
    assert weekdays.note == "Too few days: 49 days in view have an answer, and 56 are needed."


def test_only_the_days_in_view_count() -> None:
    spread = blocks_of(whole_diary(90), days=7)[-1]
    assert sum(days for *_, days in spread.cells) <= 7


def test_a_weekday_nobody_writes_on_is_said_to_be_empty_not_zero() -> None:
    days = [MONDAY - timedelta(days=n) for n in range(120)]
    weekdays = blocks_of(made_extract(*(made_day(d, entry(d, pain=4)) for d in days if d.weekday() != 6)))[0]
    assert (weekdays.plot.rows[6].words, weekdays.plot.rows[6].share) == ("not filled in", None)
    assert weekdays.cells[6][2:] == (None, 0)


def test_times_of_day_come_from_moments_alone() -> None:
    times = blocks_of(with_moments(21))[1]
    said = [(row.label, row.words) for row in times.plot.rows]
    assert said == [
        ("Morning, 6 to 12", "8.0 · 21 days"),
        ("Afternoon, 12 to 18", "not filled in"),
        ("Evening, 18 to 22", "2.0 · 21 days"),
        ("Night, 22 to 6", "not filled in"),
    ]


def test_few_moments_make_no_times_of_day_and_none_are_not_mentioned() -> None:
    assert "21 are needed" in blocks_of(with_moments(20))[1].note
    assert [block.title for block in blocks_of(whole_diary(90))] == ["By weekday", "How often each answer came"]


def test_what_a_carer_noticed_is_in_no_pattern() -> None:
    own, seen = entry(TODAY, pain=2), entry(TODAY, recorder="alex", basis=Basis.OBSERVED, pain_as_seemed=9)
    state = state_of(made_extract(made_day(TODAY, own, seen), with_carer=True))
    assert [panel.measure.id for panel in state.calendar.heats if not panel.noticed] == ["pain"]
    only_seen = state_of(made_extract(made_day(TODAY, seen), with_carer=True))
    assert shown_panel(only_seen.calendar.heats, "pain_as_seemed") is None


def test_a_yes_or_no_has_no_average_only_days() -> None:
    days = [TODAY - timedelta(days=n) for n in range(60)]
    extract = made_extract(*(made_day(d, entry(d, headache_today=n % 2)) for n, d in enumerate(days)))
    (spread,) = blocks_of(extract, "headache_today")
    assert [(row.label, row.words) for row in spread.plot.rows] == [("no", "30 days"), ("yes", "30 days")]


def test_sleep_is_counted_by_the_hour() -> None:
    days = [TODAY - timedelta(days=n) for n in range(3)]
    extract = made_extract(*(made_day(d, entry(d, sleep_hours=6 + n / 2)) for n, d in enumerate(days)))
    spread = blocks_of(extract, "sleep_hours")[-1]
    assert [row.sentence for row in spread.plot.rows] == ["6 to 6.5 hours: 2 days", "7 to 7.5 hours: 1 day"]


def test_another_measure_is_asked_for_and_shown(make_card: PatternsCard) -> None:
    heard = Heard()
    make_card.measure_requested.connect(heard.one)
    make_card.render_state(state_of(whole_diary(90)), TODAY - timedelta(days=89), TODAY)
    make_card.choice.activated.emit(2)
    assert heard.all == ["mood"]
    make_card.render_state(state_of(whole_diary(90), "mood"), TODAY - timedelta(days=89), TODAY)
    assert make_card.choice.currentText() == "Mood"
    assert make_card.blocks[0].plot.accessibleName() == "By weekday: Mood"


def test_keys_and_mouse_read_a_row_out(qtbot: QtBot, make_card: PatternsCard) -> None:
    make_card.render_state(state_of(weeks(8)), MONDAY, TODAY)
    with qtbot.waitExposed(make_card):
        make_card.show()
    plot = make_card.blocks[0].plot
    assert plot.accessibleDescription().startswith("Monday: 0.0 · 8 days. Tuesday")
    QTest.keyClick(plot, Qt.Key.Key_Down)
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.accessibleDescription() == "Tuesday: 1.0 · 8 days"
    QTest.keyClick(plot, Qt.Key.Key_End)
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert make_card._said.text() == "Sunday: 6.0 · 8 days"
    QTest.mouseMove(plot, QPoint(30, 12))
    assert make_card._said.text() == "Monday: 0.0 · 8 days"


def test_the_table_has_every_row_and_the_saved_one_equals_it(make_card: PatternsCard, tmp_path: Path) -> None:
    make_card.render_state(state_of(weeks(8)), MONDAY, TODAY)
    make_card.bar.swap.click()
    out = tmp_path / "days.csv"
    exporting.save_table(out, *make_card.table())
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["Pattern", "Which", "Average", "Days"]
    assert rows[1] == ["By weekday", "Monday", "0", "8"]
    assert rows[8] == ["How often each answer came", "0", "", "8"]
    model = make_card.rows.model()
    assert model.rowCount() == len(rows) - 1 == 18
    assert model.index(0, 2).data() == "0.0"


def test_the_picture_is_vectors_in_light_colours_on_paper(make_card: PatternsCard) -> None:
    make_card.render_state(state_of(weeks(8)), MONDAY, TODAY)
    drawing = file_of(make_card.bar.on_paper(), PictureForm.SVG).decode()
    assert "Monday" in drawing
    assert "<image" not in drawing
    assert make_card.bar.picture().title == "Pain · 31 August to 22 November 2026"


def test_a_diary_with_only_a_carers_view_shows_no_patterns(make_card: PatternsCard) -> None:
    seen = entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=1)
    make_card.render_state(state_of(made_extract(made_day(TODAY, seen), with_carer=True)), TODAY, TODAY)
    assert make_card.isHidden()


def test_the_words_about_averages_stand_only_under_averages(make_card: PatternsCard) -> None:
    make_card.render_state(state_of(weeks(1)), MONDAY, TODAY)
    assert make_card._said.text() == ""
    make_card.render_state(state_of(weeks(8)), MONDAY, TODAY)
    assert "Plain averages" in make_card._said.text()
