"""Every number of the doctor's first page is worked out again from the CSV files, and is the same.

Left out: the days of events, which stand in no CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from statistics import median

import pytest

from diary.report.values import Panel
from tests.report.both_ways import (
    ANXIETY,
    HIGHEST,
    IN_THE_WAY,
    OF_PAGE_1,
    RANDOM,
    Made,
    exactly,
    numbers,
    on_every_page,
    reach,
    span,
    tables,
    text,
)
from tests.report.random_diaries import TREATMENTS
from tests.report.recomputed import MOOD, PAIN, SLEEP, Key, Stats, weeks


@on_every_page
def test_how_much_was_filled_in(made: Made) -> None:
    csv, days = made.csv, made.days
    filled = [day for day in days if csv.state(day) in {"recorded", "partly"}]
    later = sum(any(value.later for value in csv.values[day].values()) for day in filled)
    told = sum(any(value.how == "told" for value in csv.values[day].values()) for day in filled)
    noticed = sum(map(csv.was_noticed, days))
    bad = sum(csv.state(day) == "bad_day" for day in days)
    began = min(day for day, row in csv.wide.items() if row["state"] != "paused")
    expected = exactly(
        span(made.first, made.last),
        made.length,
        len(filled),
        made.length,
        later if later and len(filled) > 1 else None,
        told or None,
        [began.day, began.year] if began > made.first else None,
        noticed or None,
        bad or None,
    )
    assert numbers(" ".join(map(text, made.page.header))) == expected


@on_every_page
def test_every_state_is_the_one_that_the_table_says(made: Made) -> None:
    for day in made.days:
        assert made.csv.state(day) == made.csv.wide[day]["state"], day


@on_every_page
def test_in_short(made: Made) -> None:
    points = [numbers(re.sub(r"PHQ-\d|GAD-\d|Latest event.*", "", text(point))) for point in made.page.in_short]
    assert [point for point in points if point] == [point for point in list(_points(made))[:5] if point]


def _points(made: Made) -> Iterator[list[Fraction]]:
    if not any(made.csv.values[day] for day in made.days):
        return
    if made.length == 1:
        yield from _points_of_one_day(made)
    elif made.length < 7:
        yield from _points_of_a_few_days(made)
    else:
        yield from _points_of_averages(made)
    yield _latest_total(made)


def _points_of_averages(made: Made) -> Iterator[list[Fraction]]:
    csv, days = made.csv, made.days
    pain, anxiety, mood = (csv.stats(key, days) for key in (PAIN, ANXIETY, MOOD))
    own = [pain.mean, 10, pain.lowest, pain.highest, pain.n] if pain.n else []
    yield exactly(own, _pain_beside(made, pain))
    yield exactly([csv.days_scored(key, days) or None for key in csv.places(days, 3)])
    if anxiety.n and mood.n:
        yield exactly(anxiety.mean, anxiety.n, mood.mean, mood.n, 10)
    else:
        yield exactly([anxiety.mean, 10, anxiety.n] if anxiety.n else [], [mood.mean, 10, mood.n, 10] if mood.n else [])
    sleep, in_the_way = csv.stats(SLEEP, days), csv.stats(IN_THE_WAY, days)
    yield exactly([sleep.mean, sleep.n] if sleep.n else [], [in_the_way.mean, 10, in_the_way.n] if in_the_way.n else [])


def _pain_beside(made: Made, pain: Stats) -> list[object]:
    if made.compared is None:
        return [made.length]
    then = made.csv.stats(PAIN, made.compared)
    return [min(made.length, 28 if made.length > 92 else made.length), then.mean, then.n] if pain.n and then.n else []


def _points_of_a_few_days(made: Made) -> Iterator[list[Fraction]]:
    csv, days = made.csv, made.days

    def said(key: Key) -> list[object]:
        values = [value.value for _, value in csv.all(key, days)]
        ends = sorted({min(values), max(values)}) if values else []
        return [*ends, len(values) or None]

    yield exactly(said(PAIN))
    yield exactly([csv.days_scored(key, days, late_too=True) for key in csv.places(days, 3)])
    yield exactly(said(ANXIETY), said(MOOD), 10 if csv.all(MOOD, days) else None)
    yield exactly(said(SLEEP))


def _points_of_one_day(made: Made) -> Iterator[list[Fraction]]:
    values = made.csv.values[made.last]

    def said(key: Key) -> Fraction | None:
        return values[key].value if key in values else None

    pain, worst, mood = said(PAIN), said(("pain_worst", "", "")), said(MOOD)
    yield exactly(pain, 10 if pain is not None else None, worst if pain is not None else None)
    yield exactly([values[key].value for key in made.csv.places([made.last], 3)])
    anxiety = said(ANXIETY)
    yield exactly(anxiety, 10 if anxiety is not None else None, mood, [10, 10] if mood is not None else None)
    in_the_way = said(IN_THE_WAY)
    yield exactly(said(SLEEP), in_the_way, 10 if in_the_way is not None else None)


def _latest_total(made: Made) -> list[Fraction]:
    found = {form: made.csv.totals(form, made.last) for form in HIGHEST}
    recent = [(scores[-1][0], form) for form, scores in found.items() if scores and scores[-1][0] >= made.first]
    if not recent:
        return []
    day, form = max(recent, key=lambda one: one[0])
    *before, (_, total) = found[form]
    return exactly(day.day, day.year, total, HIGHEST[form], before[-1][1] if before else None)


@on_every_page
def test_the_table_of_page_1(made: Made) -> None:
    csv, days = made.csv, made.days
    places = csv.places(days, 3)
    order = [PAIN, ("pain_worst", "", ""), *places, *((name, "", "") for name in OF_PAGE_1[2:])]
    shown = [key for key in order if key in csv.keys(days)]
    if made.length == 1:
        assert made.page.one_day
        values = exactly([csv.values[made.last][key].value for key in shown])
        assert [numbers(one.text)[0] for one in made.page.one_day.answers] == values
        return
    rows = made.page.table.rows if made.page.table else ()
    assert [row.key for row in rows] == [f"{k[0]}@{k[1]}.{k[2]}" if k[1] else k[0] for k in shown]
    for key, row in zip(shown, rows, strict=True):
        expected = _averages(made, key) if made.length >= 7 else _day_by_day(made, key)
        assert [numbers(cell) for cell in row.cells] == expected, row.label


def _averages(made: Made, key: Key) -> list[list[Fraction]]:
    now = made.csv.stats(key, made.days)
    far = [] if key == SLEEP else exactly(now.far, 3 if key == MOOD else None)
    beside: list[list[Fraction]] = []
    if made.compared is not None:
        then = made.csv.stats(key, made.compared)
        beside = [exactly(then.mean), _difference(now, then)]
    return [exactly(now.mean), *beside, exactly(reach(now)), [Fraction(now.n)], far]


def _difference(now: Stats, then: Stats) -> list[Fraction]:
    if now.mean is None or then.mean is None or min(now.n, then.n) < 7 or now.mean == then.mean:
        return []
    return [abs(now.mean - then.mean)]


def _day_by_day(made: Made, key: Key) -> list[list[Fraction]]:
    values = dict(made.csv.all(key, made.days))
    dates = [made.first + timedelta(days=n) for n in range(made.length)]
    return [exactly(values[day].value) if day in values else [] for day in dates]


@on_every_page
def test_which_average_is_the_higher(made: Made) -> None:
    if made.compared is None or made.page.table is None:
        return
    for row in made.page.table.rows:
        name, _, place = row.key.partition("@")
        spot, _, side = place.partition(".")
        key = (name, spot, side)
        now, then = made.csv.stats(key, made.days), made.csv.stats(key, made.compared)
        if made.length > 92:
            now, then = then, now
        if _difference(now, then):
            assert now.mean is not None
            assert then.mean is not None
            assert row.cells[2].endswith("higher" if now.mean > then.mean else "lower"), row.label


@on_every_page
def test_the_picture(made: Made) -> None:
    if made.page.picture is None:
        return
    for panel in made.page.picture.panels:
        if panel.carer:
            continue
        found = made.csv.stats((panel.key, "", ""), made.days)
        assert numbers(panel.note) == (exactly(found.mean) if made.length >= 7 else [])
        _check_marks(made, panel)


def _check_marks(made: Made, panel: Panel) -> None:
    top = Fraction(panel.ticks[-1][1])
    values = made.csv.all((panel.key, "", ""), made.days)
    if made.length <= 92:
        drawn = [(round(mark.y * float(top), 6), mark.hollow, mark.shape) for mark in panel.marks]
        told = [(round(float(v.value), 6), v.later, "square" if v.how == "told" else "dot") for _, v in values]
        assert drawn == told
        return
    of_weeks = [
        [float(v.value) for day, v in values if first <= day <= last] for first, last in weeks(made.first, made.last)
    ]
    full = [week for week in of_weeks if len(week) >= 3]
    assert [mark.y * float(top) for mark in panel.marks] == pytest.approx([median(week) for week in full])
    ends = [(low * float(top), high * float(top)) for _, low, high in panel.bars]
    assert ends == [pytest.approx((min(week), max(week))) for week in full]


def test_the_wide_table_says_the_same_as_the_long_one() -> None:
    """Two files that differ would let a reader choose the truth."""
    for name in (*RANDOM, "demo"):
        _, csv = tables(name)
        compared = 0
        for day, values in csv.values.items():
            for (measure, place, side), value in values.items():
                stem = "_".join(part for part in (measure, place, side) if part)
                if f"{stem}_made_from" not in csv.wide[day]:  # an own measure goes by its own name
                    continue
                cells = [
                    cell
                    for column, cell in csv.wide[day].items()
                    if re.fullmatch(rf"{stem}(_\d+to\d+.*|_count|(?<=hours))", column)
                ]
                row = csv.wide[day]
                assert [round(float(cell), 9) for cell in cells] == [round(float(value.value), 9)], (day, stem)
                assert row[f"{stem}_made_from"] == value.how
                assert row[f"{stem}_filled_in_later"] == ("yes" if value.later else "no")
                assert row.get(f"{stem}_in_averages", "yes") == ("yes" if value.counts else "no")
                compared += 1
        assert compared > 300


def test_the_random_diaries_have_everything_that_a_figure_can_stumble_over() -> None:
    """A diary without late, told, imported and unscored answers would prove nothing about them."""
    read = [tables(name)[1] for name in RANDOM]
    values = [value for csv in read for day in csv.values.values() for value in day.values()]
    assert {value.how for value in values} == {"daily", "told", "imported", "imported_mean", "moments", "nowhere_else"}
    assert {(value.later, value.counts) for value in values} == {(True, False), (True, True), (False, True)}
    states = {csv.state(day) for csv in read for day in csv.wide}
    assert states == {"recorded", "partly", "bad_day", "nothing_to_log", "paused", "unknown"}
    assert all(read[0].helped(re.sub(r"\W+", "_", name.lower()), read[0].wide)[1].total() for name in TREATMENTS)
