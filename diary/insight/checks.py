"""Looking again every week: on which days, and when a link is named or taken back.

Judged afresh every week at 5 %, an unlinked diary would show a false link at some time in the year in a third of cases.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from diary.insight.judging import benjamini_hochberg
from diary.insight.pair import PairSeries
from diary.insight.series import checked_days, checked_values

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

FIRST_CHECK_AFTER, CHECK_EVERY = 20, 7
"""Days from the first day with an entry to the first check, and from each check to the next."""
ANNOUNCED_AT, CHECKS_RUNNING, WITHDRAWN_ABOVE = 0.01, 2, 0.05
DEFAULT_MIN_SD, DEFAULT_SMALL = 0.5, 1.0

Pair = tuple[str, str]
"""The names of two series."""
Question = tuple[str, str, Literal["same", "next"]]
"""(a, b, "same"): b with a on the same day; (a, b, "next"): b the day after a."""


@dataclass(frozen=True, slots=True)
class Check:
    """One weekly look, over the days up to ``day`` (an ordinal): each question's ``q`` and whether a link stands.

    A question that has not enough days has a q of NaN and stands as before; a pair added later is not in ``results``.
    """

    day: int
    results: Mapping[Question, tuple[float, bool]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the checks so far make of a question: whether its link is named, and how many checks running were sure."""

    announced: bool = False
    running: int = 0

    def after(self, q: float) -> Standing:
        """What another check makes of it; one without a q changes nothing."""
        if math.isnan(q):
            return self
        if self.announced:
            return Standing() if q > WITHDRAWN_ABOVE else self
        running = self.running + 1 if q <= ANNOUNCED_AT else 0
        return Standing(announced=True) if running == CHECKS_RUNNING else Standing(running=running)


ANY_STANDING = frozenset({Standing(), Standing(running=1), Standing(announced=True)})
"""What can be thought of a question whose earlier checks are not known yet."""


def check_days(first: int, last: int) -> range:
    """The days up to ``last`` on which links are looked for, from the ``first`` day with an entry; all ordinals."""
    return range(first + FIRST_CHECK_AFTER, last + 1, CHECK_EVERY)


def questions_of(pair: Pair) -> tuple[Question, Question, Question]:
    """The questions that are put to a pair, in the order of ``one_of_three``."""
    a, b = pair
    return (a, b, "same"), (a, b, "next"), (b, a, "next")


def review(
    days: ArrayLike,
    series: Mapping[str, ArrayLike],
    pairs: Sequence[Pair],
    *,
    min_sd: Mapping[str, float] | None = None,
    small: Mapping[str, float] | None = None,
    added: Mapping[Pair, int] | None = None,
) -> list[Check]:
    """Every weekly check from the first day with any answer to the last of ``days``, in their order.

    ``min_sd`` and ``small`` are by name of series (usually 0.5 and 1), ``added`` has the ordinal of the day from which
    a pair counts. A check depends on nothing after its day. Raises ``ValueError`` naming a bad argument.
    """
    all_days = checked_days(days)
    values = {name: checked_values(f"series[{name!r}]", one, all_days.size) for name, one in series.items()}
    asked = _checked_pairs(pairs, values)
    smallest_sds = _by_name("min_sd", min_sd, values, DEFAULT_MIN_SD, least_is_allowed=True)
    _by_name("small", small, values, DEFAULT_SMALL, least_is_allowed=False)
    since = _checked_added(added, asked)
    answered = [day for one in values.values() for day in all_days[~np.isnan(one)][:1]]
    if not answered:
        return []
    looks = check_days(int(min(answered)), int(all_days[-1]))
    ps: dict[int, dict[Question, float]] = {day: {} for day in looks}
    for pair in asked:
        a, b = pair
        both = PairSeries.among(all_days, values[a], values[b], (smallest_sds[a], smallest_sds[b]))
        counted = [day for day in looks if since.get(pair, day) <= day]
        for number, question in enumerate(questions_of(pair)):
            for day, p in zip(counted, both.ps(number, counted), strict=True):
                ps[day][question] = p
    return _told(ps)


def _told(ps: Mapping[int, Mapping[Question, float]]) -> list[Check]:
    """The checks, from the p of each question at each look, in the order of the looks."""
    checks = []
    standing: dict[Question, Standing] = {}
    for day, of_day in ps.items():
        qs = dict(zip(of_day, benjamini_hochberg(list(of_day.values())), strict=True))
        standing |= {question: standing.get(question, Standing()).after(q) for question, q in qs.items()}
        checks.append(Check(day, {question: (q, standing[question].announced) for question, q in qs.items()}))
    return checks


def _checked_pairs(pairs: Sequence[Pair], series: Mapping[str, object]) -> tuple[Pair, ...]:
    asked = tuple(tuple(pair) for pair in pairs)
    if not all(len(pair) == 2 and pair[0] != pair[1] and set(pair) <= set(series) for pair in asked):  # noqa: PLR2004
        raise ValueError("pairs must each name two of the series")
    if len({frozenset(pair) for pair in asked}) < len(asked):
        raise ValueError("pairs must not be repeated, the other way round neither")
    return tuple((pair[0], pair[1]) for pair in asked)


def _by_name(
    argument: str,
    given: Mapping[str, float] | None,
    series: Mapping[str, object],
    usual: float,
    *,
    least_is_allowed: bool,
) -> dict[str, float]:
    numbers = {} if given is None else given
    if not isinstance(numbers, Mapping) or not set(numbers) <= set(series):
        raise ValueError(f"{argument} must map names of series to numbers")
    for number in numbers.values():
        if not 0 <= number < math.inf or (number == 0 and not least_is_allowed):
            raise ValueError(f"{argument} must be finite and {'not below' if least_is_allowed else 'above'} 0")
    return {name: float(numbers.get(name, usual)) for name in series}


def _checked_added(added: Mapping[Pair, int] | None, pairs: Sequence[Pair]) -> Mapping[Pair, int]:
    since = {} if added is None else added
    if not isinstance(since, Mapping) or not set(since) <= set(pairs):
        raise ValueError("added must map pairs to days")
    if not all(isinstance(day, int | np.integer) for day in since.values()):
        raise ValueError("added must give each pair an ordinal")
    return since
