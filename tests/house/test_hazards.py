"""The hazard log: every hazard has tests that would fail first, and they are there."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import PROJECT

TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
HAZARDS = (
    "wrong person", "wrong day", "mood reversed", "left and right swapped", "carer's view", "missing read as 0",
    "help line", "leaks", "lost data", "false reassurance", "harm by tracking",
)  # fmt: skip


def rows() -> list[str]:
    """The rows of the log's table, without its head."""
    log = (PROJECT / "CONTRIBUTING.md").read_text("utf-8").partition("\n## Hazard log\n")[2].partition("\n## ")[0]
    return [line for line in log.splitlines() if line.startswith("| ")][1:]


def test_every_hazard_is_among_them() -> None:
    found = "\n".join(rows()).lower()
    assert [hazard for hazard in HAZARDS if hazard not in found] == []
    assert len(rows()) == len(HAZARDS)


@pytest.mark.parametrize("row", rows())
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
