"""The projected tables: each row a pure function of the revisions of its key, so that every copy shows the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Table, Text, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from diary.domain.entries import Sharing
from diary.storage.columns import EPOCH, UtcInstant
from diary.storage.keys import BETWEEN, WITHIN, EntryKey
from diary.storage.revisions import Revision, Subject, by_field, every, of_subjects
from diary.storage.sealed_words import is_sealed
from diary.storage.tables import PROJECTED

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection
    from sqlalchemy.dialects.sqlite import Insert

Row = dict[str, Any]


def project(kind: str, key: str, history: Sequence[Revision]) -> Row | None:
    """The row that ``history`` (the key's revisions, in order) adds up to; ``None`` when there is nothing."""
    fields = by_field(history)
    current = {name: rows[-1].content for name, rows in fields.items()}
    if current.get("deleted") or all(value is None for value in current.values()):
        return None
    table = PROJECTED[kind]
    row = {"key": key} | _from_key(kind, key) | _from_fields(table, current) | _from_stamps(table, fields)
    if kind == "score":
        row |= _answer(row["entry"], fields.get("answer", []))
    if kind == "note" and is_sealed(current.get("text")):
        row["sharing"] = Sharing.SEALED.value  # whatever another copy says of who may read it
    if any(row.get(name) is None for name in _NEEDED[kind]):
        return None
    return {name: row.get(name) for name in _NAMES[kind]}


_NAMES = {kind: tuple(table.c.keys()) for kind, table in PROJECTED.items()}
_NEEDED = {kind: tuple(column.name for column in table.c if not column.nullable) for kind, table in PROJECTED.items()}


def _from_key(kind: str, key: str) -> Row:
    names = _KEY_PARTS.get(kind)
    return {} if names is None else names(key)


def _parts(separator: str, *names: str) -> Callable[[str], Row]:
    def read(key: str) -> Row:
        row: Row = dict(zip(names, key.split(separator), strict=True))
        return row | {name: date.fromisoformat(row[name]) for name in ("day",) if name in row}

    return read


def _entry_parts(key: str) -> Row:
    parsed = EntryKey.parse(key)
    if parsed is None:
        return {}
    return {"day": parsed.day, "recorder": parsed.recorder, "basis": parsed.basis.value, "source": parsed.source}


def _score_parts(key: str) -> Row:
    row = _parts(BETWEEN, "entry", "measure", "place", "side")(key)
    entry = EntryKey.parse(row["entry"])
    return row | {"day": entry.day if entry else None}


def _numbered(*names: str) -> Callable[[str], Row]:
    def read(key: str) -> Row:
        row = _parts(BETWEEN, *names)(key)
        return row | {name: float(row[name]) for name in ("version", "number") if name in row}

    return read


_KEY_PARTS: dict[str, Callable[[str], Row]] = {
    "entry": _entry_parts,
    "score": _score_parts,
    "day_mark": _parts(WITHIN, "day", "recorder", "basis"),
    "good_thing": _parts(WITHIN, "day", "recorder", "basis"),
    "helping": _parts(WITHIN, "day"),
    "entry_factor": _parts(BETWEEN, "entry", "factor"),
    "spread": _parts(BETWEEN, "entry", "from_place", "from_side", "to_place", "to_side"),
    "measure_version": _numbered("measure", "version"),
    "own_anchor": _numbered("measure", "version", "number"),
    "question": _numbered("appointment", "number"),
    "questionnaire_answer": _parts(BETWEEN, "response", "item"),
}


def _from_fields(table: Table, current: dict[str, Any]) -> Row:
    return {name: _typed(table.c[name], value) for name, value in current.items() if name in table.c}


def _typed(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - a column's own type
    if value is None:
        return None
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, UtcInstant):
        return _instant(value)
    if isinstance(column.type, Text) and not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return value


def _instant(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def _from_stamps(table: Table, fields: dict[str, list[Revision]]) -> Row:
    if "written_at" not in table.c:
        return {}
    last = max((rows[-1] for rows in fields.values()), key=lambda row: row.order)
    return {"written_at": last.written_at, "written_offset_min": last.offset_min}


def _answer(entry: str, rows: Sequence[Revision]) -> Row:
    """A score's value, and when it was first answered since it was last empty.

    Undoing a clearing brings back the earlier instant: an accident and its undo do not make an answer late. What was
    brought in or brought back carries its own instant, which corrections leave, or none where its source had none.
    """
    if not rows or rows[-1].content is None:
        return {}
    first: Row | None = None
    last_emptied: Row | None = None
    emptied: dict[str, Row | None] = {}
    for row in rows:
        if row.value is None:
            last_emptied = first or last_emptied  # two computers may empty the same answer
            emptied[row.gesture] = last_emptied
            first = None
        elif first is None:
            first = emptied.get(row.undoes or "") or _answered(row)
    answer = rows[-1].content
    result: Row = {"value": answer["value"], "version": answer["version"]}
    source = EntryKey.parse(entry)
    if source is not None and source.source:
        return result | _told_instant(answer)
    assert first is not None
    return result | (_told_instant(answer) if "answered_at" in answer else first)


def _answered(row: Revision) -> Row:
    """When an answer was given: as it says itself where it was brought in or brought back, else when it was written."""
    content = row.content
    if "answered_at" in content:
        return _told_instant(content)
    return {"answered_at": row.written_at, "answered_offset_min": row.offset_min}


def _told_instant(answer: Row) -> Row:
    at = answer.get("answered_at")
    return {
        "answered_at": None if at is None else _instant(at),
        "answered_offset_min": answer.get("answered_offset_min"),
    }


def refresh(connection: Connection, subjects: Iterable[Subject]) -> None:
    """Work out again the rows of these subjects from their revisions."""
    store(connection, of_subjects(connection, [s for s in subjects if s[0] in PROJECTED]))


def rebuild(connection: Connection) -> None:
    """Empty every projected table and work it out from all revisions."""
    for table in PROJECTED.values():
        connection.execute(delete(table))
    for kind, rows in _from_all(connection).items():
        if rows:
            connection.execute(PROJECTED[kind].insert(), rows)


def differences(connection: Connection) -> dict[str, int]:
    """How many rows of each table are not what the revisions add up to; empty when all is well."""
    wrong: dict[str, int] = {}
    for kind, rows in _from_all(connection).items():
        wanted = {row["key"]: row for row in rows}
        present = {row["key"]: dict(row) for row in connection.execute(select(PROJECTED[kind])).mappings()}
        count = sum(wanted.get(key) != present.get(key) for key in wanted.keys() | present.keys())
        if count:
            wrong[kind] = count
    return wrong


def _from_all(connection: Connection) -> dict[str, list[Row]]:
    histories: dict[Subject, list[Revision]] = {}
    for one in every(connection):
        histories.setdefault(one.subject, []).append(one)
    rows: dict[str, list[Row]] = {kind: [] for kind in PROJECTED}
    for (kind, key), history in histories.items():
        if kind in PROJECTED and (row := project(kind, key, history)):
            rows[kind].append(row)
    return rows


def store(connection: Connection, histories: dict[Subject, list[Revision]]) -> None:
    """Write the rows that these histories add up to; kinds without a table are passed over."""
    gone: dict[str, list[Row]] = {}
    there: dict[str, list[Row]] = {}
    for (kind, key), history in histories.items():
        if kind not in PROJECTED:
            continue
        row = project(kind, key, history)
        if row is None:
            gone.setdefault(kind, []).append({"gone": key})
        else:
            there.setdefault(kind, []).append(row)
    for kind, keys in gone.items():
        connection.execute(_DELETE[kind], keys)
    for kind, rows in there.items():
        connection.execute(_PUT[kind], rows)


def _put(table: Table) -> Insert:
    """Add a row, or change the one with its key: only what differs is written, indexes included."""
    row = insert(table)
    others = {column.name: row.excluded[column.name] for column in table.c if not column.primary_key}
    return row.on_conflict_do_update(index_elements=[table.c.key], set_=others)


# Built once: SQLAlchemy takes longer over building a statement than SQLite over running it.
_DELETE = {kind: delete(table).where(table.c.key == bindparam("gone")) for kind, table in PROJECTED.items()}
_PUT = {kind: _put(table) for kind, table in PROJECTED.items()}
