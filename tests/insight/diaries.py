"""Made-up diaries of two measures that follow insight's simulations: remembered, rounded, clipped, with gaps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MONDAY = 738_886
"""Monday 1 January 2024 as an ordinal."""
WEEKEND, MONDAY_AND_THURSDAY = (5, 6), (0, 3)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a diary is made: days, memory, true correlation, share left out, trends and two weekdays in points.

    ``after`` is the correlation of pain with the anxiety of the day before, given what both remember. ``pushed`` is
    another way for pain to follow: the day before pushes pain itself, and both linger; a partial correlation, too.
    """

    n: int
    phi: float = 0.0
    r: float = 0.0
    missing: float = 0.0
    in_blocks: bool = False
    trend_x: float = 0.0
    trend_y: float = 0.0
    week: float = 0.0
    week_on: tuple[int, int] = WEEKEND
    after: float = 0.0
    pushed: float = 0.0

    @property
    def true_slope(self) -> float:
        """Pain's points for one point of anxiety, both as they are written: whole numbers from 0 to 10.

        A diary holds nothing else, so what is said of it is about these.
        """
        return slope_of_ratings(self.r)

    @property
    def slope_before_rounding(self) -> float:
        """The same of what the person would have written with any number of decimals, below 0 and above 10 too."""
        return self.r * PAIN_SD / ANXIETY_SD


ANXIETY_MEAN, ANXIETY_SD = 4.5, 2.0
PAIN_MEAN, PAIN_SD = 5.0, 1.8
STEPS, FARTHEST_SD = 40_001, 8.0
"""How finely, and how far out, the sum over all that can be felt goes."""


@cache
def slope_of_ratings(r: float) -> float:
    """Covariance of the ratings by the variance of anxiety's, over all that can happen; memory doesn't change it."""
    felt = np.linspace(-FARTHEST_SD, FARTHEST_SD, STEPS)
    share = np.exp(-(felt**2) / 2)
    share /= share.sum()
    x = np.clip(np.round(ANXIETY_MEAN + ANXIETY_SD * felt), 0, 10)
    edges = (np.arange(10) + 0.5 - PAIN_MEAN) / PAIN_SD
    above = ndtr((r * felt[:, np.newaxis] - edges) / np.sqrt(1 - r**2))
    y = above.sum(axis=1)
    x_less_mean = x - share @ x
    return float(share @ (x_less_mean * y) / (share @ x_less_mean**2))


def made_up(recipe: Recipe, rng: np.random.Generator) -> tuple[NDArray[np.int64], Array, Array]:
    """Days, anxiety and pain; a day that was left out has neither."""
    days = MONDAY + int(rng.integers(7)) + np.arange(recipe.n)
    first, second = _remembered(recipe, rng), _remembered(recipe, rng)
    if recipe.pushed:
        linked = _pushed(recipe, first, rng)
    elif recipe.after:
        linked = recipe.after * _a_day_later(first, rng) + np.sqrt(1 - recipe.after**2) * second
    else:
        linked = recipe.r * first + np.sqrt(1 - recipe.r**2) * second
    along = np.linspace(-0.5, 0.5, recipe.n)
    on_two_days = np.where(np.isin((days - 1) % 7, recipe.week_on), recipe.week, 0.0)
    x = ANXIETY_MEAN + ANXIETY_SD * first + recipe.trend_x * along + on_two_days
    y = PAIN_MEAN + PAIN_SD * linked + recipe.trend_y * along + on_two_days
    left_out = _left_out(recipe, rng)
    return days, _rated(x, left_out), _rated(y, left_out)


def four_measures(recipe: Recipe, rng: np.random.Generator) -> tuple[NDArray[np.int64], dict[str, Array]]:
    """A diary with mood and sleep beside anxiety and pain; they remember as the others do and go with nothing."""
    days, anxiety, pain = made_up(recipe, rng)
    mood, sleep = (made_up(Recipe(recipe.n, recipe.phi), rng)[1] for _ in range(2))
    return days, {"anxiety": anxiety, "mood": mood, "sleep": sleep, "pain": pain}


def _a_day_later(first: Array, rng: np.random.Generator) -> Array:
    return np.concatenate((rng.standard_normal(1), first[:-1]))


def _pushed(recipe: Recipe, first: Array, rng: np.random.Generator) -> Array:
    """A series of variance 1 that remembers itself and follows ``first`` a day later."""
    phi = recipe.phi
    effect = float(brentq(lambda b: _partial_correlation(b, phi) - recipe.pushed, 0.0, _most_effect(phi)))
    fresh = np.sqrt(_fresh_variance(effect, phi))
    second = rng.standard_normal(recipe.n)
    for day in range(1, recipe.n):
        second[day] = phi * second[day - 1] + effect * first[day - 1] + fresh * second[day]
    return second


def _fresh_variance(effect: float, phi: float) -> float:
    return 1 - phi**2 - effect**2 - 2 * (phi * effect) ** 2 / (1 - phi**2)


def _most_effect(phi: float) -> float:
    """The effect at which nothing else is left to chance."""
    return float(np.sqrt((1 - phi**2) / (1 + 2 * phi**2 / (1 - phi**2)))) * (1 - 1e-9)


def _partial_correlation(effect: float, phi: float) -> float:
    shared = phi * effect / (1 - phi**2)
    explained = effect**2 * (1 - shared**2)
    return float(np.sqrt(explained / (explained + _fresh_variance(effect, phi))))


def _remembered(recipe: Recipe, rng: np.random.Generator) -> Array:
    noise = rng.standard_normal(recipe.n)
    noise[1:] *= np.sqrt(1 - recipe.phi**2)
    for day in range(1, recipe.n):
        noise[day] += recipe.phi * noise[day - 1]
    return noise


def _rated(values: Array, left_out: NDArray[np.bool_]) -> Array:
    rated: Array = np.clip(np.round(values), 0, 10)
    rated[left_out] = np.nan
    return rated


def _left_out(recipe: Recipe, rng: np.random.Generator) -> NDArray[np.bool_]:
    if not recipe.in_blocks:
        return rng.random(recipe.n) < recipe.missing
    left_out = np.zeros(recipe.n, dtype=bool)
    while left_out.mean() < recipe.missing:
        first = int(rng.integers(recipe.n))
        left_out[first : first + 7] = True
    return left_out
