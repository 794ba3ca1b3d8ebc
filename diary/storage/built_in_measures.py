"""The catalogue's own measures in a diary: history like any other, written by no device and the same in every copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diary.storage import projection, revisions
from diary.storage.revisions import BUILT_IN, Revision, Stamp

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.catalogue.scales import BuiltInRevision


def take_in(connection: Connection, built_in: Sequence[BuiltInRevision]) -> None:
    """Write those that the diary doesn't have yet; each replaces the one before it of the same field."""
    rows = []
    earlier: dict[tuple[str, str, str], tuple[Stamp, ...]] = {}
    for seq, kind, key, field, value in built_in:
        rows.append(
            Revision(
                device=BUILT_IN,
                seq=seq,
                clock=0,
                written_at=None,
                offset_min=None,
                zone=None,
                recorder=None,
                gesture=BUILT_IN,
                undoes=None,
                kind=kind,
                key=key,
                field=field,
                value=value,
                seen=earlier.get((kind, key, field), ()),
            )
        )
        earlier[kind, key, field] = ((BUILT_IN, seq),)
    projection.refresh(connection, revisions.take_in(connection, rows))
