"""Recovery codes: 150 random bits in letters that can be read aloud, and two that show a slip of the pen.

Crockford's base 32 has no I, L, O or U. The two check characters are ten bits of SHA-256 of the other thirty.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from diary.vault.sealing import RandomBytes

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_CHARACTERS = 30
CODE_CHARACTERS = 32

_GROUP = 4
_FEWEST_GROUPS = 6
_MISREAD = str.maketrans("OIL", "011")
_SEPARATORS = {"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"}
_GAPS = re.compile(r"[\s\-]+")


def new_code(random_bytes: RandomBytes) -> str:
    """Make a code, in eight groups of four."""
    body = "".join(ALPHABET[byte % len(ALPHABET)] for byte in random_bytes(RANDOM_CHARACTERS))
    return _grouped(body + _check_characters(body))


def parsed_code(text: str) -> str:
    """Return the code that was meant, as ``new_code`` writes it, with case, spaces, hyphens, O/0 and I/L/1 forgiven.

    Raises ``DiaryError("recovery_code_mistyped")`` where it can't be a code of ours.
    """
    plain = _plain(text)
    if len(plain) != CODE_CHARACTERS or not set(plain) <= set(ALPHABET):
        raise DiaryError("recovery_code_mistyped")
    body, check = plain[:RANDOM_CHARACTERS], plain[RANDOM_CHARACTERS:]
    if check != _check_characters(body):
        raise DiaryError("recovery_code_mistyped")
    return _grouped(plain)


def looks_like_code(text: str) -> bool:
    """Whether somebody who typed this meant a recovery code: its length, or most of its groups of four."""
    groups = _GAPS.split(text.strip())
    if len(groups) >= _FEWEST_GROUPS:
        return sum(len(group) == _GROUP for group in groups) >= len(groups) - 1
    plain = _plain(text)
    return len(plain) == CODE_CHARACTERS and set(plain) <= set(ALPHABET) and (text.islower() or text.isupper())


def _plain(text: str) -> str:
    kept = "".join(char for char in text if unicodedata.category(char) not in _SEPARATORS)
    return kept.upper().translate(_MISREAD)


def _check_characters(body: str) -> str:
    bits = int.from_bytes(hashlib.sha256(body.encode()).digest()[:2]) >> 6
    return ALPHABET[bits >> 5] + ALPHABET[bits & 31]


def _grouped(plain: str) -> str:
    return "-".join(plain[start : start + _GROUP] for start in range(0, CODE_CHARACTERS, _GROUP))
