"""Faults planted one by one in a right document: each is found, and named by what it is."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.exchange.fhir import codes
from diary.exchange.fhir.checks import Fault, FaultKind, faults
from diary.exchange.fhir.document import Contents, fhir_json
from diary.exchange.fhir.elements import coding, concept
from diary.words.problems import sentence
from tests.exchange.builders import entry, extract
from tests.exchange.fhir.made import DIARY, MADE_AT, made, made_up, observations, resources

Bundle = dict[str, Any]
Plant = Callable[[Bundle], object]


@pytest.fixture(scope="module")
def right() -> Bundle:
    return made(made_up(60))


def pain(bundle: Bundle) -> Bundle:
    return observations(bundle, PAIN)[0]


def noticed(bundle: Bundle) -> Bundle:
    return observations(bundle, "noticed_in_pain")[0]


def total(bundle: Bundle) -> Bundle:
    return next(one for one in resources(bundle, "Observation") if "derivedFrom" in one)


def first(bundle: Bundle, type_: str) -> Bundle:
    return resources(bundle, type_)[0]


def reference_to(bundle: Bundle, type_: str) -> Bundle:
    return {"reference": f"urn:uuid:{first(bundle, type_)['id']}"}


def without(bundle: Bundle, type_: str) -> None:
    bundle["entry"] = [one for one in bundle["entry"] if one["resource"]["resourceType"] != type_]


PLANTED: list[tuple[str, FaultKind, Plant]] = [
    ("a collection", FaultKind.NOT_A_DOCUMENT, lambda b: b.update(type="collection")),
    ("no identifier (bdl-9)", FaultKind.NO_IDENTIFIER, lambda b: b.pop("identifier")),
    ("an identifier without its system (bdl-9)", FaultKind.NO_IDENTIFIER, lambda b: b["identifier"].pop("system")),
    ("no date (bdl-10)", FaultKind.NO_TIMESTAMP, lambda b: b.pop("timestamp")),
    ("a day for an instant (bdl-10)", FaultKind.NO_TIMESTAMP, lambda b: b.update(timestamp="2026-11-25")),
    ("another first (bdl-11)", FaultKind.NO_COMPOSITION_FIRST, lambda b: b["entry"].reverse()),
    ("nothing at all (bdl-11)", FaultKind.NO_COMPOSITION_FIRST, lambda b: b.update(entry=[])),
    ("one resource twice (bdl-7)", FaultKind.ADDRESS_TWICE, lambda b: b["entry"].append(b["entry"][5])),
    (
        "an address that isn't the id",
        FaultKind.ADDRESS_IS_NOT_ID,
        lambda b: pain(b).update(id=first(b, "Device")["id"]),
    ),
    (
        "an address on a server",
        FaultKind.ADDRESS_IS_NOT_ID,
        lambda b: b["entry"][2].update(fullUrl="http://x/Device/1"),
    ),
    ("a request", FaultKind.REQUEST_OR_SEARCH, lambda b: b["entry"][3].update(request={"method": "POST", "url": "x"})),
    ("a search", FaultKind.REQUEST_OR_SEARCH, lambda b: b["entry"][3].update(search={"mode": "match"})),
    (
        "a letter of another type",
        FaultKind.WRONG_COMPOSITION,
        lambda b: first(b, "Composition").update(type={"text": "x"}),
    ),
    (
        "the identifiers of R5",
        FaultKind.WRONG_COMPOSITION,
        lambda b: first(b, "Composition").update(identifier=[first(b, "Composition")["identifier"]]),
    ),
    ("nobody under a reference", FaultKind.REFERENCE_TO_NOTHING, lambda b: without(b, "Patient")),
    (
        "a reference by name",
        FaultKind.REFERENCE_TO_NOTHING,
        lambda b: pain(b).update(subject={"reference": "Patient/1"}),
    ),
    ("no text", FaultKind.BROKEN_TEXT, lambda b: first(b, "Device").pop("text")),
    ("text that isn't XML", FaultKind.BROKEN_TEXT, lambda b: pain(b)["text"].update(div="<div>Tom & Jerry</div>")),
    (
        "a part of the document without its text",
        FaultKind.BROKEN_TEXT,
        lambda b: first(b, "Composition")["section"][0].pop("text"),
    ),
    ("text that isn't XHTML", FaultKind.BROKEN_TEXT, lambda b: pain(b)["text"].update(div="<div>6</div>")),
    (
        "a stress code for anxiety",
        FaultKind.UNKNOWN_CODE,
        lambda b: observations(b, "anxiety")[0]["code"]["coding"].append(coding(codes.SNOMED, "405052004")),
    ),
    ("a code with a slip", FaultKind.UNKNOWN_CODE, lambda b: pain(b)["code"]["coding"][0].update(code="72541-3")),
    (
        "a value beside the reason for none",
        FaultKind.VALUE_AND_REASON,
        lambda b: pain(b).update(dataAbsentReason=concept("", codes.ASKED_UNKNOWN)),
    ),
    ("no value and no reason", FaultKind.NO_VALUE, lambda b: pain(b).pop("valueQuantity")),
    ("two values", FaultKind.NO_VALUE, lambda b: pain(b).update(valueString="6")),
    ("11 of 10", FaultKind.OUT_OF_RANGE, lambda b: pain(b)["valueQuantity"].update(value=11)),
    ("less than nothing", FaultKind.OUT_OF_RANGE, lambda b: pain(b)["valueQuantity"].update(value=-1)),
    ("25 hours", FaultKind.OUT_OF_RANGE, lambda b: observations(b, "sleep_hours")[0]["valueQuantity"].update(value=25)),
    ("a total above the highest", FaultKind.OUT_OF_RANGE, lambda b: total(b)["valueQuantity"].update(value=99)),
    ("words for a number", FaultKind.OUT_OF_RANGE, lambda b: pain(b)["valueQuantity"].update(value="6")),
    ("pain out of 100", FaultKind.WRONG_UNIT, lambda b: pain(b)["valueQuantity"].update(unit="score (0 to 100)")),
    ("pain in hours", FaultKind.WRONG_UNIT, lambda b: pain(b)["valueQuantity"].update(unit="h", code="h")),
    ("a unit of another kind", FaultKind.WRONG_UNIT, lambda b: pain(b)["valueQuantity"].update(code="kg")),
    (
        "an answer code for a score",
        FaultKind.ANSWER_CODE,
        lambda b: (
            pain(b).pop("valueQuantity"),
            pain(b).update(valueCodeableConcept=concept("2", coding(codes.LOINC, "LA6569-3"))),
        ),
    ),
    ("nobody answered", FaultKind.WRONG_PERFORMER, lambda b: pain(b).pop("performer")),
    (
        "two answered",
        FaultKind.WRONG_PERFORMER,
        lambda b: pain(b)["performer"].append(reference_to(b, "RelatedPerson")),
    ),
    ("a program answered", FaultKind.WRONG_PERFORMER, lambda b: pain(b).update(performer=[reference_to(b, "Device")])),
    (
        "what a carer noticed as the person's own",
        FaultKind.CARER_AS_PERSON,
        lambda b: noticed(b).update(performer=[reference_to(b, "Patient")]),
    ),
    (
        "the person's own question answered by a carer",
        FaultKind.CARER_AS_PERSON,
        lambda b: pain(b).update(performer=[reference_to(b, "RelatedPerson")]),
    ),
    (
        "a questionnaire filled in by a carer",
        FaultKind.CARER_AS_PERSON,
        lambda b: first(b, "QuestionnaireResponse").update(source=reference_to(b, "RelatedPerson")),
    ),
    ("nothing of who wrote it down", FaultKind.NO_PROVENANCE, lambda b: without(b, "Provenance")),
    ("not final", FaultKind.WRONG_STATUS, lambda b: pain(b).update(status="preliminary")),
    ("no survey", FaultKind.WRONG_STATUS, lambda b: pain(b).pop("category")),
    ("a day that never was", FaultKind.WRONG_TIME, lambda b: pain(b).update(effectiveDateTime="2026-02-30")),
    ("written on a day without a time", FaultKind.WRONG_TIME, lambda b: pain(b).update(issued="2026-11-20")),
    ("a total of nothing", FaultKind.TOTAL_OF_NOTHING, lambda b: total(b).pop("derivedFrom")),
    (
        "a total of itself",
        FaultKind.TOTAL_OF_NOTHING,
        lambda b: total(b).update(derivedFrom=[reference_to(b, "Patient")]),
    ),
    (
        "LOINC's own form",
        FaultKind.FOREIGN_FORM,
        lambda b: first(b, "QuestionnaireResponse").update(questionnaire="http://loinc.org/q/69737-5"),
    ),
]


def test_the_document_is_right_before_anything_is_planted(right: Bundle) -> None:
    assert faults(right) == ()


@pytest.mark.parametrize(("kind", "plant"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found(right: Bundle, kind: FaultKind, plant: Plant) -> None:
    bundle = copy.deepcopy(right)
    plant(bundle)
    assert kind in {fault.kind for fault in faults(bundle)}


def test_every_kind_of_fault_was_planted() -> None:
    assert {kind for _, kind, _ in PLANTED} == set(FaultKind)


def test_a_fault_says_where_and_nothing_that_was_written(right: Bundle) -> None:
    bundle = copy.deepcopy(right)
    at = bundle["entry"].index(next(one for one in bundle["entry"] if one["resource"] == pain(bundle)))
    bundle["entry"][at]["resource"]["valueQuantity"]["value"] = 11
    assert faults(bundle) == (Fault(FaultKind.OUT_OF_RANGE, f"Bundle.entry[{at}] Observation"),)


def test_a_document_with_a_fault_is_refused_in_one_sentence() -> None:
    """An answer off its scale can come from nowhere but a damaged diary; a doctor must never read it."""
    damaged = extract([entry({PAIN: 60})])
    with pytest.raises(DiaryError) as caught:
        fhir_json(damaged, diary_id=DIARY, made_at=MADE_AT, contents=Contents())
    assert caught.value.slug == "fhir_wrong"
    assert sentence(caught.value).startswith("The FHIR file would not be right (out_of_range, in Bundle.entry[")
