"""Questionnaires: each as it was published, each filling-in, and its score where every question was answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from diary.domain.people import PERSON
from diary.domain.questionnaires import Item, Questionnaire, Response, answered, score
from diary.exchange.fhir import codes, elements
from diary.exchange.fhir.elements import Element, coding, concept, fixed_id, narrative, words
from diary.exchange.fhir.people import People, added_up, written_down
from diary.words import say
from diary.words.dates import plain_day
from diary.words.numbers import short_number


def form(published: Questionnaire) -> Element:
    """A questionnaire word for word; its address is ours, because LOINC's own form has other words in places."""
    id_ = _form_id(published)
    stem = [{"linkId": "stem", "text": published.stem, "type": "display"}] if published.stem else []
    return {
        "resourceType": "Questionnaire",
        "id": id_,
        "text": narrative([published.name, published.stem, *(item.text for item in published.items)]),
        "url": elements.address(id_),
        "name": "".join(letter for letter in published.name if letter.isalnum()),
        "title": published.name,
        "status": "active",
        "subjectType": ["Patient"],
        **({"copyright": published.licence} if published.licence else {}),
        **({"code": [coding(codes.LOINC, published.panel_loinc)]} if published.panel_loinc else {}),
        "item": [*stem, *(_question(item) for item in published.items)],
    }


def filled_in(
    people: People, published: Questionnaire, response: Response, made_at: datetime, *, with_answers: bool
) -> Iterator[Element]:
    """One filling-in and its score; all of its single answers leave, or none.

    What never leaves is not told apart: without them the words are the same, whatever was answered.
    """
    total = score(published, response)
    made = _response(people, published, response, with_answers=with_answers)
    yield made
    if response.recorder != PERSON:
        yield written_down(people, response.recorder, [made], made_at)
    if total is not None:
        added = _total(people, published, response, total)
        yield added
        yield added_up(people, added, made_at)


def _response(people: People, published: Questionnaire, response: Response, *, with_answers: bool) -> Element:
    author = people.patient if response.recorder == PERSON else people.carer(response.recorder)
    items = [_answer(item, response) for item in published.items if item.id in response.answers]
    return {
        "resourceType": "QuestionnaireResponse",
        "id": _response_id(people, response),
        "text": narrative(_lines(published, response, with_answers=with_answers)),
        "questionnaire": elements.address(_form_id(published)),
        "status": "completed",
        "subject": people.patient,
        "authored": response.day.isoformat(),
        "author": author,
        "source": people.patient,
        **({"item": items} if with_answers and items else {}),
    }


def _lines(published: Questionnaire, response: Response, *, with_answers: bool) -> Iterator[str]:
    yield f"{published.name}, {plain_day(response.day)}"
    if score(published, response) is None:
        count, of = answered(published, response), len(published.scored)
        yield say("{count} of {of} answered, no total", count=count, of=of)
    if not with_answers:
        yield say("Single answers not included.")
        return
    for item in published.items:
        if item.id in response.answers:
            yield f"{item.text}: {item.words_of(response.answers[item.id])}"


def _total(people: People, published: Questionnaire, response: Response, total: float) -> Element:
    top = short_number(published.highest)
    text = say("{name} score, 0 to {highest}", name=published.name, highest=top)
    said = say("{name}: {score} of {highest}", name=published.name, score=short_number(total), highest=top)
    return {
        "resourceType": "Observation",
        "id": people.ids.of("total", response.id),
        "text": narrative([plain_day(response.day), said]),
        "status": "final",
        "category": [concept("", codes.SURVEY)],
        "code": concept(text, codes.of_total(published)),
        "subject": people.patient,
        "effectiveDateTime": response.day.isoformat(),
        "performer": [people.patient],
        "valueQuantity": elements.score(total, 0, published.highest),
        "derivedFrom": [elements.reference(_response_id(people, response))],
    }


def _question(item: Item) -> Element:
    made: Element = {
        "linkId": item.id,
        "code": [coding(codes.LOINC, item.loinc)],
        "text": item.text,
        "type": "choice" if item.options else "integer",
        "required": False,
    }
    if item.options:
        options = (coding(codes.LOINC, one.loinc, one.words) for one in item.options)
        return {**made, "answerOption": [{"valueCoding": option} for option in options]}
    low, high = item.ends
    ends = zip((min(item.values), max(item.values)), (low, high), strict=True)
    shown = [{"linkId": f"{item.id}.{at}", "text": f"{at}: {end}", "type": "display"} for at, end in ends]
    return {**made, "item": shown}


def _answer(item: Item, response: Response) -> Element:
    value = response.answers[item.id]
    option = next((one for one in item.options if one.value == value), None)
    given = {"valueCoding": coding(codes.LOINC, option.loinc, option.words)} if option else {"valueInteger": value}
    return {"linkId": item.id, "text": words(item.text), "answer": [given]}


def _form_id(published: Questionnaire) -> str:
    return fixed_id("questionnaire", published.id)


def _response_id(people: People, response: Response) -> str:
    return people.ids.of("response", response.id)
