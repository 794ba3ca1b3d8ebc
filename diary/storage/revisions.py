"""Revisions: immutable rows of history, appended in order, merged by union."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, select, update

from diary.domain.errors import DiaryError
from diary.storage import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

FORMAT = 1
BUILT_IN = "built-in"
FORGET = "forget"
"""The kind of the one row that changes others: the revisions it names lose their value, here and for ever."""

MOVE = "move"
"""The kind of a row that tells, without words, that an entry left for another diary or came from one."""

Stamp = tuple[str, int]
"""A revision's identity: device and seq."""
Subject = tuple[str, str]
"""What a revision is about: kind and key."""


_columns = tables.revision.c
# What every save asks is built once: SQLAlchemy takes longer over building a statement than SQLite over answering it.
_OF_SUBJECT = (
    select(tables.revision)
    .where(_columns.kind == bindparam("kind"), _columns.key == bindparam("key"))
    .order_by(_columns.clock, _columns.device, _columns.seq)
)
_LAST = select(
    select(func.max(_columns.clock)).scalar_subquery(),
    select(func.max(_columns.seq)).where(_columns.device == bindparam("device")).scalar_subquery(),
)
_INSERT = tables.revision.insert()


class OnlyIf(StrEnum):
    """When a change is made at all: the field is empty now, or was never given a value (undone acts aside)."""

    EMPTY = "empty"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one thing given a new value; ``value`` is plain JSON, ``None`` clears it."""

    kind: str
    key: str
    field: str
    value: Any
    only_if: OnlyIf | None = None

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.kind, self.key


@dataclass(frozen=True, slots=True)
class Revision:
    """One row of history; ``value`` is JSON text, ``None`` for cleared or forgotten."""

    device: str
    seq: int
    clock: int
    written_at: datetime | None
    offset_min: int | None
    zone: str | None
    recorder: str | None
    gesture: str
    undoes: str | None
    kind: str
    key: str
    field: str
    value: str | None
    seen: tuple[Stamp, ...] = ()
    format: int = FORMAT

    @property
    def stamp(self) -> Stamp:
        """Its identity."""
        return self.device, self.seq

    @property
    def order(self) -> tuple[int, str, int]:
        """Where it stands among all revisions, the same on every computer."""
        return self.clock, self.device, self.seq

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.kind, self.key

    @property
    def content(self) -> Any:  # noqa: ANN401 - a field may hold any JSON
        """The value read from its JSON, ``None`` when cleared."""
        return None if self.value is None else json.loads(self.value)

    @property
    def written_locally_at(self) -> datetime | None:
        """When it was written, on the writer's own clock."""
        return None if self.written_at is None else at_offset(self.written_at, self.offset_min)


def at_offset(instant: datetime, offset_min: int | None) -> datetime:
    """The same instant on a clock ``offset_min`` minutes from UTC."""
    return instant.astimezone(_clock(offset_min or 0))


@cache
def _clock(offset_min: int) -> timezone:
    return timezone(timedelta(minutes=offset_min))


def as_json(value: Any) -> str | None:  # noqa: ANN401 - a field may hold any JSON
    """``value`` as compact JSON with sorted names, so that the same value is the same text everywhere."""
    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_row(row: Row[Any]) -> Revision:
    """The revision in a row of the table, whose columns stand in the order of its fields."""
    fields = dict(zip(Revision.__slots__, row, strict=True))
    fields["seen"] = tuple((device, seq) for device, seq in json.loads(fields["seen"]))
    return Revision(**fields)


def of_subjects(connection: Connection, subjects: Iterable[Subject]) -> dict[Subject, list[Revision]]:
    """Every revision of each subject, in order; a subject without any has an empty list."""
    return {
        (kind, key): [from_row(row) for row in connection.execute(_OF_SUBJECT, {"kind": kind, "key": key})]
        for kind, key in subjects
    }


def every(connection: Connection) -> Iterator[Revision]:
    """All revisions in order."""
    table = tables.revision
    for row in connection.execute(select(table).order_by(table.c.clock, table.c.device, table.c.seq)):
        yield from_row(row)


def of_gesture(connection: Connection, gesture: str, *, at_most: int | None = None) -> list[Revision]:
    """The rows of one act, in order, or the first of them."""
    table = tables.revision
    query = select(table).where(table.c.gesture == gesture).order_by(table.c.seq).limit(at_most)
    return [from_row(row) for row in connection.execute(query)]


def with_stamp(connection: Connection, stamp: Stamp) -> Revision | None:
    """The revision of a device and a seq, if it is here."""
    table = tables.revision
    device, seq = stamp
    row = connection.execute(select(table).where(and_(table.c.device == device, table.c.seq == seq))).first()
    return None if row is None else from_row(row)


def last(connection: Connection, device: str) -> tuple[int, int]:
    """The highest clock in the diary, and the highest seq of a device; each 0 when nothing was written."""
    clock, seq = connection.execute(_LAST, {"device": device}).one()
    return clock or 0, seq or 0


def last_written_at(connection: Connection) -> datetime | None:
    """When the diary was last written, on the writer's own clock; ``None`` while only the catalogue is in it."""
    table = tables.revision.c
    latest = select(table.written_at, table.offset_min).where(table.written_at.is_not(None))
    row = connection.execute(latest.order_by(table.clock.desc()).limit(1)).first()
    return None if row is None else at_offset(row.written_at, row.offset_min)


def count(connection: Connection) -> int:
    """How many revisions there are."""
    return connection.execute(select(func.count()).select_from(tables.revision)).scalar_one()


def last_seq(connection: Connection, device: str) -> int:
    """The highest seq a device has written here, 0 for none."""
    return last(connection, device)[1]


def insert(connection: Connection, rows: Sequence[Revision]) -> None:
    """Append rows as they are."""
    if rows:
        connection.execute(_INSERT, [_as_row(row) for row in rows])


def _as_row(row: Revision) -> dict[str, Any]:
    fields = {name: getattr(row, name) for name in Revision.__slots__}
    fields["seen"] = json.dumps(row.seen, separators=(",", ":"))
    return fields


def heads(history: Iterable[Revision], field: str) -> list[Revision]:
    """The rows of a field that no other row has replaced: one, or several after simultaneous changes."""
    rows = [row for row in history if row.field == field]
    replaced = {stamp for row in rows for stamp in row.seen}
    return [row for row in rows if row.stamp not in replaced]


def value_before(row: Revision, history: Iterable[Revision]) -> Revision | None:
    """The row whose value ``row`` replaced: the latest of those it had seen."""
    seen = set(row.seen)
    return max((other for other in history if other.stamp in seen), key=lambda other: other.order, default=None)


def standing(history: Iterable[Revision], field: str) -> list[Revision]:
    """The rows of a field that count as its latest, newest first: the last one, and what it brought back.

    A row that takes an act back restores what stood before that act, which can then be taken back in its turn.
    """
    rows = [row for row in history if row.field == field]
    first_of = {row.gesture: row for row in reversed(rows)}
    found: list[Revision] = []
    row = rows[-1] if rows else None
    while row is not None:
        found.append(row)
        undone = first_of.get(row.undoes or "")
        row = value_before(undone, rows) if undone else None
    return found


def was_given(rows: Sequence[Revision]) -> bool:
    """Whether a field (its rows, in order) holds a value or was emptied on purpose; an undone giving is neither."""
    first_of = {row.gesture: row for row in reversed(rows)}
    row = rows[-1] if rows else None
    if row is None or row.value is not None:
        return row is not None
    while row.undoes in first_of:
        row = first_of[row.undoes]
    return row.value is None


def take_in(connection: Connection, incoming: Iterable[Revision]) -> set[Subject]:
    """Add another copy's revisions to these by union, forget rows winning, and return what may look different now.

    Raises ``DiaryError("revisions_contradict")``, before anything is written, when a row of the same device and seq
    says something else here.
    """
    brought = list(incoming)
    here = {row.stamp: row for row in every(connection)}
    forgotten = _forgotten(here.values()) | _forgotten(brought)
    arriving: dict[Stamp, Revision] = {}
    for row in brought:
        known = here.get(row.stamp) or arriving.setdefault(row.stamp, row)
        if _without_value(known, forgotten) != _without_value(row, forgotten):
            raise DiaryError("revisions_contradict", device=row.device, seq=row.seq)
    new = [_without_value(row, forgotten) for row in arriving.values()]
    insert(connection, sorted(new, key=lambda row: row.stamp))
    emptied = [row for row in here.values() if _without_value(row, forgotten) != row]
    for row in emptied:
        table = tables.revision
        connection.execute(
            update(table).where(and_(table.c.device == row.device, table.c.seq == row.seq)).values(value=None)
        )
    return {row.subject for row in (*new, *emptied)}


def forgotten(connection: Connection) -> set[Stamp]:
    """The revisions that lost their value for good."""
    table = tables.revision
    return _forgotten(from_row(row) for row in connection.execute(select(table).where(table.c.kind == FORGET)))


def _forgotten(rows: Iterable[Revision]) -> set[Stamp]:
    return {(device, seq) for row in rows if row.kind == FORGET for device, seq in row.content or ()}


def _without_value(row: Revision, forgotten: set[Stamp]) -> Revision:
    """A forget row keeps what it names, whatever names it: it can't be undone."""
    return replace(row, value=None) if row.stamp in forgotten and row.kind != FORGET else row


def by_field(history: Iterable[Revision]) -> dict[str, list[Revision]]:
    """A subject's rows, in order, field by field."""
    fields: defaultdict[str, list[Revision]] = defaultdict(list)
    for row in history:
        fields[row.field].append(row)
    return dict(fields)
