"""Bytes sealed under a key: unreadable without it, and bound to the words they were sealed for.

ChaCha20-Poly1305 (RFC 8439) with a random nonce in front; keys for a purpose are made by HKDF-SHA256 (RFC 5869).
"""

from __future__ import annotations

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

RandomBytes = Callable[[int], bytes]
"""Gives that many bytes of chance: the system's own, or a test's."""

KEY_BYTES = 32
OVERHEAD_BYTES = 28
"""How much longer sealed bytes are: 12 of nonce, 16 of tag."""

_NONCE_BYTES = 12


def sealed(key: bytes, content: bytes, bound_to: bytes, random_bytes: RandomBytes) -> bytes:
    """Seal ``content`` so that it opens only with ``key`` and the same ``bound_to``."""
    nonce = random_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, bound_to)


def unsealed(key: bytes, whole: bytes, bound_to: bytes) -> bytes | None:
    """Return what was sealed; None with another key, other words bound to it, or a changed byte."""
    if len(whole) < OVERHEAD_BYTES:
        return None
    try:
        return ChaCha20Poly1305(key).decrypt(whole[:_NONCE_BYTES], whole[_NONCE_BYTES:], bound_to)
    except InvalidTag:
        return None


def key_for(purpose: str, secret: bytes, salt: bytes | None = None) -> bytes:
    """Make a key that serves one purpose from a secret that is already hard to guess."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=f"alongside {purpose} 1".encode()).derive(secret)
