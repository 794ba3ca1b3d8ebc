"""What looking again every week promises: nothing later moves what was seen earlier, and nothing is named at once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from diary.insight import judge, next_day, review, same_day
from diary.insight.checks import ANY_STANDING, Standing, check_days, questions_of
from diary.insight.pair import PairSeries
from tests.insight.diaries import MONDAY, Recipe, made_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from diary.insight import Check

    Array = NDArray[np.float64]

PAIRS = [("anxiety", "pain"), ("sleep", "pain")]
SAME, AFTER, OTHER_WAY = questions_of(("anxiety", "pain"))
SLEEP_SAME, SLEEP_AFTER, SLEEP_OTHER_WAY = questions_of(("sleep", "pain"))


def diary(n: int = 100, r: float = 0.6, seed: int = 2) -> tuple[NDArray[np.int64], dict[str, Array]]:
    """Anxiety and pain that are linked, and sleep that isn't."""
    rng = np.random.default_rng(seed)
    days, anxiety, pain = made_up(Recipe(n, phi=0.5, r=r, missing=0.1), rng)
    return days, {"anxiety": anxiety, "pain": pain, "sleep": np.round(rng.normal(14, 2, n)) / 2}


def told(checks: list[Check]) -> list[tuple[int, list[tuple[Any, str, bool]]]]:
    """The checks, comparable although NaN isn't equal to itself."""
    return [(one.day, [(key, repr(q), stands) for key, (q, stands) in one.results.items()]) for one in checks]


def test_the_first_look_is_twenty_days_after_the_first_entry_then_every_week() -> None:
    days, series = diary()
    checks = review(days, series, PAIRS)
    first = days[0]
    assert [one.day for one in checks] == [first + 20, *range(first + 27, days[-1] + 1, 7)]
    assert list(check_days(first, first + 19)) == []


def test_days_before_the_first_answer_do_not_count() -> None:
    days, series = diary()
    for values in series.values():
        values[:5] = np.nan
    assert review(days, series, PAIRS)[0].day == days[5] + 20


def test_each_look_is_the_family_over_the_days_up_to_it() -> None:
    days, series = diary()
    check = review(days, series, PAIRS)[6]
    seen = days <= check.day
    asked = [(series["anxiety"], series["pain"]), (series["sleep"], series["pain"])]
    findings = [
        question(days[seen], *values)
        for a, b in ((a[seen], b[seen]) for a, b in asked)
        for question, values in ((same_day, (a, b)), (next_day, (a, b)), (next_day, (b, a)))
    ]
    assert [q for q, _ in check.results.values()] == pytest.approx([f.q for f in judge(findings)])
    assert list(check.results) == [SAME, AFTER, OTHER_WAY, SLEEP_SAME, SLEEP_AFTER, SLEEP_OTHER_WAY]


def test_a_link_is_named_at_the_second_sure_look_running_and_not_before() -> None:
    checks = review(*diary(), PAIRS)
    qs = [one.results[SAME][0] for one in checks]
    stands = [one.results[SAME][1] for one in checks]
    second = next(i for i in range(1, len(qs)) if qs[i - 1] <= 0.01 and qs[i] <= 0.01)
    assert stands.index(True) == second


def test_a_look_depends_on_nothing_after_its_day() -> None:
    days, series = diary()
    whole = told(review(days, series, PAIRS))
    for n in (40, 63, 99):
        part = told(review(days[:n], {name: values[:n] for name, values in series.items()}, PAIRS))
        assert part == whole[: len(part)]


def test_editing_a_day_moves_only_the_looks_from_it_on() -> None:
    days, series = diary()
    before = told(review(days, series, PAIRS))
    series["pain"] = series["pain"].copy()
    series["pain"][60] = 10 - np.nan_to_num(series["pain"][60])
    after = told(review(days, series, PAIRS))
    untouched = [day for day, _ in before if day < days[60]]
    assert before[: len(untouched)] == after[: len(untouched)]
    assert before[len(untouched)] != after[len(untouched)]


def test_looking_twice_sees_the_same_and_changes_nothing() -> None:
    days, series = diary()
    kept = {name: values.copy() for name, values in series.items()}
    assert told(review(days, series, PAIRS)) == told(review(days, series, PAIRS))
    for name, values in series.items():
        np.testing.assert_array_equal(values, kept[name])


def test_days_that_are_absent_and_days_without_answers_are_the_same() -> None:
    days, series = diary()
    for values in series.values():
        values[30:36] = np.nan
    there = np.array([i for i in range(100) if not 30 <= i < 36])
    fewer = review(days[there], {name: values[there] for name, values in series.items()}, PAIRS)
    assert told(fewer) == told(review(days, series, PAIRS))


def test_a_pair_added_later_counts_from_its_day() -> None:
    days, series = diary()
    added = int(days[50])
    alone = review(days, series, PAIRS[:1])
    checks = review(days, series, PAIRS, added={PAIRS[1]: added})
    widened = review(days, series, PAIRS)
    earlier = [one for one in checks if one.day < added]
    assert earlier
    assert told(earlier) == told(alone)[: len(earlier)]
    assert [q for one in checks[len(earlier) :] for q, _ in one.results.values()] == pytest.approx(
        [q for one in widened[len(earlier) :] for q, _ in one.results.values()]
    )


def test_a_pair_added_later_starts_with_nothing_seen() -> None:
    days, series = diary()
    added = int(days[70])
    stands = [one.results[SAME][1] for one in review(days, series, PAIRS, added={PAIRS[0]: added}) if one.day >= added]
    assert stands[:2] == [False, True], "two looks running are needed from then on"


def test_where_nothing_can_be_asked_nothing_changes() -> None:
    days, series = diary()
    series["anxiety"][15:] = np.nan
    checks = review(days, series, PAIRS)
    assert all(math.isnan(one.results[SAME][0]) and not one.results[SAME][1] for one in checks)
    assert not math.isnan(checks[-1].results[SLEEP_SAME][0]), "the others are asked all the same"


def test_a_link_stands_while_its_answers_have_become_too_few() -> None:
    days, series = diary(640)
    rng = np.random.default_rng(9)
    series["anxiety"][120:] = np.nan
    series["anxiety"][rng.integers(600, 640, 8)] = 5
    checks = review(days, series, PAIRS)
    waiting = [one for one in checks if math.isnan(one.results[SAME][0]) and one.day > days[600]]
    assert waiting
    assert all(one.results[SAME][1] for one in waiting)


def test_ten_years_of_one_measure_and_none_of_the_other() -> None:
    days = MONDAY + np.arange(3653)
    rng = np.random.default_rng(1)
    series = {"anxiety": rng.integers(0, 11, 3653).astype(float), "pain": np.full(3653, np.nan)}
    checks = review(days, series, PAIRS[:1])
    assert len(checks) == len(check_days(days[0], days[-1]))
    assert all(math.isnan(q) and not stands for one in checks for q, stands in one.results.values())


def test_no_entries_no_looks() -> None:
    assert review([], {"a": [], "b": []}, [("a", "b")]) == []
    days = MONDAY + np.arange(60)
    assert review(days, {"a": np.full(60, np.nan), "b": np.full(60, np.nan)}, [("a", "b")]) == []
    assert review(days[:20], {"a": np.arange(20), "b": np.arange(20)}, [("a", "b")]) == []
    assert review(days, {"a": np.arange(60) % 7}, [])[0].results == {}


def test_a_spread_of_its_own_may_be_asked_of_each_series() -> None:
    days, series = diary()
    checks = review(days, series, PAIRS, min_sd={"sleep": 9})
    assert math.isnan(checks[-1].results[SLEEP_SAME][0])
    assert not math.isnan(checks[-1].results[SAME][0])


@pytest.mark.parametrize(
    ("qs", "stands"),
    [
        pytest.param([0.01, 0.01], [False, True], id="sure twice running"),
        pytest.param([0.01, 0.011, 0.01], [False, False, False], id="not running"),
        pytest.param([0.01, math.nan, 0.01], [False, False, True], id="a look that was not made changes nothing"),
        pytest.param([0.0, 0.0, 0.05, 0.051], [False, True, True, False], id="taken back above .05"),
        pytest.param([0.0, 0.0, 0.9, 0.0, 0.0], [False, True, False, False, True], id="sure twice again"),
        pytest.param([0.0, 0.0, math.nan, math.nan], [False, True, True, True], id="stands while looks wait"),
    ],
)
def test_links_are_named_and_taken_back_slowly(qs: list[float], stands: list[bool]) -> None:
    standing, seen = Standing(), []
    for q in qs:
        standing = standing.after(q)
        seen.append(standing.announced)
    assert seen == stands


@pytest.mark.parametrize(
    ("latest", "possible"),
    [
        ([0.001, 0.002], {True}),
        ([0.2], {False}),
        ([0.03], {True, False}),
        ([0.001], {True, False}),
        ([], {True, False}),
    ],
)
def test_the_newest_looks_may_already_say_what_stands(latest: list[float], possible: set[bool]) -> None:
    standings = ANY_STANDING
    for q in latest:
        standings = frozenset(one.after(q) for one in standings)
    assert {one.announced for one in standings} == possible


def test_a_look_needs_no_more_than_a_year_and_a_day() -> None:
    days = MONDAY + np.arange(1000)
    values = np.ones(1000)
    whole, few = (
        PairSeries.among(days, values, values, (0, 0)),
        PairSeries.among(days[:3], values[:3], values[:3], (0, 0)),
    )
    seen = whole.up_to(int(days[700])).days
    assert (seen[0], seen[-1], seen.size) == (days[335], days[700], 366)
    assert few.up_to(int(days[900])).days.size == 3, "counted from the latest answer"
    assert whole.up_to(int(days[0]) - 1).days.size == 0


def test_a_fingerprint_changes_with_everything_a_look_depends_on_and_with_nothing_else() -> None:
    days, series = diary(60)
    names = ("anxiety", "pain")
    pair = PairSeries.among(days, series["anxiety"], series["pain"], (0.5, 0.5))
    day = int(days[40])
    print_of = pair.up_to(day).fingerprint(names)
    later = PairSeries.among(days[:50], series["anxiety"][:50], series["pain"][:50], (0.5, 0.5))
    assert later.up_to(day).fingerprint(names) == print_of, "what comes after the look"
    values = {int(d): float(v) for d, v in zip(days, series["anxiety"], strict=True) if not np.isnan(v)}
    others = {int(d): float(v) for d, v in zip(days, series["pain"], strict=True) if not np.isnan(v)}
    assert PairSeries.of(values, others, (0.5, 0.5)).up_to(day).fingerprint(names) == print_of
    changed = series["pain"].copy()
    changed[30] = 1 + np.nan_to_num(changed[30])
    assert PairSeries.among(days, series["anxiety"], changed, (0.5, 0.5)).up_to(day).fingerprint(names) != print_of
    assert PairSeries.among(days, series["anxiety"], series["pain"], (0.5, 0)).up_to(day).fingerprint(names) != print_of
    assert pair.up_to(day).fingerprint(names[::-1]) != print_of
    assert pair.up_to(day + 1).fingerprint(names) != print_of


def _with(**changed: Any) -> dict[str, Any]:
    days, series = diary(40)
    return {"days": days, "series": series, "pairs": PAIRS} | changed


@pytest.mark.parametrize(
    ("argument", "given"),
    [
        ("days", lambda: _with(days=diary(40)[0][::-1])),
        ("days", lambda: _with(days=diary(40)[0] + 0.5)),
        ("series", lambda: _with(series=diary(39)[1])),
        ("series", lambda: _with(series=diary(40)[1] | {"pain": np.full(40, np.inf)})),
        ("series", lambda: _with(series=diary(40)[1] | {"pain": ["much"] * 40})),
        ("pairs", lambda: _with(pairs=[("anxiety", "fog")])),
        ("pairs", lambda: _with(pairs=[("anxiety", "anxiety")])),
        ("pairs", lambda: _with(pairs=[("anxiety",)])),
        ("pairs", lambda: _with(pairs=[*PAIRS, ("pain", "anxiety")])),
        ("min_sd", lambda: _with(min_sd={"pain": -1})),
        ("min_sd", lambda: _with(min_sd={"pain": math.nan})),
        ("min_sd", lambda: _with(min_sd={"fog": 1})),
        ("min_sd", lambda: _with(min_sd=0.5)),
        ("small", lambda: _with(small={"pain": 0})),
        ("small", lambda: _with(small={"fog": 1})),
        ("added", lambda: _with(added={("a", "b"): 1})),
        ("added", lambda: _with(added={PAIRS[0]: 0.5})),
        ("added", lambda: _with(added=3)),
    ],
)
def test_what_can_not_be_read_is_named(argument: str, given: Any) -> None:
    with pytest.raises(ValueError, match=rf"^{argument}(\[.*\])? must"):
        review(**given())
