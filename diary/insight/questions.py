"""The questions that can be put to two measures: how they move together on the same days, and from day to day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from diary.insight.design import calendar_columns, has_full_rank
from diary.insight.finding import Finding, Kind, Reason
from diary.insight.posterior import BothWays, regress
from diary.insight.series import Halves, Paired, checked_pair, paired, paired_with_day_before, split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import ArrayLike

DAYS_NEEDED = 21
"""Days with both answers below which chance alone too often looks like a pattern."""
DAYS_NEEDED_EACH_SIDE = 5
SIGNIFICANT = 0.05
_NORMAL_975 = 1.959963984540054
_LOW, _HIGH = 0.025, 0.975


def same_day(days: ArrayLike, x: ArrayLike, y: ArrayLike, *, min_sd: float | Iterable[float] = 0.5) -> Finding:
    """How y moved with x on the same days; not yet judged beside other questions.

    ``days`` are strictly ascending ordinals, x and y have NaN where nothing was filled in, and ``min_sd`` is the
    population SD below which answers hardly changed, one for both or (x's, y's). Raises ``ValueError`` naming a bad
    argument.
    """
    return asked(paired(days, x, y), checked_pair("min_sd", min_sd))


def next_day(days: ArrayLike, x: ArrayLike, y: ArrayLike, *, min_sd: float | Iterable[float] = 0.5) -> Finding:
    """How y moved with x of the day before, among days that started from the same y; not yet judged beside others.

    y of the day before is allowed for, and x of the same day never: allowing for it would raise false alarms. Arguments
    and errors are those of ``same_day``; the days told are those of y.
    """
    return asked(paired_with_day_before(days, x, y), checked_pair("min_sd", min_sd))


def one_of_three(
    number: int, days: ArrayLike, a: ArrayLike, b: ArrayLike, *, min_sd: tuple[float, float] = (0.5, 0.5)
) -> Finding:
    """One of the three questions that are put to a pair.

    b with a on the same day (0), b the day after a (1), a the day after b (2).
    """
    if number == 0:
        return same_day(days, a, b, min_sd=min_sd)
    return next_day(days, a, b, min_sd=min_sd) if number == 1 else next_day(days, b, a, min_sd=min_sd[::-1])


def described(kind: Kind, days: ArrayLike, x: ArrayLike, y: ArrayLike) -> Finding:
    """The plain figures of the days that a question would use, without asking it."""
    used = paired(days, x, y) if kind == "same_day" else paired_with_day_before(days, x, y)
    return _refused(_described(used), "days")


def asked(used: Paired, smallest_sds: tuple[float, float]) -> Finding:
    """What the days used say; of the day after where they have y of the day before."""
    plain = _described(used)
    if reason := refusal(used, smallest_sds):
        return _refused(plain, reason)
    both_ways = _regressed(used)
    if both_ways is None:
        return _refused(plain, "too_steady")
    return _estimated(plain, both_ways)


def refusal(used: Paired, smallest_sds: tuple[float, float]) -> Reason:
    """Why a question is not put to these days; empty where it is, unless columns turn out to be combinations."""
    if used.days.size < DAYS_NEEDED:
        return "days"
    halves = split(used.x)
    return "too_steady" if halves is None or _hardly_changed(used, halves, smallest_sds) else ""


@dataclass(frozen=True, slots=True)
class _Interval:
    low: float
    high: float

    def times(self, factor: float) -> _Interval:
        return _Interval(self.low * factor, self.high * factor)

    def stretched_to_0(self) -> _Interval:
        return _Interval(min(self.low, 0.0), max(self.high, 0.0))


def _described(used: Paired) -> Finding:
    """The plain figures of the days used, which can be given even when the question is refused."""
    finding = Finding("same_day" if used.y_before is None else "next_day", used.days.size, "unsure")
    if not used.days.size:
        return finding
    finding = replace(
        finding,
        mean_x=float(used.x.mean()),
        mean_y=float(used.y.mean()),
        first_day=int(used.days[0]),
        last_day=int(used.days[-1]),
    )
    halves = split(used.x)
    if halves is not None:
        finding = replace(
            finding,
            cut=halves.cut,
            n_high=halves.n_high,
            n_low=halves.n_low,
            delta_x=halves.difference(used.x),
            mean_high=float(used.y[halves.high].mean()),
            mean_low=float(used.y[~halves.high].mean()),
        )
    return finding


def _refused(finding: Finding, reason: Reason) -> Finding:
    return replace(finding, verdict="not_enough", reason=reason)


def _hardly_changed(used: Paired, halves: Halves, smallest_sds: tuple[float, float]) -> bool:
    steady = any(values.std() < smallest for values, smallest in zip((used.x, used.y), smallest_sds, strict=True))
    return steady or np.ptp(used.y) == 0 or min(halves.n_high, halves.n_low) < DAYS_NEEDED_EACH_SIDE


def _regressed(used: Paired) -> BothWays | None:
    """The slopes both ways in the units of x and y, or ``None`` if a column is a combination of the others."""
    covariates = calendar_columns(used.days)
    if used.y_before is not None:
        covariates = np.column_stack((covariates, used.y_before - used.y_before.mean()))
    sd_x, sd_y = used.x.std(), used.y.std()
    x, y = (used.x - used.x.mean()) / sd_x, (used.y - used.y.mean()) / sd_y
    if not has_full_rank(np.column_stack((covariates, x, y))):
        return None
    try:
        both_ways = regress(used.days, covariates, x, y)
    except np.linalg.LinAlgError:
        return None
    return replace(both_ways, forward=both_ways.forward.in_units(sd_y / sd_x))


def _estimated(plain: Finding, both_ways: BothWays) -> Finding:
    forward = both_ways.forward
    p_forward, p_reverse = forward.p, both_ways.reverse.p
    p = max(p_forward, p_reverse)
    interval, r_interval = _Interval(*forward.quantiles(_LOW, _HIGH)), _r_interval(forward.r, forward.freedom)
    if p > SIGNIFICANT:
        interval, r_interval = interval.stretched_to_0(), r_interval.stretched_to_0()
    in_points = interval.times(plain.delta_x)
    return replace(
        plain,
        p=p,
        p_forward=p_forward,
        p_reverse=p_reverse,
        slope=forward.mean,
        slope_low=interval.low,
        slope_high=interval.high,
        r=forward.r,
        r_low=r_interval.low,
        r_high=r_interval.high,
        points=forward.mean * plain.delta_x,
        points_low=in_points.low,
        points_high=in_points.high,
        persistence=both_ways.persistence,
    )


def _r_interval(r: float, freedom: int) -> _Interval:
    """Fisher's z, with the degrees of freedom for the number of pairs."""
    half = _NORMAL_975 / np.sqrt(max(1, freedom - 1))
    return _Interval(float(np.tanh(np.arctanh(r) - half)), float(np.tanh(np.arctanh(r) + half)))
