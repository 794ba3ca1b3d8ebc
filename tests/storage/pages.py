"""A sealed file as it looks to whoever has its key: every page decrypted, the free ones and the slack included."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
"""SQLCipher 4: each page ends in its IV and an HMAC-SHA512; the first begins with the salt (zetetic.net, Design)."""


def decrypted(path: Path, key: bytes) -> bytes:
    """The pages one after the other, as SQLite sees them; nothing is checked."""
    content = path.read_bytes()
    pages = []
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
        sealed = page[SALT if start == 0 else 0 : PAGE - RESERVED]
        aes = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        pages.append(aes.update(sealed) + aes.finalize())
    return b"".join(pages)
