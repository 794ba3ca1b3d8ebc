"""A fixed sample of the trials that the whole benchmark makes: false alarms, coverage and power.

Limits are insight's promises; each is widened by the binomial error of its sample (three standard errors).
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from diary.insight import Finding, next_day, review, same_day
from tests.insight.diaries import Recipe, four_measures, made_up

DIARIES = 200
DIARIES_LOOKED_AT = 10


def trial(recipe: Recipe, seed: int) -> list[Finding]:
    rng = np.random.default_rng(seed)
    return [same_day(*made_up(recipe, rng)) for _ in range(DIARIES)]


def margin(rate: float) -> float:
    return 3 * math.sqrt(rate * (1 - rate) / DIARIES)


def share_with_a_link(findings: list[Finding]) -> float:
    return sum(finding.p <= 0.05 for finding in findings) / len(findings)


def share_covered(findings: list[Finding], slope: float) -> float:
    return sum(finding.slope_low <= slope <= finding.slope_high for finding in findings) / len(findings)


@pytest.mark.parametrize(
    ("recipe", "limit"),
    [
        (Recipe(21, phi=0.6), 0.07),
        (Recipe(60, phi=0.0), 0.06),
        (Recipe(60, phi=0.8), 0.06),
        (Recipe(90, phi=0.8, missing=0.4, in_blocks=True), 0.07),
        (Recipe(90, phi=0.6, trend_x=3, trend_y=3, week=1.5), 0.07),
    ],
)
def test_unlinked_diaries_rarely_look_linked(recipe: Recipe, limit: float) -> None:
    findings = trial(recipe, seed=20261125)
    assert share_with_a_link(findings) <= limit + margin(limit)
    assert share_covered(findings, 0) >= 0.92 - margin(0.92)


@pytest.mark.parametrize(("recipe", "limit"), [(Recipe(90, phi=0.6, r=0.3), 0.65), (Recipe(60, phi=0.3, r=0.5), 0.88)])
def test_real_links_are_seen_and_sized(recipe: Recipe, limit: float) -> None:
    findings = trial(recipe, seed=20261126)
    assert share_with_a_link(findings) >= limit - margin(limit)
    assert share_covered(findings, recipe.true_slope) >= 0.90 - margin(0.90)


@pytest.mark.parametrize("recipe", [Recipe(60, phi=0.6), Recipe(90, phi=0.6, r=0.5)])
def test_nothing_follows_a_day_later_even_where_the_same_day_is_linked(recipe: Recipe) -> None:
    rng = np.random.default_rng(20261127)
    diaries = [made_up(recipe, rng) for _ in range(DIARIES)]
    assert share_with_a_link([next_day(days, x, y) for days, x, y in diaries]) <= 0.07 + margin(0.07)
    assert share_with_a_link([next_day(days, y, x) for days, x, y in diaries]) <= 0.07 + margin(0.07)


def test_what_follows_a_day_later_is_seen() -> None:
    rng = np.random.default_rng(20261128)
    findings = [next_day(*made_up(Recipe(90, phi=0.6, after=0.3), rng)) for _ in range(DIARIES)]
    assert share_with_a_link(findings) >= 0.58 - margin(0.58)


def test_weekly_looks_name_a_strong_link_by_day_91_and_none_where_there_is_none() -> None:
    rng = np.random.default_rng(20261129)
    pairs = [("anxiety", "pain"), ("mood", "pain"), ("sleep", "pain")]
    seen = false = 0
    for _ in range(DIARIES_LOOKED_AT):
        looks = review(*four_measures(Recipe(91, phi=0.6, r=0.5), rng), pairs)
        named = {question for look in looks for question, (_, stands) in look.results.items() if stands}
        seen += ("anxiety", "pain", "same") in named
        false += any("mood" in question or "sleep" in question for question in named)
    assert seen / DIARIES_LOOKED_AT >= 0.75 - 3 * math.sqrt(0.75 * 0.25 / DIARIES_LOOKED_AT)
    assert false / DIARIES_LOOKED_AT <= 0.07 + 3 * math.sqrt(0.07 * 0.93 / DIARIES_LOOKED_AT)
