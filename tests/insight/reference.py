"""The questions answered the slow way: dense covariances, grid point by grid point, root finding."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq
from scipy.special import stdtr, stdtrit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


@dataclass
class Component:
    """One grid point of the posterior."""

    log_weight: float
    centre: float
    scale: float
    memory: float


def columns(days: NDArray[np.int64]) -> Array:
    """The calendar's columns that are no combination of those before them."""
    middle, half = (days[0] + days[-1]) / 2, (days[-1] - days[0]) / 2
    candidates = [(days - middle) / max(1.0, half)]
    names = [date.fromordinal(int(day)).strftime("%A") for day in days]
    if len(days) < 56:
        candidates.append(np.array([float(name in {"Saturday", "Sunday"}) for name in names]))
    else:
        candidates.extend(
            np.array([float(name == wanted) for name in names])
            for wanted in ("Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        )
    kept = np.ones((len(days), 1))
    for column in candidates:
        fitted = kept @ np.linalg.lstsq(kept, column, rcond=None)[0]
        if np.linalg.norm(column - fitted) > 1e-9:
            kept = np.column_stack((kept, column))
    return kept


def components(days: NDArray[np.int64], x: Array, y: Array, before: Array | None = None) -> tuple[list[Component], int]:
    """Generalised least squares under every memory, and the degrees of freedom; ``before`` is allowed for as well."""
    allowed_for = columns(days) if before is None else np.column_stack((columns(days), before))
    design = np.column_stack((allowed_for, x))
    n, p = design.shape
    found = []
    for phi in (0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98):
        for w in (0, 0.3, 0.6) if phi else (0,):
            gaps = np.abs(np.subtract.outer(days, days)).astype(float)
            v = (1 - w) * np.power(float(phi), gaps) + w * np.eye(n)
            inverse = np.linalg.inv(v)
            information = design.T @ inverse @ design
            coefficients = np.linalg.solve(information, design.T @ inverse @ y)
            left = y - design @ coefficients
            rss = float(left @ inverse @ left)
            log_weight = math.log(1 / 8 / (3 if phi else 1))
            log_weight -= 0.5 * (np.linalg.slogdet(v)[1] + np.linalg.slogdet(information)[1])
            log_weight -= (n - p) / 2 * math.log(rss)
            scale = math.sqrt(rss / (n - p) * np.linalg.inv(information)[-1, -1])
            found.append(Component(float(log_weight), float(coefficients[-1]), scale, phi * (1 - w)))
    return found, n - p


def weights(found: list[Component]) -> Array:
    """The components' shares of the posterior mass."""
    logs = np.array([component.log_weight for component in found])
    shares = np.exp(logs - logs.max())
    return np.asarray(shares / shares.sum())


def mass_below(value: float, found: list[Component], freedom: int) -> float:
    """The posterior distribution function."""
    return float(
        sum(
            share * stdtr(freedom, (value - one.centre) / one.scale)
            for share, one in zip(weights(found), found, strict=True)
        )
    )


def quantile(share: float, found: list[Component], freedom: int) -> float:
    """The value below which this share of the posterior lies."""
    widest = max(abs(one.centre) + one.scale * float(stdtrit(freedom, 0.999)) for one in found)
    return float(brentq(lambda value: mass_below(value, found, freedom) - share, -widest, widest, xtol=1e-13))


def two_sided(found: list[Component], freedom: int) -> float:
    """Twice the mass on the lighter side of 0."""
    below = mass_below(0, found, freedom)
    return 2 * min(below, 1 - below)


def day_after(days: NDArray[np.int64], x: Array, y: Array) -> tuple[NDArray[np.int64], Array, Array, Array]:
    """The days that have y, and x and y on the day before: the day, x before, y, and y before."""
    by_day = {int(day): (xi, yi) for day, xi, yi in zip(days, x, y, strict=True)}
    rows = [
        (day, by_day[day - 1][0], yi, by_day[day - 1][1])
        for day, (_, yi) in by_day.items()
        if day - 1 in by_day and not np.isnan([yi, *by_day[day - 1]]).any()
    ]
    ordinals, before, today, started_from = (np.array(column) for column in zip(*rows, strict=True))
    return ordinals, before, today, started_from


def answer(days: NDArray[np.int64], x: Array, y: Array, before: Array | None = None) -> dict[str, float]:
    """Every figure of a finding over days that all have what is needed."""
    forward, freedom = components(days, x, y, before)
    reverse, _ = components(days, y, x, before)
    shares = weights(forward)
    p_forward, p_reverse = two_sided(forward, freedom), two_sided(reverse, freedom)
    p = max(p_forward, p_reverse)
    slope = float(sum(share * one.centre for share, one in zip(shares, forward, strict=True)))
    low, high = quantile(0.025, forward, freedom), quantile(0.975, forward, freedom)
    variance = sum(
        share * (one.scale**2 + (one.centre - slope) ** 2) for share, one in zip(shares, forward, strict=True)
    )
    t = slope / math.sqrt(variance)
    r = t / math.sqrt(t * t + freedom)
    half = 1.959963984540054 / math.sqrt(max(1, freedom - 1))
    r_low, r_high = math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)
    if p > 0.05:
        low, high, r_low, r_high = min(low, 0), max(high, 0), min(r_low, 0), max(r_high, 0)
    cut = min(sorted(set(x))[1:], key=lambda c: abs(np.mean(x >= c) - 0.5))
    delta_x = float(x[x >= cut].mean() - x[x < cut].mean())
    return {
        "n": len(days), "p": p, "p_forward": p_forward, "p_reverse": p_reverse,
        "slope": slope, "slope_low": low, "slope_high": high, "r": r, "r_low": r_low, "r_high": r_high,
        "cut": float(cut), "n_high": int((x >= cut).sum()), "n_low": int((x < cut).sum()), "delta_x": delta_x,
        "mean_x": float(x.mean()), "mean_y": float(y.mean()),
        "mean_high": float(y[x >= cut].mean()), "mean_low": float(y[x < cut].mean()),
        "points": slope * delta_x, "points_low": low * delta_x, "points_high": high * delta_x,
        "persistence": float(sum(share * one.memory for share, one in zip(shares, forward, strict=True))),
        "first_day": int(days[0]), "last_day": int(days[-1]),
    }  # fmt: skip
