from __future__ import annotations

import string

from diary.domain.errors import DiaryError
from diary.exchange.plans import REASONS
from diary.words.problems import PROBLEMS, sentence
from tests.words.in_code import everything_raised


def fields_of(slug: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(PROBLEMS[slug]) if name}


def test_every_fault_has_its_sentence() -> None:
    known = PROBLEMS.keys() | REASONS.keys()
    silent = {f"{raised.slug} ({raised.where})" for raised in everything_raised() if raised.slug not in known}
    assert not silent, "add each to diary/words/problems.py"


def test_every_raiser_gives_what_its_sentence_needs() -> None:
    faults = [
        f"{raised.where}: {raised.slug} needs {sorted(fields_of(raised.slug) - raised.fields)}"
        for raised in everything_raised()
        if raised.fields is not None and raised.slug in PROBLEMS and fields_of(raised.slug) - raised.fields
    ]
    assert not faults


def test_sentences_are_sorted() -> None:
    """Several people add to this table; a sorted one merges."""
    assert list(PROBLEMS) == sorted(PROBLEMS)


def test_each_sentence_ends() -> None:
    assert not [slug for slug, words in PROBLEMS.items() if words[-1] not in ".?}"]


def test_numbers_are_said_as_on_the_scale() -> None:
    said = sentence(DiaryError("score_out_of_range", measure="sleep_hours", lowest=0.0, highest=24.0))
    assert said == "That number is not on this scale. Nothing was saved. The scale goes from 0 to 24."
    assert "0.5 apart" in sentence(DiaryError("score_between_steps", measure="x", lowest=0, highest=24, step=0.5))


def test_days_are_said_in_words() -> None:
    said = sentence(DiaryError("day_in_future", day="2026-11-30"))
    assert said.startswith("30 November 2026 is still to come.")
