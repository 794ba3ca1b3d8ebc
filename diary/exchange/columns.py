"""The ``columns`` importer: any table with a column of days becomes entries, one for each row.

A cell that can't be used is left out with its reason and the rest of its row kept; blank is not filled in, never 0.
Two rows of one day are two rows of the source, and both are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo

from diary.domain.day_values import ValueKey
from diary.domain.errors import DiaryError
from diary.domain.measures import Measure, ScaleKind, checked_score
from diary.exchange.column_maps import ColumnMap, ScoreColumn, known_columns, normalised
from diary.exchange.day_columns import DateOrder, DayCell, read_days
from diary.exchange.plans import ColumnLeftOut, ImportPlan, LeftOut, PlannedEntry, source_ids
from diary.exchange.tables import Row, Table, read_rows, table_below

SOURCE = "columns"
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,15})?", re.ASCII)
_HOURS_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where in the table each column stands, counted from 0."""

    day: int
    scores: Mapping[int, ScoreColumn]
    notes: tuple[int, ...]
    left_out: tuple[ColumnLeftOut, ...]


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    rows: list[tuple[DayCell, dict[ValueKey, float], str | None]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    words: dict[str, float] = field(default_factory=dict)


def plan_columns(
    data: bytes,
    *,
    measures: Mapping[str, Measure],
    today: date,
    zone: tzinfo,
    columns: ColumnMap | None = None,
    order: DateOrder | None = None,
) -> ImportPlan:
    """Return what bringing this file in would do; ``columns`` is a map of the person's own, ``order`` theirs for days.

    Raises ``DiaryError``: as ``read_rows``, ``table_below`` and ``read_days`` do, and ``csv_no_day_column``,
    ``csv_no_known_column``, ``csv_column_twice``, ``csv_no_rows``.
    """
    known = columns or known_columns(measures)
    table = _table(read_rows(data), known)
    found = _find(table.header, known)
    days = read_days([(row.number, row.cells[found.day]) for row in table.rows], zone, order or known.order)
    reading = _Reading()
    for row in table.rows:
        _read_row(row, days.get(row.number), found, today, reading)
    return ImportPlan(
        SOURCE, len(table.rows), _entries(reading), tuple(reading.left_out), reading.words, found.left_out
    )


def _table(rows: tuple[Row, ...], known: ColumnMap) -> Table:
    table = table_below(rows, known.is_header)
    if table is None:
        has_day = any(known.has_day(row.cells) for row in rows)
        raise DiaryError("csv_no_known_column" if has_day else "csv_no_day_column")
    if not table.rows:
        raise DiaryError("csv_no_rows")
    return table


def _find(header: Row, known: ColumnMap) -> _Found:
    days, notes, scores, left_out = [], [], {}, []
    taken: set[ValueKey] = set()
    for at, name in enumerate(header.cells):
        key = normalised(name)
        if key in known.day:
            days.append(at)
        elif key in known.notes:
            notes.append(at)
        elif column := known.scores.get(key):
            if (column.measure.id, column.site) in taken:
                raise DiaryError("csv_column_twice", row=header.number, column=at + 1)
            taken.add((column.measure.id, column.site))
            scores[at] = column
        elif name.strip():
            left_out.append(ColumnLeftOut(at + 1, name.strip()))
    if len(days) > 1:
        raise DiaryError("csv_column_twice", row=header.number, column=days[1] + 1)
    return _Found(days[0], scores, tuple(notes), tuple(left_out))


def _read_row(row: Row, day: DayCell | None, found: _Found, today: date, reading: _Reading) -> None:
    if day is None:
        reason = "day_unreadable" if row.cells[found.day].strip() else "day_missing"
        reading.left_out.append(LeftOut(row.number, reason, found.day + 1))
        return
    if day.day > today:
        reading.left_out.append(LeftOut(row.number, "day_in_future", found.day + 1))
        return
    unused = len(reading.left_out)
    scores = _scores(row, found.scores, reading)
    note = "\n\n".join(text for at in found.notes if (text := row.cells[at].strip())) or None
    if scores or note:
        reading.rows.append((day, scores, note))
    elif len(reading.left_out) == unused:
        reading.left_out.append(LeftOut(row.number, "nothing_filled_in"))


def _scores(row: Row, columns: Mapping[int, ScoreColumn], reading: _Reading) -> dict[ValueKey, float]:
    scores: dict[ValueKey, float] = {}
    for at, column in columns.items():
        text = row.cells[at].strip()
        if not text:
            continue
        try:
            scores[(column.measure.id, column.site)] = _score(text, column, reading.words)
        except DiaryError as fault:
            values = {name: value for name, value in fault.values.items() if name != "measure"}
            values["column"] = column.measure.label
            reading.left_out.append(LeftOut(row.number, fault.slug, at + 1, values))
    return scores


def _score(text: str, column: ScoreColumn, words: dict[str, float]) -> float:
    """The answer in a cell; raises ``DiaryError`` with a slug of ``plans.REASONS``, never rounding on its own."""
    number = _number(text, column.measure)
    if column.words and number is None:
        number = column.words.get(normalised(text))
        if number is None:
            raise DiaryError("word_unknown")
        words[text] = number
    elif number is not None and column.conversion:
        number = column.conversion.convert(number, column.measure.step)
    if number is None:
        raise DiaryError("score_unreadable")
    return checked_score(column.measure, number)


def _number(text: str, measure: Measure) -> float | None:
    """A number with a decimal point or comma; hours may be written 7:30."""
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    clock = _HOURS_MINUTES.fullmatch(text) if measure.kind is ScaleKind.HOURS else None
    return int(clock[1]) + int(clock[2]) / 60 if clock else None


def _entries(reading: _Reading) -> tuple[PlannedEntry, ...]:
    ids = source_ids(SOURCE, (_content(*row) for row in reading.rows))
    return tuple(
        PlannedEntry(id_, day.day, day.at, scores, note)
        for id_, (day, scores, note) in zip(ids, reading.rows, strict=True)
    )


def _content(day: DayCell, scores: Mapping[ValueKey, float], note: str | None) -> Iterable[object]:
    """What makes two rows the same: their meaning, however it was written."""
    answers = sorted(
        [measure, site.place if site else "", site.side if site else "", value]
        for (measure, site), value in scores.items()
    )
    return [day.day.isoformat(), day.at.replace(tzinfo=None).isoformat() if day.at else "", answers, note or ""]
