"""A key from a passphrase: Argon2id (RFC 9106), slow on purpose, with limits on what a file may ask for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from diary.domain.errors import DiaryError
from diary.vault.sealing import KEY_BYTES

SALT_BYTES = 16
_MEMORY_KIB = (8 * 1024, 1024 * 1024)
_PASSES = (1, 10)
_LANES = (1, 16)
_SALT_BYTES = (SALT_BYTES, 64)


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What one guess costs: memory in KiB, passes over it, lanes; about 0.1 s by default."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_reasonable(self) -> bool:
        """Whether a guess is neither for nothing (8 MiB) nor takes the computer down (1 GiB, 10 passes, 16 lanes)."""
        return _within(self.memory_kib, _MEMORY_KIB) and _within(self.passes, _PASSES) and _within(self.lanes, _LANES)


def checked_passphrase(passphrase: str) -> str:
    """Return a passphrase that may be set; raises ``DiaryError("passphrase_empty")``."""
    if not passphrase.strip():
        raise DiaryError("passphrase_empty")
    return passphrase


def passphrase_key(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """Make the key; raises ``DiaryError("keys_unreasonable")`` before any work is done.

    NFKC, so that an accent typed on another keyboard is the same accent.
    """
    if not cost.is_reasonable or not _within(len(salt), _SALT_BYTES):
        raise DiaryError("keys_unreasonable")
    # A lone half of a surrogate pair can come out of a text field, and must not be a crash at the door.
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def _within(value: int, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
