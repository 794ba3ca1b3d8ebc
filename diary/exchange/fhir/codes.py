"""The codes that a document uses: those of the catalogue, a few of FHIR's own, and ours where none fits."""

from __future__ import annotations

from diary import catalogue
from diary.domain.measures import Measure
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Questionnaire
from diary.exchange.fhir.elements import Element, coding, concept, words
from diary.words import say

LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
OURS = "urn:uuid:5d480295-e43a-465c-a0ab-30a89bbe3e75"
"""The code system of what has no code of its own: our wording is not that of GAD, PHQ or ESAS."""
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
PART_IN_IT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
WHY_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"

PATIENT_NOTE = coding(LOINC, "51855-5", "Patient Note")
SYMPTOM = coding(LOINC, "75325-1", "Symptom")
SURVEY = coding(CATEGORY, "survey", "Survey")
ASKED_UNKNOWN = coding(WHY_ABSENT, "asked-unknown", "Asked But Unknown")
AUTHOR, ENTERER, ASSEMBLER = (
    coding(PART_IN_IT, code, code.capitalize()) for code in ("author", "enterer", "assembler")
)  # fmt: skip
PAIN_CODE, SLEEP_CODE = "72514-3", "93832-4"
_PAIN = coding(LOINC, PAIN_CODE, "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
_OF_FHIR = frozenset({(one["system"], one["code"]) for one in (SURVEY, ASKED_UNKNOWN, AUTHOR, ENTERER, ASSEMBLER)})
_NOTICED = "noticed"
HEADACHE = "headache"


def ours(code: str, display: str = "") -> Element:
    """A code of ours, without spaces: a measure that was brought in may have any id."""
    return coding(OURS, "-".join(words(code).split()) or "-", display)


def of_measure(measure: Measure, *, noticed: bool) -> tuple[Element, ...]:
    """The codes of a question; what a carer noticed has only ours, and never that of the person's own answer.

    Nor the other way: a file brought in may say that the person answered a question for carers.
    """
    if noticed or measure.observed:
        return (ours(_of_one_side(measure, noticed=noticed), measure.label),)
    published = catalogue.measure_codes().get(measure.id)
    own = ours(measure.id, "" if measure.own else measure.label)
    if published is None or published[0] != LOINC:
        return (own,)
    code = published[1]
    return (_PAIN if code == PAIN_CODE else coding(LOINC, code), own)


def symptom_of(measure: Measure) -> Element | None:
    """The SNOMED code of the symptom that a yes-or-no question asks about."""
    published = catalogue.measure_codes().get(measure.id)
    return coding(SNOMED, published[1]) if published and published[0] == SNOMED else None


def of_site(site: BodySite) -> Element:
    """Where it was felt; a side without a code of its own has the place's, and the words say which."""
    place = catalogue.places().get(site.place)
    name = say(place.label) if place else site.place
    if site.side is Side.LEFT:
        name = say("left {place}", place=name)
    elif site.side is Side.RIGHT:
        name = say("right {place}", place=name)
    code = (place.codes.get(site.side) or place.codes.get(Side.NONE)) if place else None
    return concept(name, *([coding(SNOMED, code)] if code else []))


def of_total(form: Questionnaire) -> Element:
    """The code of a questionnaire's score."""
    return coding(LOINC, form.total_loinc) if form.total_loinc else ours(f"{form.id}-total")


def totals() -> frozenset[str]:
    """The codes of every questionnaire's score."""
    return frozenset(of_total(form)["code"] for form in catalogue.questionnaires().values())


def is_of_what_was_noticed(code: str) -> bool:
    """Whether a code of ours is of something that a carer noticed."""
    known = catalogue.measures().get(code)
    return code.startswith(f"{_NOTICED}:") or (known is not None and known.observed)


def of_words(code: str, *, noticed: bool) -> Element:
    """The code of ours for something that is no question; noticed by a carer it is another instrument."""
    return ours(f"{_NOTICED}:{code}" if noticed else code)


def published() -> frozenset[tuple[str, str]]:
    """Every code that is not ours, with its system."""
    found = {*_OF_FHIR, *catalogue.measure_codes().values()}
    found |= {(one["system"], one["code"]) for one in (PATIENT_NOTE, SYMPTOM)}
    found |= {(SNOMED, code) for place in catalogue.places().values() for code in place.codes.values()}
    for form in catalogue.questionnaires().values():
        found |= {(LOINC, code) for code in (form.panel_loinc, form.total_loinc) if code}
        for item in form.items:
            found |= {(LOINC, item.loinc), *((LOINC, option.loinc) for option in item.options)}
    return frozenset(found)


def _of_one_side(measure: Measure, *, noticed: bool) -> str:
    if noticed:
        return measure.id if measure.observed else f"{_NOTICED}:{measure.id}"
    return f"own:{measure.id}"
