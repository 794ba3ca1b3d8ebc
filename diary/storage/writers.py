"""Who writes in a diary beside the person, and whether anything of theirs is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from diary.domain.people import PERSON, Carer
from diary.storage import lists, reading, tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NAMED_IN = tuple(table for table in tables.PROJECTED.values() if {"recorder", "basis"} <= set(table.c.keys()))
"""The tables in which a carer's name stands on a row."""


def carers(connection: Connection) -> tuple[Carer, ...]:
    """Everybody beside the person who writes or wrote, in the order of names."""
    agreed = lists.consents(connection)
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
