"""What a family of questions allows each of them to say, because of many questions one will look linked by chance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diary.insight.finding import NAN, Finding, Verdict


def judge(findings: Sequence[Finding], *, alpha: float = 0.05, small: float | Iterable[float] = 1.0) -> list[Finding]:
    """Fill ``q`` and ``verdict`` of one family, in the same order; raises ``ValueError`` naming a bad argument.

    ``small`` is the largest difference that doesn't matter, in units of y: one for all, or one each.
    """
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie between 0 and 1")
    smalls = _checked_smalls(small, len(findings))
    adjusted = benjamini_hochberg([finding.p for finding in findings])
    return [
        replace(finding, q=q, verdict=verdict_of(finding, q, alpha, small_here))
        for finding, q, small_here in zip(findings, adjusted, smalls, strict=True)
    ]


def verdict_of(finding: Finding, q: float, alpha: float, small: float) -> Verdict:
    """What a finding with this q may say, where differences below ``small`` don't matter."""
    if math.isnan(q):
        return "not_enough"
    if q <= alpha:
        return "link"
    return "small_at_most" if -small < finding.points_low and finding.points_high < small else "unsure"


def benjamini_hochberg(ps: Sequence[float]) -> list[float]:
    """The rate of false discoveries at which each would be one (Benjamini and Hochberg 1995); NaN stays NaN."""
    adjusted = [NAN] * len(ps)
    asked = sorted((p, place) for place, p in enumerate(ps) if not math.isnan(p))
    smallest = 1.0
    for rank in range(len(asked), 0, -1):
        p, place = asked[rank - 1]
        smallest = min(smallest, p * len(asked) / rank)
        adjusted[place] = smallest
    return adjusted


def _checked_smalls(small: float | Iterable[float], count: int) -> list[float]:
    smalls = list(small) if isinstance(small, Iterable) else [small] * count
    if len(smalls) != count or not all(0 < one < math.inf for one in smalls):
        raise ValueError("small must be a number above 0, or one for each finding")
    return smalls
