"""Averages, ranges and differences, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from diary.report.figures import Figures, average_text, difference_text, figures, most_often_scored, range_text
from tests.report.builders import LEFT_FOREARM, LOWER_BACK, NECK, back, day


def test_an_average_is_rounded_as_people_round() -> None:
    # 5, 5, 5, 6 make 5.25: binary floats and round() would print 5.2.
    found = figures([day(back(n), {"pain": value}) for n, value in enumerate((5, 5, 5, 6))], ("pain", None))
    assert (found.average, average_text(found), range_text(found), found.days) == (Decimal("5.3"), "5.3", "5 to 6", 4)


def test_days_at_seven_or_more_count_and_for_mood_days_at_three_or_less() -> None:
    days = [day(back(n), {"pain": value, "mood": value}) for n, value in enumerate((3, 4, 6, 7, 8))]
    assert figures(days, ("pain", None)).far_days == 2
    assert figures(days, ("mood", None)).far_days == 1


def test_what_a_carer_noticed_is_in_no_figure() -> None:
    days = [day(back(0), {"pain": 4}), day(back(1), noticed={"pain": 10, "pain_as_seemed": 10})]
    assert figures(days, ("pain", None)) == Figures(1, Decimal("4.0"), 4, 4, 0)


def test_what_the_person_told_a_carer_is_the_persons_own() -> None:
    days = [day(back(0), {"pain": 4}), day(back(1), told={"pain": 6})]
    assert average_text(figures(days, ("pain", None))) == "5.0"


def test_an_answer_filled_in_four_days_later_is_in_no_average() -> None:
    days = [day(back(0), {"pain": 4}), day(back(9), {"pain": 10}, days_later=5)]
    assert average_text(figures(days, ("pain", None))) == "4.0"


def test_no_day_makes_a_dash_and_never_a_zero() -> None:
    nothing = figures([day(back(0), {"mood": 0})], ("pain", None))
    assert (average_text(nothing), range_text(nothing)) == ("–", "–")


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ("5.4", "5.9", "0.5 lower"),
        ("6.1", "5.9", "0.2 higher"),
        ("5.0", "5.0", "the same"),
        ("10.0", "0.0", "10.0 higher"),
    ],
)
def test_a_difference_is_that_of_the_printed_averages_in_words(now: str, then: str, words: str) -> None:
    assert difference_text(Figures(7, Decimal(now)), Figures(7, Decimal(then))) == words


@pytest.mark.parametrize(("days_now", "days_then"), [(6, 20), (20, 6), (0, 20), (20, 0)])
def test_a_difference_needs_seven_days_on_both_sides(days_now: int, days_then: int) -> None:
    now = Figures(days_now, Decimal(5) if days_now else None)
    then = Figures(days_then, Decimal(6) if days_then else None)
    assert difference_text(now, then) == "too few days"


def test_places_come_by_how_often_they_were_scored_and_left_is_not_right() -> None:
    days = [
        day(back(0), {NECK: 2, LOWER_BACK: 3}),
        day(back(1), {LOWER_BACK: 3, LEFT_FOREARM: 9}),
        day(back(2), {LOWER_BACK: 3, NECK: 1}),
    ]
    assert most_often_scored(days) == [LOWER_BACK, NECK, LEFT_FOREARM]
    assert most_often_scored(days, limit=1) == [LOWER_BACK]
