"""What the day-after question promises of any two measures."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from diary.insight import Finding, next_day, same_day
from diary.insight.questions import one_of_three
from tests.insight.diaries import MONDAY, Recipe, made_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def followed(n: int = 120, effect: float = 0.5, seed: int = 2) -> tuple[NDArray[np.int64], Array, Array]:
    """Pain that rises by ``effect`` on the day after each point of anxiety, and anxiety that follows nothing."""
    rng = np.random.default_rng(seed)
    x = rng.integers(0, 11, n).astype(float)
    y = np.empty(n)
    y[0] = 5
    for day in range(1, n):
        y[day] = 2.5 + 0.3 * y[day - 1] + effect * (x[day - 1] - 5) + rng.normal(0, 1)
    return MONDAY + np.arange(n), x, np.clip(np.round(y), 0, 10)


def figures(finding: Finding) -> dict[str, float]:
    return {name: value for name, value in asdict(finding).items() if isinstance(value, float) and name != "q"}


def test_what_follows_a_day_later_is_found_and_sized() -> None:
    found = next_day(*followed())
    assert found.kind == "next_day"
    assert found.p < 1e-6
    assert found.slope_low < 0.5 < found.slope_high


def test_only_the_direction_that_is_there_is_found() -> None:
    days, x, y = followed()
    assert next_day(days, y, x).p > 0.05
    assert same_day(days, x, y).p > 0.05


def test_where_pain_started_from_is_allowed_for() -> None:
    """Without yesterday's pain, lasting pain that goes with anxiety looks as if it followed it."""
    days, x, y = made_up(Recipe(365, phi=0.0, r=0.7), np.random.default_rng(4))
    assert same_day(days, x, y).p < 1e-6
    assert next_day(days, x, y).p > 0.05


def test_days_told_are_those_of_what_came_after() -> None:
    days, x, y = followed(30)
    found = next_day(days, x, y)
    assert (found.n, found.first_day, found.last_day) == (29, days[1], days[-1])
    assert (found.mean_x, found.mean_y) == pytest.approx((x[:-1].mean(), y[1:].mean()))
    high = x[:-1] >= found.cut
    assert found.mean_high == pytest.approx(y[1:][high].mean())


def test_a_gap_has_no_day_after() -> None:
    days, x, y = followed(60)
    x[10] = y[30] = np.nan
    assert next_day(days, x, y).n == 59 - 1 - 2
    assert next_day(days[::2], x[::2], y[::2]).n == 0


def test_days_that_are_absent_and_days_without_answers_are_the_same() -> None:
    days, x, y = followed(90)
    x[40:45] = y[40:45] = np.nan
    there = ~np.isnan(x)
    assert figures(next_day(days, x, y)) == figures(next_day(days[there], x[there], y[there]))


def test_the_day_before_may_lie_just_outside_the_last_365_days() -> None:
    days, x, y = followed(400)
    found = next_day(days, x, y)
    assert (found.n, found.first_day) == (365, days[35])
    assert figures(found) == figures(next_day(days[34:], x[34:], y[34:]))


def test_twenty_one_days_are_needed() -> None:
    assert next_day(*followed(21)).reason == "days"
    enough = next_day(*followed(22))
    assert (enough.n, enough.reason) == (21, "")


def test_one_sided_diaries_and_empty_ones_are_refused() -> None:
    days, x, _ = followed(90)
    none = np.full(90, np.nan)
    for pair in ((x, none), (none, x), (none, none)):
        found = next_day(days, *pair)
        assert (found.n, found.verdict, found.reason, found.first_day) == (0, "not_enough", "days", 0)
    assert next_day([], [], []).reason == "days"
    assert next_day([MONDAY], [3], [4]).n == 0


def test_answers_that_hardly_changed_are_refused() -> None:
    days, x, y = followed(60)
    steady = np.full(60, 5.0)
    assert next_day(days, steady, y).reason == "too_steady"
    assert next_day(days, x, steady, min_sd=0).reason == "too_steady"
    assert next_day(days, x, y, min_sd=(0, 5)).reason == "too_steady"
    assert next_day(days, x, y, min_sd=(5, 0)).reason == "too_steady"


def test_an_answer_that_only_repeats_the_day_before_leaves_nothing_to_compare() -> None:
    days = MONDAY + np.arange(60)
    weekly = np.array([2.0, 5.0, 1.0, 7.0, 3.0, 8.0, 4.0])[(days - 1) % 7]
    assert next_day(days, weekly, followed(60)[2]).reason == "too_steady"


def test_units_change_only_the_units_of_the_answer() -> None:
    days, x, y = followed()
    plain, other = next_day(days, x, y), next_day(days, 10 * x - 3, 4 - y / 2, min_sd=0.1)
    assert (other.p, other.r) == pytest.approx((plain.p, -plain.r))
    assert other.slope == pytest.approx(-plain.slope / 20)
    assert other.points == pytest.approx(-plain.points / 2)


def test_whole_weeks_later_change_nothing_but_the_days() -> None:
    days, x, y = followed()
    assert figures(next_day(days + 700, x, y)) == pytest.approx(figures(next_day(days, x, y)), rel=1e-9)


def test_a_pair_is_asked_three_questions_each_with_its_own_spreads() -> None:
    days, x, y = followed()
    same, after, other_way = (one_of_three(number, days, x, y, min_sd=(0.1, 0.2)) for number in range(3))
    assert same == same_day(days, x, y, min_sd=(0.1, 0.2))
    assert after == next_day(days, x, y, min_sd=(0.1, 0.2))
    assert other_way == next_day(days, y, x, min_sd=(0.2, 0.1))
    refused = [one_of_three(number, days, x, y, min_sd=(0, 9)) for number in range(3)]
    assert [finding.reason for finding in refused] == ["too_steady"] * 3


@pytest.mark.parametrize(
    ("argument", "spoil"),
    [
        ("days", lambda d, x, y: {"days": d[::-1], "x": x, "y": y}),
        ("days", lambda d, x, y: {"days": np.repeat(d[::2], 2), "x": x, "y": y}),
        ("x", lambda d, x, y: {"days": d, "x": x[1:], "y": y}),
        ("x", lambda d, x, y: {"days": d, "x": np.where(x == x[3], math.inf, x), "y": y}),
        ("y", lambda d, x, y: {"days": d, "x": x, "y": np.where(y == y[3], -math.inf, y)}),
        ("min_sd", lambda d, x, y: {"days": d, "x": x, "y": y, "min_sd": (1, 2, 3)}),
    ],
)
def test_what_can_not_be_read_is_named(argument: str, spoil: Callable[..., dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match=f"^{argument} must"):
        next_day(**spoil(*followed()))
