"""A document Bundle of a diary: FHIR R4 (4.0.1), the Composition first, every resource by an address of its own.

The same diary, choices and instant make the same bytes. Factors, events, pauses and the story have no place in it: they
are in the other files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import datetime

from diary import catalogue
from diary.domain.entries import GoodThing, Note
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.exchange.fhir import codes, forms, people
from diary.exchange.fhir.checks import faults
from diary.exchange.fhir.elements import Element, Ids, address, concept, instant, narrative, reference, retold
from diary.exchange.fhir.observations import Observations
from diary.exchange.fhir.people import People
from diary.exchange.fhir.treatments import TREATMENTS, treatments
from diary.words import language, msgid, say
from diary.words.dates import day_span

URI = "urn:ietf:rfc:3986"
_TITLE = msgid("Symptom diary")


@dataclass(frozen=True, slots=True)
class Contents:
    """What leaves beside the person's own answers, as they decided.

    ``with_answers``: the single answers of questionnaires, as a whole or not at all.
    """

    with_name: bool = False
    with_birth_date: bool = False
    with_notes: bool = False
    with_answers: bool = False
    with_carers_view: bool = True
    with_questionnaires: bool = True
    with_treatments: bool = True
    with_places: bool = True


def fhir_json(extract: Extract, *, diary_id: str, made_at: datetime, contents: Contents) -> bytes:
    """Return the whole file, after every check.

    Raises ``DiaryError``: ``nothing_in_period``, or ``fhir_wrong`` naming the first resource that isn't right.
    """
    bundle = document(extract, diary_id=diary_id, made_at=made_at, contents=contents)
    found = faults(bundle)
    if found:
        raise DiaryError("fhir_wrong", fault=found[0].kind, where=found[0].where)
    return (json.dumps(bundle, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode("utf-8")


def document(extract: Extract, *, diary_id: str, made_at: datetime, contents: Contents) -> Element:
    """Return the Bundle; raises ``DiaryError("nothing_in_period")`` when it would hold no answer and no word."""
    ids = Ids(diary_id)
    part = People(extract if contents.with_places else extract.without_places(), ids)
    sections = [(title, made) for title, made in _sections(part, made_at, contents) if made]
    rest = [one for _, made in sections for one in made]
    if all(one["resourceType"] in TREATMENTS for one in rest):
        raise DiaryError("nothing_in_period")
    patient = people.patient(part, with_name=contents.with_name, with_birth_date=contents.with_birth_date)
    cast = [patient, *_others(part, rest)]
    resources = [_composition(part, sections, made_at, contents), *cast, *rest]
    period = (extract.period.first.isoformat(), extract.period.last.isoformat())
    identity = ids.of("document", instant(made_at), *period, *map(str, astuple(contents)))
    return {
        "resourceType": "Bundle",
        "id": identity,
        "language": _language(),
        "identifier": {"system": URI, "value": address(identity)},
        "type": "document",
        "timestamp": instant(made_at),
        "entry": [{"fullUrl": address(one["id"]), "resource": one} for one in resources],
    }


def _sections(part: People, made_at: datetime, contents: Contents) -> Iterator[tuple[str, list[Element]]]:
    extract, observations = part.extract, Observations(part, {})
    own: list[Element] = []
    noticed: list[Element] = []
    for day in extract.days:
        for entry in day.entries:
            (own if entry.basis.is_own else noticed).extend(observations.of_entry(entry, day.entries))
        for mark in day.marks:
            (own if mark.basis.is_own else noticed).extend(observations.of_mark(mark))
    yield say("The person’s own answers"), own
    if contents.with_carers_view:
        yield say("What a carer noticed"), noticed
    if contents.with_questionnaires:
        yield say("Questionnaires"), list(_forms(part, made_at, with_answers=contents.with_answers))
    if contents.with_treatments:
        yield say("Treatments and self-care"), list(treatments(part, made_at.date()))
    if contents.with_notes:
        yield say("Notes"), list(_words(observations, extract, contents))


def _words(observations: Observations, extract: Extract, contents: Contents) -> Iterator[Element]:
    written: tuple[Note | GoodThing, ...] = (*extract.notes_for_others, *extract.good_things)
    for one in written:
        if one.basis.is_own or contents.with_carers_view:
            yield from observations.of_words(one)


def _forms(part: People, made_at: datetime, *, with_answers: bool) -> Iterator[Element]:
    """What is done, within the period; a form that this program doesn't know has no words here."""
    known = catalogue.questionnaires()
    done = [
        one
        for one in part.extract.responses
        if one.is_done and one.basis.is_own and one.day in part.extract.period and one.questionnaire in known
    ]
    for id_ in dict.fromkeys(one.questionnaire for one in done):
        yield forms.form(known[id_])
    for one in done:
        yield from forms.filled_in(part, known[one.questionnaire], one, made_at, with_answers=with_answers)


def _others(part: People, resources: Iterable[Element]) -> Iterator[Element]:
    """Carers and the program, where something in the document refers to them."""
    named = {one["reference"] for made in resources for one in _who_is_in(made)}
    for recorder in dict.fromkeys(_writers(part.extract)):
        if part.carer(recorder)["reference"] in named:
            yield people.carer(part, recorder)
    if part.program["reference"] in named:
        yield people.program(part)


def _writers(extract: Extract) -> Iterator[str]:
    yield from extract.recorders
    for day in extract.days:
        yield from (entry.recorder for entry in day.entries)
        yield from (mark.recorder for mark in day.marks)
    yield from (note.recorder for note in extract.notes_for_others)
    yield from (good.recorder for good in extract.good_things)
    yield from (response.recorder for response in extract.responses)


def _who_is_in(made: Element) -> Iterator[Element]:
    yield from made.get("performer", ())
    yield from (agent["who"] for agent in made.get("agent", ()))
    yield from (note["authorReference"] for note in made.get("note", ()) if "authorReference" in note)
    if "author" in made:
        yield made["author"]


def _composition(
    part: People, sections: Iterable[tuple[str, list[Element]]], made_at: datetime, contents: Contents
) -> Element:
    period = part.extract.period
    title = say(_TITLE)
    answered = sum(bool(day.values) for day in part.extract.days)
    about = [
        title,
        day_span(period),
        say("This is the person’s own record. It is not a diagnosis or a clinical assessment."),
        say("Days with answers of the person: {count} of {of}.", count=answered, of=len(period)),
        say("Days that were not filled in are not estimated."),
        say("Where a day has several answers to one question, only what counts is listed. The others are in its note."),
        say("What the person typed counts first, then what a carer was told, then what was brought in."),
        say("Not in this file: {what}.", what=", ".join(_left_out(contents))),
    ]
    return {
        "resourceType": "Composition",
        "id": part.ids.of("composition"),
        "language": _language(),
        "text": narrative(about),
        "identifier": {"system": URI, "value": address(part.ids.of("composition"))},
        "status": "final",
        "type": concept("Patient Note", codes.PATIENT_NOTE),
        "subject": part.patient,
        "date": instant(made_at),
        "author": [part.patient],
        "title": title,
        "event": [{"period": {"start": period.first.isoformat(), "end": period.last.isoformat()}}],
        "section": [_section(name, made) for name, made in sections],
    }


def _left_out(contents: Contents) -> Iterator[str]:
    """What stays at home by choice, whether or not there is any, and what has no place in a document."""
    for is_in, what in (
        (contents.with_carers_view, say("what a carer noticed")),
        (contents.with_places, say("places")),
        (contents.with_questionnaires, say("questionnaires")),
        (contents.with_answers, say("single answers of questionnaires")),
        (contents.with_treatments, say("treatments")),
        (contents.with_notes, say("notes")),
    ):
        if not is_in:
            yield what
    yield say("what was part of a day, events and pauses")


def _section(title: str, made: list[Element]) -> Element:
    told = [one for one in made if one["resourceType"] != "Provenance"]
    return {
        "title": title,
        "text": retold(title, told),
        "entry": [reference(one["id"]) for one in told],
    }


def _language() -> str:
    return language().replace("_", "-")
