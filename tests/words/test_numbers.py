from __future__ import annotations

import pytest

from diary import catalogue
from diary.domain.measures import Measure, ScaleKind
from diary.words.numbers import answer, label_beside, number, scale_sentence, short_number
from tests.words.languages import speaking

PAIN = Measure("pain", "Pain", "How bad?", "No pain", "Pain as bad as you can imagine")


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [(4.5, 0, "5"), (5.5, 0, "6"), (5.449, 1, "5.4"), (2.25, 1, "2.3"), (-0.04, 1, "0.0"), (1234, 0, "1,234")],
)
def test_halves_are_rounded_up_and_zero_has_no_sign(value: float, decimals: int, words: str) -> None:
    assert number(value, decimals) == words


@pytest.mark.parametrize(("value", "decimals", "words"), [(-0.02, 2, "−0.02"), (-1234.5, 1, "−1,234.5"), (-3, 0, "−3")])
def test_less_than_nothing_has_a_real_minus_sign(value: float, decimals: int, words: str) -> None:
    assert number(value, decimals) == words


@pytest.mark.parametrize(
    ("tag", "words"), [("de", "−6,5"), ("sv", "−6,5"), ("fr", "−6,5"), ("fa", "\u200e−6.5"), ("he", "\u200e−6.5")]
)
def test_no_language_gets_a_hyphen_for_a_minus(tag: str, words: str) -> None:
    """Where words run from right to left, CLDR's own mark keeps the sign before its number."""
    with speaking(tag):
        assert number(-6.5, 1) == words
        assert short_number(-0.0) == "0"


def test_the_decimal_sign_is_the_languages() -> None:
    with speaking("de"):
        assert number(6.5, 1) == "6,5"


def test_an_answer_is_shown_as_it_was_given() -> None:
    assert (short_number(6), short_number(6.0), short_number(6.5)) == ("6", "6", "6.5")


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (PAIN, 0, "0 out of 10"),
        (PAIN, None, "not filled in"),
        (Measure("sleep_hours", "Sleep", "", kind=ScaleKind.HOURS, highest=24, step=0.5), 6.5, "6.5 hours"),
        (Measure("sleep_hours", "Sleep", "", kind=ScaleKind.HOURS, highest=24, step=0.5), 1, "1 hour"),
        (Measure("x", "X", "", kind=ScaleKind.YES_NO, highest=1), 0, "no"),
        (Measure("x", "X", "", kind=ScaleKind.STEPS, steps=("None", "Some"), highest=1), 1, "Some"),
        (Measure("x", "X", "", kind=ScaleKind.COUNT, highest=99), 3, "3"),
    ],
)
def test_an_answer_in_words(measure: Measure, value: float | None, words: str) -> None:
    assert answer(measure, value) == words


def test_a_scale_says_both_its_ends() -> None:
    assert scale_sentence(PAIN, 6) == "Pain: 6 out of 10; 0 is no pain, 10 is pain as bad as you can imagine"
    assert scale_sentence(PAIN, None).startswith("Pain: not filled in; 0 is no pain")


def test_a_scale_without_end_words_says_its_answer() -> None:
    assert scale_sentence(Measure("x", "Sleep", "", kind=ScaleKind.HOURS, highest=24), 8) == "Sleep: 8 hours"


def test_other_languages_keep_their_capitals() -> None:
    with speaking("de", {"No pain": "Kein Schmerz", "Pain as bad as you can imagine": "Schlimmster Schmerz"}):
        assert "0 is Kein Schmerz" in scale_sentence(PAIN, 1)


def test_no_label_stands_beside_an_answer_in_the_same_words() -> None:
    for measure in catalogue.measures().values():
        assert label_beside(measure) not in measure.steps, measure.id
    assert label_beside(catalogue.measures()["noticed_got_up"]) == "How far they got"
    own = Measure("noticed_got_up", "Got up", "", "", "", own=True)
    assert label_beside(own) == "Got up", "a person's own words stay as they wrote them"
