from __future__ import annotations

import argon2
import pytest

from diary.domain.errors import DiaryError
from diary.vault import passphrases
from diary.vault.passphrases import SALT_BYTES, Argon2Cost, checked_passphrase, passphrase_key
from tests.vault.builders import CHEAP

SALT = bytes(SALT_BYTES)


@pytest.fixture
def _argon2_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> bytes:
        pytest.fail("Argon2 ran")

    monkeypatch.setattr(passphrases, "hash_secret_raw", refused)


def test_the_default_cost_is_the_one_of_the_design() -> None:
    assert Argon2Cost() == Argon2Cost(memory_kib=65_536, passes=3, lanes=4)
    assert Argon2Cost().is_reasonable


def test_the_key_is_argon2id_of_the_passphrase() -> None:
    expected = argon2.low_level.hash_secret_raw(b"words", SALT, 1, 8192, 1, 32, argon2.low_level.Type.ID)
    assert passphrase_key("words", SALT, CHEAP) == expected


@pytest.mark.parametrize("typed", ["Mu\u0308ller", "\uff2d\u00fcller"])
def test_an_accent_typed_on_another_keyboard_is_the_same(typed: str) -> None:
    assert passphrase_key(typed, SALT, CHEAP) == passphrase_key("Müller", SALT, CHEAP)


def test_case_and_spaces_count() -> None:
    keys = {passphrase_key(typed, SALT, CHEAP) for typed in ("a b", "A b", "ab", " a b", "a b ")}
    assert len(keys) == 5


def test_half_a_surrogate_pair_is_no_crash() -> None:
    assert passphrase_key("\ud83d", SALT, CHEAP) != passphrase_key("\ude00", SALT, CHEAP)


@pytest.mark.parametrize(
    "cost",
    [
        Argon2Cost(memory_kib=8 * 1024 - 1),
        Argon2Cost(memory_kib=1024 * 1024 + 1),
        Argon2Cost(memory_kib=-1),
        Argon2Cost(memory_kib=10**30),
        Argon2Cost(passes=0),
        Argon2Cost(passes=11),
        Argon2Cost(lanes=0),
        Argon2Cost(lanes=17),
    ],
)
@pytest.mark.usefixtures("_argon2_forbidden")
def test_an_unreasonable_cost_is_refused_before_any_work(cost: Argon2Cost) -> None:
    assert not cost.is_reasonable
    with pytest.raises(DiaryError, match="keys_unreasonable"):
        passphrase_key("words", SALT, cost)


@pytest.mark.parametrize("length", [0, 15, 65])
@pytest.mark.usefixtures("_argon2_forbidden")
def test_an_unreasonable_salt_is_refused_before_any_work(length: int) -> None:
    with pytest.raises(DiaryError, match="keys_unreasonable"):
        passphrase_key("words", bytes(length), CHEAP)


@pytest.mark.parametrize(
    "cost", [Argon2Cost(8 * 1024, 1, 1), Argon2Cost(1024 * 1024, 10, 16)], ids=["cheapest", "dearest"]
)
def test_the_limits_themselves_are_reasonable(cost: Argon2Cost) -> None:
    assert cost.is_reasonable


@pytest.mark.parametrize("empty", ["", " ", "\t\n", "\u00a0\u3000"])
def test_an_empty_passphrase_is_refused(empty: str) -> None:
    with pytest.raises(DiaryError, match="passphrase_empty"):
        checked_passphrase(empty)


def test_a_passphrase_is_kept_as_it_was_typed() -> None:
    assert checked_passphrase(" a b ") == " a b "
