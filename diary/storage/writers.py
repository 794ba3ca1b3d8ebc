"""Who writes in a diary beside the person, whether the person agreed, and what of theirs is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from diary.domain.people import PERSON, Agreed, Carer, Consent
from diary.storage import reading, tables
from diary.storage.revisions import at_offset, of_subjects

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NAMED_IN = tuple(table for table in tables.PROJECTED.values() if {"recorder", "basis"} <= set(table.c.keys()))
"""The tables in which a carer's name stands on a row."""


def carers(connection: Connection) -> tuple[Carer, ...]:
    """Everybody beside the person who writes or wrote, in the order of names."""
    agreed = _consents(connection)
    found = [
        Carer(one, agreed.get(one.id), has_written(connection, one.id))
        for one in reading.recorders(connection).values()
        if one.id != PERSON
    ]
    return tuple(sorted(found, key=lambda one: (one.recorder.name.casefold(), one.recorder.id)))


def has_written(connection: Connection, recorder: str) -> bool:
    """Whether anything in the diary was written by them or under their name; what was deleted can come back."""
    revision = tables.revision
    by_them = select(revision.c.key).where(revision.c.recorder == recorder).limit(1)
    if connection.execute(by_them).first() is not None:
        return True
    named = (select(table.c.key).where(table.c.recorder == recorder).limit(1) for table in _NAMED_IN)
    return any(connection.execute(query).first() is not None for query in named)


def _consents(connection: Connection) -> Mapping[str, Consent]:
    """The answer in force for each carer, given when its last row was written."""
    rows = connection.execute(select(tables.consent).where(tables.consent.c.answer.is_not(None))).all()
    histories = of_subjects(connection, [("consent", row.key) for row in rows])
    found = {}
    for row in rows:
        last = histories["consent", row.key][-1]
        if last.written_at is not None:
            at = at_offset(last.written_at, last.offset_min)
            found[row.key] = Consent(Agreed(row.answer), row.given_by or row.key, at)
    return found
