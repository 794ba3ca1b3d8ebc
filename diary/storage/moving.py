"""An entry that is to go to another diary: all that one voice said of a day, taken apart, named anew, put beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from diary.domain.entries import Move
from diary.domain.people import Voice
from diary.storage import past, projection, tables
from diary.storage.columns import milliseconds
from diary.storage.keys import BETWEEN, WITHIN, EntryKey, intake_key, mark_key
from diary.storage.revisions import (
    MOVE,
    FieldChange,
    OnlyIf,
    Revision,
    Subject,
    by_field,
    from_row,
    of_subjects,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

AWAY, HERE = "away", "here"
"""What a move says in the diary that the entry left, and in the one that it came to."""
_KEYED = ("entry", "score", "entry_factor", "spread", "day_mark", "good_thing", "intake")
"""Kinds whose key begins with the day, the recorder and the basis."""
_AT_RANDOM = (tables.note, tables.moment, tables.intake, tables.questionnaire_response)
_TOLD = {
    "entry": ("nowhere_else", "factors_looked_through"),
    "score": ("answer",),
    "entry_factor": ("present",),
    "spread": ("present",),
    "day_mark": ("mark",),
    "good_thing": ("text",),
    "note": ("text",),
    "moment": (),
    "intake": ("treatment", "at", "helped"),
    "questionnaire_response": (),
    "questionnaire_answer": ("value",),
}
"""The fields that somebody gave, by kind; the others explain them."""
_OWNERS = frozenset({"entry", "moment", "questionnaire_response"})
_LEFT_BEHIND = frozenset({"batch", "deleted"})
_ONE_A_DAY = frozenset({"score", "day_mark", "good_thing", "intake"})
"""Kinds of which the other diary may have one of its own, which is never overwritten."""

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was said: what it says now, and (``before``) what it said before the instant asked about."""

    kind: str
    key: str
    fields: Fields
    before: Fields = field(default_factory=dict)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.kind, self.key

    @property
    def told(self) -> dict[str, Any]:
        """Of its fields those that somebody gave, an answer without the instant it was given."""
        return _told(self.kind, self.fields)

    @property
    def owner(self) -> str:
        """The id of the entry, the moment or the response that it is a part of; its own where it is none."""
        return self.key.partition(BETWEEN)[0]


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in the other diary, by their ids here; a measure with the version that is asked there."""

    measures: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    factors: Mapping[str, str] = field(default_factory=dict)
    treatments: Mapping[str, str] = field(default_factory=dict)


def pieces_of(connection: Connection, day: date, voice: Voice, since: datetime | None = None) -> tuple[Piece, ...]:
    """All that a voice said of a day and that stands, or of it what was said from ``since`` on."""
    found = []
    for (kind, key), history in _histories(connection, day, voice).items():
        earlier = [row for row in history if since is not None and row.written_at and row.written_at < since]
        found.append(Piece(kind, key, _standing(kind, key, history), _standing(kind, key, earlier)))
    said = [one for one in found if one.told and one.told != _told(one.kind, one.before)]
    owners = {one.owner for one in said}
    return tuple(one for one in found if one in said or (one.kind in _OWNERS and one.fields and one.key in owners))


def said_at(connection: Connection, day: date, voice: Voice) -> tuple[datetime, ...]:
    """When a voice said what stands of a day, on the writer's own clock, in order."""
    found = set()
    for (kind, key), history in _histories(connection, day, voice).items():
        standing = _standing(kind, key, history)
        rows = [row for row in history if row.field in _TOLD[kind] and standing.get(row.field) is not None]
        found |= {row.written_locally_at for row in rows if row.written_locally_at}
    return tuple(sorted(found))


def whole_of(connection: Connection, day: date, voice: Voice) -> set[Subject]:
    """Everything of an entry that ever was, what was cleared since too: its words must not stay in the history."""
    return set(_histories(connection, day, voice))


def _histories(connection: Connection, day: date, voice: Voice) -> dict[Subject, list[Revision]]:
    table, prefix = tables.revision.c, mark_key(day, voice.recorder, voice.basis)
    keyed = table.kind.in_(_KEYED) & (table.key >= prefix) & (table.key < prefix + chr(ord(WITHIN) + 1))
    subjects = {(row.kind, row.key) for row in connection.execute(select(table.kind, table.key).where(keyed))}
    for one in _AT_RANDOM:
        subjects |= {(one.name, key) for key in _keys_of(connection, one, day, voice)}
    for kind, key in list(subjects):
        if kind == "moment":
            subjects |= {row.subject for row in past.parts(connection, key)}
        elif kind == "questionnaire_response":
            answers = (table.kind == "questionnaire_answer") & table.key.startswith(key + BETWEEN, autoescape=True)
            subjects |= {
                (row.kind, row.key) for row in connection.execute(select(table.kind, table.key).where(answers))
            }
    return of_subjects(connection, sorted(subjects))


def _keys_of(connection: Connection, table: Table, day: date, voice: Voice) -> Iterable[str]:
    columns = table.c
    said = (columns.day == day, columns.recorder == voice.recorder, columns.basis == voice.basis.value)
    return connection.execute(select(columns.key).where(*said)).scalars()


def _standing(kind: str, key: str, history: Sequence[Revision]) -> dict[str, Any]:
    """What a history adds up to, field by field; an answer says itself when it was first given."""
    fields = {name: rows[-1].content for name, rows in by_field(history).items()}
    if fields.get("deleted"):
        return {}
    found = {name: value for name, value in fields.items() if value is not None and name not in _LEFT_BEHIND}
    if kind == "score" and found and (row := projection.project(kind, key, history)):
        at = row["answered_at"]
        answered = {"answered_at": None} if at is None else {
            "answered_at": milliseconds(at),
            "answered_offset_min": row["answered_offset_min"],
        }  # fmt: skip
        found["answer"] = {"value": row["value"], "version": row["version"]} | answered
    return found


def _told(kind: str, fields: Fields) -> dict[str, Any]:
    found = {name: fields[name] for name in _TOLD[kind] if fields.get(name) is not None}
    if isinstance(answer := found.get("answer"), dict):
        found["answer"] = answer["value"], answer["version"]
    return found


def renamed(piece: Piece, voice: Voice, names: Names) -> Piece:
    """The same as another diary would have it, said there by ``voice``."""
    fields = dict(piece.fields)
    fields |= {name: value for name, value in (("recorder", voice.recorder), ("basis", voice.basis)) if name in fields}
    owner, *parts = piece.key.split(BETWEEN)
    owner = _renamed_owner(owner, voice)
    match piece.kind, parts:
        case "score", [measure, place, side]:
            measure, version = names.measures.get(measure, (measure, fields["answer"]["version"]))
            fields["answer"] = fields["answer"] | {"version": version}
            parts = [measure, place, side]
        case "entry_factor", [factor]:
            parts = [names.factors.get(factor, factor)]
        case "intake", _:
            treatment = names.treatments.get(fields["treatment"], fields["treatment"])
            if WITHIN in piece.key:
                day = date.fromisoformat(fields["day"])
                owner = intake_key(day, voice.recorder, voice.basis, treatment)
            fields["treatment"] = treatment
    return Piece(piece.kind, BETWEEN.join((owner, *parts)), fields)


def _renamed_owner(key: str, voice: Voice) -> str:
    if entry := EntryKey.parse(key):
        return str(replace(entry, recorder=voice.recorder, basis=voice.basis))
    match key.split(WITHIN):
        case [day, _, _]:
            return mark_key(date.fromisoformat(day), voice.recorder, voice.basis)
    return key


def moves(connection: Connection) -> tuple[Move, ...]:
    """Every entry that left or came, in the order in which they did."""
    table = tables.revision
    query = select(table).where(table.c.kind == MOVE, table.c.value.is_not(None))
    found = []
    for row in map(from_row, connection.execute(query.order_by(table.c.clock, table.c.device, table.c.seq))):
        about = past.subject_of(row, [row])
        if about.day and about.basis and (at := row.written_locally_at):
            found.append(Move(about.day, about.recorder, about.basis, row.recorder or "", at, row.content == AWAY))
    return tuple(found)


def stands_in_the_way(connection: Connection, pieces: Sequence[Piece]) -> set[Subject]:
    """Which of these, as ``renamed``, have another answer here already."""
    histories = of_subjects(connection, [piece.subject for piece in pieces if piece.kind in _ONE_A_DAY])
    return {
        piece.subject for piece in pieces if piece.subject in histories and _differs(piece, histories[piece.subject])
    }


def _differs(piece: Piece, history: Sequence[Revision]) -> bool:
    here = _told(piece.kind, _standing(piece.kind, piece.key, history))
    return any(name in here and here[name] != value for name, value in piece.told.items())


def bringing(connection: Connection, pieces: Iterable[Piece]) -> Iterator[FieldChange]:
    """The changes that add these, as ``renamed``, to what is here: only what is empty is filled."""
    for piece in pieces:
        is_begun = piece.kind == "entry" and bool(past.filled_fields(connection, piece.key))
        if WITHIN not in piece.owner:
            yield FieldChange(piece.kind, piece.key, "deleted", None)
        for name, value in piece.fields.items():
            if not (is_begun and name == "from_notes"):  # it would hold for what is here already
                yield FieldChange(piece.kind, piece.key, name, value, OnlyIf.EMPTY)


def staying(piece: Piece) -> Iterator[FieldChange]:
    """What of a piece that goes was here before, to be written anew once its history is forgotten."""
    for name, value in piece.before.items():
        yield FieldChange(piece.kind, piece.key, name, value)


def explanation(piece: Piece) -> Piece:
    """An entry without what somebody gave: what its other answers, which stay, still need."""
    told = _TOLD[piece.kind]
    kept = {name: value for name, value in piece.fields.items() if name not in told or name in piece.before}
    return replace(piece, before=kept)
