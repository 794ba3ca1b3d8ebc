"""Numbers as a person reads them: the language's decimal sign, halves rounded up, answers in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.words import ENGLISH, english, language, msgid, say

if TYPE_CHECKING:
    from diary.domain.measures import Measure


MINUS = "\N{MINUS SIGN}"
_BESIDE_ANSWERS = {"noticed_got_up": msgid("How far they got")}
"""Labels that would stand beside an answer in the same words; published definitions keep theirs."""


def number(value: float, decimals: int = 0) -> str:
    """Return ``value`` with just so many decimals; 4.5 becomes 5, as people round (``round`` goes to even).

    Below 0 it has the real minus sign: most of CLDR writes a hyphen, at which lines break and sizes are misread.
    """
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if language() == ENGLISH:
        sign = MINUS if exact < 0 else ""
        return f"{sign}{english.number(abs(exact))}"
    from babel.numbers import format_decimal, get_minus_sign_symbol

    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    sign = get_minus_sign_symbol(language()).replace("-", MINUS) if exact < 0 else ""
    return f"{sign}{format_decimal(abs(exact), pattern, locale=language())}"


def short_number(value: float) -> str:
    """Return ``value`` as it was answered: "6", or "6.5" for a half hour of sleep."""
    return number(value, 0 if value == int(value) else 1)


def answer(measure: Measure, value: float | None) -> str:
    """Return one answer in words: "6 out of 10", "6.5 hours", "a little", or "not filled in"."""
    if value is None:
        return say("not filled in")
    if measure.kind is ScaleKind.STEPS:
        return say(measure.steps[int(value)])
    if measure.kind is ScaleKind.YES_NO:
        return say("yes") if value else say("no")
    if measure.kind is ScaleKind.HOURS:
        return say("1 hour") if value == 1 else say("{number} hours", number=short_number(value))
    if measure.kind is ScaleKind.COUNT:
        return short_number(value)
    return say("{number} out of {highest}", number=short_number(value), highest=short_number(measure.highest))


def measure_words(measure: Measure, words: str) -> str:
    """Return a measure's label, question or end in the person's language; their own words stay as they wrote them."""
    return words if measure.own else say(words)


def label_beside(measure: Measure) -> str:
    """Return a measure's label as it reads before an answer: "How far they got", where "Got up: got up" would be."""
    return measure_words(measure, measure.label if measure.own else _BESIDE_ANSWERS.get(measure.id, measure.label))


def scale_sentence(measure: Measure, value: float | None) -> str:
    """Return what a screen reader says of a scale, both its ends included.

    "Pain: 6 out of 10; 0 is no pain, 10 is pain as bad as you can imagine".
    """
    label = measure_words(measure, measure.label)
    if not (measure.low_words and measure.high_words):
        return say("{measure}: {answer}", measure=label, answer=answer(measure, value))
    return say(
        "{measure}: {answer}; {lowest} is {low_words}, {highest} is {high_words}",
        measure=label,
        answer=answer(measure, value),
        lowest=short_number(measure.lowest),
        low_words=_within_sentence(measure, measure.low_words),
        highest=short_number(measure.highest),
        high_words=_within_sentence(measure, measure.high_words),
    )


def _within_sentence(measure: Measure, end_words: str) -> str:
    """Lower the first letter, in English only: other languages keep their nouns' capitals."""
    words = measure_words(measure, end_words)
    return words[:1].lower() + words[1:] if language() == ENGLISH else words
