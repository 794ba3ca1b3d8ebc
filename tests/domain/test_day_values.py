"""One value per measure and day, by one rule: nobody is overruled, nothing is mixed, and late is said."""

from __future__ import annotations

from datetime import datetime, time
from itertools import permutations

import pytest

from diary.domain.day_values import DayState, DayValue, MadeFrom, day_state, day_value, day_values, overruled
from diary.domain.entries import Entry, MarkKind
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from tests.domain.builders import at, entry, mark

LEFT_KNEE = BodySite("knee", Side.LEFT)


def value_of(*entries: Entry) -> DayValue | None:
    """The day's pain, the same in whatever order the entries come."""
    found = [day_value(some, PAIN, None, "pain_now") for some in permutations(entries)]
    assert all(one == found[0] for one in found)
    return found[0]


TOLD = entry(Basis.TOLD, pain=7, written=at(0, 21))
TOLD_LATER = entry(Basis.TOLD, pain=3, written=at(0, 22))
NOTICED = entry(Basis.OBSERVED, pain=9)
BROUGHT = entry(source="row1", pain=8)
NOW = entry(moment=time(9), pain_now=2)
NOW_AGAIN = entry(moment=time(15), pain_now=5)


@pytest.mark.parametrize(
    ("entries", "value", "made_from"),
    [
        ((entry(pain=6), TOLD, BROUGHT, NOW, NOTICED), 6, MadeFrom.DAILY),
        ((TOLD, TOLD_LATER, BROUGHT, NOW, NOTICED), 3, MadeFrom.TOLD),
        ((BROUGHT, NOW, NOTICED), 8, MadeFrom.IMPORTED),
        ((NOW, NOW_AGAIN, NOTICED), 3.5, MadeFrom.MOMENTS),
        ((NOW,), 2, MadeFrom.MOMENTS),
    ],
)
def test_the_first_that_there_is_counts_and_never_a_mixture(
    entries: tuple[Entry, ...], value: float, made_from: MadeFrom
) -> None:
    found = value_of(*entries)
    assert found is not None
    assert (found.value, found.made_from) == (value, made_from)


def test_what_a_carer_noticed_is_never_the_days_value() -> None:
    assert value_of(NOTICED) is None
    assert day_values([NOTICED, entry(Basis.OBSERVED, noticed_in_pain=2)], {}) == {}


def test_what_does_not_count_is_told_with_what_counts_instead_and_nothing_else_is() -> None:
    own = entry(pain=6)
    day = (own, entry(Basis.TOLD, pain=7, mood=2), NOTICED, NOW)
    instead = {(one.basis, score.measure): by for one in day for score, by in overruled(one, day).items()}
    assert instead == {(Basis.TOLD, PAIN): own}
    assert overruled(TOLD, [TOLD, NOTICED, NOW]) == {}, "told alone it counts as the person's own"


def test_an_answer_of_zero_is_an_answer_and_no_answer_is_none() -> None:
    zero = value_of(entry(pain=0), TOLD)
    assert zero is not None
    assert zero.value == 0
    assert value_of() is None
    assert value_of(entry(mood=4)) is None


def test_of_several_imported_answers_the_latest_by_the_sources_own_time_counts() -> None:
    early = entry(source="a", pain=8, source_written=at(0, 9))
    late = entry(source="b", pain=2, source_written=at(0, 18))
    found = value_of(early, late)
    assert found is not None
    assert (found.value, found.made_from) == (2, MadeFrom.IMPORTED)


def test_where_a_source_does_not_say_when_their_mean_counts_and_is_marked() -> None:
    found = value_of(entry(source="a", pain=8, source_written=at(0, 9)), entry(source="b", pain=3, written=None))
    assert found is not None
    assert (found.value, found.made_from) == (5.5, MadeFrom.IMPORTED_MEAN)
    assert not found.filled_in_later
    assert found.in_statistics


@pytest.mark.parametrize(
    ("written", "is_later", "in_statistics"),
    [
        (at(0, 23, 59), False, True),
        (at(1, 12), False, True),
        (at(1, 12, 1), True, True),
        (at(4, 4), True, True),
        (at(4, 4, 1), True, False),
        (None, False, True),
    ],
)
def test_after_noon_is_later_and_after_three_days_is_left_out_of_statistics(
    written: datetime | None,
    is_later: bool,
    in_statistics: bool,
) -> None:
    found = value_of(entry(pain=6, written=written))
    assert found is not None
    assert (found.filled_in_later, found.in_statistics) == (is_later, in_statistics)


def test_noon_is_noon_where_the_answer_was_given() -> None:
    tokyo = at(1, 11, offset_hours=9)
    los_angeles = at(1, 13, offset_hours=-8)
    for written, is_later in ((tokyo, False), (los_angeles, True)):
        found = value_of(entry(pain=6, written=written))
        assert found is not None
        assert found.filled_in_later is is_later


def test_notes_made_at_the_time_count_however_late_they_are_typed_in() -> None:
    found = value_of(entry(pain=6, written=at(30, 9), from_notes=True))
    assert found is not None
    assert found.in_statistics
    assert found.filled_in_later


def test_one_late_moment_marks_the_mean_of_them_all() -> None:
    found = value_of(NOW, entry(moment=time(22), pain_now=4, written=at(9, 9)))
    assert found is not None
    assert (found.value, found.filled_in_later, found.in_statistics) == (3, True, False)


def test_places_stand_one_by_one_and_left_is_not_right() -> None:
    entries = [
        entry(site=LEFT_KNEE, pain=6),
        entry(Basis.TOLD, site=BodySite("knee", Side.RIGHT), pain=2),
        entry(source="r", site=LEFT_KNEE, pain=9),
    ]
    found = day_values(entries, {})
    assert {key: one.value for key, one in found.items()} == {
        (PAIN, LEFT_KNEE): 6,
        (PAIN, BodySite("knee", Side.RIGHT)): 2,
    }


def test_right_now_answers_stand_under_their_daily_question() -> None:
    found = day_values([NOW, NOW_AGAIN, entry(mood=3)], {"pain_now": PAIN, "mood_now": MOOD})
    assert {key[0]: one.value for key, one in found.items()} == {PAIN: 3.5, MOOD: 3}


ALL_THREE = [(PAIN, None), (MOOD, None), (ANXIETY, None)]
BAD, NOTHING = mark(MarkKind.BAD_DAY), mark(MarkKind.NOTHING_TO_LOG)


@pytest.mark.parametrize(
    ("values", "marks", "paused", "also_answered", "state"),
    [
        (ALL_THREE, [], False, False, DayState.RECORDED),
        (ALL_THREE, [BAD], True, False, DayState.RECORDED),
        (ALL_THREE[:2], [], False, False, DayState.PARTLY),
        ([(PAIN, LEFT_KNEE)], [], False, False, DayState.PARTLY),
        ([], [], False, True, DayState.PARTLY),
        ([], [NOTHING], False, True, DayState.PARTLY),
        ([], [BAD], False, False, DayState.BAD_DAY),
        ([], [BAD], True, True, DayState.BAD_DAY),
        ([], [NOTHING], True, False, DayState.NOTHING_TO_LOG),
        ([], [mark(MarkKind.BAD_DAY, Basis.TOLD)], False, False, DayState.BAD_DAY),
        ([], [], True, False, DayState.PAUSED),
        ([], [mark(MarkKind.BAD_DAY, Basis.OBSERVED)], False, False, DayState.UNKNOWN),
        ([], [], False, False, DayState.UNKNOWN),
    ],
)
def test_the_state_of_a_day(
    values: list[tuple[str, BodySite | None]],
    marks: list[object],
    paused: bool,
    also_answered: bool,
    state: DayState,
) -> None:
    assert day_state(values, marks, paused=paused, also_answered=also_answered) is state  # type: ignore[arg-type] # marks


def test_numbers_of_a_bad_day_count() -> None:
    assert day_state([(PAIN, None)], [BAD], paused=False) is DayState.PARTLY
