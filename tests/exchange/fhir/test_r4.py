"""Other people's word on it: the models of ``fhir.resources`` for R4B, and HL7's own JSON schema for R4.

``from fhir.resources.bundle`` would be R5, which rejects a right R4 document.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class
from jsonschema import Draft6Validator
from pydantic import ValidationError

from diary.exchange.fhir.checks import faults
from diary.exchange.fhir.document import Contents
from tests.exchange.fhir.made import EVERYTHING, made, made_up, resources

YEAR, TEN_YEARS = 365, 3652
VARIES = re.compile(
    r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?(?=\")"
)
"""Ids, days and instants: in each resource of ten years they differ and nothing else may."""


@cache
def definitions() -> dict[str, Any]:
    packed = Path(__file__).with_name("fhir.schema.json.xz")
    found: dict[str, Any] = json.loads(lzma.decompress(packed.read_bytes()))["definitions"]
    return found


@cache
def schema_of(type_: str) -> Draft6Validator:
    """The definition that the schema chooses by ``resourceType``, without trying the 145 others first."""
    return Draft6Validator({"$ref": f"#/definitions/{type_}", "definitions": definitions()})


def refusals(resource: dict[str, Any]) -> Iterator[str]:
    """What either of the two has against a resource."""
    type_ = resource["resourceType"]
    yield from (f"{type_}: {error.message}" for error in schema_of(type_).iter_errors(resource))
    try:
        get_fhir_model_class(type_).model_validate(resource)
    except ValidationError as fault:
        yield f"{type_}: {fault}"


def distinct(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One resource of each that differs from the others in more than its id, its day, and its text to read."""
    alike = {VARIES.sub("", json.dumps({**one, "text": {}})): one for one in found}
    return list(alike.values())


@pytest.fixture(scope="module")
def year() -> dict[str, Any]:
    return made(made_up(YEAR))


def shell_of(bundle: dict[str, Any]) -> dict[str, Any]:
    """The Bundle with its Composition alone: the other resources are looked at one by one."""
    return {**bundle, "entry": bundle["entry"][:1]}


def test_a_year_is_right_in_every_resource(year: dict[str, Any]) -> None:
    assert faults(year) == ()
    assert [refused for one in resources(year) for refused in refusals(one)] == []
    assert list(refusals(shell_of(year))) == []


def test_ten_years_are_right_in_every_kind_of_resource() -> None:
    whole = made(made_up(TEN_YEARS))
    assert faults(whole) == ()
    assert len(resources(whole)) > 20_000
    assert [refused for one in distinct(resources(whole)) for refused in refusals(one)] == []


@pytest.mark.parametrize("contents", [Contents(), EVERYTHING])
def test_a_week_is_right_whatever_leaves(contents: Contents) -> None:
    week = made(made_up(7), contents)
    assert faults(week) == ()
    assert [refused for one in resources(week) for refused in refusals(one)] == []


@pytest.mark.parametrize(
    "change",
    [{"status": "finished"}, {"performer": {}}, {"issued": "2026-11-20"}, {"effectiveDateTime": "20 November"}],
)
def test_both_would_refuse_what_is_wrong(year: dict[str, Any], change: dict[str, Any]) -> None:
    """A validator that accepts everything proves nothing."""
    observation = resources(year, "Observation")[0]
    assert list(refusals(observation)) == []
    assert list(refusals({**observation, **change})) != []
