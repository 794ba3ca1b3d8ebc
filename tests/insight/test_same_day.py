"""What the same-day question promises of any two measures."""

from __future__ import annotations

import math
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from diary.insight import Finding, same_day
from tests.insight.diaries import MONDAY, Recipe, made_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

ESTIMATES = (
    "p", "p_forward", "p_reverse", "q", "slope", "slope_low", "slope_high", "r", "r_low", "r_high",
    "points", "points_low", "points_high", "persistence",
)  # fmt: skip


def linked(n: int = 90, seed: int = 5) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    return made_up(Recipe(n, phi=0.6, r=0.5, missing=0.1), np.random.default_rng(seed))


def figures(finding: Finding) -> dict[str, float]:
    return {name: value for name, value in asdict(finding).items() if isinstance(value, float) and name != "q"}


def test_units_of_either_measure_change_only_the_units_of_the_answer() -> None:
    days, x, y = linked()
    plain, other = same_day(days, x, y), same_day(days, 3 * x + 100, 0.5 * y - 7, min_sd=0.1)
    assert (other.p, other.p_forward, other.p_reverse, other.r) == pytest.approx(
        (plain.p, plain.p_forward, plain.p_reverse, plain.r), rel=1e-9
    )
    assert other.slope == pytest.approx(plain.slope / 6)
    assert (other.points, other.points_low, other.points_high) == pytest.approx(
        (plain.points / 2, plain.points_low / 2, plain.points_high / 2)
    )
    assert other.persistence == pytest.approx(plain.persistence)


def test_a_measure_that_runs_the_other_way_gives_the_mirrored_slope() -> None:
    days, x, y = linked()
    plain, mirrored = same_day(days, x, y), same_day(days, 10 - x, y)
    assert (mirrored.slope, mirrored.slope_low, mirrored.slope_high) == pytest.approx(
        (-plain.slope, -plain.slope_high, -plain.slope_low)
    )
    assert mirrored.p == pytest.approx(plain.p)


def test_whole_weeks_earlier_or_later_change_nothing_but_the_days() -> None:
    days, x, y = linked()
    plain, later = same_day(days, x, y), same_day(days + 7 * 52, x, y)
    assert (later.first_day, later.last_day) == (plain.first_day + 364, plain.last_day + 364)
    assert figures(later) == pytest.approx(figures(plain), rel=1e-9)


def test_which_measure_is_asked_about_which_does_not_change_p() -> None:
    days, x, y = linked()
    one, other = same_day(days, x, y), same_day(days, y, x)
    assert (one.p_forward, one.p_reverse) == pytest.approx((other.p_reverse, other.p_forward))
    assert one.p == pytest.approx(other.p)


def test_a_trend_that_both_share_is_not_a_link() -> None:
    days, x, y = made_up(Recipe(120, r=0), np.random.default_rng(8))
    drifting = np.linspace(0, 30, 120)
    without, with_drift = same_day(days, x, y), same_day(days, x + drifting, y + drifting)
    assert with_drift.slope == pytest.approx(without.slope, abs=1e-9)
    assert with_drift.p == pytest.approx(without.p)


def test_what_both_do_on_a_weekday_is_not_a_link() -> None:
    days, x, y = made_up(Recipe(120, r=0), np.random.default_rng(8))
    tuesdays = np.where((days - 1) % 7 == 1, 8.0, 0.0)
    assert same_day(days, x + tuesdays, y + tuesdays).p == pytest.approx(same_day(days, x, y).p)


@pytest.mark.parametrize("seed", range(6))
def test_an_interval_touches_zero_whenever_p_exceeds_five_percent(seed: int) -> None:
    days, x, y = made_up(Recipe(60, phi=0.3, r=0.2), np.random.default_rng(seed))
    finding = same_day(days, x, y)
    excludes_zero = finding.slope_low > 0 or finding.slope_high < 0
    assert excludes_zero == (finding.p <= 0.05)
    assert (finding.p <= 0.05) or (finding.r_low <= 0 <= finding.r_high)


def test_where_only_one_way_is_sure_the_interval_is_stretched_to_zero() -> None:
    for seed in range(200):
        days, x, y = made_up(Recipe(40, phi=0.6, r=0.3), np.random.default_rng(seed))
        finding = same_day(days, x, y)
        if finding.p_forward < 0.04 and finding.p_reverse > 0.05:
            assert 0 in {finding.slope_low, finding.slope_high}
            return
    pytest.fail("no such diary among those tried")


def test_too_few_days_are_refused_but_still_described() -> None:
    days, x, y = linked()
    both = ~np.isnan(x)
    finding = same_day(days[both][:20], x[both][:20], y[both][:20])
    assert (finding.verdict, finding.reason, finding.n) == ("not_enough", "days", 20)
    assert all(math.isnan(getattr(finding, name)) for name in ESTIMATES)
    assert finding.mean_y == pytest.approx(y[both][:20].mean())
    assert finding.n_high + finding.n_low == 20


@pytest.mark.parametrize("n", [21, 22, 55, 56, 57])
def test_from_twenty_one_days_there_is_an_answer(n: int) -> None:
    days, x, y = made_up(Recipe(n, r=0.5), np.random.default_rng(9))
    finding = same_day(days, x, y)
    assert (finding.reason, finding.n) == ("", n)
    assert finding.slope_low < finding.slope < finding.slope_high


@pytest.mark.parametrize("empty", [[], [math.nan] * 5])
def test_no_answers_at_all_are_zero_days(empty: list[float]) -> None:
    finding = same_day(list(range(MONDAY, MONDAY + len(empty))), empty, empty)
    assert (finding.n, finding.reason, finding.n_high, finding.first_day, finding.last_day) == (0, "days", 0, 0, 0)
    assert math.isnan(finding.mean_x)
    assert math.isnan(finding.cut)


def alternating(n: int = 60) -> NDArray[np.float64]:
    return np.tile([2.0, 7.0, 4.0], n)[:n]


@pytest.mark.parametrize(
    ("x", "y"),
    [
        pytest.param(np.full(60, 5.0), alternating(), id="x never changes"),
        pytest.param(alternating(), np.full(60, 5.0), id="y never changes"),
        pytest.param(np.r_[np.full(59, 5.0), 6.0], alternating(), id="x changes once"),
        pytest.param(np.r_[np.full(56, 0.0), np.full(4, 10.0)], alternating(), id="four days on one side"),
        pytest.param(alternating(), alternating(), id="y is x"),
        pytest.param(alternating(), 10 - alternating(), id="y is x turned round"),
        pytest.param(np.arange(60) / 6, alternating(), id="x is the trend"),
        pytest.param(alternating(), np.arange(60) / 6, id="y is the trend"),
        pytest.param((np.arange(60) % 7 < 2) * 4.0, alternating(), id="x is two weekdays"),
        pytest.param(alternating(), alternating() + np.arange(60), id="y is x and a trend"),
        pytest.param(alternating(), alternating() + 1e-9 * np.arange(60) ** 2, id="y is almost x"),
    ],
)
def test_answers_that_leave_nothing_to_compare_are_too_steady(x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
    finding = same_day(MONDAY + np.arange(60), x, y)
    assert (finding.verdict, finding.reason) == ("not_enough", "too_steady")
    assert all(math.isnan(getattr(finding, name)) for name in ESTIMATES)


def test_constant_answers_with_no_smallest_spread_are_still_too_steady() -> None:
    days = MONDAY + np.arange(60)
    assert same_day(days, np.full(60, 0.1), alternating(), min_sd=0).reason == "too_steady"
    assert same_day(days, alternating(), np.full(60, 0.1), min_sd=0).reason == "too_steady"


def test_the_smallest_spread_may_differ_for_x_and_y() -> None:
    days, x, y = linked()
    yes_no = (x > 4).astype(float)
    yes_no[np.isnan(x)] = np.nan
    assert same_day(days, yes_no, y, min_sd=0.6).reason == "too_steady"
    assert same_day(days, yes_no, y, min_sd=(0, 0.6)).reason == ""
    assert same_day(days, y, yes_no, min_sd=(0, 0.6)).reason == "too_steady"


@pytest.mark.parametrize(
    ("ratings", "cut", "high"),
    [
        pytest.param([1] * 10 + [2] * 10 + [3] * 10, 2, 20, id="a tie goes to the lower"),
        pytest.param([0] * 20 + [5] * 10, 5, 10, id="the smallest is no cut"),
        pytest.param([0] * 5 + [4] * 9 + [5] * 16, 5, 16, id="nearest to half"),
        pytest.param([2.5] * 15 + [6.5] * 15, 6.5, 15, id="half steps"),
    ],
)
def test_days_are_split_nearest_to_half(ratings: list[float], cut: float, high: int) -> None:
    rng = np.random.default_rng(2)
    x, y = rng.permutation(ratings).astype(float), rng.integers(0, 11, 30).astype(float)
    finding = same_day(MONDAY + np.arange(30), x, y)
    assert (finding.cut, finding.n_high, finding.n_low) == (cut, high, 30 - high)
    assert finding.delta_x == pytest.approx(x[x >= cut].mean() - x[x < cut].mean())
    assert finding.points == pytest.approx(finding.slope * finding.delta_x)
    assert finding.mean_high == pytest.approx(y[x >= cut].mean())


def test_only_the_last_365_days_with_either_answer_count() -> None:
    days, x, y = made_up(Recipe(400, r=0.3), np.random.default_rng(1))
    whole, last_year = same_day(days, x, y), same_day(days[35:], x[35:], y[35:])
    assert figures(whole) == figures(last_year)
    assert (whole.first_day, whole.n) == (days[35], 365)
    x[-1] = y[-3:] = np.nan
    assert same_day(days, x, y).first_day == days[33 + 1], "one answer on the last but one day still moves the window"


def test_days_that_are_absent_and_days_without_answers_are_the_same() -> None:
    days, x, y = linked()
    both = ~np.isnan(x) & ~np.isnan(y)
    assert figures(same_day(days, x, y)) == figures(same_day(days[both], x[both], y[both]))


def test_what_was_given_is_left_as_it_was() -> None:
    days, x, y = linked()
    before = days.copy(), x.copy(), y.copy()
    same_day(days, x, y)
    for now, then in zip((days, x, y), before, strict=True):
        np.testing.assert_array_equal(now, then)


def test_plain_lists_are_read_too() -> None:
    days, x, y = linked()
    assert figures(same_day(days.tolist(), x.tolist(), y.tolist())) == figures(same_day(days, x, y))


def _with_infinity(values: NDArray[np.float64]) -> NDArray[np.float64]:
    values = values.copy()
    values[3] = np.inf
    return values


@pytest.mark.parametrize(
    ("argument", "spoil"),
    [
        ("days", lambda d, x, y: {"days": d[::-1], "x": x, "y": y}),
        ("days", lambda d, x, y: {"days": np.repeat(d[::2], 2), "x": x, "y": y}),
        ("days", lambda d, x, y: {"days": d + 0.5, "x": x, "y": y}),
        ("days", lambda d, x, y: {"days": d.reshape(2, -1), "x": x, "y": y}),
        ("x", lambda d, x, y: {"days": d, "x": x[1:], "y": y}),
        ("y", lambda d, x, y: {"days": d, "x": x, "y": y[:, np.newaxis]}),
        ("x", lambda d, x, y: {"days": d, "x": _with_infinity(x), "y": y}),
        ("y", lambda d, x, y: {"days": d, "x": x, "y": -_with_infinity(y)}),
        ("x", lambda d, x, y: {"days": d, "x": ["much"] * len(x), "y": y}),
        ("min_sd", lambda d, x, y: {"days": d, "x": x, "y": y, "min_sd": -1}),
        ("min_sd", lambda d, x, y: {"days": d, "x": x, "y": y, "min_sd": math.nan}),
        ("min_sd", lambda d, x, y: {"days": d, "x": x, "y": y, "min_sd": (1, 2, 3)}),
    ],
)
def test_what_can_not_be_read_is_named(argument: str, spoil: Callable[..., dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match=f"^{argument} must"):
        same_day(**spoil(*linked()))


def test_a_finding_can_not_be_changed() -> None:
    finding = same_day(*linked())
    with pytest.raises(AttributeError):
        finding.p = 0.0  # type: ignore[misc]  # the point of this test
    assert replace(finding, q=0.5).q == 0.5
