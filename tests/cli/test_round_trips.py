"""A diary sent out and brought into a new one is the same diary, but for its history and whom it is about."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import CommandLine


@pytest.fixture
def demo(alongside: CommandLine, home: Path) -> Path:
    """A made-up year with places, an own measure, moments, a carer with both bases, treatments, events and notes."""
    alongside.done("demo", "Demo.alongside", "--years", "1", "--no-passphrase", "--until", "2026-11-01")
    return home / "Demo.alongside"


def as_json(alongside: CommandLine, diary: Path, out: Path) -> dict[str, Any]:
    alongside.done("export", diary, out, "--format", "json", "--with-notes")
    found: dict[str, Any] = json.loads(out.read_bytes())
    del found["person"], found["recorders"]["person"]
    return found


def without_writing_time(value: object) -> object:
    """The same content without when it was written: in the second diary that is now."""
    match value:
        case dict():
            return {key: without_writing_time(one) for key, one in value.items() if key != "written_at"}
        case list():
            return [without_writing_time(one) for one in value]
    return value


def as_rows(alongside: CommandLine, diary: Path, out: Path) -> list[dict[str, str]]:
    alongside.done("export", diary, out, "--format", "csv-long", "--with-notes")
    with out.open(encoding="utf-8-sig", newline="") as file:
        return [row | {"written_at": ""} for row in csv.DictReader(file)]


def test_json_with_notes_brings_back_everything(alongside: CommandLine, demo: Path, sam: Path, home: Path) -> None:
    sent = as_json(alongside, demo, home / "sent.json")
    planned = alongside.done("import", sam, "sent.json", "--format", "alongside", "--dry-run")
    assert alongside.done("history", sam) == ["Nothing has been written yet."]
    account = json.loads("\n".join(alongside.done("import", sam, "sent.json", "--format", "alongside", "--json")))
    assert planned[0] == f"{account['rows_read']} rows were read."
    assert account["entries_made"] == account["rows_read"] > 300
    assert without_writing_time(as_json(alongside, sam, home / "again.json")) == without_writing_time(sent)
    again = json.loads("\n".join(alongside.done("import", sam, "sent.json", "--format", "alongside", "--json")))
    assert again["entries_made"] == 0


def test_the_long_table_brings_back_entries_scores_and_notes(
    alongside: CommandLine, demo: Path, sam: Path, home: Path
) -> None:
    sent = as_rows(alongside, demo, home / "sent.csv")
    alongside.done("import", sam, "sent.csv", "--format", "alongside")
    assert as_rows(alongside, sam, home / "again.csv") == sent
