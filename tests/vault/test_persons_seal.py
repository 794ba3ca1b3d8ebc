from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from diary.vault.keys import unlock, with_owner
from diary.vault.persons_seal import STEP, PersonsSeal
from diary.vault.slots import from_text
from tests.vault.builders import CARER, CHEAP, chance, made

KEYS, _, OPENED = made()
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=600)


@cache
def seal(diary_id: str = "d1", seed: int = 1) -> PersonsSeal:
    found = PersonsSeal.of(made(diary_id=diary_id, seed=seed)[2])
    assert found is not None
    return found


@given(TEXT)
def test_words_open_for_their_place_and_no_other(words: str) -> None:
    whole = seal().sealed(words, "note n1", chance())
    assert seal().opened(whole, "note n1") == words
    assert seal().opened(whole, "note n2") is None
    assert seal("d2").opened(whole, "note n1") is None, "nor in another diary"
    assert seal(seed=2).opened(whole, "note n1") is None


def test_a_carers_way_in_has_no_seal_and_the_persons_other_ways_have_the_same() -> None:
    keys, code = with_owner(KEYS, OPENED, CARER, "seven green doors", random_bytes=chance(3), cost=CHEAP)
    assert PersonsSeal.of(unlock(keys, "seven green doors")) is None
    assert PersonsSeal.of(unlock(keys, code)) is None
    assert PersonsSeal.of(unlock(keys, "three small words")) == PersonsSeal.of(OPENED) is not None


def test_the_length_does_not_tell_how_much_was_written() -> None:
    lengths = {len(from_text(seal().sealed("x" * n, "note n1", chance()))) for n in range(1, STEP + 1)}
    assert len(lengths) == 1


def test_what_is_no_sealed_text_stays_shut() -> None:
    assert seal().opened("plain words", "note n1") is None
    assert seal().opened("", "note n1") is None
