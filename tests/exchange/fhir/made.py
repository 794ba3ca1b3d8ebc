"""Documents of made-up diaries, and a way to find things in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from diary import catalogue
from diary.app.made_up.whole import made_up_diary
from diary.domain.days import Period
from diary.domain.extract import Extract
from diary.domain.people import PERSON, Basis
from diary.domain.questionnaires import Response
from diary.exchange.fhir.document import Contents, document

LAST = date(2026, 11, 20)
MADE_AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
DIARY = "5f3b0c9d2a7e4416b8d0a1c2"
EVERYTHING = Contents(with_name=True, with_birth_date=True, with_notes=True, with_answers=True)


def response(form: str, *, day: date = LAST, left_out: str = "", told: bool = False) -> Response:
    """A filling-in with the second answer everywhere, ``left_out`` aside; typed by Alex where the person told it."""
    answers = {item.id: item.values[1] for item in catalogue.questionnaires()[form].items if item.id != left_out}
    recorder, basis = ("c1", Basis.TOLD) if told else (PERSON, Basis.SELF)
    return Response(f"{form}-{day}", form, day, recorder, basis, answers, is_done=True)


@cache
def made_up(days: int) -> Extract:
    """The made-up diary's last days, with every questionnaire filled in on the last of them."""
    found = made_up_diary(Period.ending(LAST, days), seed=1, now=datetime(2026, 11, 20, 20, tzinfo=UTC))
    early = LAST - timedelta(days=days // 2)
    carer = next(one for one in found.recorders if one != PERSON)
    filled_in = [response(form) for form in catalogue.questionnaires()]
    told = replace(response("gad7", day=early, told=True), recorder=carer)
    return replace(found, responses=(*filled_in, told, response("phq8", day=early, left_out="phq3")))


def made(extract: Extract, contents: Contents = EVERYTHING, *, diary_id: str = DIARY) -> dict[str, Any]:
    """The document of an extract, made on 25 November 2026."""
    return document(extract, diary_id=diary_id, made_at=MADE_AT, contents=contents)


def resources(bundle: dict[str, Any], type_: str = "") -> list[dict[str, Any]]:
    """Every resource of a document, or those of a type."""
    found = [entry["resource"] for entry in bundle["entry"]]
    return [one for one in found if type_ in ("", one["resourceType"])]


def meant(bundle: dict[str, Any], reference: dict[str, Any]) -> dict[str, Any]:
    """The resource that a reference means."""
    found: dict[str, Any]
    (found,) = (entry["resource"] for entry in bundle["entry"] if entry["fullUrl"] == reference["reference"])
    return found


def codes_of(resource: dict[str, Any]) -> set[str]:
    """The codes that say what an Observation is of."""
    return {one["code"] for one in resource["code"]["coding"]}


def observations(bundle: dict[str, Any], code: str = "") -> list[dict[str, Any]]:
    """Every Observation, or those with a code."""
    return [one for one in resources(bundle, "Observation") if not code or code in codes_of(one)]
