"""Which column of a table is what: known by its header, or told by the person in a small TOML file.

    day = "When"                    # the header of the column of days
    date_order = "dmy"              # or "mdy", where the days leave it open

    [columns."Back pain %"]
    measure = "pain"                # a measure's id
    place = "lower_back"            # left out: overall
    side = "left"                   # left out: no side
    from = [0, 100]                 # the scale in the file …
    to = [0, 10]                    # … and what its ends become; rounded to the measure's steps

    [columns.Mood]
    measure = "mood"
    words = { awful = 1, meh = 5, great = 9 }

    [columns.Diary]
    note = true

Columns that it doesn't name are left out, and the account says so.
"""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from diary.domain.errors import DiaryError
from diary.domain.measures import CORE, SLEEP, Measure
from diary.domain.places import BodySite, Side
from diary.exchange.day_columns import DateOrder

DAY_WORDS = frozenset({"day", "date"})
NOTE_WORDS = frozenset({"note", "notes"})
_UNIT = re.compile(r"\s*\(\s*(0\s*(-|–|to)\s*10|hours|hrs|h)\s*\)$")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A straight line from the file's scale to the measure's: ``from_ends`` become ``to_ends``."""

    from_ends: tuple[float, float]
    to_ends: tuple[float, float]

    def convert(self, value: float, step: float) -> float:
        """Return ``value`` on the measure's scale, at the nearest step (halves up)."""
        share = (value - self.from_ends[0]) / (self.from_ends[1] - self.from_ends[0])
        exact = self.to_ends[0] + share * (self.to_ends[1] - self.to_ends[0])
        return math.floor(exact / step + 0.5) * step


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """A column of answers to one measure, perhaps at a place; ``words`` are normalised as headers are."""

    measure: Measure
    site: BodySite | None = None
    conversion: Conversion | None = None
    words: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Headers, normalised, and what stands below them."""

    day: frozenset[str]
    scores: Mapping[str, ScoreColumn]
    notes: frozenset[str] = frozenset()
    order: DateOrder | None = None

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row has the column of days and one that means something."""
        names = {normalised(cell) for cell in cells}
        return bool(names & self.day) and bool(names & (self.scores.keys() | self.notes))

    def has_day(self, cells: Sequence[str]) -> bool:
        """Whether a row has the column of days."""
        return any(normalised(cell) in self.day for cell in cells)


def normalised(header: str) -> str:
    """A header without regard to case, spaces, underscores and a unit that is ours anyway."""
    plain = unicodedata.normalize("NFKC", header).casefold()
    return _UNIT.sub("", " ".join(re.sub(r"[\s_]+", " ", plain).split()))


def known_columns(measures: Mapping[str, Measure]) -> ColumnMap:
    """The columns known without being told: day or date, notes, the core measures by id, name or our own header."""
    scores = {}
    for measure in (measures[id_] for id_ in CORE):
        for name in (measure.id, measure.label, measure.column_name):
            scores[normalised(name)] = ScoreColumn(measure)
    scores["sleep"] = ScoreColumn(measures[SLEEP])
    return ColumnMap(DAY_WORDS, scores, NOTE_WORDS)


def read_column_map(data: bytes, measures: Mapping[str, Measure], places: frozenset[str]) -> ColumnMap:
    """Read the TOML described above; raises ``DiaryError``: ``map_unreadable`` or ``map_wrong`` (naming the key)."""
    try:
        plain = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as fault:
        raise DiaryError("map_unreadable") from fault
    columns = plain.get("columns", {})
    _demand(isinstance(plain.get("day"), str), "day")
    _demand(isinstance(columns, dict), "columns")
    _demand(plain.keys() <= {"day", "date_order", "columns"}, "day, date_order, columns")
    scores, notes = {}, set()
    for header, use in columns.items():
        _demand(isinstance(use, dict), "columns")
        if use == {"note": True}:
            notes.add(normalised(header))
        elif use != {"ignore": True}:
            scores[normalised(header)] = _score_column(use, measures, places)
    order = plain.get("date_order")
    _demand(order is None or order in set(DateOrder), "date_order")
    return ColumnMap(
        frozenset({normalised(plain["day"])}), scores, frozenset(notes), DateOrder(order) if order else None
    )


def _score_column(use: Mapping[str, object], measures: Mapping[str, Measure], places: frozenset[str]) -> ScoreColumn:
    _demand(use.keys() <= {"measure", "place", "side", "from", "to", "words"}, "note, ignore, measure")
    measure = measures.get(str(use.get("measure")))
    if measure is None or measure.observed or measure.moment_of:
        raise DiaryError("map_wrong", key="measure")
    words = use.get("words", {})
    if not isinstance(words, dict) or not all(_is_number(value) for value in words.values()):
        raise DiaryError("map_wrong", key="words")
    named = {normalised(word): float(value) for word, value in words.items()}
    return ScoreColumn(measure, _site(use, places), _conversion(use), named)


def _site(use: Mapping[str, object], places: frozenset[str]) -> BodySite | None:
    place, side = use.get("place"), str(use.get("side", ""))
    _demand(place is None or place in places, "place")
    _demand(side in set(Side) and (place is not None or not side), "side")
    return BodySite(str(place), Side(side)) if place is not None else None


def _conversion(use: Mapping[str, object]) -> Conversion | None:
    if "from" not in use and "to" not in use:
        return None
    from_ends, to_ends = _ends(use, "from"), _ends(use, "to")
    _demand(from_ends[0] != from_ends[1], "from")
    return Conversion(from_ends, to_ends)


def _ends(use: Mapping[str, object], key: str) -> tuple[float, float]:
    match use.get(key):
        case [low, high] if _is_number(low) and _is_number(high):
            return float(low), float(high)
        case _:
            raise DiaryError("map_wrong", key=key)


_MOST = 1e12
"""No scale ends further away; a number of four hundred digits is no float at all."""


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _MOST


def _demand(holds: bool, key: str) -> None:  # noqa: FBT001 - the condition is what it is about
    if not holds:
        raise DiaryError("map_wrong", key=key)
