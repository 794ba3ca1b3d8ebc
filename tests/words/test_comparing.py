"""What two things that are compared are called, whatever their kind."""

from __future__ import annotations

import pytest

from diary.domain.measures import Measure
from diary.words import comparing
from tests.words.compared import (
    ANXIOUS,
    ASLEEP,
    ENERGY,
    FOG,
    FOREARM,
    IN_MOOD,
    IN_PAIN,
    RAIN,
    STAIRS,
    STIFF,
    difference,
    plain,
)


@pytest.mark.parametrize(
    ("x", "days"),
    [
        (ANXIOUS, "on your more anxious days (5 or more)"),
        (IN_MOOD, "on days you rated mood 4 or less"),
        (ASLEEP, "after nights with 4 hours or less"),
        (IN_PAIN, "on days you rated pain 5 or more"),
        (FOG, "on days you rated “Fog” 5 or more"),
        (ENERGY, "on days you rated “Energy” 4 or less"),
        (STAIRS, "on days when “Stairs” was 5 or more"),
        (RAIN, "on days with “Rain”"),
        (FOREARM, "on days you rated left forearm pain 5 or more"),
    ],
)
def test_days_are_told_in_the_words_of_their_measure(x: Measure, days: str) -> None:
    assert plain(comparing.days_compared(difference(x=x))) == days


def test_an_own_scale_keeps_its_numbers() -> None:
    of = difference(x=STIFF, cut=2, below=1)
    assert comparing.days_compared(of) == "on days you rated “Stiffness” 2 or more"


@pytest.mark.parametrize(
    ("x", "y", "days"),
    [
        (ANXIOUS, IN_PAIN, "This compares those 31 days as a group with the other 33."),
        (ASLEEP, IN_PAIN, "This compares those 33 nights as a group with the other 31."),
        (RAIN, ASLEEP, "This compares those 31 nights as a group with the other 33."),
    ],
)
def test_the_days_of_a_link_are_counted(x: Measure, y: Measure, days: str) -> None:
    assert comparing.compared_with(difference(x=x, y=y, link=True)) == days


@pytest.mark.parametrize(
    ("x", "y", "days"),
    [
        (ANXIOUS, IN_PAIN, "the day after a more anxious day"),
        (IN_PAIN, ANXIOUS, "the day after a more painful day"),
        (IN_PAIN, ASLEEP, "the night after a more painful day"),
        (ASLEEP, IN_PAIN, "the second day after a short night"),
        (IN_MOOD, IN_PAIN, "the day after a day with lower mood"),
        (FOG, IN_PAIN, "the day after a day you rated “Fog” 5 or more"),
        (STAIRS, IN_PAIN, "the day after a day when “Stairs” was 5 or more"),
        (RAIN, IN_PAIN, "the day after a day with “Rain”"),
    ],
)
def test_the_day_after_is_told_from_the_day_before(x: Measure, y: Measure, days: str) -> None:
    assert plain(comparing.days_compared(difference(x=x, y=y, day_after=True))) == days


@pytest.mark.parametrize(
    ("x", "y", "same", "after"),
    [
        (ANXIOUS, IN_PAIN, "Pain, on the same days as anxiety", "Pain, the day after an anxious day"),
        (IN_PAIN, ANXIOUS, "Anxiety, on the same days as pain", "Anxiety, the day after a painful day"),
        (IN_MOOD, IN_PAIN, "Pain, on the same days as mood", "Pain, the day after a day with lower mood"),
        (ASLEEP, IN_PAIN, "Pain, after the night’s sleep", "Pain, on the second day after a short night"),
        (IN_PAIN, ASLEEP, "Sleep, the night before a painful day", "Sleep, the night after a painful day"),
        (RAIN, IN_PAIN, "Pain, on the same days as “Rain”", "Pain, the day after a day with “Rain”"),
        (FOG, RAIN, "“Rain”, on the same days as “Fog”", "“Rain”, the day after a day with more “Fog”"),
        (ENERGY, IN_PAIN, "Pain, on the same days as “Energy”", "Pain, the day after a day with less “Energy”"),
    ],
)
def test_each_direction_has_its_heading(x: Measure, y: Measure, same: str, after: str) -> None:
    of_lower = comparing.tells_of_lower(x)
    assert comparing.question(x, y, is_day_after=False, of_lower=of_lower) == same
    assert comparing.question(x, y, is_day_after=True, of_lower=of_lower) == after


@pytest.mark.parametrize(
    ("x", "after"),
    [
        (IN_MOOD, "Pain, the day after a day with higher mood"),
        (ENERGY, "Pain, the day after a day with more “Energy”"),
        (ASLEEP, "Pain, on the second day after a short night"),
    ],
)
def test_a_heading_speaks_of_the_days_that_a_link_is_told_of(x: Measure, after: str) -> None:
    of_lower = comparing.tells_of_lower(x, is_link=True)
    assert comparing.question(x, IN_PAIN, is_day_after=True, of_lower=of_lower) == after


@pytest.mark.parametrize(
    ("x", "first"),
    [
        (ANXIOUS, "Anxiety 5 or more"),
        (IN_MOOD, "Mood 4 or less"),
        (ASLEEP, "Sleep 4 hours or less"),
        (RAIN, "Days with “Rain”"),
    ],
)
def test_groups_are_named_for_the_same_days(x: Measure, first: str) -> None:
    names = comparing.group_names(difference(x=x))
    assert (plain(names[0]), names[1]) == (first, "Other days")


def test_a_link_with_mood_is_told_of_the_days_with_more_of_it() -> None:
    of = difference(-2.0, -3.0, -1.0, x=IN_MOOD, cut=6, link=True)
    assert of.told == (-2.0, -3.0, -1.0)
    assert of.days_told == (31, 33)
    assert comparing.group_names(of)[0] == "Mood 6 or more"
    assert difference(-2.0, -3.0, -1.0, x=ASLEEP, link=True).told == (2.0, 1.0, 3.0), "sleep stays with short nights"


def test_half_hours_keep_their_half() -> None:
    of = difference(x=ASLEEP, cut=7, below=6.5)
    assert plain(comparing.days_compared(of)) == "after nights with 6.5 hours or less"


@pytest.mark.parametrize(
    ("y", "size", "words"),
    [
        (IN_PAIN, 2.0, "2 points higher"),
        (IN_PAIN, -1.0, "1 point lower"),
        (ASLEEP, -1.0, "1 hour less"),
        (ASLEEP, 1.5, "1.5 hours more"),
        (RAIN, 0.2, "2 more days in 10"),
        (RAIN, -0.1, "1 fewer day in 10"),
    ],
)
def test_a_size_has_its_unit_and_its_direction(y: Measure, size: float, words: str) -> None:
    assert plain(comparing.apart(y, size, 1)) == words


def test_a_place_has_its_side() -> None:
    assert comparing.pain_at("forearm", "left") == "left forearm pain"
    assert comparing.pain_at("forearm", "right") == "right forearm pain"
    assert comparing.pain_at("neck", "") == "neck pain"
