from __future__ import annotations

import tomllib
from typing import Any

import pytest

from diary.catalogue import resource_folder
from tests.catalogue.check_digits import is_loinc, is_snomed_concept, neighbours_swapped

IS_RIGHT = {"http://loinc.org": is_loinc, "http://snomed.info/sct": is_snomed_concept}


def rows(file: str, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((resource_folder() / "catalogue" / file).read_text("utf-8"))[name]
    return found


def codes() -> list[tuple[str, str]]:
    of_measures = [
        (row["code"]["system"], row["code"]["code"]) for row in rows("measures.toml", "measure") if "code" in row
    ]
    of_places = [
        ("http://snomed.info/sct", code) for row in rows("places.toml", "place") for code in row["codes"].values()
    ]
    return of_measures + of_places


@pytest.mark.parametrize(("system", "code"), codes())
def test_no_code_has_a_typing_error(system: str, code: str) -> None:
    assert IS_RIGHT[system](code)


def test_each_place_and_side_has_a_code_of_its_own() -> None:
    """Left copied into right once sends the pain to the other side of the body."""
    place_codes = [code for row in rows("places.toml", "place") for code in row["codes"].values()]
    assert len(place_codes) == len(set(place_codes))


@pytest.mark.parametrize("code", ["72514-3", "93832-4", "69724-3"])
def test_a_loinc_code_with_two_digits_swapped_is_found(code: str) -> None:
    assert is_loinc(code)
    assert not any(map(is_loinc, neighbours_swapped(code)))


@pytest.mark.parametrize("code", ["22253000", "1017210004", "37822005"])
def test_a_snomed_code_with_two_digits_swapped_is_found(code: str) -> None:
    assert is_snomed_concept(code)
    assert not any(map(is_snomed_concept, neighbours_swapped(code)))


def test_every_row_says_when_it_was_checked() -> None:
    unchecked = [
        row["id"] for row in rows("measures.toml", "measure") if not row.get("checked_on") or not row.get("source")
    ]
    unchecked += [row["id"] for row in rows("places.toml", "place") if not row.get("checked_on")]
    assert not unchecked
