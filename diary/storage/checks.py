"""The cache of weekly looks: what was worked out once, kept by what it was worked out from.

No history and never merged: emptied at any time, it is worked out again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from diary.storage import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

CheckKey = tuple[str, date]
"""The hash of the series that a pair was looked at with, up to the day of the look, and that day."""
Results = Mapping[str, float | None]
"""What a look gave, by question; ``None`` where it was refused."""


def kept(connection: Connection) -> dict[CheckKey, Results]:
    """Everything that was kept; a row that can't be read is as good as none."""
    rows = connection.execute(select(tables.check))
    return {(row.series, row.day): results for row in rows if (results := _read(row.results)) is not None}


def keep(connection: Connection, looks: Mapping[CheckKey, Results]) -> None:
    """Keep these looks too, in place of what was kept under the same keys."""
    _drop(connection, looks)
    if looks:
        rows = [
            {"series": series, "day": day, "results": json.dumps(dict(results), sort_keys=True)}
            for (series, day), results in looks.items()
        ]
        connection.execute(insert(tables.check), rows)


def keep_only(connection: Connection, keys: Collection[CheckKey]) -> None:
    """Drop every look but these: those of days or pairs that were changed since."""
    table = tables.check.c
    stored = {(row.series, row.day) for row in connection.execute(select(table.series, table.day))}
    _drop(connection, stored.difference(keys))


def empty(connection: Connection) -> None:
    """Drop every look."""
    connection.execute(delete(tables.check))


def _drop(connection: Connection, keys: Collection[CheckKey]) -> None:
    table = tables.check.c
    for series, day in keys:
        connection.execute(delete(tables.check).where(table.series == series, table.day == day))


def _read(text: str) -> Results | None:
    try:
        read = json.loads(text)
    except ValueError:
        return None
    is_ours = isinstance(read, dict) and all(value is None or isinstance(value, float) for value in read.values())
    return read if is_ours else None
