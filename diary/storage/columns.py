"""Column types that say no where SQLite would quietly change a value."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UtcInstant(TypeDecorator[datetime]):
    """An aware instant, kept as milliseconds since 1970 UTC: SQLite drops an offset silently."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Raises ``ValueError`` for a naive datetime."""
        return None if value is None else milliseconds(value)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else EPOCH + timedelta(milliseconds=value)


def milliseconds(instant: datetime) -> int:
    """Milliseconds since 1970 UTC of an aware instant; raises ``ValueError`` for a naive one."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return (instant - EPOCH) // timedelta(milliseconds=1)


def minutes_from_utc(instant: datetime) -> int:
    """The offset of an aware instant in whole minutes; raises ``ValueError`` for a naive one."""
    offset = instant.utcoffset()
    if offset is None:
        raise ValueError("an instant needs its offset")
    return int(offset.total_seconds() // 60)
