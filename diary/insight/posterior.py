"""What the days say about a slope, with everything that is not known about their memory averaged over."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from diary.insight.memory import LOG_PRIOR, NOISE, PHI, whiten
from diary.insight.student import below, density, quantile, tail

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from diary.insight.memory import Whitened

    Freedom = int | NDArray[np.int64]

_MOST_STEPS = 60
"""Enough halvings to narrow any bracket of doubles to neighbours; Newton's steps seldom need more than six."""
_NEAR = 1e-13
"""The part of the bracket's first width below which a step changes nothing that could be told."""


@dataclass(frozen=True, slots=True)
class Slope:
    """A mixture of Student t's with ``freedom`` degrees, one for each grid point: its weight, centre and scale."""

    weights: NDArray[np.float64]
    centres: NDArray[np.float64]
    scales: NDArray[np.float64]
    freedom: int

    @property
    def mean(self) -> float:
        """The estimate."""
        return float(self.weights @ self.centres)

    @property
    def sd(self) -> float:
        """The spread that goes into r: within the grid points (without the t's own factor) and between them."""
        return float(np.sqrt(self.weights @ (self.scales**2 + (self.centres - self.mean) ** 2)))

    @property
    def r(self) -> float:
        """The partial correlation that a t of the same size would come from; same whatever the units."""
        t = self.mean / self.sd
        return t / math.sqrt(t**2 + self.freedom)

    @property
    def p(self) -> float:
        """Twice the mass on the lighter side of 0."""
        return float(_two_sided(_Mixture(self.weights, self.centres, self.scales), self.freedom))

    def in_units(self, factor: float) -> Slope:
        """The same slope when a step of the regressor or of the response is ``factor`` times as large or small."""
        return replace(self, centres=self.centres * factor, scales=self.scales * factor)

    def quantiles(self, *probabilities: float) -> tuple[float, ...]:
        """The values below which these shares of the mass lie; each lies between the grid points' own quantiles."""
        wanted = np.array(probabilities)
        own_standardized = np.array([quantile(self.freedom, one) for one in probabilities])
        own = self.centres[:, np.newaxis] + self.scales[:, np.newaxis] * own_standardized
        low, high = own.min(axis=0), own.max(axis=0)
        near = _NEAR * (high - low)
        guess = self.weights @ own
        for _ in range(_MOST_STEPS):
            standardized = (guess - self.centres[:, np.newaxis]) / self.scales[:, np.newaxis]
            too_much = self.weights @ below(self.freedom, standardized) - wanted
            low, high = np.where(too_much < 0, guess, low), np.where(too_much < 0, high, guess)
            newton = guess - too_much / ((self.weights / self.scales) @ density(self.freedom, standardized))
            previous, guess = guess, np.where((low <= newton) & (newton <= high), newton, (low + high) / 2)
            if np.all(np.abs(guess - previous) <= near):
                break
        return tuple(float(value) for value in guess)


@dataclass(frozen=True, slots=True)
class BothWays:
    """The slope of y on x and of x on y, and the memory of y's days (0 to 1) that the first was judged by."""

    forward: Slope
    reverse: Slope
    persistence: float


def regress(
    days: NDArray[np.int64], covariates: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> BothWays:
    """Regress y on x, and x on y, given the covariates, under every memory of the grid at once.

    Raises ``numpy.linalg.LinAlgError`` where a column is so nearly a combination of the others that nothing is left.
    """
    freedom = days.size - covariates.shape[1] - 1
    forward, reverse = _both_ways(whiten(days, np.column_stack((covariates, x, y))), freedom)
    persistence = float(forward.weights @ (PHI * (1 - NOISE)))
    return BothWays(Slope(*forward, freedom), Slope(*reverse, freedom), persistence)


def two_way_ps(whitened: Whitened, freedom: NDArray[np.int64]) -> NDArray[np.float64]:
    """The larger p of both ways for each of many spans, whose last two columns are x and y; the rest is allowed for.

    ``freedom`` is one number a span. Raises ``numpy.linalg.LinAlgError`` as ``regress``.
    """
    of_each = freedom[:, np.newaxis]
    forward, reverse = _both_ways(whitened, of_each)
    return np.maximum(_two_sided(forward, of_each), _two_sided(reverse, of_each))


class _Mixture(NamedTuple):
    """What a ``Slope`` holds, of one or of many: the last axis is that of the grid."""

    weights: NDArray[np.float64]
    centres: NDArray[np.float64]
    scales: NDArray[np.float64]


def _both_ways(whitened: Whitened, freedom: Freedom) -> tuple[_Mixture, _Mixture]:
    """The slopes of the last column on the one before it, and the other way round."""
    factor = np.linalg.cholesky(whitened.cross_product)
    of_x, of_both, of_y = factor[..., -2, -2], factor[..., -1, -2], factor[..., -1, -1]
    of_covariates = np.diagonal(factor[..., :-2], axis1=-2, axis2=-1)
    log_det = whitened.log_det_v + 2 * np.log(of_covariates).sum(axis=-1)
    residual = np.square(of_y)
    xx, xy, yy = np.square(of_x), of_x * of_both, np.square(of_both) + residual
    forward = _mixture(log_det, regressor=xx, product=xy, residual=residual, freedom=freedom)
    reverse = _mixture(log_det, regressor=yy, product=xy, residual=residual * xx / yy, freedom=freedom)
    return forward, reverse


def _mixture(
    log_det: NDArray[np.float64],
    *,
    regressor: NDArray[np.float64],
    product: NDArray[np.float64],
    residual: NDArray[np.float64],
    freedom: Freedom,
) -> _Mixture:
    """The slope from the sums of squares and products that are left once the covariates are taken out.

    ``log_det`` is that of V and of the covariates. Flat prior on the coefficients, 1/s2 on the variance.
    """
    log_weights = LOG_PRIOR - (log_det + np.log(regressor) + freedom * np.log(residual)) / 2
    weights = np.exp(log_weights - log_weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return _Mixture(weights, product / regressor, np.sqrt(residual / (freedom * regressor)))


def _two_sided(slope: _Mixture, freedom: Freedom) -> NDArray[np.float64]:
    """Twice the mass on the lighter side of 0."""
    standardized = slope.centres / slope.scales
    beyond = tail(freedom, standardized)
    sides = [np.where(one, beyond, 1 - beyond) for one in (standardized < 0, standardized >= 0)]
    masses = [(slope.weights * side).sum(axis=-1) for side in sides]
    doubled: NDArray[np.float64] = np.minimum(1.0, 2 * np.minimum(*masses))
    return doubled
