"""Bringing in what was written elsewhere: all of a plan or nothing, and the same file again adds nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from diary import catalogue
from diary.app.acts import act
from diary.app.bringing_back import bring_back
from diary.app.values import BroughtIn, Changes
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis
from diary.exchange.column_maps import read_column_map
from diary.exchange.columns import plan_columns
from diary.exchange.day_columns import DateOrder
from diary.exchange.own_files import is_own_table, read_own
from diary.exchange.plans import account
from diary.exchange.source_files import source_bytes
from diary.storage import past, reading
from diary.storage.columns import milliseconds, minutes_from_utc
from diary.storage.keys import EntryKey, score_key
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from datetime import tzinfo

    from diary.app.opened import OpenDiary
    from diary.domain.measures import Measure
    from diary.exchange.plans import ImportPlan, PlannedEntry

OWN_FORMAT = "alongside"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a file is: its format, the person's own map of columns, and how its days are written (``dmy``, ``mdy``)."""

    format: str = "columns"
    map_file: Path | None = None
    date_order: str | None = None


def bring_in(diary: OpenDiary, file: Path, choices: Choices, *, dry_run: bool = False) -> BroughtIn:
    """Write what ``file`` holds and the diary never had, as one act that undo takes back; nothing with ``dry_run``.

    A row that was since deleted or changed singly stays so. Raises ``DiaryError`` as ``diary.exchange`` does, with
    nothing written.
    """
    data = source_bytes(file)
    with diary.store.reading() as connection:
        measures = reading.measures(connection)
    if choices.format == OWN_FORMAT:
        return bring_back(diary, read_own(data, measures), dry_run=dry_run)
    if data.lstrip().startswith(b"{"):
        raise DiaryError("csv_is_json")
    if is_own_table(data):
        raise DiaryError("csv_is_ours")
    plan = _plan(diary, data, choices, measures)
    keys = {entry.source_id: EntryKey(entry.day, PERSON, Basis.SELF, entry.source_id) for entry in plan.entries}
    with diary.store.reading() as connection:
        known = past.brought_in_already(connection, [str(key) for key in keys.values()])
    new = [entry for entry in plan.entries if str(keys[entry.source_id]) not in known]
    changes = _changes(diary, plan, new, keys, measures) if new else []
    done = Changes() if dry_run else act(diary, changes, diary.recorder)
    return BroughtIn(done, len(new), len(plan.entries) - len(new), plan.days, account(plan, len(new)))


def _plan(diary: OpenDiary, data: bytes, choices: Choices, measures: dict[str, Measure]) -> ImportPlan:
    columns = None
    if choices.map_file:
        columns = read_column_map(source_bytes(choices.map_file), measures, frozenset(catalogue.places()))
    order = DateOrder(choices.date_order) if choices.date_order else None
    return plan_columns(data, measures=measures, today=diary.today(), zone=_zone(diary), columns=columns, order=order)


def _zone(diary: OpenDiary) -> tzinfo:
    """Where the rows' times were told: the offset of today is wrong for half of the year."""
    surroundings = diary.computer.surroundings
    if name := surroundings.zone():
        with suppress(ZoneInfoNotFoundError):
            return ZoneInfo(name)
    offset = surroundings.now().tzinfo
    assert offset is not None
    return offset


def _changes(
    diary: OpenDiary,
    plan: ImportPlan,
    new: list[PlannedEntry],
    keys: dict[str, EntryKey],
    measures: dict[str, Measure],
) -> list[FieldChange]:
    batch = diary.computer.surroundings.new_id()
    changes = [
        FieldChange("import_batch", batch, "format", plan.source),
        FieldChange("import_batch", batch, "entries", len(new)),
    ]
    for entry in new:
        key = keys[entry.source_id]
        fields: dict[str, str | int] = {"batch": batch, "day_ends_at": diary.day_ends_at}
        stamp: dict[str, int] = {}
        if at := entry.source_written_at:
            stamp = {"answered_at": milliseconds(at), "answered_offset_min": minutes_from_utc(at)}
            fields |= {"source_written_at": milliseconds(at), "source_offset_min": minutes_from_utc(at)}
        changes += [FieldChange("entry", str(key), name, value) for name, value in fields.items()]
        for (measure, site), value in entry.scores.items():
            answer = {"value": value, "version": measures[measure].version} | stamp
            changes.append(FieldChange("score", score_key(str(key), measure, site), "answer", answer))
        if entry.note:
            changes += _note(key, entry.note, batch)
    return changes


def _note(key: EntryKey, text: str, batch: str) -> list[FieldChange]:
    fields = {
        "day": key.day.isoformat(),
        "recorder": key.recorder,
        "basis": key.basis,
        "text": text,
        "sharing": "private",
        "batch": batch,
    }
    return [FieldChange("note", f"brought-in.{key.source}", name, value) for name, value in fields.items()]
