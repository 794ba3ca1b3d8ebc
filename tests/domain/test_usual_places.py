from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from diary.domain.day_values import Day, DayState, MadeFrom, day_values
from diary.domain.entries import Entry
from diary.domain.measures import PAIN
from diary.domain.places import BodySite, Side
from diary.domain.usual_places import with_usual_places
from tests.domain.builders import DAY, entry

KNEE, LEFT_KNEE, RIGHT_KNEE = (BodySite("knee", side) for side in (Side.NONE, Side.LEFT, Side.RIGHT))
BACK = BodySite("lower_back")


def day(one: Entry) -> Day:
    return Day(one.day, DayState.PARTLY, day_values([one], {}), (one,))


def scored(one: Entry, *sites: BodySite) -> Entry:
    """The entry with its pain scored at places instead of overall."""
    (score,) = one.scores
    return replace(one, scores=tuple(replace(score, site=site) for site in sites))


SAID = replace(entry(), nowhere_else=True)


def noughts(*days: Day, before: dict[BodySite, int] | None = None) -> set[BodySite | None]:
    """The places that are 0 on the last of these days; ``before``: scored so many days before the first."""
    known = {site: days[0].day - timedelta(days=ago) for site, ago in (before or {}).items()}
    last = with_usual_places(days, known)[-1]
    return {site for (_, site), value in last.values.items() if value.made_from is MadeFrom.NOWHERE_ELSE}


@pytest.mark.parametrize(("ago", "expected"), [(1, {BACK}), (89, {BACK}), (90, set())])
def test_a_place_is_usual_when_it_was_scored_in_the_90_days_up_to_the_day(ago: int, expected: set[BodySite]) -> None:
    assert noughts(day(SAID), before={BACK: ago}) == expected


def test_without_the_answer_nothing_counts_as_nought() -> None:
    assert noughts(day(entry(pain=3)), before={BACK: 1}) == set()


def test_a_score_of_the_day_stands_and_a_place_without_its_side_may_be_that_one() -> None:
    here = day(replace(scored(entry(pain=6), LEFT_KNEE), nowhere_else=True))
    assert noughts(here, before={LEFT_KNEE: 1, RIGHT_KNEE: 1, KNEE: 1}) == {RIGHT_KNEE}


def test_a_nought_makes_no_place_usual_for_longer() -> None:
    first = day(replace(SAID, day=DAY - timedelta(days=60)))
    assert noughts(first, day(SAID), before={BACK: 40}) == set()


def test_noughts_are_as_late_as_what_they_were_said_beside() -> None:
    (score,) = entry(pain=6).scores
    assert score.answered_at is not None
    late = replace(score, answered_at=score.answered_at + timedelta(days=9))
    told = replace(entry(pain=6), scores=(late,), nowhere_else=True)
    (found,) = with_usual_places([day(told)], {BACK: DAY})
    value = found.value(PAIN, BACK)
    assert value is not None
    assert (value.filled_in_later, value.in_statistics) == (True, False)
