from __future__ import annotations

from diary import catalogue
from diary.domain.places import Side
from diary.words.asked import place_question_on_day, question_on_day


def test_no_built_in_question_of_an_earlier_day_asks_about_the_last_hours_or_last_night() -> None:
    for measure in catalogue.measures().values():
        asked = question_on_day(measure, is_today=False)
        assert "24 hours" not in asked, measure.id
        assert "last night" not in asked, measure.id


def test_today_keeps_the_wording_of_the_measure() -> None:
    assert all(question_on_day(one, is_today=True) == one.question for one in catalogue.measures().values())


def test_a_place_is_asked_about_on_that_day_with_its_side() -> None:
    knee = catalogue.places()["knee"]
    asked = place_question_on_day(knee, Side.LEFT, is_today=False)
    assert asked == "On that day, how bad was the pain in your left knee, on average?"
    assert place_question_on_day(knee, Side.LEFT, is_today=True).startswith("In the last 24 hours,")
