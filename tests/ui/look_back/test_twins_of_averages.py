"""The tables of the patterns and of the comparison hold exactly the plain averages of what was written and is drawn."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import product
from math import floor
from typing import TYPE_CHECKING

import pytest

from diary.domain.days import Period
from diary.domain.entries import Score
from diary.domain.measures import SLEEP
from diary.domain.people import PERSON, Basis
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.compare_card import CompareTable
from diary.ui.look_back.comparing import comparison_state
from diary.ui.look_back.patterns import moments_of, patterns_state
from diary.ui.look_back.patterns_table import PatternsTable
from diary.ui.look_back.presenter import LookBackPresenter
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract
from tests.ui.look_back.test_look_back import FakePast, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.domain.day_values import Day
    from diary.domain.entries import Entry
    from diary.domain.extract import Extract
    from diary.ui.look_back.patterns import Block
    from diary.ui.look_back.state import LookBackState

SEEDS, RANGES = range(8), 8
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("Morning, 6 to 12", "Afternoon, 12 to 18", "Evening, 18 to 22", "Night, 22 to 6")
AT_MOMENTS = {"pain": "pain_now", "anxiety": "anxiety_now", "mood": "mood_now"}
Row = tuple[str, float | None, int]


def random_diary(chance: random.Random) -> Extract:
    """Some weeks or months of own, told, imported and noticed answers and moments, with holes of any length."""
    length, filled = chance.choice((20, 120, 240)), chance.choice((0.5, 0.8, 1.0))
    days, left_out = [], 0
    for ago in reversed(range(length)):
        left_out = left_out - 1 if left_out else chance.choice((0,) * 40 + (9,))
        if left_out or chance.random() > filled:
            continue
        day = TODAY - timedelta(days=ago)
        days.append(made_day(day, *_entries(chance, day)))
    return made_extract(*days, with_carer=True)


def _entries(chance: random.Random, day: date) -> Iterable[Entry]:
    asked = ("pain", "anxiety", "mood", "tiredness")
    for source in chance.choice((("",), ("",), ("row-1", "row-2", "row-3"))):
        scores = {measure: float(chance.randrange(11)) for measure in asked if chance.random() < 0.8}
        if chance.random() < 0.8:
            scores[SLEEP] = chance.randrange(20) / 2
        if chance.random() < 0.6:
            scores["headache_today"] = float(chance.randrange(2))
        recorder, basis = ("alex", Basis.TOLD) if chance.random() < 0.2 else (PERSON, Basis.SELF)
        later = chance.randrange(5)
        yield entry(day, recorder=recorder, basis=basis, source=source, days_later=later, **scores)
    if chance.random() < 0.3:
        yield entry(day, recorder="alex", basis=Basis.OBSERVED, pain_as_seemed=float(chance.randrange(11)))
    for number in range(chance.choice((0, 0, 1, 3))):
        right_then = {now: float(chance.randrange(11)) for now in AT_MOMENTS.values() if chance.random() < 0.7}
        moment = time(chance.randrange(24), chance.randrange(60))
        given = tuple(Score(measure, value, at(day)) for measure, value in right_then.items())
        yield replace(entry(day), id=f"{day}|{number}", moment=moment, scores=given)


def random_ranges(chance: random.Random, extract: Extract) -> Iterable[tuple[date, date]]:
    """Some that begin before the diary, some inside it, some on days with entries."""
    for _ in range(RANGES):
        one = chance.choice(extract.days).day
        other = one + timedelta(days=chance.randrange(-260, 260))
        yield min(one, other), min(max(one, other), TODAY)


def state_of(extract: Extract) -> LookBackState:
    presenter = LookBackPresenter(FakePast(extract), ImmediateTasks(), today)
    presenter.load()
    return presenter.state


def answered(extract: Extract, measure: str, period: Period) -> list[tuple[Day, float]]:
    """The days of a period with an own answer, by the diary's own rule for the value of a day."""
    found = ((day, day.value(measure)) for day in extract.days if day.day in period)
    return [(day, value.value) for day, value in found if value is not None]


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if len(values) >= 3 else None


def weekdays(days: list[tuple[Day, float]]) -> list[Row]:
    if len(days) < 56:
        return []
    rows = [[value for day, value in days if day.day.weekday() == number] for number in range(7)]
    return [(name, mean(row), len(row)) for name, row in zip(WEEKDAYS, rows, strict=True)]


def times_of_day(extract: Extract, measure: str, period: Period) -> list[Row]:
    """The means of the days' means of each part of the day."""
    by_part: dict[str, dict[date, list[float]]] = {part: defaultdict(list) for part in PARTS}
    for day in extract.days:
        at_moments = [(one.moment, one.scores) for one in day.entries if one.moment and day.day in period]
        for moment, score in ((moment, score) for moment, scores in at_moments for score in scores):
            if score.measure == AT_MOMENTS.get(measure):
                by_part[part_of(moment)][day.day].append(score.value)
    if len({day for days in by_part.values() for day in days}) < 21:
        return []
    means = {part: [sum(values) / len(values) for values in days.values()] for part, days in by_part.items()}
    return [(part, mean(values), len(values)) for part, values in means.items()]


def part_of(moment: time) -> str:
    ends = ((6, 12), (12, 18), (18, 22))
    return next((PARTS[n] for n, (begin, end) in enumerate(ends) if begin <= moment.hour < end), PARTS[-1])


def answers(measure: str, days: list[tuple[Day, float]]) -> list[Row]:
    """How often each answer came: by the whole hour for sleep, else by the nearest number, a half up."""
    values = [value for _, value in days]
    if not values:
        return []
    if measure == SLEEP:
        hours = Counter(floor(value) for value in values)
        named = {hour: f"{hour} to {hour}.5 hours" for hour in range(min(hours), max(hours) + 1)}
    else:
        hours = Counter(floor(value + 0.5) for value in values)
        named = {0: "no", 1: "yes"} if measure == "headache_today" else {n: str(n) for n in range(11)}
    return [(name, None, hours[number]) for number, name in named.items()]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_patterns_table_is_what_was_written_and_what_is_drawn(seed: int) -> None:
    chance = random.Random(seed)
    extract = random_diary(chance)
    state, table = state_of(extract), PatternsTable()
    panels = [panel for panel in state.calendar.heats if not panel.noticed]
    assert panels
    for shown, panel in product(random_ranges(chance, extract), panels):
        measure, period = panel.measure.id, Period(*shown)
        made = patterns_state(panel, moments_of(state.moments, panel), *(day.toordinal() for day in shown))
        table.render_state(made)
        days = answered(extract, measure, period)
        wanted = {
            "By weekday": [] if measure == "headache_today" else weekdays(days),
            "By time of day": times_of_day(extract, measure, period),
            "How often each answer came": answers(measure, days),
        }
        listed = {title: [row for kind, *row in table.rows if kind == title] for title in wanted}
        for title, rows in wanted.items():
            assert [row[0] for row in listed[title]] == [row[0] for row in rows], (shown, measure)
            assert [row[2] for row in listed[title]] == [row[2] for row in rows], (shown, measure)
            assert [row[1] for row in listed[title]] == pytest.approx([row[1] for row in rows]), (shown, measure)
        for block in made.blocks:
            _check_drawn(block, panel.lowest, panel.highest)


def _check_drawn(block: Block, lowest: float, highest: float) -> None:
    """Each row of a picture stands where the table says; a bar is as long as its part of the most days."""
    most = max((days for *_, days in block.cells), default=0)
    assert [row.label for row in block.plot.rows] == [label for _, label, _, _ in block.cells]
    for row, (_, _, average, days) in zip(block.plot.rows, block.cells, strict=True):
        if block.plot.shape is None:
            assert row.share == (days / most if days else None)
        else:
            assert row.share == (None if average is None else pytest.approx((average - lowest) / (highest - lowest)))
        assert not days or f"{days} day" in row.words


@pytest.mark.parametrize("seed", SEEDS)
def test_the_comparisons_table_is_what_was_written_in_both_periods(seed: int) -> None:
    chance = random.Random(seed)
    extract = random_diary(chance)
    state, table = state_of(extract), CompareTable()
    shown = [panel for panel in state.chart.panels if not panel.noticed]
    assert shown
    for first, last in random_ranges(chance, extract):
        table.render_state(comparison_state(state, first, last))
        before = Period(first - (last - first) - timedelta(days=1), first - timedelta(days=1))
        wanted = []
        for panel in shown if before.last >= extract.days[0].day else ():
            now, then = (answered(extract, panel.measure.id, period) for period in (Period(first, last), before))
            figures = [(mean([value for _, value in days]), len(days)) for days in (now, then)]
            wanted.append((panel.label, *figures[0], *figures[1]))
        assert table.saved[1] == tuple(wanted)
        for row, (label, average, days, earlier_average, earlier_days) in enumerate(wanted):
            assert table.text(row, 0) == label
            _check_said(table.text(row, 1), average, days)
            _check_said(table.text(row, 2), earlier_average, earlier_days)


def _check_said(said: str, average: float | None, days: int) -> None:
    if not days:
        assert said == "not filled in"
    elif average is None:
        assert said.startswith(f"too few: {days} of ")
    else:
        assert f" · {days} of " in said
        assert float(said.split(" · ", maxsplit=1)[0]) == pytest.approx(average, abs=0.051)
