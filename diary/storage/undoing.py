"""Taking an act back: what of it still stands, and what no undo changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from diary.storage import revisions, tables
from diary.storage.revisions import FORGET, MOVE, FieldChange, Revision, Subject
from diary.storage.sealed_words import changes_who_reads

if TYPE_CHECKING:
    from sqlalchemy import Connection

SETTING_UP = frozenset({"person", "recorder", "consent", "slot_owner", "device", FORGET, MOVE})
"""Who writes and on what, and what was forgotten or moved: no undo of a day's answers reaches these kinds."""
_SEALING = 12
"""More rows than one note has, and what is forgotten of it: an import has a hundred thousand."""

Histories = Mapping[Subject, Sequence[Revision]]


@dataclass(frozen=True, slots=True)
class LastAct:
    """The last thing that was done: its gesture, whether it took something back, and who did it."""

    gesture: str
    took_back: bool
    recorder: str | None


def last_act(connection: Connection, device: str) -> LastAct | None:
    """The last act of ``device`` that undo may take back, or redo where it was an undo; setting up is none."""
    table = tables.revision
    query = select(table).where(table.c.device == device, table.c.kind.not_in(SETTING_UP))
    found = connection.execute(query.order_by(table.c.seq.desc()).limit(1)).first()
    row = None if found is None else revisions.from_row(found)
    if row is None or _seals(connection, row.gesture):
        return None
    return LastAct(row.gesture, _takes_back(connection, row), row.recorder)


def taking_back(
    connection: Connection, rows: Sequence[Revision], histories: Histories
) -> tuple[list[FieldChange], frozenset[Subject]]:
    """The changes that take one act's ``rows`` back, and the subjects of it that have to stay as they are.

    It is taken back only where nothing else was written since and not undone.
    """
    changes: dict[tuple[Subject, str], FieldChange] = {}
    left = set()
    staying = _staying(connection, rows, histories)
    for row in rows:
        history = histories[row.subject]
        standing = {one.gesture for one in revisions.standing(history, row.field)}
        if row.kind == MOVE:  # that it came from another diary stays true
            continue
        if row.kind == FORGET or row.gesture not in standing or row.subject in staying:
            left.add(row.subject)
        elif (row.subject, row.field) not in changes:
            before = revisions.value_before(row, history)
            change = FieldChange(row.kind, row.key, row.field, before.content if before else None)
            changes[row.subject, row.field] = change
    return list(changes.values()), frozenset(left)


def _takes_back(connection: Connection, row: Revision) -> bool:
    """Whether an act takes another back, rather than bringing it back: an undo of an undo does."""
    takes = False
    while row.undoes is not None:
        takes = not takes
        row = revisions.of_gesture(connection, row.undoes)[0]
    return takes


def _seals(connection: Connection, gesture: str) -> bool:
    """Whether there is a note in an act that no undo changes."""
    rows = revisions.of_gesture(connection, gesture, at_most=_SEALING)
    notes = {row.subject for row in rows if row.kind == "note"}
    return bool(notes and _staying(connection, rows, revisions.of_subjects(connection, notes)))


def _staying(connection: Connection, rows: Iterable[Revision], histories: Histories) -> set[Subject]:
    """Notes that an act sealed, or took the seal off, or whose words in it are forgotten: no undo changes these."""
    texts = [row for row in rows if (row.kind, row.field) == ("note", "text")]
    gone = revisions.forgotten(connection) if texts else set()
    changed = {row.subject for row in texts if changes_who_reads(row, histories[row.subject], gone)}
    return changed | {row.subject for row in texts if row.stamp in gone}
