"""Forgetting: what is to go for good loses its words here, and in every copy of the diary that this one meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from diary.domain.people import PERSON, Basis
from diary.domain.today import SEALED_NOTE
from diary.storage import past, projection, tables
from diary.storage.keys import draft_key
from diary.storage.revisions import BUILT_IN, FORGET, Revision, Stamp, Subject, by_field, of_subjects, was_given
from diary.storage.sealed_words import is_plain_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

Histories = Mapping[Subject, Sequence[Revision]]

CLEARED_WHEN_DELETED = ("entry", "good_thing")
"""Kinds whose id is made from meaning: deleting one clears each of its fields. The others have a field for it."""
WITH_DRAFTS = ("note", "good_thing")
"""Kinds that are written as a text, which is kept as a draft under the same name meanwhile."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What is to be forgotten: the rows that have words, and the drafts of the same texts."""

    rows: tuple[Revision, ...]
    drafts: tuple[str, ...]

    @property
    def names(self) -> list[Stamp]:
        """What the forget row names."""
        return [row.stamp for row in self.rows]

    @property
    def subjects(self) -> set[Subject]:
        """What may look different now."""
        return {row.subject for row in self.rows}


def with_parts(connection: Connection, subjects: Iterable[Subject]) -> set[Subject]:
    """Things and all that belongs to them: an entry's or a moment's scores, factors and spreads."""
    found = set(subjects)
    for kind, key in list(found):
        if kind in {"entry", "moment"}:
            found |= {row.subject for row in past.parts(connection, key)}
    return found


def removal_of(connection: Connection, subjects: Iterable[Subject], *, parts_too: bool = True) -> Removal:
    """All words of these things and their parts: every row that was ever written of them, undone ones included."""
    wanted = with_parts(connection, subjects) if parts_too else set(subjects)
    histories = of_subjects(connection, sorted(wanted))
    rows = [row for history in histories.values() for row in history if _has_words(row)]
    return Removal(tuple(rows), tuple(_drafts_of(connection, histories)))


def plain_words_of(connection: Connection, notes: Iterable[str]) -> Removal:
    """What is left in plain words of notes that only the person is to read: earlier text, and a draft of it."""
    histories = of_subjects(connection, [("note", key) for key in notes])
    rows = [row for history in histories.values() for row in history if is_plain_text(row)]
    drafts = [_draft_names(history)[0] for history in histories.values() if history]
    return Removal(tuple(rows), tuple(drafts))


def carry_out(connection: Connection, removal: Removal) -> None:
    """Empty the rows and drop the drafts; the forget row that names them is written already."""
    table = tables.revision.c
    for row in removal.rows:
        named = update(tables.revision).where(table.device == row.device, table.seq == row.seq)
        connection.execute(named.values(value=None))
    for key in removal.drafts:
        connection.execute(delete(tables.draft).where(tables.draft.c.key == key))
    projection.refresh(connection, removal.subjects)


def deleted_before(connection: Connection, limit: datetime) -> set[Subject]:
    """Things that were deleted before an instant, are deleted still, and have words left.

    An act that was only taken back is no deletion, and a single answer that was cleared is an edit. What somebody
    deleted who is neither the person nor the one that said it stays.
    """
    table = tables.revision.c
    marked = (table.field == "deleted") & (table.value == "true")
    cleared = table.kind.in_(CLEARED_WHEN_DELETED) & table.value.is_(None)
    asked = {
        (row.kind, row.key) for row in connection.execute(select(table.kind, table.key).where(or_(marked, cleared)))
    }
    gone = set()
    for subject, history in of_subjects(connection, asked).items():
        if not _is_deleted(subject, history) or _is_anothers(history):
            continue
        whole = of_subjects(connection, sorted(with_parts(connection, [subject])))
        if _had_its_time(subject, whole, limit):
            gone.add(subject)
    return gone


def _has_words(row: Revision) -> bool:
    return row.value is not None and row.device != BUILT_IN and row.kind != FORGET


def _is_deleted(subject: Subject, history: Sequence[Revision]) -> bool:
    fields = by_field(history)
    if subject[0] in CLEARED_WHEN_DELETED:
        return all(rows[-1].value is None for rows in fields.values()) and any(map(was_given, fields.values()))
    return bool(fields["deleted"][-1].content)


def _is_anothers(history: Sequence[Revision]) -> bool:
    """Whether a carer deleted what somebody else had said: the original stays in the history."""
    return history[-1].recorder not in {None, PERSON, past.whose(history)}


def _had_its_time(subject: Subject, whole: Histories, limit: datetime) -> bool:
    rows = [row for history in whole.values() for row in history if row.written_at is not None]
    if not any(map(_has_words, rows)) or any(row.written_at >= limit for row in rows if row.written_at):
        return False
    is_cleared = subject[0] in CLEARED_WHEN_DELETED
    return not is_cleared or all(projection.project(kind, key, rows) is None for (kind, key), rows in whole.items())


def _drafts_of(connection: Connection, histories: Histories) -> list[str]:
    """The texts that were being written of what goes; one begun after a deletion is another text, and stays."""
    found = []
    for (kind, key), history in histories.items():
        if kind not in WITH_DRAFTS or not history:
            continue
        table = tables.draft.c
        for name in _draft_names(history):
            kept_at = connection.execute(select(table.kept_at).where(table.key == name)).scalar()
            if kept_at is None:
                continue
            last = max(row.written_at for row in history if row.written_at)
            if kept_at <= last or projection.project(kind, key, history) is not None:
                found.append(name)
    return found


def _draft_names(history: Sequence[Revision]) -> list[str]:
    """Where a text is kept while it is being written: that of a note stands elsewhere while it is sealed."""
    kind, about = history[0].kind, past.subject_of(history[0], history)
    recorder = next((row.content for row in history if row.field == "recorder" and row.value), history[0].recorder)
    if not about.day or not recorder:
        return [""]
    fields = (kind, SEALED_NOTE) if kind == "note" else (kind,)
    return [draft_key(field, about.day, recorder, about.basis or Basis.SELF) for field in fields]
