"""A fixed sample of the trials that the whole benchmark makes: false alarms, coverage and power.

Limits are insight's promises; each is widened by the binomial error of its sample (three standard errors).
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from diary.insight import Finding, same_day
from tests.insight.diaries import Recipe, made_up

DIARIES = 200


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
