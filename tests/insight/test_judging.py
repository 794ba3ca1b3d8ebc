"""What a family of questions allows each of them to say."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from diary.insight import Finding, judge


def asked(p: float = 0.5, low: float = -2.0, high: float = 2.0) -> Finding:
    return Finding("same_day", 60, "unsure", p=p, points=(low + high) / 2, points_low=low, points_high=high)


REFUSED = Finding("same_day", 9, "not_enough", "days")


def test_q_is_that_of_benjamini_and_hochberg() -> None:
    ps = np.random.default_rng(1).random(40) ** 3
    assert [f.q for f in judge([asked(p) for p in ps])] == pytest.approx(false_discovery_control(ps))


def test_refused_questions_do_not_widen_the_family() -> None:
    alone, beside = judge([asked(0.03)]), judge([REFUSED, asked(0.03), REFUSED])
    assert beside[1] == alone[0]
    assert beside[0].verdict == "not_enough"
    assert math.isnan(beside[0].q)


def test_ties_share_their_q() -> None:
    assert [f.q for f in judge([asked(0.02), asked(0.9), asked(0.02)])] == pytest.approx([0.03, 0.9, 0.03])


def test_a_question_alone_keeps_its_p() -> None:
    assert judge([asked(0.04)])[0].q == 0.04


@pytest.mark.parametrize(
    ("finding", "verdict"),
    [
        (asked(0.05, 0.1, 3), "link"),
        (asked(0.051, 0, 3), "unsure"),
        (asked(0.5, -0.9, 0.9), "small_at_most"),
        (asked(0.5, -1.0, 0.9), "unsure"),
        (asked(0.5, -0.9, 1.0), "unsure"),
        (asked(0.01, 0.1, 0.9), "link"),
        (REFUSED, "not_enough"),
    ],
)
def test_each_verdict_has_its_case(finding: Finding, verdict: str) -> None:
    assert [f.verdict for f in judge([finding])] == [verdict]


def test_what_is_small_may_differ() -> None:
    verdicts = [f.verdict for f in judge([asked(), asked()], small=[2.5, 1.5])]
    assert verdicts == ["small_at_most", "unsure"]


def test_alpha_moves_the_line() -> None:
    assert judge([asked(0.03, 0.1, 3)], alpha=0.01)[0].verdict == "unsure"


def test_judging_twice_is_judging_once() -> None:
    once = judge([asked(0.01, 1, 2), asked(0.2), asked(0.04)])
    assert judge(once) == once


def test_no_questions_need_no_judge() -> None:
    assert judge([]) == []


@pytest.mark.parametrize("alpha", [0, 1, -0.1, math.nan])
def test_an_alpha_that_is_no_share_is_named(alpha: float) -> None:
    with pytest.raises(ValueError, match=r"^alpha must"):
        judge([asked()], alpha=alpha)


@pytest.mark.parametrize("small", [0, -1, math.nan, math.inf, [1.0], [1.0, 2.0, 3.0]])
def test_a_small_that_does_not_fit_is_named(small: float | list[float]) -> None:
    with pytest.raises(ValueError, match=r"^small must"):
        judge([asked(), asked()], small=small)
