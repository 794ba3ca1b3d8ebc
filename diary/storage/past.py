"""From revisions to what people ask of the past: what was written about a day, and what an entry holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
    standing,
    value_before,
    was_given,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

KEYED_BY_DAY = ("entry", "score", "day_mark", "entry_factor", "good_thing", "spread", "move")
"""Kinds whose key begins with the day."""
KEYED_AT_RANDOM = ("note", "moment", "intake")
"""Kinds that name their day in a field."""
PARTS_OF_ENTRY = ("score", "entry_factor", "spread")
DELETABLE = ("moment", "note", "event", "treatment", "intake", "appointment")
"""Kinds with random ids that can be deleted, and brought back for a while."""


@dataclass(frozen=True, slots=True)
class About:
    """Which day a revision is about, whose words on which basis, where it is about any."""

    day: date | None
    basis: Basis | None
    recorder: str = ""


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
        subjects |= {row.subject for row in parts(connection, moment)}
    return list(of_subjects(connection, sorted(subjects)).values())


def subject_of(row: Revision, history: Sequence[Revision]) -> About:
    """What a revision is about: in its key, or in the other fields of the same thing."""
    match row.key.partition(BETWEEN)[0].split(WITHIN):
        case [day, recorder, basis, *_]:
            return About(date.fromisoformat(day), Basis(basis), recorder)
    fields = {one.field: one.content for one in history if one.content is not None}
    on, how, who = fields.get("day"), fields.get("basis"), fields.get("recorder")
    return About(date.fromisoformat(on) if on else None, Basis(how) if how else None, str(who or ""))


Told = dict[tuple[date, str], list[list[Revision]]]
"""The histories of what was told to carers, by day and by what it is about: a measure, with its place."""


def told_scores(histories: Sequence[list[Revision]]) -> Told:
    """Those of these histories that are answers told to carers."""
    found: Told = {}
    for rows in histories:
        entry, about = _answered(rows[0])
        if entry and entry.basis is Basis.TOLD:
            found.setdefault((entry.day, about), []).append(rows)
    return found


def told_by_then(one: Revision, told: Told) -> Revision | None:
    """What a carer had been told when the person answered by themselves: it counts where their own answer is empty."""
    entry, about = _answered(one)
    if entry is None or entry.basis is not Basis.SELF or entry.source:
        return None
    latest = [[row for row in rows if row.order < one.order][-1:] for rows in told.get((entry.day, about), ())]
    standing_then = [row for rows in latest for row in rows if row.value is not None]
    return max(standing_then, key=lambda row: row.order, default=None)


def _answered(row: Revision) -> tuple[EntryKey | None, str]:
    """The daily entry that an answer is in, and what it is about; no entry for anything else."""
    entry, _, about = row.key.partition(BETWEEN)
    return (EntryKey.parse(entry), about) if row.kind == "score" else (None, "")


NAMED_IN = {"factor": "label", "treatment": "name"}
"""The field that holds what the person calls a thing, by kind."""


def names_of(connection: Connection, subjects: Collection[Subject]) -> dict[Subject, str]:
    """What the person last called factors and treatments, merged and deleted ones too; none removed for good."""
    return {
        (kind, key): said[-1]
        for (kind, key), rows in of_subjects(connection, subjects).items()
        if (said := [row.content for row in rows if row.field == NAMED_IN[kind] and row.value is not None])
    }


def whose(history: Sequence[Revision]) -> str:
    """Whose words something is, by recorder id: as it says itself, else who wrote it first."""
    return subject_of(history[0], history).recorder or history[0].recorder or ""


def said_by(connection: Connection, subject: Subject) -> str:
    """Whose words something is; an entry says so in its id even where only parts of it were written."""
    entry = EntryKey.parse(subject[1]) if subject[0] == "entry" else None
    if entry:
        return entry.recorder
    history = of_subjects(connection, [subject])[subject]
    return whose(history) if history else ""


def kinds_of(connection: Connection, key: str) -> list[str]:
    """Which kinds of thing with an id at random have this one: one at most, but for accidents."""
    table = tables.revision.c
    query = select(table.kind).where(table.kind.in_(DELETABLE), table.key == key).distinct()
    return list(connection.execute(query.order_by(table.kind)).scalars())


def filled_fields(connection: Connection, entry: str) -> list[Revision]:
    """The heads of every field of an entry, its scores and its factors, that are not empty."""
    rows = parts(connection, entry)
    if EntryKey.parse(entry) is not None:
        rows += of_subjects(connection, [("entry", entry)])["entry", entry]
    by_subject: dict[tuple[Subject, str], list[Revision]] = {}
    for row in rows:
        by_subject.setdefault((row.subject, row.field), []).append(row)
    latest = (heads(history, field)[-1] for (_, field), history in by_subject.items())
    return [row for row in latest if row.value is not None]


@dataclass(frozen=True, slots=True)
class Deletion:
    """What was deleted and is still gone: the rows that emptied it, of one thing and its parts."""

    kind: str
    key: str
    rows: tuple[Revision, ...]
    before: tuple[Revision, ...]

    @property
    def last(self) -> Revision:
        """The row that says when, by whom and in which act."""
        return self.rows[-1]

    @property
    def subjects(self) -> frozenset[Subject]:
        """What to bring back."""
        return frozenset(row.subject for row in self.rows)


def deletions(connection: Connection, since: datetime) -> list[Deletion]:
    """What was deleted since an instant and not brought back, newest first.

    A thing with a random id says so in a field; an entry is deleted when all that it held was emptied by one act.
    """
    table = tables.revision
    by_field_deleted = and_(
        table.c.field == "deleted", table.c.value == as_json(value=True), table.c.kind.in_(DELETABLE)
    )
    emptied = and_(table.c.kind == "entry", table.c.value.is_(None))
    query = select(table.c.kind, table.c.key).where(table.c.written_at >= since, or_(by_field_deleted, emptied))
    subjects = {(row.kind, row.key) for row in connection.execute(query)}
    found = [one for subject in subjects if (one := _deletion(connection, subject))]
    return sorted(found, key=lambda one: (one.last.order, one.key), reverse=True)


def _deletion(connection: Connection, subject: Subject) -> Deletion | None:
    kind, key = subject
    history = of_subjects(connection, [subject])[subject]
    if kind == "entry" and filled_fields(connection, key):
        return None
    field = "deleted" if kind != "entry" else "day_ends_at"
    of_field = [row for row in history if row.field == field]
    if not of_field or not any(row.undoes is None for row in standing(history, field)):
        return None
    last = of_field[-1]
    if (last.value is None) != (kind == "entry"):
        return None
    everything = [*history, *parts(connection, key)]
    rows = [row for row in everything if row.gesture == last.gesture]
    before = [old for row in rows if (old := value_before(row, everything)) and old.value is not None]
    about = [row for row in history if kind != "entry" and row.field != "deleted" and row.value is not None]
    if not before and not about:  # forgotten: there is nothing to bring back
        return None
    return Deletion(kind, key, (*(row for row in rows if row is not last), last), (*before, *about))


def brought_in_already(connection: Connection, entries: Sequence[str]) -> set[str]:
    """Those of these entries that were brought in and not undone as a whole; one deleted singly is among them."""
    histories = of_subjects(connection, [("entry", entry) for entry in entries])
    return {
        entry
        for (_, entry), rows in histories.items()
        if any(was_given(of_field) for of_field in by_field(rows).values())
    }


def parts(connection: Connection, entry: str) -> list[Revision]:
    """The revisions of an entry's or a moment's scores, factors and spreads, in order."""
    table = tables.revision
    inside = and_(
        table.c.kind.in_(PARTS_OF_ENTRY), table.c.key > entry + BETWEEN, table.c.key < entry + chr(ord(BETWEEN) + 1)
    )
    query = select(table).where(inside).order_by(table.c.clock, table.c.device, table.c.seq)
    return [from_row(row) for row in connection.execute(query)]
