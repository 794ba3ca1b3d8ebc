from __future__ import annotations

import pytest

from diary.words.rules import broken_rules


@pytest.mark.parametrize(
    "sentence",
    ["You suffer less.", "Take your medication.", "It was WORSE today.", "Pain because of anxiety", "3 values missing"],
)
def test_a_banned_word_is_named(sentence: str) -> None:
    assert broken_rules(sentence)


@pytest.mark.parametrize("sentence", ["A website", "Because it rained", "This is the normalcy I like", "Mission"])
def test_only_whole_words_are_banned(sentence: str) -> None:
    assert not broken_rules(sentence)


def test_a_sentence_may_have_twenty_words_and_no_more() -> None:
    twenty = " ".join(["word"] * 19 + ["end."])
    assert not broken_rules(f"{twenty} {twenty}")
    assert broken_rules(f"{twenty} one {twenty}")


def test_signs_between_words_are_not_counted() -> None:
    assert not broken_rules("0 – " * 19 + "end")


def test_apostrophes_are_set_as_on_paper() -> None:
    """One page with both kinds looks careless, and a translator would find the same sentence twice."""
    assert broken_rules("It can't be read.")
    assert not broken_rules("It can’t be read.")


@pytest.mark.parametrize("sentence", ["Opening...", "Opening …"])
def test_work_under_way_ends_in_one_sign(sentence: str) -> None:
    assert broken_rules(sentence)
    assert not broken_rules("Opening…")
