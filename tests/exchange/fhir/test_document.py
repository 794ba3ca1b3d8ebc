"""A diary as a FHIR document: what was answered, who answered, who wrote it down, and what stays at home."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary import catalogue
from diary.domain.days import Period
from diary.domain.entries import Entry, GoodThing, MarkKind, Score
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, ScaleKind
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.domain.places import BodySite, Side
from diary.exchange.fhir.checks import faults
from diary.exchange.fhir.document import Contents, fhir_json
from diary.exchange.fhir.observations import NO_ANSWER
from tests.exchange.builders import DAY, LAW, at, entry, extract, mark, note
from tests.exchange.fhir.made import (
    DIARY,
    EVERYTHING,
    MADE_AT,
    codes_of,
    made,
    meant,
    observations,
    resources,
    response,
)

PATIENT, CARER = "Patient", "RelatedPerson"
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"


def diary(*entries: Entry, **more: Any) -> Extract:
    """An extract with the measures that ship, beside those of the builders."""
    found = extract(entries, **more)
    return replace(found, measures={**found.measures, **catalogue.measures()})


def the_one(found: Extract, code: str) -> dict[str, Any]:
    (one,) = observations(made(found), code)
    return one


def performers(bundle: dict[str, Any], observation: dict[str, Any]) -> list[str]:
    return [meant(bundle, one)["resourceType"] for one in observation["performer"]]


def parts_in(bundle: dict[str, Any], observation: dict[str, Any]) -> list[tuple[str, str]]:
    """Who did what in how an Observation came about."""
    return [
        (agent["type"]["coding"][0]["code"], meant(bundle, agent["who"])["resourceType"])
        for provenance in resources(bundle, "Provenance")
        if {"reference": f"urn:uuid:{observation['id']}"} in provenance["target"]
        for agent in provenance["agent"]
    ]


def bytes_of(found: Extract, made_at: datetime = MADE_AT, contents: Contents = EVERYTHING) -> bytes:
    return fhir_json(found, diary_id=DIARY, made_at=made_at, contents=contents)


def test_a_score_says_what_was_asked_when_by_whom_and_on_which_scale() -> None:
    bundle = made(diary(entry({PAIN: 6})))
    (observation,) = observations(bundle, PAIN)
    text = observation.pop("text")
    assert observation == {
        "resourceType": "Observation",
        "id": observation["id"],
        "status": "final",
        "category": [
            {
                "coding": [
                    {
                        "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                        "code": "survey",
                        "display": "Survey",
                    }
                ]
            }
        ],
        "code": {
            "coding": [
                {
                    "system": LOINC,
                    "code": "72514-3",
                    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
                },
                {"system": "urn:uuid:5d480295-e43a-465c-a0ab-30a89bbe3e75", "code": "pain", "display": "Pain"},
            ],
            "text": "Pain. In the last 24 hours, how bad was your pain on average? "
            "0: No pain. 10: Pain as bad as you can imagine. (higher is worse)",
        },
        "subject": {"reference": f"urn:uuid:{resources(bundle, PATIENT)[0]['id']}"},
        "effectiveDateTime": "2026-11-20",
        "issued": "2026-11-20T20:00:00+01:00",
        "performer": [observation["subject"]],
        "valueQuantity": {
            "value": 6,
            "unit": "score (0 to 10)",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        },
    }
    assert text["div"].endswith("<p>20 November 2026</p><p>Pain: 6 out of 10</p></div>")


def test_mood_runs_the_other_way_in_the_words_of_its_code() -> None:
    found = diary(entry({MOOD: 2, ANXIETY: 2}))
    assert the_one(found, MOOD)["code"]["text"].endswith("0: Very low. 10: Very good. (higher is better)")
    assert the_one(found, ANXIETY)["code"]["text"].endswith("(higher is worse)")


def test_our_wording_is_never_passed_off_as_another_questionnaires() -> None:
    own = {MOOD: 3, ANXIETY: 7, "tiredness": 5, "interference": 6, "tinnitus": 4, "numbness": 2, "elevated": 1}
    for observation in observations(made(diary(entry(own)))):
        assert {one["system"] for one in observation["code"]["coding"]}.isdisjoint({LOINC, SNOMED})


def test_sleep_is_a_duration_in_hours() -> None:
    observation = the_one(diary(entry({SLEEP: 6.5})), "93832-4")
    assert observation["valueQuantity"] == {
        "value": 6.5,
        "unit": "h",
        "system": "http://unitsofmeasure.org",
        "code": "h",
    }


@pytest.mark.parametrize(
    ("site", "code", "text"),
    [
        (BodySite("knee", Side.LEFT), "82169009", "left knee"),
        (BodySite("knee", Side.RIGHT), "6757004", "right knee"),
        (BodySite("knee"), "72696002", "knee"),
        (BodySite("buttock", Side.RIGHT), "46862004", "right buttock"),
        (BodySite("upper_back"), "77568009", "upper back"),
        (BodySite("upper_arm"), None, "upper arm"),
        (BodySite("a place of a newer version"), None, "a place of a newer version"),
    ],
)
def test_left_and_right_are_two_codes_and_the_words_say_what_a_code_can_not(
    site: BodySite, code: str | None, text: str
) -> None:
    where = the_one(diary(entry({(PAIN, site): 4})), PAIN)["bodySite"]
    assert where["text"] == text
    assert [one["code"] for one in where.get("coding", [])] == ([code] if code else [])


def test_pain_at_a_place_and_overall_are_two_answers() -> None:
    bundle = made(diary(entry({PAIN: 6, (PAIN, BodySite("neck")): 0})))
    given = {"bodySite" in one: one["valueQuantity"]["value"] for one in observations(bundle, PAIN)}
    assert given == {False: 6, True: 0}


def test_where_it_hurts_stays_at_home_by_choice_and_that_is_said() -> None:
    found = diary(entry({PAIN: 6, (PAIN, BodySite("forearm", Side.LEFT)): 4}))
    assert b"66480008" in bytes_of(found)
    kept = bytes_of(found, contents=Contents(with_places=False))
    assert b"66480008" not in kept
    assert b"forearm" not in kept
    assert b"Not in this file: places" in kept or b", places" in kept


def test_a_headache_is_felt_in_the_head_and_is_no_overall_pain() -> None:
    headache = the_one(diary(entry({"headache": 7})), "headache")
    assert headache["bodySite"]["coding"][0]["code"] == "69536005"
    assert "72514-3" in codes_of(headache)


def test_a_symptom_is_there_or_denied_and_never_both() -> None:
    yes, no = (the_one(diary(entry({"headache_today": value})), "headache_today") for value in (1, 0))
    assert yes["valueCodeableConcept"]["coding"] == [{"system": SNOMED, "code": "25064002"}]
    assert "75325-1" in codes_of(yes)
    assert no["valueBoolean"] is False
    assert "75325-1" not in codes_of(no)
    assert "valueCodeableConcept" not in no


def test_what_was_not_answered_is_not_in_it() -> None:
    bundle = made(diary(entry({PAIN: 6})))
    assert len(observations(bundle)) == 1


def test_a_day_too_bad_to_fill_in_is_a_fact_without_a_number() -> None:
    bundle = made(diary(marks=[mark(MarkKind.BAD_DAY)]))
    (observation,) = observations(bundle)
    assert observation["valueBoolean"] is True
    assert observation["code"]["text"] == "The day was too bad to fill in."
    assert performers(bundle, observation) == [PATIENT]


def test_an_answer_about_a_moment_has_its_instant() -> None:
    late = entry({"pain_now": 8}, moment=time(1, 30))
    evening = entry({"pain_now": 3}, moment=time(21, 15))
    times = {one["effectiveDateTime"] for one in observations(made(diary(late, evening)), "pain_now")}
    assert times == {"2026-11-20T21:15:00+01:00", "2026-11-21T01:30:00+01:00"}


def test_what_was_filled_in_later_or_brought_in_says_so() -> None:
    later = diary(entry({PAIN: 6}, days_later=3))
    assert the_one(later, PAIN)["note"] == [{"text": "Filled in later."}]
    from_notes = diary(replace(entry({PAIN: 6}, days_later=3), from_notes=True))
    assert the_one(from_notes, PAIN)["note"] == [{"text": "Filled in later, from notes made at the time."}]
    imported = replace(entry({}, source="row 1"), scores=(Score(PAIN, 6, None),))
    brought_in = the_one(diary(imported), PAIN)
    assert brought_in["note"] == [{"text": "Brought in from another program."}]
    assert "issued" not in brought_in
    assert "note" not in the_one(diary(entry({PAIN: 6})), PAIN)


def test_what_the_person_told_is_theirs_and_the_carer_wrote_it_down() -> None:
    bundle = made(diary(entry({PAIN: 6}, basis=Basis.TOLD)))
    (observation,) = observations(bundle, PAIN)
    assert performers(bundle, observation) == [PATIENT]
    assert parts_in(bundle, observation) == [("author", PATIENT), ("enterer", CARER)]


def test_what_the_person_answered_needs_nobody_beside_them() -> None:
    bundle = made(diary(entry({PAIN: 6})))
    assert resources(bundle, "Provenance") == resources(bundle, CARER) == resources(bundle, "Device") == []


def test_what_a_carer_noticed_is_another_instrument() -> None:
    bundle = made(diary(entry({"pain_as_seemed": 7, "noticed_in_pain": 2}, basis=Basis.OBSERVED)))
    for observation in observations(bundle):
        assert performers(bundle, observation) == [CARER]
        assert parts_in(bundle, observation) == [("author", CARER)]
        assert "72514-3" not in codes_of(observation)
    (looked,) = observations(bundle, "noticed_in_pain")
    assert looked["valueCodeableConcept"]["text"] == "A lot"


def test_a_carer_who_could_not_tell_gives_no_value() -> None:
    observation = the_one(diary(entry({"noticed_in_pain": 3}, basis=Basis.OBSERVED)), "noticed_in_pain")
    assert observation["dataAbsentReason"]["coding"][0]["code"] == "asked-unknown"
    assert observation["dataAbsentReason"]["text"] == "Could not tell"
    assert not any(name.startswith("value") for name in observation)


def test_every_scale_of_what_was_noticed_ends_with_an_answer_that_is_none() -> None:
    with_steps = [one for one in catalogue.measures().values() if one.kind is ScaleKind.STEPS]
    assert {one.steps[-1] for one in with_steps} == set(NO_ANSWER)
    assert not any(step in NO_ANSWER for one in with_steps for step in one.steps[:-1])


MIXTURES = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.sampled_from(list(Basis)),
        st.sampled_from([PERSON, "c1", "c2", "somebody the diary does not know"]),
        st.sampled_from([PAIN, MOOD, ANXIETY, "pain_as_seemed", "noticed_low", "headache_today"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[:3],
)


@LAW
@given(MIXTURES)
def test_what_was_noticed_never_has_the_patient_as_performer(rows: list[tuple[int, Basis, str, str, bool]]) -> None:
    """Whoever wrote in whichever order, and even a carer's answer to the person's own question."""
    bases: dict[str, Basis] = {}
    entries: list[Entry] = []
    for minute, (days, basis, recorder, measure, at_place) in enumerate(rows):
        written_at = at(DAY) + timedelta(minutes=minute)
        site = BodySite("neck") if at_place and measure == PAIN else None
        day = DAY - timedelta(days=days)
        score = Score(measure, 1, written_at, site)
        entries.append(Entry(f"{day}/{recorder}/{basis}", day, recorder, basis, written_at, (score,)))
        bases[written_at.isoformat()] = basis
    bundle = made(diary(*entries))
    assert faults(bundle) == ()
    found = {one["issued"]: performers(bundle, one) for one in observations(bundle)}
    right = {issued: [CARER if basis is Basis.OBSERVED else PATIENT] for issued, basis in bases.items()}
    assert found.items() <= right.items(), "own answers that don't count are left out"
    assert {issued for issued, basis in bases.items() if basis is Basis.OBSERVED} <= found.keys()


def test_names_and_notes_leave_only_when_asked_for() -> None:
    found = diary(
        entry({PAIN: 6}),
        entry({"pain_as_seemed": 6}, basis=Basis.OBSERVED),
        notes=[note("rare words")],
        good_things=(GoodThing(DAY, PERSON, Basis.SELF, "scarce joy", at(DAY)),),
    )
    found = replace(found, person=Person("Samira", date(1979, 5, 14)))
    private = [b"rare words", b"scarce joy", b"Samira", b"1979-05-14"]
    assert not any(words in bytes_of(found, contents=Contents()) for words in private)
    assert all(words in bytes_of(found, contents=EVERYTHING) for words in private)
    assert b"Alex" not in bytes_of(found, contents=EVERYTHING), "another person's name"


@pytest.mark.parametrize("contents", [Contents(with_name=True), Contents(with_birth_date=True)])
def test_name_and_date_of_birth_are_two_decisions(contents: Contents) -> None:
    found = replace(diary(entry({PAIN: 6})), person=Person("Samira", date(1979, 5, 14)))
    (person,) = resources(made(found, contents), PATIENT)
    assert ("name" in person, "birthDate" in person) == (contents.with_name, contents.with_birth_date)


def test_a_carers_view_and_questionnaires_can_stay_at_home() -> None:
    noticed = entry({"pain_as_seemed": 6}, basis=Basis.OBSERVED)
    seen = note("seemed cheerful", basis=Basis.OBSERVED)
    found = diary(entry({PAIN: 6}), noticed, notes=[seen], responses=(response("peg", day=DAY),))
    without = made(found, replace(EVERYTHING, with_carers_view=False, with_questionnaires=False))
    assert {one["resourceType"] for one in resources(without)} == {"Composition", PATIENT, "Observation"}
    assert len(observations(without)) == 1
    assert len(observations(made(found))) == 4


def answers_in(found: Extract, contents: Contents) -> list[list[dict[str, Any]]]:
    return [one.get("item", []) for one in resources(made(found, contents), "QuestionnaireResponse")]


def test_single_answers_leave_as_a_whole_or_not_at_all() -> None:
    found = diary(responses=(response("phq9", day=DAY),))
    assert answers_in(found, Contents()) == [[]]
    (items,) = answers_in(found, Contents(with_answers=True))
    assert [item["linkId"] for item in items] == [item.id for item in catalogue.questionnaires()["phq9"].items]
    assert {item["answer"][0]["valueCoding"]["code"] for item in items} == {"LA6569-3", "LA6573-5"}


def test_without_single_answers_nothing_tells_that_one_was_above_0() -> None:
    one, other = response("phq9", day=DAY), response("phq9", day=DAY)
    harmless = replace(one, answers=dict(one.answers) | {"phq9": 0, "phq1": 3})
    worrying = replace(other, answers=dict(other.answers) | {"phq9": 3, "phq1": 0})
    assert bytes_of(diary(responses=(harmless,)), contents=Contents()) == bytes_of(
        diary(responses=(worrying,)), contents=Contents()
    )


@pytest.mark.parametrize(
    ("form", "code", "value", "highest"),
    [
        ("phq4", "70272-0", 4, 12),
        ("gad7", "70274-6", 7, 21),
        ("phq8", "phq8-total", 8, 24),
        ("phq9", "44261-6", 9, 27),
        ("peg", "91147-9", 1, 10),
    ],
)
def test_a_total_is_added_up_by_the_program_from_the_answers(form: str, code: str, value: int, highest: int) -> None:
    bundle = made(diary(responses=(response(form, day=DAY),)))
    (total,) = observations(bundle, code)
    assert total["valueQuantity"]["value"] == value
    assert total["valueQuantity"]["unit"] == f"score (0 to {highest})"
    assert [meant(bundle, one)["resourceType"] for one in total["derivedFrom"]] == ["QuestionnaireResponse"]
    assert performers(bundle, total) == [PATIENT]
    assert parts_in(bundle, total) == [("assembler", "Device")]


def test_there_is_no_total_unless_everything_is_answered() -> None:
    bundle = made(diary(responses=(response("gad7", day=DAY, left_out="gad7"),)))
    assert observations(bundle) == []
    assert "6 of 7 answered, no total" in resources(bundle, "QuestionnaireResponse")[0]["text"]["div"]


def test_a_questionnaire_told_to_a_carer_is_the_persons_own() -> None:
    bundle = made(diary(responses=(response("gad7", day=DAY, told=True),)))
    (filled_in,) = resources(bundle, "QuestionnaireResponse")
    assert meant(bundle, filled_in["source"])["resourceType"] == PATIENT
    assert meant(bundle, filled_in["author"])["resourceType"] == CARER
    assert parts_in(bundle, filled_in) == [("author", PATIENT), ("enterer", CARER)]


def test_a_form_is_ours_word_for_word_with_the_codes_of_its_questions() -> None:
    bundle = made(diary(responses=(response("gad7", day=DAY),)))
    (form,) = resources(bundle, "Questionnaire")
    assert resources(bundle, "QuestionnaireResponse")[0]["questionnaire"] == form["url"]
    published = catalogue.questionnaires()["gad7"]
    asked = [item for item in form["item"] if item["type"] != "display"]
    assert [(one["text"], one["code"][0]["code"]) for one in asked] == [
        (one.text, one.loinc) for one in published.items
    ]
    assert form["copyright"] == published.licence


def test_only_what_is_done_in_the_period_is_in_it() -> None:
    before, unfinished = response("phq4", day=DAY - timedelta(days=1)), response("gad7", day=DAY)
    noticed = replace(response("peg", day=DAY), basis=Basis.OBSERVED)
    unknown = replace(response("phq8", day=DAY), questionnaire="a form of a newer version")
    found = diary(entry({PAIN: 6}), responses=(before, replace(unfinished, is_done=False), noticed, unknown))
    assert resources(made(found), "QuestionnaireResponse") == []


def test_two_documents_of_the_same_are_the_same_bytes_and_another_instant_keeps_every_id() -> None:
    found = diary(
        entry({PAIN: 6}), entry({"noticed_low": 1}, basis=Basis.OBSERVED), responses=(response("peg", day=DAY),)
    )
    one, same = bytes_of(found), bytes_of(found)
    assert one == same
    later = json.loads(bytes_of(found, MADE_AT + timedelta(days=1)))
    assert later["identifier"] != json.loads(one)["identifier"]
    assert [entry["fullUrl"] for entry in later["entry"]] == [entry["fullUrl"] for entry in json.loads(one)["entry"]]


def test_two_people_who_answer_alike_share_no_address() -> None:
    found = diary(entry({PAIN: 6}), entry({"noticed_low": 1}, basis=Basis.OBSERVED))
    one, other = ({entry["fullUrl"] for entry in made(found, diary_id=id_)["entry"]} for id_ in ("a", "b"))
    assert one.isdisjoint(other)


def test_nothing_written_is_no_document() -> None:
    with pytest.raises(DiaryError) as caught:
        made(diary())
    assert caught.value.slug == "nothing_in_period"


def test_words_with_markup_and_signs_that_xml_can_not_hold_come_through() -> None:
    """A note pasted from elsewhere may hold anything; one bad sign would make the whole file unreadable."""
    written = "<b>5 > 3</b> & \x00\x0b\ud800 שלום\u00a0\u202e!"
    found = diary(entry({PAIN: 6}), notes=[note(written)])
    found = replace(found, person=Person("O’Neil <Sam> & Co\x07"), recorders={"c1": Recorder("c1", "Al", " \x0c ")})
    bundle = json.loads(bytes_of(found))
    assert faults(bundle) == ()
    (given,) = observations(bundle, "note")
    assert given["valueString"].startswith("<b>5 > 3</b> & ")
    assert "&lt;b&gt;5 &gt; 3&lt;/b&gt; &amp;" in given["text"]["div"]
    assert "שלום" in given["valueString"]


def test_a_note_without_a_word_is_left_out() -> None:
    bundle = made(diary(entry({PAIN: 6}), notes=[note(" \n\u00a0")]))
    assert observations(bundle, "note") == []


def test_the_document_says_its_days_and_lists_every_answer() -> None:
    found = replace(diary(entry({PAIN: 6, MOOD: 3})), period=Period(DAY - timedelta(days=27), DAY))
    bundle = made(found)
    composition = resources(bundle, "Composition")[0]
    assert composition["event"] == [{"period": {"start": "2026-10-24", "end": "2026-11-20"}}]
    listed = [one["reference"] for section in composition["section"] for one in section["entry"]]
    assert listed == [f"urn:uuid:{one['id']}" for one in observations(bundle)]


def test_the_document_says_how_many_days_are_filled_in_and_what_stayed_at_home() -> None:
    found = diary(entry({PAIN: 6}), marks=[mark(MarkKind.BAD_DAY, DAY - timedelta(days=1))])
    found = replace(found, period=Period(DAY - timedelta(days=27), DAY))
    text = resources(made(found, Contents(with_carers_view=False)), "Composition")[0]["text"]["div"]
    assert "Days with answers of the person: 1 of 28." in text
    assert "what a carer noticed, single answers of questionnaires, notes, what was part of a day" in text
    assert "Not in this file: what was part of a day" in resources(made(found), "Composition")[0]["text"]["div"]


def test_a_section_can_be_read_without_any_program_that_knows_the_codes() -> None:
    """Many viewers show a document's narrative alone."""
    knee = (PAIN, BodySite("knee", Side.LEFT))
    later = entry({MOOD: 3}, DAY + timedelta(days=1), days_later=3)
    told = entry({ANXIETY: 7}, DAY + timedelta(days=2), basis=Basis.TOLD)
    bundle = made(diary(entry({PAIN: 6, knee: 4}), entry({"pain_now": 8}, moment=time(21, 15)), later, told))
    (section,) = resources(bundle, "Composition")[0]["section"]
    assert section["text"]["div"].split("<p>")[1:] == [
        "The person’s own answers</p>",
        "20 November 2026: Pain: 6 out of 10; Pain, Your left knee: 4 out of 10; 21:15 Pain now: 8 out of 10</p>",
        "21 November 2026: Mood: 3 out of 10; Filled in later</p>",
        "22 November 2026: Anxiety: 7 out of 10; A carer wrote it down</p></div>",
    ]
