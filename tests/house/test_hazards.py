"""The threat model and the hazard log: every row has tests that would fail first, and they are there."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import PROJECT

TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
HAZARDS = (
    "wrong person", "wrong day", "mood reversed", "left and right swapped", "carer's view", "missing read as 0",
    "help line", "leaks", "lost data", "false reassurance", "harm by tracking",
)  # fmt: skip
THREATS = (
    "a thief", "a curious person", "a carer", "the doctor's page", "a crash", "hostile file", "older or newer",
)  # fmt: skip
LOG, MODEL = "Hazard log", "What the diary is guarded against"


def rows(title: str) -> list[str]:
    """The rows of a part's table, without its head."""
    part = (PROJECT / "CONTRIBUTING.md").read_text("utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return [line for line in part.splitlines() if line.startswith("| ")][1:]


@pytest.mark.parametrize(("title", "expected"), [(LOG, HAZARDS), (MODEL, THREATS)])
def test_every_one_is_among_them(title: str, expected: tuple[str, ...]) -> None:
    found = "\n".join(rows(title)).lower()
    assert [one for one in expected if one not in found] == []
    assert len(rows(title)) == len(expected)


@pytest.mark.parametrize("row", rows(LOG) + rows(MODEL))
def test_each_names_tests_that_are_there(row: str) -> None:
    """A hazard whose test was renamed or deleted is guarded by nobody, and nobody notices."""
    named = TEST.findall(row)
    assert named
    gone = [f"{path}::{name}" for path, name in named if f"def {name}(" not in text_of(path)]
    assert gone == []


def text_of(path: str) -> str:
    """A test file, empty where it is not there."""
    file = PROJECT / path
    return file.read_text("utf-8") if file.exists() else ""
