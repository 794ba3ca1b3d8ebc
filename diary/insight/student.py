"""Student's t distribution: the share below a value, and the value below which a share lies.

Own code, because a library that has it takes a fifth of a second to load and is larger than the rest of the program.
"""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

_NEAR_0 = 2.5
"""The t up to which the share is counted from 0, and beyond from the far end: either way few terms are enough."""
_TERMS = 30
"""Pairs of terms of the fraction; 28 give every digit of every freedom up to 4,000."""
_MOST_STEPS = 50


def below(freedom: ArrayLike, t: Floats) -> Floats:
    """The share of a Student's t with so many degrees of ``freedom``, whole and 1 or more, that lies below each t."""
    beyond = tail(freedom, t)
    shares: Floats = np.where(t < 0, beyond, 1 - beyond)
    return shares


def tail(freedom: ArrayLike, t: Floats) -> Floats:
    """The share farther from 0 than each of ``t`` on its own side: half an incomplete beta function.

    By its continued fraction (Press et al., Numerical Recipes, section 6.4).
    """
    nu = np.asarray(freedom, dtype=np.float64)
    squared = np.square(t)
    near, far = squared / (nu + squared), nu / (nu + squared)
    from_far = np.abs(t) > _NEAR_0
    a = np.where(from_far, nu / 2, 0.5)
    b = np.where(from_far, 0.5, nu / 2)
    fraction = _fraction(a, b, np.where(from_far, far, near))
    common = np.exp(-nu / 2 * np.log1p(squared / nu) - _log_beta(nu)) * np.sqrt(near)
    part = common / a * fraction
    shares: Floats = np.where(from_far, part / 2, 0.5 - part / 2)
    return shares


def density(freedom: int, t: Floats) -> Floats:
    """How dense a Student's t is at each of ``t``."""
    height = math.exp(-_log_beta_of(freedom)) / math.sqrt(freedom)
    dense: Floats = height * (1 + np.square(t) / freedom) ** (-(freedom + 1) / 2)
    return dense


@cache
def quantile(freedom: int, share: float) -> float:
    """The value below which a ``share`` between 0 and 1 lies, by Newton's steps from the normal distribution's."""
    normal = NormalDist().inv_cdf(share)
    t = np.array([normal + (normal**3 + normal) / (4 * freedom)])
    for _ in range(_MOST_STEPS):
        step = (below(freedom, t) - share) / density(freedom, t)
        t -= step
        if abs(step[0]) <= 4e-15 * abs(t[0]):
            break
    return float(t[0])


def _fraction(a: Floats, b: Floats, x: Floats) -> Floats:
    """The continued fraction of the incomplete beta function, from its last term back to its first."""
    m = np.arange(1, _TERMS + 1).reshape(-1, *(1,) * x.ndim)
    twice = a + 2 * m
    even = m * (b - m) * x / ((twice - 1) * twice)
    odd = -(a + m) * (a + b + m) * x / (twice * (twice + 1))
    rest = np.ones_like(x)
    for one, other in zip(even[::-1], odd[::-1], strict=True):
        rest = 1 + one / (1 + other / rest)
    whole: Floats = 1 / (1 - (a + b) * x / (a + 1) / rest)
    return whole


def _log_beta(nu: Floats) -> Floats:
    """The logarithm of the beta function of half the freedom and a half."""
    return np.array([_log_beta_of(int(one)) for one in nu.flat]).reshape(nu.shape)


@cache
def _log_beta_of(freedom: int) -> float:
    return math.lgamma(freedom / 2) + math.lgamma(0.5) - math.lgamma((freedom + 1) / 2)
