"""From revisions to what people ask of the past: what was written about a day, and what an entry holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from diary.domain.people import Basis
from diary.storage import tables
from diary.storage.keys import BETWEEN, WITHIN, EntryKey
from diary.storage.revisions import (
    Revision,
    Subject,
    as_json,
    by_field,
    from_row,
    heads,
    of_subjects,
    was_given,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

KEYED_BY_DAY = ("entry", "score", "day_mark", "entry_factor", "good_thing", "spread")
"""Kinds whose key begins with the day."""
KEYED_AT_RANDOM = ("note", "moment", "intake")
"""Kinds that name their day in a field."""
PARTS_OF_ENTRY = ("score", "entry_factor", "spread")


@dataclass(frozen=True, slots=True)
class About:
    """Which day and basis a revision is about, where it is about one."""

    day: date | None
    basis: Basis | None


def about_days(connection: Connection, day: date | None) -> list[list[Revision]]:
    """The revisions of everything about one day, or about any, a list for each thing, each in order."""
    table = tables.revision
    keyed: ColumnElement[bool] = table.c.kind.in_(KEYED_BY_DAY)
    named: ColumnElement[bool] = table.c.kind.in_(KEYED_AT_RANDOM)
    if day is not None:
        after = (day + timedelta(days=1)).isoformat()
        keyed = and_(keyed, table.c.key >= day.isoformat(), table.c.key < after)
        named = and_(named, table.c.field == "day", table.c.value == as_json(day.isoformat()))
    subjects: set[Subject] = {
        (row.kind, row.key) for row in connection.execute(select(table.c.kind, table.c.key).where(or_(keyed, named)))
    }
    moments = [key for kind, key in subjects if kind == "moment"]
    for moment in moments:
        subjects |= {row.subject for row in _parts(connection, moment)}
    return list(of_subjects(connection, sorted(subjects)).values())


def subject_of(row: Revision, history: Sequence[Revision]) -> About:
    """The day and the basis of a revision: in its key, or in the other fields of the same thing."""
    match row.key.partition(BETWEEN)[0].split(WITHIN):
        case [day, _, basis, *_]:
            return About(date.fromisoformat(day), Basis(basis))
    fields = {one.field: one.content for one in history if one.content is not None}
    named_day, named_basis = fields.get("day"), fields.get("basis")
    return About(date.fromisoformat(named_day) if named_day else None, Basis(named_basis) if named_basis else None)


def filled_fields(connection: Connection, entry: str) -> list[Revision]:
    """The heads of every field of an entry, its scores and its factors, that are not empty."""
    rows = _parts(connection, entry)
    if EntryKey.parse(entry) is not None:
        rows += of_subjects(connection, [("entry", entry)])["entry", entry]
    by_subject: dict[tuple[Subject, str], list[Revision]] = {}
    for row in rows:
        by_subject.setdefault((row.subject, row.field), []).append(row)
    latest = (heads(history, field)[-1] for (_, field), history in by_subject.items())
    return [row for row in latest if row.value is not None]


def brought_in_already(connection: Connection, entries: Sequence[str]) -> set[str]:
    """Those of these entries that were brought in and not undone as a whole; one deleted singly is among them."""
    histories = of_subjects(connection, [("entry", entry) for entry in entries])
    return {
        entry
        for (_, entry), rows in histories.items()
        if any(was_given(of_field) for of_field in by_field(rows).values())
    }


def _parts(connection: Connection, entry: str) -> list[Revision]:
    table = tables.revision
    inside = and_(
        table.c.kind.in_(PARTS_OF_ENTRY), table.c.key > entry + BETWEEN, table.c.key < entry + chr(ord(BETWEEN) + 1)
    )
    query = select(table).where(inside).order_by(table.c.clock, table.c.device, table.c.seq)
    return [from_row(row) for row in connection.execute(query)]
