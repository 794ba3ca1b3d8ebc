"""The FHIR document from the command line: for a record kept elsewhere, with nothing in it that was not asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diary.exchange.fhir.checks import faults
from tests.cli.harness import CommandLine


@pytest.fixture
def sam(sam: Path, alongside: CommandLine) -> Path:
    alongside.done("log", sam, "--day", "2026-11-01", "--pain", "6", "--note", "rare words")
    alongside.done("log", sam, "--day", "2026-11-03", "--pain", "7", "--by", "Alex", "--basis", "told")
    return sam


def document(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def days_in(bundle: dict[str, Any]) -> list[str]:
    return [one["resource"]["effectiveDateTime"] for one in bundle["entry"] if "performer" in one["resource"]]


def test_the_whole_diary_or_a_period_is_a_document_without_a_fault(
    alongside: CommandLine, sam: Path, home: Path
) -> None:
    alongside.done("export", sam, "all.json", "--format", "fhir")
    alongside.done("export", sam, "some.json", "--format", "fhir", "--from", "2026-11-02", "--to", "2026-11-30")
    assert faults(document(home / "all.json")) == ()
    assert days_in(document(home / "all.json")) == ["2026-11-01", "2026-11-03"]
    assert days_in(document(home / "some.json")) == ["2026-11-03"]


def test_name_and_notes_leave_only_when_asked_for(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("export", sam, "without", "--format", "fhir")
    alongside.done("export", sam, "with", "--format", "fhir", "--with-notes", "--name", "--with-answers")
    without, everything = (document(home / name) for name in ("without", "with"))
    assert "rare words" in json.dumps(everything)
    assert "rare words" not in json.dumps(without)
    assert [("name" in one["entry"][1]["resource"]) for one in (without, everything)] == [False, True]


def test_what_a_carer_noticed_can_stay_at_home(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("log", sam, "--day", "2026-11-03", "--pain", "9", "--by", "Alex", "--basis", "observed")
    alongside.done("export", sam, "with", "--format", "fhir")
    alongside.done("export", sam, "without", "--format", "fhir", "--without-carer")
    assert days_in(document(home / "with")).count("2026-11-03") == 2
    assert days_in(document(home / "without")).count("2026-11-03") == 1


def test_the_same_instant_makes_the_same_bytes(
    alongside: CommandLine, sam: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    for name in ("one", "two"):
        alongside.done("export", sam, name, "--format", "fhir")
    assert (home / "one").read_bytes() == (home / "two").read_bytes()
    assert document(home / "one")["timestamp"] == "1970-01-02T00:00:00+00:00"


def test_days_without_a_word_are_refused_and_nothing_is_written(alongside: CommandLine, sam: Path, home: Path) -> None:
    ran = alongside("export", sam, "out.json", "--format", "fhir", "--to", "2020-01-01")
    assert ran.sentence().startswith("Nothing was written in these days.")
    assert not (home / "out.json").exists()


@pytest.mark.parametrize("option", ["--name", "--with-answers", "--without-carer", "--without-treatments"])
def test_what_only_this_format_asks_is_refused_with_another(alongside: CommandLine, sam: Path, option: str) -> None:
    said = alongside("export", sam, "out.csv", option).sentence()
    assert said == (
        "--name, --with-answers and what begins with --without go with --format fhir alone. Nothing was written."
    )


def test_a_file_that_is_there_is_replaced_only_by_force(alongside: CommandLine, sam: Path, home: Path) -> None:
    (home / "out.json").write_bytes(b"mine")
    refused = alongside("export", sam, "out.json", "--format", "fhir")
    assert refused.sentence().startswith("There is already a file with that name.")
    assert (home / "out.json").read_bytes() == b"mine"
    alongside.done("export", sam, "out.json", "--format", "fhir", "--force")
    assert document(home / "out.json")["type"] == "document"


def test_places_treatments_and_questionnaires_can_stay_at_home(alongside: CommandLine, home: Path) -> None:
    alongside.done("demo", "Demo.alongside", "--years", "1", "--no-passphrase", "--until", "2026-11-01")
    spans = ("--from", "2026-10-01", "--to", "2026-11-01")
    alongside.done("export", "Demo.alongside", "whole", "--format", "fhir", *spans)
    less = ("--without-places", "--without-questionnaires", "--without-treatments")
    alongside.done("export", "Demo.alongside", "less", "--format", "fhir", *spans, *less)
    for file, is_there in (("whole", True), ("less", False)):
        kinds = {one["resource"]["resourceType"] for one in document(home / file)["entry"]}
        assert ({"QuestionnaireResponse", "MedicationStatement"} <= kinds, "bodySite" in (home / file).read_text()) == (
            is_there,
            is_there,
        )
    assert kinds.isdisjoint({"QuestionnaireResponse", "Questionnaire", "MedicationStatement", "Procedure"})
