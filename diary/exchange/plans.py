"""What an import would do, before anything is written: the entries it makes and an account of every row."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from diary.domain.days import Period
from diary.words import msgid, say
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.domain.day_values import ValueKey

REASONS = {
    "day_in_future": msgid("This day is still to come."),
    "day_missing": msgid("There is no day on this row."),
    "day_unreadable": msgid("The day on this row can’t be read."),
    "nothing_filled_in": msgid("Nothing is filled in on this row."),
    "score_between_steps": msgid(
        "{column}: this number lies between the steps of the scale. The steps are {step} apart."
    ),
    "score_out_of_range": msgid("{column}: this number is not on the scale. It goes from {lowest} to {highest}."),
    "score_unreadable": msgid("{column}: this is not a number."),
    "word_unknown": msgid("{column}: the file of columns doesn’t say which number this word stands for."),
}
"""Slug to sentence: why a row, or one cell of it, was left out."""


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One row of the source that becomes an entry; the same row always has the same ``source_id``.

    ``source_written_at`` is aware, ``None`` where the source doesn't say. A measure that is not in ``scores`` was not
    filled in.
    """

    source_id: str
    day: date
    source_written_at: datetime | None
    scores: Mapping[ValueKey, float]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was left out, or (with ``column``, from 1) one cell of it while the rest was kept.

    ``values`` fill the reason's sentence; they name columns by known words or by number, never by their content.
    """

    row: int
    reason: str
    column: int | None = None
    values: Mapping[str, str | float] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The reason in the person's language."""
        shown = {name: value if isinstance(value, str) else short_number(value) for name, value in self.values.items()}
        return say(REASONS[self.reason], **shown)


@dataclass(frozen=True, slots=True)
class ColumnLeftOut:
    """A column that the import doesn't understand or was told to ignore; ``number`` counts from 1."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import would write, and everything it would leave out.

    ``words`` maps the words of the source that were read as numbers. ``days`` is ``None`` without entries.
    """

    source: str
    rows_read: int
    entries: tuple[PlannedEntry, ...]
    left_out: tuple[LeftOut, ...] = ()
    words: Mapping[str, float] = field(default_factory=dict)
    columns_left_out: tuple[ColumnLeftOut, ...] = ()

    @property
    def days(self) -> Period | None:
        """From the earliest day to the latest."""
        days = [entry.day for entry in self.entries]
        return Period(min(days), max(days)) if days else None


def account(plan: ImportPlan, entries_made: int | None = None) -> dict[str, object]:
    """Return the account for ``--json``; ``entries_made`` where fewer were new than were planned."""
    days = plan.days
    return {
        "rows_read": plan.rows_read,
        "entries_made": len(plan.entries) if entries_made is None else entries_made,
        "days": [days.first.isoformat(), days.last.isoformat()] if days else [],
        "left_out": [
            {"row": cell.row, "reason": cell.sentence} | ({} if cell.column is None else {"column": cell.column})
            for cell in plan.left_out
        ],
        "columns_left_out": [column.name for column in plan.columns_left_out],
        "words": dict(plan.words),
    }


def source_ids(source: str, contents: Iterable[object]) -> list[str]:
    """An id for each row from its content (JSON values), the same at every import: rows alike are told apart by count.

    128 bits of SHA-256, in letters that a revision's key may hold.
    """
    seen: Counter[str] = Counter()
    ids = []
    for content in contents:
        plain = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(plain.encode("ascii")).hexdigest()[:32]
        seen[digest] += 1
        ids.append(f"{source}-{digest}-{seen[digest]}")
    return ids
