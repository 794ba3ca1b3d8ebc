"""Which entries are looked for: words in any case and accents, answers from a number on, a place, a writer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.words.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.ui.look_back.state import EntryRow


@dataclass(frozen=True, slots=True)
class Sought:
    """What an entry must have to be listed; an empty part asks for nothing.

    ``measure``, ``place`` and ``factor`` are ids, ``who`` is whose words they are as the list says it, ``at_least``
    belongs to the measure: at the place where one is chosen and it was answered there.
    """

    text: str = ""
    measure: str = ""
    at_least: float | None = None
    place: str = ""
    who: str = ""
    only_later: bool = False
    oldest_first: bool = False
    factor: str = ""

    @property
    def filters(self) -> int:
        """How many filters are in force, the words apart."""
        return sum((bool(self.measure), bool(self.place), bool(self.who), bool(self.factor), self.only_later))

    @property
    def is_any(self) -> bool:
        """Whether every entry is listed."""
        return not self.filters and not folded(self.text)


@dataclass(frozen=True, slots=True)
class Answerable:
    """A measure that can be filtered by, with its range."""

    id: str
    label: str
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class SeekChoices:
    """What a diary's entries can be filtered by: only what occurs in it; ``places`` and ``factors`` as id and name."""

    measures: tuple[Answerable, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    writers: tuple[str, ...] = ()
    factors: tuple[tuple[str, str], ...] = ()


def found(rows: Sequence[EntryRow], sought: Sought) -> Sequence[EntryRow]:
    """The rows that have everything that is sought, in its order."""
    words = folded(sought.text)
    kept = rows if sought.is_any else tuple(row for row in rows if _has(row, sought, words))
    return kept[::-1] if sought.oldest_first else kept


def writers_of(rows: Iterable[EntryRow]) -> tuple[str, ...]:
    """Whose words there are, each once, in order of names."""
    return tuple(sorted({row.who for row in rows}))


def _has(row: EntryRow, sought: Sought, words: str) -> bool:
    if words not in row.sought_in or (sought.only_later and not row.is_later):
        return False
    if (sought.who and row.who != sought.who) or (sought.place and sought.place not in row.places):
        return False
    if sought.factor and sought.factor not in row.factors:
        return False
    at_place, overall = (row.answers.get((sought.measure, place), ()) for place in (sought.place, ""))
    values = at_place or overall
    return not sought.measure or any(sought.at_least is None or value >= sought.at_least for value in values)
