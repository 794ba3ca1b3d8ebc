"""The table behind each picture holds exactly what was written and what is drawn, for any diary and any range."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pytestqt.qtbot import QtBot

from diary.domain.day_values import Day, DayState, MadeFrom
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.ui.kit.plots_table import ChartTable
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import Theme
from diary.ui.look_back.calendar_grid import CalendarGrid
from diary.ui.look_back.calendar_state import calendar_state, look_of, shade_of, state_words
from diary.ui.look_back.calendar_table import CalendarTable
from diary.ui.look_back.charts import chart_state
from diary.ui.look_back.places_state import drawn_values, places_state, site_name
from diary.ui.look_back.places_table import PlacesTable
from tests.ui.diaries import TODAY
from tests.ui.look_back.random_diaries import diaries, ranges

if TYPE_CHECKING:
    from diary.domain.extract import Extract
    from diary.domain.places import BodySite

LAW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=25,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CORE = (PAIN, ANXIETY, MOOD, SLEEP)
Cell = str | float | None


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimeChart:
    made = TimeChart(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> CalendarGrid:
    made = CalendarGrid(theme)
    qtbot.addWidget(made)
    return made


def by_day(extract: Extract) -> dict[date, Day]:
    return {day.day: day for day in extract.days}


def value_of(day: Day | None, measure: str) -> float | None:
    value = day.value(measure) if day else None
    return None if value is None else value.value


@LAW
@given(extract=diaries(), shown=ranges())
def test_the_time_charts_table_is_what_was_written_and_what_is_drawn(
    chart: TimeChart, extract: Extract, shown: tuple[date, date]
) -> None:
    state = chart_state(extract, TODAY)
    chart.render_state(state)
    chart.show_range(*shown)
    first, last = chart.visible_range
    table = ChartTable()
    table.render_state(state, first, last)
    days = [day for day in extract.days if first <= day.day <= last]
    assert [row[0] for row in table.rows] == [day.day.isoformat() for day in reversed(days)]
    columns: dict[str, tuple[Cell, ...]] = {
        panel.measure.id: column
        for panel, column in zip(state.panels, list(zip(*table.rows, strict=True))[1:-1], strict=False)
    }
    for measure in CORE:
        wanted = tuple(value_of(day, measure) for day in reversed(days))
        assert columns.get(measure, (None,) * len(days)) == wanted
    for plot, panel in zip(chart._panels, state.panels, strict=True):
        marks = plot.drawn()
        loaded = sorted((x, y) for kind in ("solid", "hollow") for x, y in zip(*marks[kind], strict=True))
        in_view = [(x, y) for x, y in loaded if first.toordinal() <= x <= last.toordinal()]
        listed = [(float(day.day.toordinal()), panel.series.at(day.day.toordinal())) for day in days]
        assert in_view == [(x, y) for x, y in listed if y is not None]


@LAW
@given(extract=diaries(), shown=ranges())
def test_the_calendars_table_is_what_was_written_and_what_is_drawn(
    grid: CalendarGrid, extract: Extract, shown: tuple[date, date]
) -> None:
    calendar = calendar_state(extract, chart_state(extract, TODAY), TODAY)
    known = by_day(extract)
    for heat in (None, *calendar.heats):
        grid.render_state(calendar, heat)
        grid.show_range(*shown)
        table = CalendarTable()
        table.render_state(calendar, heat, *shown)
        begin = max(shown[0], date.fromordinal(calendar.first))
        wanted = tuple(Period(begin, shown[1]))[::-1] if begin <= shown[1] else ()
        assert [row[0] for row in table.rows] == [day.isoformat() for day in wanted]
        for day, row in zip(wanted, table.rows, strict=True):
            assert row[1] == state_words(_state(day, known, extract))
            if heat is not None:
                assert (row[2] is None) is (look_of(calendar, heat, day.toordinal()).heat is None)
                assert (shade_of(heat, day.toordinal()) is None) is (row[2] is None)
                if not heat.noticed:
                    assert row[2] == value_of(known.get(day), heat.measure.id)


def _state(day: date, known: dict[date, Day], extract: Extract) -> DayState:
    if day in known and known[day].state is not DayState.UNKNOWN:
        return known[day].state
    return DayState.PAUSED if any(pause.covers(day) for pause in extract.pauses) else DayState.UNKNOWN


@LAW
@given(extract=diaries(), shown=ranges())
def test_the_places_table_is_what_was_written_and_what_is_drawn(extract: Extract, shown: tuple[date, date]) -> None:
    first = min((day.day for day in extract.days), default=TODAY)
    rows = places_state(extract.days, first.toordinal()).rows(*shown)
    table = PlacesTable()
    table.render_rows(rows)
    period = Period(*shown)
    sites = {site for day in extract.days for measure, site in day.values if measure == PAIN and site is not None}
    listed = {row[0]: row[1:] for row in table.rows}
    assert len(listed) == len(rows)
    for site in sites:
        now, before = _figures(extract, site, period), _figures(extract, site, period.before)
        has_before = period.before.last >= first
        if now[:2] == (0, 0) and not (has_before and before[0]):
            assert site_name(site) not in listed
            continue
        row = listed[site_name(site)]
        assert row[:3] == now
        assert row[3:6] == (before if has_before else (None, None, None))
    assert set(drawn_values(rows)) == {row.site for row in rows if row.now.all_days}


def _figures(extract: Extract, site: BodySite, period: Period) -> tuple[int, int, float | None]:
    """Days scored, days at 0 by "nowhere else", and the average of both, the plain way."""
    found = [value for day in extract.days if day.day in period and (value := day.value(PAIN, site))]
    scored = [value for value in found if value.made_from is not MadeFrom.NOWHERE_ELSE]
    if not found:
        return 0, 0, None
    average = Decimal(str(sum(value.value for value in found) / len(found)))
    return len(scored), len(found) - len(scored), float(average.quantize(Decimal("0.1"), ROUND_HALF_UP))
