"""One dialect for every CSV that leaves a diary, and what keeps a person's words from running as formulas.

Commas, CRLF, decimal points (RFC 4180). A byte order mark only where a letter beyond ASCII stands in the file: without
it Excel shows "café" as "cafÃ©", and with it a plain reader takes it for a part of the first column's name.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence

Cell = str | float | None
"""Words, a number, or nothing at all, which is an empty cell."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]|'")  # noqa: RUF001 - full-width signs start formulas too
_PLAIN = re.compile(r"[A-Za-z0-9_:.+-]*")


def safe_words(words: str) -> str:
    """Return words that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front (OWASP).

    Words that begin with an apostrophe get one more, so that ``read_words`` gives back exactly what was written.
    """
    return f"'{words}" if _FORMULA.match(words) else words


def read_words(cell: str) -> str:
    """Return the words that ``safe_words`` made ``cell`` from."""
    return cell.removeprefix("'")


def plain_number(value: float) -> str:
    """Return a number that every program reads back as the same one: ``6``, ``6.5``, ``6.333333333333333``."""
    return str(int(value)) if value == int(value) else repr(float(value))


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a whole file: the header in line 1, then ``rows``; words are made safe here, numbers never changed."""
    lines = [",".join(map(_words_cell, header)), *(",".join(map(_cell, row)) for row in rows)]
    text = "".join(f"{line}\r\n" for line in lines)
    return text.encode("utf-8") if text.isascii() else codecs.BOM_UTF8 + text.encode("utf-8")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return _words_cell(cell) if isinstance(cell, str) else plain_number(cell)


def _words_cell(words: str) -> str:
    """Quote all that isn't a plain word, a semicolon above all: a German Excel would split there, and run the rest."""
    safe = safe_words(words)
    return safe if _PLAIN.fullmatch(safe) else f'"{safe.replace(chr(34), chr(34) * 2)}"'
