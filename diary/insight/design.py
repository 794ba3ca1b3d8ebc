"""What every question allows for before it looks at x: a level, a slow change and the days of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

WEEKDAYS_FROM = 56
"""The number of days from which every weekday gets its own term: eight of each. Below, one term for the weekend."""
MONDAY, TUESDAY, SATURDAY = 0, 1, 5


def calendar_columns(days: NDArray[np.int64]) -> NDArray[np.float64]:
    """A column of ones, then trend and weekday terms, each kept only if it adds rank; shape (days, columns)."""
    kept = np.ones((days.size, 1))
    for column in (_trend(days), *_weekday_terms(days)):
        wider = np.column_stack((kept, column))
        if has_full_rank(wider):
            kept = wider
    return kept


def has_full_rank(columns: NDArray[np.float64]) -> bool:
    """Whether no column is a combination of the others."""
    return bool(np.linalg.matrix_rank(columns) == columns.shape[1])


def _trend(days: NDArray[np.int64]) -> NDArray[np.float64]:
    """From -1 on the first day used to 1 on the last."""
    half_range = float(days[-1] - days[0]) / 2
    centred: NDArray[np.float64] = days - days[0] - half_range
    return centred / max(1.0, half_range)


def _weekday_terms(days: NDArray[np.int64]) -> Iterator[NDArray[np.float64]]:
    weekday = (days - 1) % 7
    if days.size < WEEKDAYS_FROM:
        yield (weekday >= SATURDAY).astype(np.float64)
    else:
        for day_of_week in range(TUESDAY, 7):
            yield (weekday == day_of_week).astype(np.float64)
