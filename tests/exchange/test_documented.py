"""The document about the files names every column and field there is: one that nobody wrote down can't be used."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterator, Mapping
from typing import Any, Union, get_args, get_origin, get_type_hints

from diary.domain.entries import Move
from diary.domain.extract import Extract
from diary.exchange.long_csv import HEADER
from diary.exchange.research import HEADER as RESEARCH_HEADER
from tests.house.sources import PROJECT

TEXT = (PROJECT / "diary" / "exchange" / "files.md").read_text("utf-8")
SECTIONS = dict(part.split("\n", 1) for part in TEXT.split("\n## ")[1:])

IN_NO_FILE = {"moves"}
"""What left for another diary, or came from one, is history, which stays."""


def named_in(section: str) -> set[str]:
    return set(re.findall(r"`([^`\s]+)`", next(text for name, text in SECTIONS.items() if name.startswith(section))))


def kinds_in(kind: Any) -> Iterator[type]:
    """Every dataclass that a value of this kind can hold."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for inner in get_type_hints(kind).values():
            yield from kinds_in(inner)
    elif get_origin(kind) in {tuple, Mapping, Union, types.UnionType}:
        for inner in get_args(kind):
            yield from kinds_in(inner)


def test_every_field_of_the_json_is_documented() -> None:
    fields = {field.name for kind in kinds_in(Extract) if kind is not Move for field in dataclasses.fields(kind)}
    assert len(fields) > 70
    assert fields - named_in("JSON") == IN_NO_FILE


def test_every_column_of_the_long_table_and_of_a_study_is_documented() -> None:
    assert set(HEADER) - named_in("Long CSV") == set()
    assert set(RESEARCH_HEADER) - named_in("For a study") == set()


def test_nothing_is_documented_that_is_not_there() -> None:
    """The first cell of each row of the table about JSON names fields of the file."""
    head = {"format", "version", "exported_on", "with_notes"}
    rows = re.findall(r"^\| (`.+?) \|", SECTIONS["JSON, version 1"], re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert told == head | {field.name for field in dataclasses.fields(Extract)} - IN_NO_FILE
