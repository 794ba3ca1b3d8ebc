"""What an entry names that another diary may not know: own questions, parts of the day, treatments.

A built-in question is everywhere. What the other diary has by the same name is that; what it hasn't is made known there
by its name, put away, so that nobody is asked about it unless they want to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app.factors import factors
from diary.app.own_measures import definition_of
from diary.app.treatments import rough_fields
from diary.domain.entries import RoughDate
from diary.storage import lists, reading
from diary.storage.keys import BETWEEN
from diary.storage.moving import Names
from diary.storage.revisions import FieldChange, OnlyIf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.app.opened import OpenDiary
    from diary.domain.entries import Factor, Treatment
    from diary.domain.measures import Measure
    from diary.storage.moving import Piece


@dataclass(slots=True)
class Known:
    """What things of here are there, by their ids here; ``changes`` make known what isn't, ``labels`` are its names."""

    measures: dict[str, tuple[str, int]] = field(default_factory=dict)
    factors: dict[str, str] = field(default_factory=dict)
    treatments: dict[str, str] = field(default_factory=dict)
    changes: list[FieldChange] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    @property
    def names(self) -> Names:
        """For the entry's own things."""
        return Names(self.measures, self.factors, self.treatments)

    def make_known(self, kind: str, key: str, fields: Mapping[str, object], label: str) -> None:
        """Add something to what the other diary knows."""
        self.changes += [FieldChange(kind, key, name, value) for name, value in fields.items() if value is not None]
        self.labels.append(label)


@dataclass(frozen=True, slots=True)
class Lists:
    """What a diary's ids stand for."""

    measures: Mapping[str, Measure]
    earlier: tuple[Measure, ...]
    factors: Mapping[str, Factor]
    treatments: Mapping[str, Treatment]

    @classmethod
    def of(cls, diary: OpenDiary) -> Lists:
        """Read them."""
        with diary.store.reading() as connection:
            measures = reading.measures(connection)
            earlier = lists.earlier_measures(connection)
            treatments = lists.treatments(connection)
            merged = lists.survivors_of_merging(connection)
        named = {one.id: one for one in factors(diary)}
        gone = {gone: named[end] for gone, end in merged.items() if end in named}
        return cls(measures, earlier, named | gone, treatments)

    def measure(self, measure_id: str, version: int) -> Measure | None:
        """A measure as it was when an answer was given on it."""
        then = (one for one in self.earlier if (one.id, one.version) == (measure_id, version))
        return next(then, self.measures.get(measure_id))

    def covers(self, others: Lists) -> bool:
        """Whether all that the other list of factors asks about is asked about here, so that nothing was left out."""
        here = {_folded(one.label) for one in self.factors.values() if not one.hidden}
        return all(_folded(one.label) in here for one in others.factors.values() if not one.hidden)


@dataclass(frozen=True, slots=True)
class Other:
    """The diary that an entry goes to: its lists, the day it is about, and new ids."""

    lists: Lists
    day: date
    new_id: Callable[[], str]


def making_known(pieces: Iterable[Piece], here: Lists, other: Other) -> Known:
    """What the things of an entry are called in the other diary, and what must be written there first."""
    known = Known()
    for piece in pieces:
        match piece.kind, piece.key.split(BETWEEN):
            case "score", [_, measure, _, _] if measure not in known.measures:
                _know_measure(known, here.measure(measure, piece.fields["answer"]["version"]), other)
            case "entry_factor", [_, factor] if factor not in known.factors:
                _know_factor(known, factor, here.factors.get(factor), other)
            case "intake", _ if piece.fields["treatment"] not in known.treatments:
                _know_treatment(known, here.treatments.get(piece.fields["treatment"]), other)
    return known


def _know_measure(known: Known, measure: Measure | None, other: Other) -> None:
    if measure is None or not measure.own:
        return
    same = (one for one in other.lists.measures.values() if one.own and not one.former_of and _is_same(one, measure))
    if found := next(same, None):
        known.measures[measure.id] = found.id, found.version
        return
    key = f"own-{other.new_id()}"
    known.measures[measure.id] = key, 1
    definition = definition_of(replace(measure, id=key, version=1))
    known.make_known("measure", key, {"definition": definition, "archived": True}, measure.label)


def _is_same(one: Measure, measure: Measure) -> bool:
    return _folded(one.label) == _folded(measure.label) and one.counts_like(measure)


def _know_factor(known: Known, factor_id: str, factor: Factor | None, other: Other) -> None:
    if factor is None:
        return
    there = other.lists.factors.values()
    found = next((one for one in there if _folded(one.label) == _folded(factor.label)), None)
    if found is None:
        known.factors[factor_id] = key = other.new_id()
        known.make_known("factor", key, {"label": factor.label, "hidden": True}, factor.label)
        return
    known.factors[factor_id] = found.id
    if found.id in catalogue.starter_factors():  # offered there until it is used
        fields = {"label": found.label, "position": found.position}
        known.changes += [FieldChange("factor", found.id, name, value, OnlyIf.EMPTY) for name, value in fields.items()]


def _know_treatment(known: Known, treatment: Treatment | None, other: Other) -> None:
    if treatment is None:
        return
    there = other.lists.treatments.values()
    if found := next((one for one in there if _means(one) == _means(treatment)), None):
        known.treatments[treatment.id] = found.id
        return
    known.treatments[treatment.id] = key = other.new_id()
    only_then = RoughDate(other.day)
    fields = {
        "name": treatment.name,
        "kind": treatment.kind or None,
        "dose": treatment.dose or None,
        "unit": treatment.unit or None,
        "as_needed": treatment.as_needed or None,
        **rough_fields("first", only_then),
        **rough_fields("last", only_then),
    }
    known.make_known("treatment", key, fields, treatment.name)


def _means(treatment: Treatment) -> tuple[str, str, str, bool]:
    return _folded(treatment.name), treatment.dose, treatment.unit, treatment.as_needed


def _folded(label: str) -> str:
    return label.strip().casefold()
