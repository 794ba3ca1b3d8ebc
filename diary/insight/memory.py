"""How much a day resembles the days before it: a grid of possible memories, and series cleaned of each of them.

A day's deviation is an AR(1) process plus noise of its own: ``Cov = s2 * ((1 - w) * phi ** gap + w * (gap == 0))``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

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

_BLOCK = 16
"""So many rows are summed at once where sums over many spans are wanted."""


@dataclass(frozen=True, slots=True)
class Whitened:
    """What generalised least squares needs of n days under each grid point's covariance V (variance 1).

    ``log_det_v`` has shape (grid,); ``cross_product``, ``Z' V^-1 Z`` for all columns Z, has (grid, columns, columns).
    """

    log_det_v: NDArray[np.float64]
    cross_product: NDArray[np.float64]


def whiten(days: NDArray[np.int64], columns: NDArray[np.float64]) -> Whitened:
    """One Kalman pass over the days, all columns and all grid points at once, with the gaps as they are."""
    told = _Pass.over(days, columns)
    return Whitened(np.log(told.variances).sum(axis=0), _squared(told.scaled))


def whiten_spans(days: NDArray[np.int64], columns: NDArray[np.float64], spans: Sequence[slice]) -> Whitened:
    """The same of many overlapping spans of the rows from one pass over all: a first axis (spans) comes before grid.

    Where a span begins, the pass remembers the days before it. That changes what is expected of the span in one
    direction only, so that forgetting them is a correction of rank one (Sherman and Morrison 1950).
    """
    told = _Pass.over(days, columns)
    blocks = _sums_of_blocks(told.scaled)
    logs = np.log(told.variances)
    log_det = np.empty((len(spans), PHI.size))
    products = np.empty((len(spans), *blocks.shape[1:]))
    for number, span in enumerate(spans):
        log_det[number] = logs[span].sum(axis=0)
        products[number] = _sum_up_to(span.stop, blocks, told.scaled) - _sum_up_to(span.start, blocks, told.scaled)
        if span.start:
            told.forget(span, log_det[number], products[number])
    return Whitened(log_det, products)


@dataclass(frozen=True, slots=True)
class _Pass:
    """What a Kalman pass knew on each day: ``variances`` of the innovations, and those scaled to a variance of 1.

    ``expected`` of each column, and how ``uncertain`` that was, are of the day's remembered part; ``lasting`` is the
    share of a wrong expectation that is left a day later. Shapes (days, grid) and (days, grid, columns), but
    ``scaled`` (grid, days, columns).
    """

    variances: NDArray[np.float64]
    uncertain: NDArray[np.float64]
    lasting: NDArray[np.float64]
    expected: NDArray[np.float64]
    scaled: NDArray[np.float64]

    @classmethod
    def over(cls, days: NDArray[np.int64], columns: NDArray[np.float64]) -> Self:
        count = columns.shape[1]
        kept = PHI ** np.diff(days)[:, np.newaxis]
        variances = _variances(kept)
        uncertain = variances - NOISE
        learned = kept * (uncertain / variances)[:-1]
        lasting = kept - learned
        # Flat rows, each grid point's columns side by side, and little memory asked for: both cost more than the sums.
        rows = np.tile(columns, PHI.size)
        expected = np.zeros_like(rows)
        np.multiply(np.repeat(learned, count, axis=1), rows[:-1], out=expected[1:])
        for today, tomorrow, share in zip(expected[:-1], expected[1:], np.repeat(lasting, count, axis=1), strict=True):
            np.add(tomorrow, share * today, out=tomorrow)
        rows -= expected
        rows *= np.repeat(1 / np.sqrt(variances), count, axis=1)
        shape = days.size, PHI.size, count
        return cls(variances, uncertain, lasting, expected.reshape(shape), rows.reshape(shape).transpose(1, 0, 2))

    def forget(self, span: slice, log_det: NDArray[np.float64], products: NDArray[np.float64]) -> None:
        """Take out of a span's sums, in place, what was known of its first day from the days before.

        ``wrong``, w, is how a wrong expectation of that day shows in each later innovation, all scaled to 1. Expecting
        0, as of any first day, and not m, adds w m' to the innovations e. Being less certain by d then takes
        h h' d / (1 + d w'w) from their products, where h = e'w, and adds log(1 + d w'w) to V's determinant.
        """
        rows = slice(span.start, span.stop - 1)
        wrong = np.concatenate((np.ones((1, PHI.size)), np.cumprod(self.lasting[rows], axis=0)))
        wrong /= np.sqrt(self.variances[span])
        seen = np.square(wrong).sum(axis=0)
        leant = (wrong.T[:, np.newaxis] @ self.scaled[:, span])[:, 0]
        before = self.expected[span.start]
        products += _both_ways(before, leant) + (seen[:, np.newaxis, np.newaxis] * _both_ways(before, before)) / 2
        leant += seen[:, np.newaxis] * before
        more_uncertain = 1 - NOISE - self.uncertain[span.start]
        share = more_uncertain / (1 + more_uncertain * seen)
        products -= share[:, np.newaxis, np.newaxis] * _both_ways(leant, leant) / 2
        log_det += np.log1p(more_uncertain * seen)


def _variances(kept: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each day's innovation variance: what is remembered of the days before, and the day's own noise; (days, grid)."""
    variances = np.empty((len(kept) + 1, PHI.size))
    variances[0] = 1
    kept_squared = kept**2
    at_most = kept_squared * NOISE + (1 - NOISE) * (1 - kept_squared) + NOISE
    known = kept_squared * NOISE**2
    for yesterday, today, most, of_it in zip(variances[:-1], variances[1:], at_most, known, strict=True):
        np.subtract(most, of_it / yesterday, out=today)
    return variances


def _squared(scaled: NDArray[np.float64]) -> NDArray[np.float64]:
    squared: NDArray[np.float64] = scaled.transpose(0, 2, 1) @ scaled
    return squared


def _sums_of_blocks(scaled: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cross-products of no block of rows, the first block, the first two …; a sum knows nothing of later rows."""
    grid, rows, columns = scaled.shape
    sums = np.zeros((rows // _BLOCK + 1, grid, columns, columns))
    for number, before in enumerate(sums[:-1]):
        np.add(before, _squared(scaled[:, number * _BLOCK : (number + 1) * _BLOCK]), out=sums[number + 1])
    return sums


def _sum_up_to(row: int, blocks: NDArray[np.float64], scaled: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = row // _BLOCK
    summed: NDArray[np.float64] = blocks[whole] + _squared(scaled[:, whole * _BLOCK : row])
    return summed


def _both_ways(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """``a b' + b a'`` at each grid point."""
    product = a[:, :, np.newaxis] * b[:, np.newaxis]
    return product + product.transpose(0, 2, 1)
