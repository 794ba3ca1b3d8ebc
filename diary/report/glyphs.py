"""Which characters the fonts can print; others are named in brackets, as a tagged PDF may not hold an empty box."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from diary.words import say_n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SEGMENTS, _GROUPS = 4, 12
_FORMATS = (_GROUPS, _SEGMENTS)
_SPELLED_OUT = 2
"""So many missing characters in a row are named one by one; more are counted: a word in Hebrew is not seven names."""
_ROOM_FOR_NAMES = 40
_NAMED_BY_NUMBER = {"CJK": "CHINESE OR JAPANESE"}
"""Signs whose names are numbers, and what to call them: "CJK UNIFIED IDEOGRAPH-674E" tells nobody anything."""


@cache
def printable_characters(fonts: tuple[Path, ...]) -> frozenset[int]:
    """Return the code points that every one of the OpenType files has a glyph for (OpenType 1.9, table ``cmap``)."""
    return frozenset.intersection(*(frozenset(_code_points(font.read_bytes())) for font in fonts))


def with_names(words: str, printable: frozenset[int]) -> str:
    """Return words that can be printed: signs that only steer are dropped, others without a glyph are named.

    "[GRINNING FACE]" for one or two, "[HEBREW, 17 characters]" for more. What grows far too long is cut.
    """
    composed = unicodedata.normalize("NFC", words)
    if _all_printed(printable).issuperset(composed):
        return composed
    kinds = _bridged([_kind(character, printable) for character in composed], composed)
    pieces = []
    for kind, run in groupby(zip(kinds, composed, strict=True), key=itemgetter(0)):
        characters = "".join(character for _, character in run)
        if kind == _PRINTED:
            pieces.append(characters)
        elif kind:
            pieces.append(_named(kind, characters, printable))
    printed = "".join(pieces)
    longest = len(words) + _ROOM_FOR_NAMES
    return printed if len(printed) <= longest else printed[: longest - 1] + "…"


_PRINTED, _DROPPED = "printed", ""


@cache
def _all_printed(printable: frozenset[int]) -> frozenset[str]:
    """Return the characters that are printed as they are."""
    return frozenset(one for one in map(chr, printable) if _kind(one, printable) == _PRINTED)


def _kind(character: str, printable: frozenset[int]) -> str:
    """Tell what to do with a character: print it, drop it, or name it by the first word of its name."""
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn") or "VARIATION SELECTOR" in unicodedata.name(character, ""):
        return _PRINTED if character in "\n\u200b" else _DROPPED
    if ord(character) in printable:
        return _PRINTED
    return unicodedata.name(character, "").split(" ")[0] or f"U+{ord(character):04X}"


def _bridged(kinds: list[str], characters: str) -> list[str]:
    """Let a space between two words of one missing script belong to them."""
    return [
        before if character == " " and before == after not in (_PRINTED, _DROPPED) else kind
        for before, kind, after, character in zip(["", *kinds], kinds, [*kinds[1:], ""], characters, strict=False)
    ]


def _named(kind: str, characters: str, printable: frozenset[int]) -> str:
    """Say what is not printed; in a language that can't be printed either, its kind and count alone."""
    if len(characters) > _SPELLED_OUT or kind in _NAMED_BY_NUMBER:
        kind = _NAMED_BY_NUMBER.get(kind, kind)
        said = say_n("[{kind}, {n} character]", "[{kind}, {n} characters]", len(characters), kind=kind)
        return said if printable.issuperset(map(ord, said)) else f"[{kind}, {len(characters)}]"
    return "".join(f"[{unicodedata.name(character, kind)}]" for character in characters)


def _code_points(font: bytes) -> Iterator[int]:
    start = next(offset for tag, offset in _tables(font) if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    offsets = [start + struct.unpack_from(">HHI", font, start + 4 + 8 * index)[2] for index in range(count)]
    formats = {struct.unpack_from(">H", font, offset)[0]: offset for offset in offsets}
    best = next(number for number in _FORMATS if number in formats)
    return _from_groups(font, formats[best]) if best == _GROUPS else _from_segments(font, formats[best])


def _tables(font: bytes) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        yield tag, offset


def _from_groups(font: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, start + 12)
    for index in range(count):
        first, last, _ = struct.unpack_from(">III", font, start + 16 + 12 * index)
        yield from range(first, last + 1)


def _from_segments(font: bytes, start: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", font, start + 6)
    lasts = struct.unpack_from(f">{doubled // 2}H", font, start + 14)
    firsts = struct.unpack_from(f">{doubled // 2}H", font, start + 16 + doubled)
    for first, last in zip(firsts, lasts, strict=True):
        yield from range(first, last + 1)
