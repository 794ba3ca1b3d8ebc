"""Rows read straight from a database's pages, without its schema or its trees, either of which may be damaged.

The format is SQLite's own (sqlite.org/fileformat2.html, sections 1.6 and 2.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

LEAF = 0x0D
"""How a page of a table's rows begins."""
FIRST_HEADER = 100
"""Bytes of the first page that are the database's own header."""

Value = int | float | str | bytes | None


def rows(pages: Mapping[int, bytes], usable: int) -> Iterator[tuple[Value, ...]]:
    """Every row that lies whole on pages that are there; ``usable`` is how many bytes of a page hold content."""
    for number, page in pages.items():
        start = FIRST_HEADER if number == 1 else 0
        if page[start] != LEAF:
            continue
        (count,) = struct.unpack_from(">H", page, start + 3)
        for cell in range(count):
            row = _row(pages, page, start + 8 + 2 * cell, usable)
            if row is not None:
                yield row


def _row(pages: Mapping[int, bytes], page: bytes, pointer: int, usable: int) -> tuple[Value, ...] | None:
    try:
        (at,) = struct.unpack_from(">H", page, pointer)
        size, at = _varint(page, at)
        _, at = _varint(page, at)
        payload = _payload(pages, page[at:usable], size, usable)
        return None if payload is None else _record(payload)
    except (IndexError, struct.error, UnicodeDecodeError):
        return None


def _payload(pages: Mapping[int, bytes], here: bytes, size: int, usable: int) -> bytes | None:
    """A row's bytes; what doesn't fit on its page lies on a chain of others, any of which may be lost."""
    most = usable - 35
    if size <= most:
        return here[:size] if len(here) >= size else None
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    local = local if local <= most else least
    parts, left = [here[:local]], size - local
    (following,) = struct.unpack_from(">I", here, local)
    while left > 0:
        further = pages.get(following)
        if further is None:
            return None
        parts.append(further[4:usable][:left])
        left -= len(parts[-1])
        (following,) = struct.unpack_from(">I", further)
    return b"".join(parts)


def _record(payload: bytes) -> tuple[Value, ...]:
    header_size, at = _varint(payload, 0)
    body, values = header_size, []
    while at < header_size:
        kind, at = _varint(payload, at)
        value, body = _value(payload, kind, body)
        values.append(value)
    return tuple(values)


_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _BLOB = 7, 8, 9, 12


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind in _WHOLE_NUMBERS:
        end = at + _WHOLE_NUMBERS[kind]
        return int.from_bytes(_exactly(payload, at, end), "big", signed=True), end
    if kind == _FLOAT:
        number: float = struct.unpack_from(">d", payload, at)[0]
        return number, at + 8
    if kind in {0, _ZERO, _ONE}:
        return {0: None, _ZERO: 0, _ONE: 1}[kind], at
    if kind < _BLOB:
        raise IndexError
    end = at + (kind - _BLOB) // 2
    content = _exactly(payload, at, end)
    return (content.decode() if kind % 2 else content), end


def _exactly(payload: bytes, at: int, end: int) -> bytes:
    if end > len(payload):
        raise IndexError
    return payload[at:end]


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, seven bits each and the ninth whole, and where the next thing begins."""
    number = 0
    for used in range(8):
        byte = content[at + used]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return number, at + used + 1
    return number << 8 | content[at + 8], at + 9
