"""The pages of a sealed database, each opened by itself: what is left of a damaged file can be read page by page.

SQLCipher 4, as the program writes it: AES-256-CBC with a random IV a page, and an HMAC-SHA512 over the sealed bytes and
the page's number, under a key made from the data key and the salt that the file begins with (zetetic.net, Design).
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterable, Mapping

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE_BYTES = 4096
USABLE_BYTES = 4016
"""What a page has for its content; behind it lie the IV and the sum."""
SALT_BYTES = 16

_IV_BYTES, _SUM_BYTES, _KEY_BYTES = 16, 64, 32
_SALT_MASK, _ROUNDS = 0x3A, 2


def salt_of(content: bytes) -> bytes:
    """The salt of a sealed file; a backup of it has the same."""
    return content[:SALT_BYTES]


def opened_pages(content: bytes, key: bytes, salts: Iterable[bytes]) -> Mapping[int, bytes]:
    """The pages that are as they were written, by number from 1, each ``PAGE_BYTES`` long; the others are left out.

    ``salts`` are tried in turn, because the file's own may be what is damaged. The first page lacks its beginning.
    """
    best: dict[int, bytes] = {}
    for salt in dict.fromkeys(salts):
        sum_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _SALT_MASK for byte in salt), _ROUNDS, _KEY_BYTES)
        found = {
            number: sealed
            for number in range(1, len(content) // PAGE_BYTES + 1)
            if _is_whole(sealed := content[(number - 1) * PAGE_BYTES : number * PAGE_BYTES], number, sum_key)
        }
        if len(found) > len(best):
            best = found
    return {number: _opened(sealed, number, key) for number, sealed in best.items()}


def _is_whole(sealed: bytes, number: int, sum_key: bytes) -> bool:
    body = sealed[_skipped(number) : PAGE_BYTES - _SUM_BYTES] + struct.pack("<I", number)
    return hmac.compare_digest(hmac.digest(sum_key, body, "sha512"), sealed[PAGE_BYTES - _SUM_BYTES :])


def _opened(sealed: bytes, number: int, key: bytes) -> bytes:
    aes = Cipher(algorithms.AES(key), modes.CBC(sealed[USABLE_BYTES : USABLE_BYTES + _IV_BYTES])).decryptor()
    words = aes.update(sealed[_skipped(number) : USABLE_BYTES]) + aes.finalize()
    return (bytes(_skipped(number)) + words).ljust(PAGE_BYTES, b"\0")


def _skipped(number: int) -> int:
    return SALT_BYTES if number == 1 else 0
