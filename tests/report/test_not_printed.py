"""What can't be printed is known before anything is saved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diary import words
from diary.domain.people import Person
from diary.report.not_printed import not_printed
from diary.report.pdf import fit
from diary.report.summary import summary
from diary.report.values import Choices, NotPrinted, Paper, Summary
from tests.pictures.mirrored import Mirrored
from tests.report.builders import LAST, day, extract


def page(name: str = "Sam", wish: str = "") -> Summary:
    of = replace(extract(day(LAST, {"pain": 5})), person=Person(name, None))
    return summary(of, None, Choices(of.period, with_name=True, wish=wish), LAST)


@pytest.mark.parametrize(
    ("name", "wish", "expected"),
    [
        ("Zoë Ødegård", "Łódź, Ελένη и Зоя 🙂", None),
        ("שרה כהן", "", NotPrinted(is_name=True, is_most=False, example="[HEBREW, 7 characters]")),
        ("Sam 李", "", NotPrinted(is_name=False, is_most=False, example="[CHINESE OR JAPANESE, 1 character]")),
        ("Sam", "लिखना " * 50, NotPrinted(is_name=False, is_most=False, example="[DEVANAGARI, 299 characters]")),
        ("7", "שלום", NotPrinted(is_name=False, is_most=False, example="[HEBREW, 4 characters]")),
    ],
)
def test_a_name_or_words_without_glyphs_are_told(name: str, wish: str, expected: NotPrinted | None) -> None:
    assert not_printed(page(name, wish)) == expected


def test_the_example_is_what_stands_on_the_page() -> None:
    found = not_printed(page("Sam", "שלום"))
    assert found is not None
    assert found.example in fit(page("Sam", "שלום"), Paper.A4)[0].wish


def test_the_page_says_once_what_stands_in_brackets_and_only_where_it_put_them_there() -> None:
    said = "Signs that can’t be printed are named in [ ]."
    smiling = fit(page("Sam 😀", "Less of this 😀"), Paper.A4)[0]
    assert smiling.wish == "Less of this [GRINNING FACE]"
    assert smiling.caveat.count(said) == 1
    assert said not in fit(page("Sam", "Less of this [my own words]"), Paper.A4)[0].caveat


def test_a_language_without_glyphs_is_told_as_most_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words._Language, "translations", Mirrored())
    found = not_printed(page())
    assert found is not None
    assert found.is_most
