"""The chart's panels are the person's choice, and a choice that makes no sense any more is passed over."""

from __future__ import annotations

from diary.domain.look_back import panels_from

OFFERED = ("pain", "mood", "tiredness")


def test_until_something_is_chosen_the_first_ones_are_shown() -> None:
    assert panels_from(None, OFFERED, ("pain", "sleep_hours")) == ("pain",)


def test_the_choice_keeps_its_order_and_names_each_once() -> None:
    assert panels_from(["mood", "pain", "mood"], OFFERED, ()) == ("mood", "pain")


def test_choosing_none_is_a_choice() -> None:
    assert panels_from([], OFFERED, ("pain",)) == ()


def test_what_is_not_offered_or_not_understood_is_passed_over() -> None:
    assert panels_from(["own-1", 7, None, "tiredness"], OFFERED, ()) == ("tiredness",)
    assert panels_from({"pain": True}, OFFERED, ("pain",)) == ("pain",)
