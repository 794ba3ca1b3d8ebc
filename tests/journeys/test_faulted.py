"""System calls that fail while files are written; many more: uv run python -m tests.benchmarks.surviving."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.faulting import fault
from tests.journeys.flipping import a_month

TRIES = 12


def test_whatever_fails_the_diary_opens_and_holds_everything(tmp_path: Path) -> None:
    faults = fault(a_month(tmp_path), TRIES, seed=5)
    assert faults.done + sum(faults.said.values()) == TRIES
    assert faults.said, "a fault that is never met proves nothing"
