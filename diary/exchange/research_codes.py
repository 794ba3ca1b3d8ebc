"""Codes in place of a person's own words: what they named themselves is numbered, what everybody has keeps its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diary import catalogue
from diary.domain.entries import TREATMENT_KINDS, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Measure
from diary.domain.people import PERSON
from diary.exchange.table_columns import written_on

OTHER_KIND = "other"


@dataclass(frozen=True, slots=True)
class Codes:
    """By the ids of one diary: measures, places, factors, treatments and writers."""

    measures: Mapping[str, str]
    places: Mapping[str, str]
    factors: Mapping[str, str]
    treatments: Mapping[str, str]
    writers: Mapping[str, str]


def codes_of(extract: Extract) -> Codes:
    """Return the codes of what these days need; numbers follow the order of the diary's own lists."""
    return Codes(
        measures=_measures(extract),
        places=_places(extract),
        factors=_numbered("factor", extract.factors),
        treatments=_numbered("treatment", extract.treatments),
        writers={PERSON: PERSON} | _numbered("carer", _writers(extract)),
    )


def kind_of(treatment: Treatment) -> str:
    """Return what sort of thing a treatment is, one of those that everybody has."""
    return treatment.kind if treatment.kind in TREATMENT_KINDS else OTHER_KIND


def is_own(measure: Measure) -> bool:
    """Whether it has words or a scale that only this diary knows."""
    return measure.id not in catalogue.measures()


def _measures(extract: Extract) -> dict[str, str]:
    known = catalogue.measures()
    own = [one for one in extract.measures.values() if is_own(one)]
    numbers = _numbered("own_measure", sorted({one.former_of or one.id for one in own} - known.keys()))
    codes = {id_: id_ for id_ in known}
    for one in own:
        whole = one.former_of or one.id
        code = numbers.get(whole, whole)
        codes[one.id] = f"{code}_version_{one.version}" if one.former_of else code
    return codes


def _places(extract: Extract) -> dict[str, str]:
    scored = {score.site.place for day in extract.days for entry in day.entries for score in entry.scores if score.site}
    known = catalogue.places()
    return {id_: id_ for id_ in scored & known.keys()} | _numbered("own_place", sorted(scored - known.keys()))


def _writers(extract: Extract) -> list[str]:
    written = {one.recorder for day in extract.days for one in written_on(day)}
    written |= {one.recorder for one in extract.intakes} | {one.recorder for one in extract.responses}
    return sorted((written | extract.recorders.keys()) - {PERSON})


def _numbered(word: str, ids: Iterable[str]) -> dict[str, str]:
    return {id_: f"{word}_{number}" for number, id_ in enumerate(ids, 1)}
