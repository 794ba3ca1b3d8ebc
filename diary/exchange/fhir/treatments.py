"""Treatments and whether they helped: medicines as MedicationStatements, everything else as Procedures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from diary.domain.entries import Precision, RoughDate, Treatment
from diary.exchange.fhir.elements import Element, concept, narrative, words
from diary.exchange.fhir.people import People
from diary.words import say, say_n
from diary.words.choices import helped_times
from diary.words.dates import rough_day

TREATMENTS = frozenset({"MedicationStatement", "Procedure"})
"""The types of resource that these are."""
MEDICINE = "medicine"
_KNOWN_LETTERS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def treatments(people: People, made_on: date) -> Iterator[Element]:
    """Every treatment that was in use within the period, oldest first, no more exactly dated than it is known."""
    used = sorted(
        people.extract.treatments_used, key=lambda one: (one.first.day.toordinal() if one.first else 0, one.id)
    )
    for one in used:
        yield _medicine(people, one, made_on) if one.kind == MEDICINE else _procedure(people, one, made_on)


def _medicine(people: People, one: Treatment, made_on: date) -> Element:
    dose = words(f"{one.dose} {one.unit}")
    dosage: Element = {**({"text": dose} if dose else {}), **({"asNeededBoolean": True} if one.as_needed else {})}
    return {
        "resourceType": "MedicationStatement",
        "id": people.ids.of("treatment", one.id),
        "text": narrative([words(f"{one.name} {dose}"), *_dates(one), *_helped(people, one)]),
        "status": _state(one, made_on, going_on="active"),
        "medicationCodeableConcept": concept(one.name),
        "subject": people.patient,
        **_when("effectivePeriod", one),
        "informationSource": people.patient,
        **_notes(people, one),
        **({"dosage": [dosage]} if dosage else {}),
    }


def _procedure(people: People, one: Treatment, made_on: date) -> Element:
    return {
        "resourceType": "Procedure",
        "id": people.ids.of("treatment", one.id),
        "text": narrative([one.name, *_dates(one), *_helped(people, one)]),
        "status": _state(one, made_on, going_on="in-progress"),
        "code": concept(one.name),
        "subject": people.patient,
        **_when("performedPeriod", one),
        "asserter": people.patient,
        **_notes(people, one),
    }


def _state(one: Treatment, made_on: date, *, going_on: str) -> str:
    """Over, going on, or, where no date is known, not known either."""
    if one.last is not None and one.last.last_day < made_on:
        return "completed"
    return "unknown" if one.first is None else going_on


def _when(name: str, one: Treatment) -> Element:
    ends = {"start": one.first, "end": one.last}
    known = {end: _as_known(on) for end, on in ends.items() if on is not None}
    return {name: known} if known else {}


def _as_known(on: RoughDate) -> str:
    return on.day.isoformat()[: _KNOWN_LETTERS[on.precision]]


def _dates(one: Treatment) -> Iterator[str]:
    if one.first is not None:
        yield say("From {day}", day=rough_day(one.first))
    if one.last is not None:
        yield say("To {day}", day=rough_day(one.last))


def _helped(people: People, one: Treatment) -> Iterator[str]:
    intakes = people.extract.intakes_of(one)
    if intakes:
        days = len({intake.day for intake in intakes})
        yield say_n("Written down on {n} day in this time.", "Written down on {n} days in this time.", days)
    if counts := helped_times(intakes):
        yield f"{say('Did it help?')} {counts}"


def _notes(people: People, one: Treatment) -> Element:
    notes = [{"text": line} for line in _helped(people, one)]
    return {"note": notes} if notes else {}
