"""How much a day resembles the days before it: a grid of possible memories, and series cleaned of each of them.

A day's deviation is an AR(1) process plus noise of its own: ``Cov = s2 * ((1 - w) * phi ** gap + w * (gap == 0))``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PHIS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98)
_NOISES = (0.0, 0.3, 0.6)
_GRID = tuple((phi, w) for phi in _PHIS for w in (_NOISES if phi else (0.0,)))

PHI = np.array([phi for phi, _ in _GRID])
"""What is left of a deviation after one day, for each of the 22 grid points."""
NOISE = np.array([w for _, w in _GRID])
"""The share of the variance that is a day's own, for each grid point."""
LOG_PRIOR = np.log(np.where(PHI > 0, 1 / len(_NOISES), 1.0) / len(_PHIS))
"""Every phi has the same mass, shared equally by its noises."""


@dataclass(frozen=True, slots=True)
class Whitened:
    """What generalised least squares needs of n days under each grid point's covariance V (variance 1).

    ``log_det_v`` has shape (grid,); ``cross_product``, ``Z' V^-1 Z`` for all columns Z, has (grid, columns, columns).
    """

    log_det_v: NDArray[np.float64]
    cross_product: NDArray[np.float64]


def whiten(days: NDArray[np.int64], columns: NDArray[np.float64]) -> Whitened:
    """One Kalman pass over the days, all columns and all grid points at once, with the gaps as they are."""
    kept = PHI ** np.diff(days)[:, np.newaxis]
    variances, gains = _gains(kept)
    innovations = np.empty((days.size, PHI.size, columns.shape[1]))
    expected = np.zeros(innovations.shape[1:])
    carried = np.concatenate((kept, np.zeros((1, PHI.size))))[:, :, np.newaxis]
    learned = carried * gains[:, :, np.newaxis]
    for day, row in enumerate(columns):
        np.subtract(row, expected, out=innovations[day])
        expected = carried[day] * expected + learned[day] * innovations[day]
    scaled = (innovations / np.sqrt(variances)[:, :, np.newaxis]).transpose(1, 0, 2)
    return Whitened(np.log(variances).sum(axis=0), scaled.transpose(0, 2, 1) @ scaled)


def _gains(kept: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each day's innovation variance, and the share of the innovation that the next day inherits; both (days, grid)."""
    variances = np.empty((len(kept) + 1, PHI.size))
    gains = np.empty_like(variances)
    remembered = 1 - NOISE
    kept_squared = kept**2
    renewed = remembered * (1 - kept_squared)
    still_noise = kept_squared * NOISE
    uncertain = remembered
    for day in range(len(variances)):
        if day:
            uncertain = still_noise[day - 1] * gains[day - 1] + renewed[day - 1]
        np.add(uncertain, NOISE, out=variances[day])
        np.divide(uncertain, variances[day], out=gains[day])
    return variances, gains
