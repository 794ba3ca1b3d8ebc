from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.vault.sealing import KEY_BYTES, OVERHEAD_BYTES, key_for, sealed, unsealed
from tests.vault.builders import chance

KEY = bytes(range(KEY_BYTES))


@given(st.binary(), st.binary())
def test_what_is_sealed_opens_with_the_same_key_and_words(content: bytes, bound_to: bytes) -> None:
    whole = sealed(KEY, content, bound_to, chance())
    assert len(whole) == len(content) + OVERHEAD_BYTES
    assert unsealed(KEY, whole, bound_to) == content
    assert unsealed(KEY, whole, bound_to + b"!") is None
    assert unsealed(bytes(KEY_BYTES), whole, bound_to) is None


def test_every_changed_or_missing_byte_is_noticed() -> None:
    whole = sealed(KEY, b"words", b"", chance())
    for at in range(len(whole)):
        changed = bytes([*whole[:at], whole[at] ^ 1, *whole[at + 1 :]])
        assert unsealed(KEY, changed, b"") is None
        assert unsealed(KEY, whole[:at], b"") is None


def test_sealing_twice_never_looks_the_same() -> None:
    random_bytes = chance()
    assert sealed(KEY, b"words", b"", random_bytes) != sealed(KEY, b"words", b"", random_bytes)


@pytest.mark.parametrize(("purpose", "salt"), [("another", b"salt"), ("one", b"other"), ("one", None)])
def test_a_key_serves_one_purpose(purpose: str, salt: bytes | None) -> None:
    assert key_for("one", KEY, b"salt") == key_for("one", KEY, b"salt")
    assert key_for(purpose, KEY, salt) != key_for("one", KEY, b"salt")
    assert len(key_for(purpose, KEY, salt)) == KEY_BYTES
