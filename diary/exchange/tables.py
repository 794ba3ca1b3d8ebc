"""Tables out of bytes: any encoding and delimiter that spreadsheets write, row numbers as a spreadsheet shows them.

``csv.Sniffer`` is not used: it decides on ``doublequote=False`` and shifts the columns of rows with quotes in them.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diary.domain.errors import DiaryError
from diary.exchange.source_files import LARGEST

MOST_ROWS = 500_000
"""Rows that are read at most, so that a small file of line ends can't fill the memory."""

_DELIMITERS = "\t;|,"
"""In the order of a tie: in a tie with ``;`` the commas are decimal commas."""
_TRIED_ROWS = 300
_HEADER_WITHIN = 50
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``number`` counts from 1 as a spreadsheet does, blank rows included."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def is_comment(self) -> bool:
        """Whether it begins with ``#``."""
        return self.cells[0].lstrip().startswith("#") if self.cells else False


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it, all of the header's width."""

    header: Row
    rows: tuple[Row, ...]


def read_rows(data: bytes) -> tuple[Row, ...]:
    """Return every row of a delimited file, blank ones included, cells as they stand.

    Raises ``DiaryError``: ``import_too_big``, ``csv_packed`` (a ZIP, an .xlsx), ``csv_empty``, ``csv_not_text``,
    ``csv_quote_open``, ``csv_too_many_rows`` or ``csv_one_column``.
    """
    if len(data) > LARGEST:
        raise DiaryError("import_too_big", megabytes=LARGEST // 1_000_000)
    if data.startswith(_PACKED):
        raise DiaryError("csv_packed")
    text = _text(data)
    if not text.strip("\r\n\t ;,|"):
        raise DiaryError("csv_empty")
    csv.field_size_limit(LARGEST)  # the library's own limit, 128 kB, is less than a long note
    named, text = _named_delimiter(text)
    delimiter = named or _likely_delimiter(text)
    rows = _split(text, delimiter)
    _check_end(rows, text)
    return rows


def table_below(rows: Sequence[Row], is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """Return the table under the first row that ``is_header`` accepts, or ``None``; what stands above is left out.

    Comment lines and blank rows are dropped. A row shorter than the header is filled up, because Excel leaves out the
    delimiters of empty cells at a row's end; a longer one raises ``DiaryError("csv_ragged")``, for its cells may stand
    in the wrong columns (an unquoted decimal comma does that).
    """
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        cells = [cell.lstrip("# ") if at == 0 else cell for at, cell in enumerate(row.cells)]
        if not row.is_blank and is_header(cells):
            while cells and not cells[-1].strip():
                cells.pop()
            header = Row(row.number, tuple(cells))
            return Table(header, tuple(_squared(rows[place + 1 :], len(cells))))
    return None


def _squared(rows: Sequence[Row], width: int) -> list[Row]:
    squared = []
    for row in rows:
        if row.is_blank or (row.is_comment and not any(cell.strip() for cell in row.cells[1:])):
            continue
        if any(cell.strip() for cell in row.cells[width:]):
            raise DiaryError("csv_ragged", row=row.number, column=width + 1, cells=len(row.cells), width=width)
        squared.append(Row(row.number, (*row.cells, *[""] * (width - len(row.cells)))[:width]))
    return squared


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")
    return _without_nul(text)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].decode(encoding, "ignore").count("\n") + 1
        raise DiaryError("csv_not_text", row=line) from fault
    return _without_nul(text)


def _without_nul(text: str) -> str:
    """Return ``text`` unless it holds NUL, which no spreadsheet writes: it is a program's file or a damaged one."""
    at = text.find("\0")
    if at >= 0:
        raise DiaryError("csv_not_text", row=text.count("\n", 0, at) + 1)
    return text


def _named_delimiter(text: str) -> tuple[str | None, str]:
    """The delimiter that a first line ``sep=;`` names, and the text below it."""
    first, _, rest = text.partition("\n")
    line = first.strip("\r\"' ")
    if line[:4].lower() == "sep=" and len(line) in (4, 5):
        return (line[4:] or None), rest
    return None, text


def _likely_delimiter(text: str) -> str:
    """The delimiter by which most rows have the same width above 1; raises ``DiaryError("csv_one_column")``."""
    scores = {delimiter: _rows_alike(text, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: scores[delimiter])
    if not scores[best]:
        raise DiaryError("csv_one_column")
    return best


def _rows_alike(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in itertools.islice(reader, _TRIED_ROWS))
    except csv.Error:
        return 0
    return max((count for width, count in widths.items() if width > 1), default=0)


def _split(text: str, delimiter: str) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        for cells in reader:
            rows.append(Row(len(rows) + 1, tuple(cells)))
            if len(rows) > MOST_ROWS:
                raise DiaryError("csv_too_many_rows", rows=MOST_ROWS)
    except csv.Error as fault:
        raise DiaryError("csv_quote_open", row=len(rows) + 1) from fault
    return tuple(rows)


def _check_end(rows: Sequence[Row], text: str) -> None:
    """Refuse half a file: its last row has no line end and fewer cells than the row before it."""
    whole_lines = text.endswith(("\n", "\r"))
    if not whole_lines and len(rows) > 1 and len(rows[-1].cells) < len(rows[-2].cells):
        raise DiaryError("csv_cut_off", row=rows[-1].number, column=len(rows[-1].cells))
