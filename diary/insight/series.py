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
    """The days that have both answers, ascending ordinals, and the answers on them."""

    days: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]


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
    all_days = _checked_days(days)
    all_x = _checked_values("x", x, all_days.size)
    all_y = _checked_values("y", y, all_days.size)
    answered_x, answered_y = ~np.isnan(all_x), ~np.isnan(all_y)
    either = all_days[answered_x | answered_y]
    if not either.size:
        return Paired(either, all_x[:0], all_y[:0])
    used = answered_x & answered_y & (all_days > either[-1] - WINDOW_DAYS)
    return Paired(all_days[used], all_x[used], all_y[used])


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


def _checked_days(days: ArrayLike) -> NDArray[np.int64]:
    array = np.asarray(days)
    if array.ndim != 1 or (array.size and array.dtype.kind not in "iu"):
        raise ValueError("days must be whole ordinals in one row")
    ordinals = array.astype(np.int64)
    if np.any(np.diff(ordinals) <= 0):
        raise ValueError("days must be strictly ascending")
    return ordinals


def _checked_values(name: str, values: ArrayLike, size: int) -> NDArray[np.float64]:
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be numbers") from error
    if array.shape != (size,):
        raise ValueError(f"{name} must have one value for each of the {size} days")
    if np.any(np.isinf(array)):
        raise ValueError(f"{name} must be finite, or NaN where it was not filled in")
    return array
