from __future__ import annotations

import tomllib
from typing import Any

import pytest

from diary.catalogue import countries_with_lines, help_lines, resource_folder
from diary.words import say


def countries() -> list[dict[str, Any]]:
    text = (resource_folder() / "catalogue" / "help_lines.toml").read_text("utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["country"]
    return rows


def test_the_uk_page_says_whom_to_call() -> None:
    page = help_lines("GB")
    said = say(page.danger, emergency=page.emergency)
    assert said == "If you might hurt yourself, or your life is in danger, call 999 or go to A&E now."
    assert ("Samaritans", "116 123") in [(line.name, line.number) for line in page.lines]
    assert ("Shout", "SHOUT", "85258") in [(line.name, line.word, line.number) for line in page.lines]


def test_back_pain_signs_are_named_one_by_one() -> None:
    page = help_lines("GB")
    assert "999" in say(page.back_pain, emergency=page.emergency)
    assert len(page.back_pain_signs) == 3


@pytest.mark.parametrize("country", ["IE", "US", "FR", "", "xx"])
def test_elsewhere_people_are_sent_to_their_local_number(country: str) -> None:
    page = help_lines(country)
    assert "your local emergency number" in page.danger
    assert page.lines == ()
    assert page.back_pain_signs


def test_a_number_that_nobody_checked_is_shown_to_nobody() -> None:
    """Somebody in danger must not be sent to a number that no longer answers."""
    for row in countries():
        shown = {(line.name, line.number) for line in help_lines(row["code"]).lines}
        checked = {
            (line["name"], line.get("call") or line["to"])
            for line in row["line"]
            if not (row.get("check") or line.get("check"))
        }
        assert shown == checked


def test_whatever_is_shown_says_when_it_was_checked() -> None:
    for row in countries():
        assert row.get("check") or row["checked_on"]
        assert all(row.get("check") or line.get("check") or line["checked_on"] for line in row["line"])


def test_small_letters_name_the_same_country() -> None:
    assert help_lines("gb") == help_lines("GB")


def test_only_countries_with_a_checked_page_can_be_chosen() -> None:
    """A choice that changes nothing on the page looks like help that isn't there."""
    assert countries_with_lines() == ("GB",)
    assert all(help_lines(code).emergency for code in countries_with_lines())
