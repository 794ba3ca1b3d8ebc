"""What can still be read of a damaged diary: its history, from every page that is as it was written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import read_whole
from diary.storage import rows_of_pages
from diary.storage.columns import EPOCH
from diary.storage.revisions import BUILT_IN, FORGET, FORMAT, MOVE, Revision
from diary.storage.tables import PROJECTED, revision
from diary.vault import pages

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.rows_of_pages import Value

_NUMBERS = frozenset({"seq", "clock", "written_at", "offset_min", "format"})
_MAY_BE_EMPTY = frozenset({"offset_min", "zone", "recorder", "undoes", "value"})
_COLUMNS = tuple(column.name for column in revision.c)


@dataclass(frozen=True, slots=True)
class Found:
    """The revisions that could be read, and of how many it is known that they could not."""

    rows: tuple[Revision, ...]
    lost: int


def read(file: Path, key: bytes, salts: Iterable[bytes]) -> Found:
    """Read what is left of the diary in ``file``, which is opened to read and never changed.

    ``salts`` are those of its backups, for the case that its own is damaged. Raises ``DiaryError``: ``nothing_left``,
    ``file_missing``, ``file_unreadable``.
    """
    content = read_whole(file)
    opened = pages.opened_pages(content, key, (pages.salt_of(content), *salts))
    found = {}
    for values in rows_of_pages.rows(opened, pages.USABLE_BYTES):
        if (row := _revision(values)) is not None:
            found[row.stamp] = row
    if not found:
        raise DiaryError("nothing_left", file=file.name)
    return Found(tuple(found.values()), _missing(found))


def _missing(found: Iterable[tuple[str, int]]) -> int:
    """How many numbers are left out: every device counts its revisions from 1, and leaves none out."""
    last: defaultdict[str, int] = defaultdict(int)
    known: defaultdict[str, int] = defaultdict(int)
    for device, seq in found:
        last[device] = max(last[device], seq)
        known[device] += 1
    return sum(last[device] - known[device] for device in last)


def _revision(values: tuple[Value, ...]) -> Revision | None:
    """A row of the table of revisions, told from those of other tables by what its columns hold."""
    if len(values) != len(_COLUMNS):
        return None
    row = dict(zip(_COLUMNS, values, strict=True))
    for name, value in row.items():
        expected = int if name in _NUMBERS else str
        if not isinstance(value, expected) and not (value is None and name in _MAY_BE_EMPTY):
            return None
    if row["device"] == BUILT_IN or row["format"] != FORMAT or row["kind"] not in {*PROJECTED, FORGET, MOVE}:
        return None
    try:
        seen = tuple((str(device), int(seq)) for device, seq in json.loads(str(row["seen"])))
        json.loads(str(row["value"] or "null"))
    except (ValueError, TypeError):
        return None
    return _typed(row, seen)


def _typed(row: dict[str, Value], seen: tuple[tuple[str, int], ...]) -> Revision:
    written_at = EPOCH + timedelta(milliseconds=_number(row["written_at"]))
    return Revision(
        device=str(row["device"]),
        seq=_number(row["seq"]),
        clock=_number(row["clock"]),
        written_at=written_at,
        offset_min=None if row["offset_min"] is None else _number(row["offset_min"]),
        zone=_words(row["zone"]),
        recorder=_words(row["recorder"]),
        gesture=str(row["gesture"]),
        undoes=_words(row["undoes"]),
        kind=str(row["kind"]),
        key=str(row["key"]),
        field=str(row["field"]),
        value=_words(row["value"]),
        seen=seen,
    )


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _words(value: Value) -> str | None:
    return None if value is None else str(value)
