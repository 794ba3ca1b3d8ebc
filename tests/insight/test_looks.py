"""Many looks from one pass say what each would say by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from diary.insight.pair import PairSeries
from tests.insight.diaries import MONDAY, Recipe, made_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def series(
    recipe: Recipe, seed: int, *, spoil: Callable[[Array, Array], None] | None = None, min_sd: float = 0.5
) -> PairSeries:
    """Anxiety and pain as they were made up, ``spoil`` having changed them in place."""
    days, anxiety, pain = made_up(recipe, np.random.default_rng(seed))
    if spoil is not None:
        spoil(anxiety, pain)
    return PairSeries.among(days, anxiety, pain, (min_sd, min_sd))


def expect_the_same(pair: PairSeries, looks: list[int]) -> list[float]:
    """Compare every question at every look with the question put by itself; return those that were."""
    put = []
    for question in range(3):
        alone = [pair.up_to(day).finding(question).p for day in looks]
        assert pair.ps(question, looks) == pytest.approx(alone, rel=1e-10, nan_ok=True)
        put += [p for p in alone if not math.isnan(p)]
    return put


def weekly(pair: PairSeries, every: int = 1) -> list[int]:
    return list(range(int(pair.days[0]) + 20, int(pair.days[-1]) + 8, 7 * every))


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(130, phi=0.0, r=0.3),
        Recipe(700, phi=0.8, r=0.2, missing=0.2),
        Recipe(700, phi=0.6, missing=0.6, in_blocks=True, trend_x=3),
        Recipe(500, phi=0.95, r=0.5, week=1.5),
    ],
    ids=str,
)
def test_looks_made_together_are_those_made_one_by_one(recipe: Recipe) -> None:
    pair = series(recipe, seed=4)
    assert len(expect_the_same(pair, weekly(pair, every=3))) > 3 * 4


def test_looks_over_a_year_without_any_answer_are_the_same_too() -> None:
    def silent(anxiety: Array, pain: Array) -> None:
        anxiety[100:520] = pain[100:520] = np.nan

    pair = series(Recipe(640, phi=0.6, r=0.3), 5, spoil=silent)
    expect_the_same(pair, weekly(pair, every=4))


def test_looks_at_answers_that_hardly_change_are_refused_as_one_by_one() -> None:
    def steady(anxiety: Array, pain: Array) -> None:
        anxiety[150:] = 4
        pain[230:240] = np.nan

    pair = series(Recipe(560, phi=0.3), 6, spoil=steady, min_sd=0)
    assert math.isnan(pair.ps(0, [int(pair.days[-1])])[0])
    expect_the_same(pair, weekly(pair, every=4))


def test_looks_where_a_weekday_is_never_written_on_drop_it_as_one_by_one() -> None:
    days, anxiety, pain = made_up(Recipe(400, phi=0.5, r=0.4), np.random.default_rng(7))
    written = (days - MONDAY) % 7 != 2
    pair = PairSeries.among(days[written], anxiety[written], pain[written], (0.5, 0.5))
    assert expect_the_same(pair, weekly(pair, every=4))


def test_looks_where_one_series_is_the_other_are_refused() -> None:
    days, anxiety, _ = made_up(Recipe(120), np.random.default_rng(8))
    pair = PairSeries.among(days, anxiety, 10 - anxiety, (0.5, 0.5))
    looks = weekly(pair)
    assert all(math.isnan(p) for p in pair.ps(0, looks))


def test_looks_before_the_first_answer_and_at_no_days_are_refused() -> None:
    pair = series(Recipe(60), seed=9)
    assert np.isnan(pair.ps(0, [int(pair.days[0]) - 7, int(pair.days[0])])).all()
    assert pair.ps(1, []) == []
