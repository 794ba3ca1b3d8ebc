"""Sending a diary out as a file that other programs can read; it is no longer encrypted there."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app.handed_out import check_new, hand_out
from diary.domain.errors import DiaryError
from diary.exchange.cells import csv_bytes
from diary.exchange.fhir.document import Contents, fhir_json
from diary.exchange.long_csv import long_csv
from diary.exchange.own_json import own_json
from diary.exchange.wide_csv import wide_csv
from diary.exchange.xlsx import own_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diary.domain.extract import Extract


__all__ = ["FHIR", "Contents", "ExportFormat", "export", "export_fhir", "format_of", "save_picture", "save_table"]

FHIR = "fhir"
"""A document for other health software, which has choices of its own."""


class ExportFormat(StrEnum):
    """What can be written: a row per day, a row per score, a workbook for reading, or everything but the history."""

    CSV = "csv"
    CSV_LONG = "csv-long"
    XLSX = "xlsx"
    JSON = "json"


_ENDINGS = {".csv": ExportFormat.CSV, ".xlsx": ExportFormat.XLSX, ".json": ExportFormat.JSON}


def format_of(out: Path) -> ExportFormat:
    """Return what a file's ending asks for; raises ``DiaryError("export_format_unknown")``."""
    try:
        return _ENDINGS[out.suffix.lower()]
    except KeyError as fault:
        raise DiaryError("export_format_unknown") from fault


def export(
    extract: Extract,
    out: Path,
    form: ExportFormat,
    *,
    today: date,
    with_notes: bool = False,
    force: bool = False,
    is_wanted: Callable[[], bool] | None = None,
) -> None:
    """Write ``extract`` to ``out``, whole or not at all; ``today`` is the date that the file bears.

    Nothing is written when it is not wanted any more. Raises ``DiaryError`` as ``handed_out.hand_out`` does.
    """
    check_new(out, force=force)
    made = _content(extract, form, today, with_notes=with_notes)
    if is_wanted is None or is_wanted():
        hand_out(out, made, force=force)


def export_fhir(
    extract: Extract,
    out: Path,
    *,
    diary_id: str,
    made_at: datetime,
    contents: Contents,
    force: bool = False,
    is_wanted: Callable[[], bool] | None = None,
) -> None:
    """Write ``extract`` as a FHIR R4 document, made at the aware instant ``made_at``; every check is passed first.

    Nothing is written when it is not wanted any more. Raises as ``export`` does, and ``DiaryError``:
    ``nothing_in_period``, ``fhir_wrong``.
    """
    check_new(out, force=force)
    made = fhir_json(extract, diary_id=diary_id, made_at=made_at, contents=contents)
    if is_wanted is None or is_wanted():
        hand_out(out, made, force=force)


def save_picture(out: Path, content: bytes) -> None:
    """Write a picture to ``out``, whole or not at all, in place of what was there; raises as ``export`` does."""
    hand_out(out, content, force=True)


def save_table(out: Path, header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> None:
    """Write a table to ``out`` as CSV in place of what was there; raises as ``export`` does."""
    hand_out(out, csv_bytes(header, rows), force=True)


def _content(extract: Extract, form: ExportFormat, today: date, *, with_notes: bool) -> bytes:
    match form:
        case ExportFormat.CSV:
            return wide_csv(extract, with_notes=with_notes)
        case ExportFormat.CSV_LONG:
            return long_csv(extract, with_notes=with_notes)
        case ExportFormat.XLSX:
            return own_xlsx(extract, exported_on=today, with_notes=with_notes)
        case ExportFormat.JSON:
            return own_json(extract, exported_on=today, with_notes=with_notes)
