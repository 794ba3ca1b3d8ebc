from __future__ import annotations

from datetime import date, timedelta

import pytest

from diary.domain.helping import HelpingAnswer, IsHelping, days_away, is_time_to_ask

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(("ago", "away"), [(None, None), (0, None), (3, None), (4, 4), (400, 400), (-5, None)])
def test_a_gap_is_a_number_of_days_and_never_a_list(ago: int | None, away: int | None) -> None:
    last = None if ago is None else TODAY - timedelta(days=ago)
    assert days_away(last, TODAY) == away


@pytest.mark.parametrize(
    ("ago", "week_days", "away"),
    [(7, {0, 3}, None), (8, {0, 3}, None), (12, {0, 3}, 12), (28, {2}, 28), (21, {2}, None), (4, {2}, None)],
)
def test_who_writes_on_a_few_days_is_waited_for_on_those_alone(ago: int, week_days: set[int], away: int | None) -> None:
    assert days_away(TODAY - timedelta(days=ago), TODAY, week_days) == away


@pytest.mark.parametrize(
    ("began", "answered", "is_time"),
    [(None, None, False), (27, None, False), (28, None, True), (300, 27, False), (300, 28, True)],
)
def test_it_is_asked_after_four_weeks_and_every_four_weeks(
    began: int | None,
    answered: int | None,
    is_time: bool,
) -> None:
    first = None if began is None else TODAY - timedelta(days=began)
    answers = [] if answered is None else [HelpingAnswer(TODAY - timedelta(days=answered), IsHelping.YES)]
    assert is_time_to_ask(first, answers, TODAY) is is_time
