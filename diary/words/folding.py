"""Words as they are compared when somebody looks for them."""

from __future__ import annotations

import unicodedata

QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"') | dict.fromkeys("\u2018\u2019\u201a", "'"))
"""What a keyboard types as straight is often written curly."""


def folded(text: str) -> str:
    """Words as they are compared: without case, accents, kinds of quotes, and with single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.translate(QUOTES).casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c) and c != "\ufe0f").split())
