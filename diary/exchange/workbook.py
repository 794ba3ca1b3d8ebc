"""Sheets of cells as the bytes of an XLSX workbook: the one place that knows xlsxwriter, which is untyped.

It is made in memory alone, because xlsxwriter would otherwise write words to temporary files.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from diary.domain.entries import Precision, RoughDate

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SheetCell = str | float | date | RoughDate | None
"""Words, a number, a day, a day known to the month or the year, or nothing at all, which is an empty cell."""

LONGEST_CELL = 32_767
"""Characters in a cell, in UTF-16 units; a program that reads the file takes no more."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it programs disagree which day a number is: one of them believes in 29 February 1900."""
_NARROWEST, _WIDEST = 6, 44
_DATE_FORMATS = {Precision.DAY: "yyyy-mm-dd", Precision.MONTH: "yyyy-mm", Precision.YEAR: "yyyy"}
_DATE_WIDTH = 11


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a workbook; its first line is the header, and ``fixed`` columns stay in view beside the others."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[SheetCell]]
    fixed: int = 1


def workbook(sheets: Sequence[Sheet], *, title: str, made_on: date) -> bytes:
    """Return the whole file, the same bytes for the same sheets, title and day."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime.combine(made_on, time())})
    formats = _Formats(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return made.getvalue()


class _Formats:
    """How cells look: heads strong, days as days, long words on several lines."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.days: dict[Precision, Format] = {
            precision: book.add_format({"num_format": form, "align": "left", "valign": "top"})
            for precision, form in _DATE_FORMATS.items()
        }
        self.number: Format = book.add_format({"valign": "top"})
        # The mark of text, without which words that begin like a formula become one when the cell is edited.
        self.words: Format = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})


def _write(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for at, name in enumerate(sheet.header):
        page.write_string(0, at, _readable(name), formats.head)
    widths = [_width(name) for name in sheet.header]
    for line, cells in enumerate(sheet.rows, 1):
        for at, cell in enumerate(cells):
            if cell is not None:
                _write_cell(page, line, at, cell, formats)
                widths[at] = max(widths[at], _width(cell))
    for at, width in enumerate(widths):
        page.set_column(at, at, min(max(width + 2, _NARROWEST), _WIDEST))
    page.freeze_panes(1, sheet.fixed)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)


def _write_cell(page: Worksheet, line: int, at: int, cell: str | float | date | RoughDate, formats: _Formats) -> None:
    match cell:
        case str():
            page.write_string(line, at, _readable(cell), formats.words)
        case RoughDate():
            _write_day(page, line, at, cell, formats)
        case date():
            _write_day(page, line, at, RoughDate(cell), formats)
        case _:
            page.write_number(line, at, cell, formats.number)


def _write_day(page: Worksheet, line: int, at: int, day: RoughDate, formats: _Formats) -> None:
    """A date is a number to a spreadsheet; a day that it has no number for is words."""
    if day.day < _FIRST_DAY:
        page.write_string(line, at, day.day.isoformat(), formats.words)
    else:
        page.write_datetime(line, at, datetime.combine(day.day, time()), formats.days[day.precision])


def _readable(words: str) -> str:
    """Lines end as a spreadsheet's lines do, and what no XML may hold shows that something stood there."""
    return words.replace("\r\n", "\n").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _width(cell: SheetCell) -> int:
    if isinstance(cell, str):
        return max(map(len, cell.splitlines()), default=0)
    return _DATE_WIDTH if isinstance(cell, date | RoughDate) else len(f"{cell:g}")


def in_cells(words: str) -> list[str]:
    """Return words in pieces that each fit a cell; nothing of a long text is lost."""
    pieces = [""]
    room = LONGEST_CELL
    for line in words.splitlines(keepends=True):
        for piece in (line[at : at + LONGEST_CELL // 2] for at in range(0, len(line), LONGEST_CELL // 2)):
            size = len(piece.encode("utf-16-le")) // 2
            if size > room:
                pieces.append("")
                room = LONGEST_CELL
            pieces[-1] += piece
            room -= size
    return pieces
