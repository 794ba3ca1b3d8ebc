"""The wide table as CSV: one row per day, one column per measure and place."""

from __future__ import annotations

from diary.domain.extract import Extract
from diary.exchange.cells import csv_bytes
from diary.exchange.day_table import day_columns, day_rows, note_columns


def wide_csv(extract: Extract, *, with_notes: bool = False) -> bytes:
    """Return the table as a whole file; the core measures have their columns even where all is empty."""
    columns = [*day_columns(extract), *(note_columns(extract) if with_notes else ())]
    rows = (
        [one.day.isoformat(), one.state, *(column.cells.get(one.day) for column in columns)]
        for one in day_rows(extract)
    )
    return csv_bytes(["day", "state", *(column.name for column in columns)], rows)
