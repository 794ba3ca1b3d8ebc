"""Treatments in a FHIR document: when as far as it is known, and what the person said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from diary.domain.entries import Helped, Intake, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import PERSON, Basis
from diary.exchange.fhir.document import Contents
from tests.exchange.builders import DAY, entry, extract
from tests.exchange.fhir.made import made, resources

TABLETS = Treatment("t1", "Ibuprofen", "medicine", "400", RoughDate.of_year(2024), unit="mg", as_needed=True)
MASSAGE = Treatment("t2", "Massage", "other", "", RoughDate.of_month(2026, 9), RoughDate(date(2026, 11, 22)))


def taken(treatment: Treatment, helped: Helped | None = None, *, days: int = 0, basis: Basis = Basis.SELF) -> Intake:
    recorder = "c1" if basis is Basis.OBSERVED else PERSON
    return Intake(treatment.id, DAY - timedelta(days=days), recorder, basis, helped=helped, id=f"i{days}{helped}")


def bundle(
    *treatments: Treatment, intakes: tuple[Intake, ...] = (), contents: Contents | None = None
) -> dict[str, Any]:
    found = extract([entry({PAIN: 6})], treatments={one.id: one for one in treatments}, intakes=intakes)
    return made(found, contents or Contents())


def only(found: dict[str, Any], type_: str) -> dict[str, Any]:
    (one,) = resources(found, type_)
    return one


def test_a_medicine_is_dated_no_more_exactly_than_it_is_known() -> None:
    medicine = only(bundle(TABLETS), "MedicationStatement")
    assert medicine["effectivePeriod"] == {"start": "2024"}
    assert medicine["status"] == "active"
    assert medicine["medicationCodeableConcept"] == {"text": "Ibuprofen"}
    assert medicine["dosage"] == [{"text": "400 mg", "asNeededBoolean": True}]


def test_what_is_over_is_completed_and_not_before() -> None:
    massage = only(bundle(MASSAGE), "Procedure")
    assert massage["performedPeriod"] == {"start": "2026-09", "end": "2026-11-22"}
    assert massage["status"] == "completed"
    goes_on = Treatment("t2", "Massage", "other", last=RoughDate.of_year(2026), first=MASSAGE.first)
    assert only(bundle(goes_on), "Procedure")["status"] == "in-progress"


def test_whether_it_helped_is_what_the_person_said_and_not_what_a_carer_noticed() -> None:
    intakes = (
        taken(TABLETS, Helped.YES),
        taken(TABLETS, Helped.YES, days=1),
        taken(TABLETS, Helped.NO, days=1),
        taken(TABLETS, Helped.NOT_SURE, days=2, basis=Basis.OBSERVED),
    )
    found = extract([entry({PAIN: 6}), entry({PAIN: 6}, DAY - timedelta(days=3))], treatments={TABLETS.id: TABLETS})
    notes = only(made(replace(found, intakes=intakes)), "MedicationStatement")["note"]
    assert [one["text"] for one in notes] == ["Written down on 2 days in this time.", "Did it help? yes 2, no 1"]


@pytest.mark.parametrize(
    "treatment",
    [
        Treatment("t3", "CBT", "talking", first=RoughDate(DAY + timedelta(days=1))),
        Treatment("t3", "CBT", "talking", first=RoughDate.of_year(2020), last=RoughDate.of_year(2021)),
        Treatment("t3", "CBT", "talking"),
    ],
)
def test_what_was_not_in_use_in_the_period_is_not_in_it_unless_it_was_written_down(treatment: Treatment) -> None:
    assert resources(bundle(treatment), "Procedure") == []
    assert only(bundle(treatment, intakes=(taken(treatment),)), "Procedure")["code"] == {"text": "CBT"}


def test_treatments_can_stay_at_home() -> None:
    found = bundle(TABLETS, MASSAGE, contents=Contents(with_treatments=False))
    assert resources(found, "MedicationStatement") == resources(found, "Procedure") == []


def test_treatments_alone_are_no_diary() -> None:
    with pytest.raises(DiaryError) as caught:
        made(extract(treatments={TABLETS.id: TABLETS}))
    assert caught.value.slug == "nothing_in_period"
