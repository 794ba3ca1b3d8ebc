"""Look back stands whatever a diary holds: nothing, one day, a year’s gap, other scales, 200 events on a day."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.entries import Entry, Event, Note, RoughDate, Score, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Measure
from diary.domain.people import PERSON, Basis
from diary.ui.kit.icons import Icons
from diary.ui.kit.pictures import PictureForm, file_of
from diary.ui.kit.plots_table import ChartTable
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.seeking import Sought, found
from diary.ui.look_back.state import RangeChoice
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import presenter_of

HOSTILE = ('"', "100 % {n} {event}", "\u202eabc\u202c 😀🏳️‍🌈", "<b>&amp;</b>", "a\nb\tc", "x" * 900, "")


def one_day() -> Extract:
    return made_extract(made_day(TODAY, entry(TODAY, pain=0)))


def a_year_long_gap() -> Extract:
    days = [TODAY - timedelta(days=n) for n in (*range(460, 400, -1), *range(20, -1, -1))]
    return made_extract(*(made_day(day, entry(day, pain=5, mood=5)) for day in days))


def other_scale() -> Extract:
    """Pain asked from 0 to 100 before, and from 0 to 10 since a week."""
    now = Measure("own-1", "Pain {x} %", "?", "None", "Most", own=True, version=2)
    former = dataclasses.replace(now, version=1, highest=100).as_former(now)
    days = [TODAY - timedelta(days=n) for n in range(30)]
    made = (
        made_day(day, _scored(day, own_id, value))
        for n, day in enumerate(days)
        for own_id, value in [("own-1", n % 11) if n < 7 else (former.id, (n * 13) % 101)]
    )
    content = made_extract(*made)
    return dataclasses.replace(content, measures={**content.measures, now.id: now, former.id: former})


def _scored(day: date, measure: str, value: float) -> Entry:
    written = entry(day)
    return dataclasses.replace(written, scores=(Score(measure, value, written.written_at),))


def busy_day() -> Extract:
    """Two hundred events, entries and treatments on one day, their names as bad as they can be."""
    names = [f"{HOSTILE[n % len(HOSTILE)]}{n}" for n in range(200)]
    entries = [dataclasses.replace(entry(TODAY, source=str(n), pain=n % 11), id=f"e{n}") for n in range(200)]
    content = made_extract(
        made_day(TODAY, *entries), events=tuple(Event(str(n), name, RoughDate(TODAY)) for n, name in enumerate(names))
    )
    treatments = {name: Treatment(name, name, "other", first=RoughDate(TODAY)) for name in names}
    notes = tuple(Note(str(n), TODAY, PERSON, Basis.SELF, name, at(TODAY)) for n, name in enumerate(names))
    return dataclasses.replace(content, treatments=treatments, notes=notes)


def nothing_but_treatments() -> Extract:
    """Something is known of the person, and nothing was ever answered."""
    return dataclasses.replace(
        made_extract(), treatments={"a": Treatment("a", "CBT", "talking", first=RoughDate(TODAY))}
    )


KINDS: tuple[Callable[[], Extract], ...] = (
    made_extract,
    one_day,
    a_year_long_gap,
    other_scale,
    busy_day,
    nothing_but_treatments,
    lambda: whole_diary(2),
)


def page_of(qtbot: QtBot, icons: Icons, extract: Extract) -> tuple[LookBackView, LookBackPresenter]:
    presenter, _ = presenter_of(extract)
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    presenter.state_changed.connect(view.render_state)
    with qtbot.waitExposed(view):
        view.show()
    return view, presenter


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_the_page_stands_at_every_range(qtbot: QtBot, icons: Icons, kind: Callable[[], Extract]) -> None:
    view, presenter = page_of(qtbot, icons, kind())
    presenter.compare(is_on=True)
    for choice in RangeChoice:
        presenter.choose_range(choice)
        view.grab()
    for heat in presenter.state.calendar.heats:
        presenter.choose_heat(heat.measure.id)
        presenter.choose_pattern(heat.measure.id)
        view.grab()
    chart = view._charts.chart
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        QTest.keyClick(chart, key)
        view.grab()


@pytest.mark.parametrize("kind", [one_day, a_year_long_gap, other_scale, busy_day])
def test_every_picture_can_be_drawn_and_put_on_paper(qtbot: QtBot, icons: Icons, kind: Callable[[], Extract]) -> None:
    view, _ = page_of(qtbot, icons, kind())
    for card in (view._charts, view._patterns):
        for drawing in (card.bar.picture(), card.bar.on_paper()):
            assert file_of(drawing, PictureForm.SVG)
        header, rows = card.table()
        assert all(len(row) == len(header) for row in rows)


def test_one_day_has_one_mark_and_no_average(qtbot: QtBot, icons: Icons) -> None:
    view, presenter = page_of(qtbot, icons, one_day())
    drawn = view._charts.chart._panels[0].drawn()
    assert (list(drawn["solid"][1]), len(drawn["line"][0])) == ([0], 0)
    assert len(presenter.state.panel_choices) == 1


def test_the_line_is_open_over_a_year_and_nothing_is_averaged_across_it(qtbot: QtBot, icons: Icons) -> None:
    view, presenter = page_of(qtbot, icons, a_year_long_gap())
    presenter.choose_range(RangeChoice.ALL)
    xs, ys = view._charts.chart._panels[0].drawn()["line"]
    gap = range(TODAY.toordinal() - 390, TODAY.toordinal() - 30)
    assert all(math.isnan(y) for x, y in zip(xs, ys, strict=True) if int(x) in gap)


def test_answers_of_an_older_scale_are_in_no_average_with_those_of_the_new_one() -> None:
    presenter, _ = presenter_of(other_scale())
    now, before = presenter.state.chart.panels
    assert (now.highest, before.highest) == (10, 100)
    assert max(now.series.values) <= 10
    assert set(now.series.days).isdisjoint(before.series.days)


def test_two_hundred_events_are_in_the_table_and_the_box_stays_small(qtbot: QtBot, icons: Icons) -> None:
    view, presenter = page_of(qtbot, icons, busy_day())
    chart = view._charts.chart
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart._box is not None
    box: QRectF = chart._box.boundingRect()
    assert box.height() < 300
    assert box.width() < 600
    table = ChartTable()
    table.render_state(presenter.state.chart, *chart.visible_range)
    said = str(table.index(0, table.columnCount() - 1).data())
    assert all(event.label in said for event in presenter.state.chart.events)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_search_for_anything_finds_it_and_nothing_is_read_as_a_pattern(words: str) -> None:
    note = Note("n", TODAY, PERSON, Basis.SELF, f"before {words} after", at(TODAY))
    other = TODAY - timedelta(days=1)
    content = made_extract(made_day(TODAY, entry(TODAY, pain=1)), made_day(other, entry(other, pain=2)))
    presenter, _ = presenter_of(dataclasses.replace(content, notes=(note,)))
    presenter.seek(Sought(f"before {words}"))
    assert [row.day for row in found(presenter.state.entries, presenter.state.sought)] == [TODAY]
