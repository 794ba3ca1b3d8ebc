"""Revisions that come from elsewhere: they count only when the diary can be read with them in it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Date, Float, Integer, exc, select

from diary.storage import past, reading
from diary.storage.columns import EPOCH, UtcInstant
from diary.storage.revisions import FORGET, MOVE, Subject
from diary.storage.tables import PROJECTED

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection

MALFORMED = (
    ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError, RecursionError,
    exc.StatementError,
)  # fmt: skip
"""What comes of rows that no version of this program writes, wherever it is noticed."""


def check(connection: Connection, subjects: Iterable[Subject]) -> None:
    """Read all that arrived, and the whole diary with it; raises one of ``MALFORMED`` where that can't be done."""
    arrived: dict[str, set[str]] = {}
    for kind, key in subjects:
        if kind not in {FORGET, MOVE}:
            arrived.setdefault(kind, set()).add(key)
    for kind, keys in arrived.items():
        table = PROJECTED[kind]
        for row in connection.execute(select(table)):
            if row.key in keys and not all(_fits(column, row._mapping[column]) for column in table.c):  # noqa: SLF001 - public
                raise ValueError(kind)
    reading.extract(connection, None, EPOCH.date())
    past.about_days(connection, None)


def _fits(column: Column[object], value: object) -> bool:
    """Whether a value is of its column's type: SQLite itself would keep anything anywhere."""
    if value is None:
        return column.nullable is not False
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    match column.type:
        case Boolean():
            fits = isinstance(value, bool)
        case UtcInstant():
            fits = isinstance(value, datetime)
        case Date():
            fits = isinstance(value, date)
        case Float():
            fits = is_number
        case Integer():
            fits = is_number and isinstance(value, int)
        case _:
            fits = isinstance(value, str)
    return fits
