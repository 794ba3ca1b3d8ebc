"""The fast engine gives what the slow one gives."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import pytest

from diary.insight import next_day, same_day
from tests.insight.diaries import MONDAY, Recipe, made_up
from tests.insight.reference import answer, columns, day_after

RECIPES = {
    "just enough days": Recipe(21, phi=0.3, r=0.4),
    "one weekend term": Recipe(55, phi=0.6),
    "a term for each weekday": Recipe(56, phi=0.8, r=0.3, week=1.5),
    "days left out": Recipe(90, phi=0.6, r=0.3, missing=0.4),
    "weeks left out": Recipe(90, phi=0.8, missing=0.4, in_blocks=True),
    "no memory": Recipe(90, phi=0.0, r=-0.5),
    "both drift": Recipe(90, phi=0.3, trend_x=3, trend_y=3),
    "a long diary": Recipe(200, phi=0.95, r=0.5, missing=0.2, week=1.5),
}


@pytest.mark.parametrize("name", RECIPES)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_agrees_with_dense_matrices_and_root_finding(name: str, seed: int) -> None:
    days, x, y = made_up(RECIPES[name], np.random.default_rng(seed))
    finding = asdict(same_day(days, x, y))
    used = ~np.isnan(x)
    assert finding["reason"] == ""
    expected = answer(days[used], x[used], y[used])
    assert {name: finding[name] for name in expected} == pytest.approx(expected, rel=1e-6, abs=1e-9)


def test_answers_missing_on_one_side_only_agree_too() -> None:
    rng = np.random.default_rng(3)
    days, x, y = made_up(Recipe(120, phi=0.6, r=0.3), rng)
    x[rng.random(120) < 0.2] = np.nan
    y[rng.random(120) < 0.2] = np.nan
    used = ~np.isnan(x) & ~np.isnan(y)
    expected = answer(days[used], x[used], y[used])
    finding = asdict(same_day(days, x, y))
    assert {name: finding[name] for name in expected} == pytest.approx(expected, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("weekdays", "terms"),
    [
        pytest.param((5, 6), 3, id="only weekends: one term"),
        pytest.param((0, 2, 4), 4, id="only three weekdays: two terms against Monday"),
        pytest.param((1, 3), 3, id="no Mondays: one term less"),
    ],
)
def test_a_weekday_that_adds_nothing_is_dropped(weekdays: tuple[int, ...], terms: int) -> None:
    rng = np.random.default_rng(4)
    days = np.array([day for day in range(MONDAY, MONDAY + 420) if (day - 1) % 7 in weekdays])[-60:]
    x, y = rng.integers(0, 11, days.size).astype(float), rng.integers(0, 11, days.size).astype(float)
    assert columns(days).shape[1] == terms
    expected = answer(days, x, y)
    finding = asdict(same_day(days, x, y))
    assert {name: finding[name] for name in expected} == pytest.approx(expected, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("name", [name for name in RECIPES if name not in {"just enough days", "days left out"}])
def test_the_day_after_agrees_too_both_ways(name: str) -> None:
    days, x, y = made_up(RECIPES[name], np.random.default_rng(5))
    for first, second in ((x, y), (y, x)):
        expected = answer(*day_after(days, first, second))
        finding = asdict(next_day(days, first, second))
        assert finding["reason"] == ""
        assert {name: finding[name] for name in expected} == pytest.approx(expected, rel=1e-6, abs=1e-9)


def test_the_day_after_agrees_where_only_one_side_was_answered() -> None:
    rng = np.random.default_rng(6)
    days, x, y = made_up(Recipe(200, phi=0.6, r=0.3), rng)
    x[rng.random(200) < 0.2] = np.nan
    y[rng.random(200) < 0.2] = np.nan
    expected = answer(*day_after(days, x, y))
    finding = asdict(next_day(days, x, y))
    assert {name: finding[name] for name in expected} == pytest.approx(expected, rel=1e-6, abs=1e-9)
