"""Two measures over the same days: checked, and cut to the days that can be used."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

WINDOW_DAYS = 365
"""How far back a question looks, counted from the latest day with either answer."""


@dataclass(frozen=True, slots=True)
class Paired:
    """The days that can be used, ascending ordinals, and the answers that belong to them.

    ``y_before`` is y on the day before, where x is that day's too; ``None`` where all answers are of the same day.
    """

    days: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    y_before: NDArray[np.float64] | None = None

    def window(self, latest: int) -> slice:
        """Which rows lie among the 365 days up to ``latest``, an ordinal."""
        first, end = np.searchsorted(self.days, (latest - WINDOW_DAYS, latest), side="right")
        return slice(int(first), int(end))

    def rows(self, some: slice) -> Paired:
        """Some of the days."""
        before = None if self.y_before is None else self.y_before[some]
        return Paired(self.days[some], self.x[some], self.y[some], before)


@dataclass(frozen=True, slots=True)
class Halves:
    """The days split at a rating of x: ``high`` marks those at ``cut`` or above."""

    cut: float
    high: NDArray[np.bool_]

    @property
    def n_high(self) -> int:
        """The number of days at ``cut`` or above."""
        return int(np.count_nonzero(self.high))

    @property
    def n_low(self) -> int:
        """The number of days below ``cut``."""
        return self.high.size - self.n_high

    def difference(self, values: NDArray[np.float64]) -> float:
        """The mean of ``values`` on the high days less that on the others."""
        return float(values[self.high].mean() - values[~self.high].mean())


def paired(days: ArrayLike, x: ArrayLike, y: ArrayLike) -> Paired:
    """The days with both answers among the last 365; raises ``ValueError`` naming an argument that can't be read."""
    all_days, all_x, all_y = _checked(days, x, y)
    return _in_window(on_same_days(all_days, all_x, all_y), all_days, all_x, all_y)


def paired_with_day_before(days: ArrayLike, x: ArrayLike, y: ArrayLike) -> Paired:
    """The days among the last 365 that have y, with x and y of the day before; raises as ``paired``.

    Yesterday's answers may lie one day before the window.
    """
    all_days, all_x, all_y = _checked(days, x, y)
    return _in_window(on_days_after(all_days, all_x, all_y), all_days, all_x, all_y)


def on_same_days(days: NDArray[np.int64], x: NDArray[np.float64], y: NDArray[np.float64]) -> Paired:
    """Every one of the days with both answers."""
    used = ~np.isnan(x) & ~np.isnan(y)
    return Paired(days[used], x[used], y[used])


def on_days_after(days: NDArray[np.int64], x: NDArray[np.float64], y: NDArray[np.float64]) -> Paired:
    """Every one of the days that have y, with x and y of the day before."""
    follows = np.diff(days) == 1
    used = np.flatnonzero(follows & ~np.isnan(y[1:]) & ~np.isnan(x[:-1]) & ~np.isnan(y[:-1]))
    return Paired(days[used + 1], x[used], y[used + 1], y[used])


def _in_window(all_used: Paired, days: NDArray[np.int64], x: NDArray[np.float64], y: NDArray[np.float64]) -> Paired:
    """Those among the last 365 days, counted from the latest that has either answer."""
    either = days[~np.isnan(x) | ~np.isnan(y)]
    return all_used.rows(all_used.window(int(either[-1]))) if either.size else all_used


def split(x: NDArray[np.float64]) -> Halves | None:
    """Split days at the rating of x, the smallest excluded, that comes nearest to half (ties: the lower)."""
    ratings, counts = np.unique(x, return_counts=True)
    if ratings.size < 2:  # noqa: PLR2004 - two ratings make two groups
        return None
    at_or_above = counts[::-1].cumsum()[::-1][1:]
    cut = ratings[1:][np.argmin(np.abs(2 * at_or_above - x.size))]
    return Halves(float(cut), x >= cut)


def checked_pair(name: str, value: float | Iterable[float]) -> tuple[float, float]:
    """One number for both measures, or (x's, y's), none below 0; raises ``ValueError`` naming the argument."""
    numbers = tuple(value) if isinstance(value, Iterable) else (value, value)
    if len(numbers) != 2 or not all(0 <= number < math.inf for number in numbers):  # noqa: PLR2004 - x's and y's
        raise ValueError(f"{name} must be a number from 0, or one for x and one for y")
    return float(numbers[0]), float(numbers[1])


def _checked(
    days: ArrayLike, x: ArrayLike, y: ArrayLike
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    all_days = checked_days(days)
    return all_days, checked_values("x", x, all_days.size), checked_values("y", y, all_days.size)


def checked_days(days: ArrayLike) -> NDArray[np.int64]:
    """Strictly ascending ordinals; raises ``ValueError`` naming ``days``."""
    array = np.asarray(days)
    if array.ndim != 1 or (array.size and array.dtype.kind not in "iu"):
        raise ValueError("days must be whole ordinals in one row")
    ordinals = array.astype(np.int64)
    if np.any(np.diff(ordinals) <= 0):
        raise ValueError("days must be strictly ascending")
    return ordinals


def checked_values(name: str, values: ArrayLike, size: int) -> NDArray[np.float64]:
    """One finite value or NaN for each of ``size`` days; raises ``ValueError`` naming the argument."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be numbers") from error
    if array.shape != (size,):
        raise ValueError(f"{name} must have one value for each of the {size} days")
    if np.any(np.isinf(array)):
        raise ValueError(f"{name} must be finite, or NaN where it was not filled in")
    return array
