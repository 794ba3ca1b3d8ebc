"""Student's t against scipy, which calculates it another way, and against the two laws that can be written down."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import stdtr, stdtrit

from diary.insight.student import below, density, quantile, tail

FREEDOMS = [2, 3, 16, 17, 60, 199, 353, 2000]
VALUES = np.concatenate(
    (np.linspace(-9, 9, 181), [0, 1e-9, -1e-9, -2.5, 2.5, np.nextafter(2.5, 3), np.nextafter(-2.5, -3)])
)


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_every_share_is_that_of_scipy_far_out_too(freedom: int) -> None:
    values = np.concatenate((VALUES, [-40.0, 40.0]))
    assert below(freedom, values) == pytest.approx(stdtr(freedom, values), rel=1e-10, abs=0)
    assert tail(freedom, values) == pytest.approx(stdtr(freedom, -np.abs(values)), rel=1e-10, abs=0)


def test_one_degree_of_freedom_is_cauchys_distribution() -> None:
    assert below(1, VALUES) == pytest.approx(0.5 + np.arctan(VALUES) / np.pi, rel=1e-13)


def test_two_degrees_of_freedom_have_a_root_for_their_share() -> None:
    assert below(2, VALUES) == pytest.approx(0.5 + VALUES / (2 * np.sqrt(2 + VALUES**2)), rel=1e-13)


def test_each_row_may_have_its_own_freedom() -> None:
    freedoms = np.array(FREEDOMS)[:, np.newaxis]
    assert np.array_equal(below(freedoms, VALUES[np.newaxis]), [below(one, VALUES) for one in FREEDOMS])


@pytest.mark.parametrize("freedom", FREEDOMS)
@pytest.mark.parametrize("share", [0.001, 0.025, 0.31, 0.5, 0.975, 0.9999])
def test_a_quantile_is_that_of_scipy(freedom: int, share: float) -> None:
    assert quantile(freedom, share) == pytest.approx(stdtrit(freedom, share), rel=1e-11, abs=1e-12)


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_the_density_is_how_fast_the_share_grows(freedom: int) -> None:
    step = 1e-5
    grown = (stdtr(freedom, VALUES + step) - stdtr(freedom, VALUES - step)) / (2 * step)
    assert density(freedom, VALUES) == pytest.approx(grown, rel=1e-6, abs=1e-10)
