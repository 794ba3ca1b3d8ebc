from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.vault.recovery_codes import ALPHABET, looks_like_code, new_code, parsed_code
from tests.vault.builders import chance

CODE = new_code(chance(20261122))
PLAIN = CODE.replace("-", "")
MISREADINGS = {"0": "0Oo", "1": "1IiLl"}
SEPARATORS = ["", " ", "-", " - ", "\u2013", "\u2011", "\u00ad", "\u00a0", "\n", "\t", "\u200b"]

codes = st.binary(min_size=30, max_size=30).map(lambda chosen: new_code(lambda _: chosen))


def is_caught(plain: str) -> bool:
    try:
        parsed_code(plain)
    except DiaryError as refused:
        return refused.slug == "recovery_code_mistyped"
    return False


@given(codes)
def test_a_code_is_eight_groups_of_four_on_one_line(code: str) -> None:
    assert re.fullmatch(rf"[{ALPHABET}]{{4}}(-[{ALPHABET}]{{4}}){{7}}", code)
    assert parsed_code(code) == code


@given(codes, st.data())
def test_case_gaps_and_misread_letters_are_forgiven(code: str, data: st.DataObject) -> None:
    typed = ""
    for char in code.replace("-", ""):
        typed += data.draw(st.sampled_from(MISREADINGS.get(char, char + char.lower())))
        typed += data.draw(st.sampled_from(SEPARATORS))
    assert parsed_code(typed) == code


def body_made_of(chosen: bytes) -> str:
    return new_code(lambda _: chosen).replace("-", "")[:30]


def test_every_letter_is_as_likely_as_every_other() -> None:
    every_byte = bytes(range(256))
    letters = "".join(body_made_of(every_byte[at : at + 1] * 30) for at in range(256))
    assert {letters.count(letter) for letter in ALPHABET} == {8 * 30}


def test_a_wrong_check_character_is_always_caught() -> None:
    for at in (30, 31):
        for letter in set(ALPHABET) - {PLAIN[at]}:
            assert is_caught(PLAIN[:at] + letter + PLAIN[at + 1 :])


def test_of_930_single_slips_in_this_code_one_passes() -> None:
    """Ten check bits let one slip in 1,024 through, which the key then catches: it says "wrong", not "mistyped"."""
    slips = [PLAIN[:at] + letter + PLAIN[at + 1 :] for at in range(30) for letter in set(ALPHABET) - {PLAIN[at]}]
    assert len(slips) == 930
    assert sum(not is_caught(slip) for slip in slips) == 1


def test_swapped_neighbours_are_caught() -> None:
    swaps = {PLAIN[:at] + PLAIN[at + 1] + PLAIN[at] + PLAIN[at + 2 :] for at in range(31)} - {PLAIN}
    assert all(is_caught(swap) for swap in swaps)


@given(codes, st.integers(0, 29), st.sampled_from(ALPHABET))
def test_a_code_that_passes_after_a_slip_is_another_code(code: str, at: int, letter: str) -> None:
    plain = code.replace("-", "")
    slipped = plain[:at] + letter + plain[at + 1 :]
    assert is_caught(slipped) or (parsed_code(slipped) == code) == (letter == plain[at])


@pytest.mark.parametrize("typed", ["", "-", PLAIN[:-1], PLAIN + "0", PLAIN[:-1] + "U", PLAIN[:-1] + "ß", "é" * 32])
def test_what_can_be_no_code_is_called_mistyped(typed: str) -> None:
    assert is_caught(typed)


@given(st.text(st.characters(codec=None)))
def test_no_text_is_a_crash(typed: str) -> None:
    assert is_caught(typed)
    looks_like_code(typed)


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), PLAIN, PLAIN.lower(), CODE[:-1], CODE[5:], CODE + "\n", CODE.replace("-", " ")]
)
def test_somebody_who_typed_this_meant_a_code(typed: str) -> None:
    assert looks_like_code(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "words",
        "correct horse battery staple",
        "the cat sat on the mat and smiled at me",
        "a" * 31,
        "aB" * 16,
        "u" * 32,
    ],
)
def test_somebody_who_typed_this_meant_a_passphrase(typed: str) -> None:
    assert not looks_like_code(typed)
