"""Which of a day's answers to one question is a measurement in the FHIR document, and where the others are."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from diary.domain.measures import ANXIETY, PAIN
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.exchange.fhir.checks import faults
from tests.exchange.builders import DAY, at, entry
from tests.exchange.fhir.made import made, observations, resources
from tests.exchange.fhir.test_document import diary


def test_of_several_answers_to_one_question_only_the_one_that_counts_is_a_measurement() -> None:
    """Software that receives the document averages what it finds under one code, day and performer."""
    knee = (PAIN, BodySite("knee", Side.LEFT))
    told, own = entry({PAIN: 6, ANXIETY: 3}, basis=Basis.TOLD), entry({PAIN: 8, knee: 4})
    brought_in = entry({PAIN: 2}, source="row 1")
    bundle = made(diary(told, own, brought_in))
    overall = [one for one in observations(bundle, PAIN) if "bodySite" not in one]
    assert [one["valueQuantity"]["value"] for one in overall] == [8]
    (partner,) = resources(bundle, "RelatedPerson")
    assert overall[0]["note"] == [
        {
            "authorReference": {"reference": f"urn:uuid:{partner['id']}"},
            "text": "Does not count: 6 out of 10, told to a carer (partner).",
        },
        {"text": "Does not count: 2 out of 10, brought in from another program."},
    ]
    assert len(observations(bundle)) == 3, "the knee and what only the carer was told stay"
    (anxiety,) = observations(bundle, ANXIETY)
    assert "note" not in anxiety
    assert len(resources(bundle, "Provenance")) == 1, "of what the carer was told and what counts"
    (section,) = resources(bundle, "Composition")[0]["section"]
    assert "Pain: 8 out of 10; Does not count: 6 out of 10, told to a carer (partner);" in section["text"]["div"]
    assert faults(bundle) == ()


def test_of_two_carers_who_were_told_the_note_says_whose_answer_yields() -> None:
    first = entry({PAIN: 6}, basis=Basis.TOLD)
    last = replace(entry({PAIN: 7}, basis=Basis.TOLD, recorder="c2"), written_at=at(DAY, 21))
    bundle = made(diary(first, last))
    (pain,) = observations(bundle, PAIN)
    (note,) = pain["note"]
    carers = {f"urn:uuid:{one['id']}": one["text"]["div"] for one in resources(bundle, "RelatedPerson")}
    assert "partner" in carers[note["authorReference"]["reference"]]
    assert len(carers) == 2, "the other wrote down what counts"
    assert faults(bundle) == ()


def test_the_last_told_counts_and_what_was_noticed_or_of_a_moment_never_yields() -> None:
    first = entry({PAIN: 6}, basis=Basis.TOLD)
    last = replace(entry({PAIN: 7}, basis=Basis.TOLD, recorder="c2"), written_at=at(DAY, 21))
    bundle = made(diary(first, last))
    assert [one["valueQuantity"]["value"] for one in observations(bundle, PAIN)] == [7]
    noticed = entry({"pain_as_seemed": 5}, basis=Basis.OBSERVED)
    moments = [entry({"pain_now": 8}, moment=time(hour, 15)) for hour in (9, 21)]
    assert len(observations(made(diary(entry({PAIN: 6}), noticed, *moments)))) == 4


def test_imported_answers_of_unknown_times_all_stay_because_their_average_counts() -> None:
    rows = [entry({PAIN: value}, source=f"row {value}") for value in (2, 4)]
    assert [one["valueQuantity"]["value"] for one in observations(made(diary(*rows)), PAIN)] == [2, 4]
    assert all("Does not count" not in one["text"]["div"] for one in observations(made(diary(*rows)), PAIN))
