"""Two series over the days that have either, and what one weekly look sees of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from diary.insight.looks import ps_of
from diary.insight.questions import described, one_of_three
from diary.insight.series import WINDOW_DAYS, on_days_after, on_same_days

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from diary.insight.finding import Finding

ENGINE = 1
"""The version of the statistics: raised with every change that can move a figure, so that no old one is shown."""
OTHER_WAY = 2
"""The number of the question that is put the other way round: a the day after b."""
Findings = tuple["Finding", "Finding", "Finding"]
"""b with a on the same day, b the day after a, and a the day after b."""


@dataclass(frozen=True, slots=True)
class PairSeries:
    """Ascending ordinals that have a or b, their values (NaN: none), and the spreads below which they hardly change."""

    days: NDArray[np.int64]
    a: NDArray[np.float64]
    b: NDArray[np.float64]
    min_sd: tuple[float, float]

    @classmethod
    def of(cls, a: Mapping[int, float], b: Mapping[int, float], min_sd: tuple[float, float]) -> Self:
        """The series of two things from their values by ordinal."""
        days = sorted(a.keys() | b.keys())
        columns = [np.array([one.get(day, np.nan) for day in days], dtype=np.float64) for one in (a, b)]
        return cls(np.array(days, dtype=np.int64), columns[0], columns[1], min_sd)

    @classmethod
    def among(
        cls,
        days: NDArray[np.int64],
        a: NDArray[np.float64],
        b: NDArray[np.float64],
        min_sd: tuple[float, float],
    ) -> Self:
        """The series over those of ``days`` that have either."""
        either = ~np.isnan(a) | ~np.isnan(b)
        return cls(days[either], a[either], b[either], min_sd)

    def up_to(self, day: int) -> PairSeries:
        """What a look on ``day`` sees at most: a year and a day up to the latest answer by then."""
        end = int(np.searchsorted(self.days, day, side="right"))
        latest = int(self.days[end - 1]) if end else day
        seen = slice(int(np.searchsorted(self.days, latest - WINDOW_DAYS)), end)
        return PairSeries(self.days[seen], self.a[seen], self.b[seen], self.min_sd)

    def needs(self, day: int) -> int | None:
        """The first ordinal that a look on ``day`` sees, ``None`` where nothing was written by then."""
        end = int(np.searchsorted(self.days, day, side="right"))
        return int(self.days[end - 1]) - WINDOW_DAYS if end else None

    def finding(self, number: int) -> Finding:
        """One of the three questions (0 to 2); some 4 ms with a full year."""
        return one_of_three(number, self.days, self.a, self.b, min_sd=self.min_sd)

    def ps(self, number: int, looks: Sequence[int]) -> list[float]:
        """The p of one of the three questions (0 to 2) as looks on these ordinals see it; NaN where it is refused.

        Much less work than a whole finding at every look, and the same within 1e-9.
        """
        x, y, min_sd = (self.a, self.b, self.min_sd) if number < OTHER_WAY else (self.b, self.a, self.min_sd[::-1])
        used = on_days_after(self.days, x, y) if number else on_same_days(self.days, x, y)
        ends = np.searchsorted(self.days, looks, side="right")
        latest = [int(self.days[end - 1]) if end else day for end, day in zip(ends, looks, strict=True)]
        return ps_of(used, [used.window(day) for day in latest], min_sd)

    def described(self) -> Findings:
        """The plain figures of the days that the three questions could use."""
        return (
            described("same_day", self.days, self.a, self.b),
            described("next_day", self.days, self.a, self.b),
            described("next_day", self.days, self.b, self.a),
        )

    def fingerprint(self, names: tuple[str, str]) -> str:
        """A hash of everything that the findings depend on: the days and values, the spreads and this engine."""
        content = hashlib.sha256(f"{ENGINE}\n{names[0]}\n{names[1]}\n{self.min_sd}\n".encode())
        for column in (self.days, self.a, self.b):
            content.update(column.tobytes())
        return content.hexdigest()
