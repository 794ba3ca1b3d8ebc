"""kill -9 at any instant: every acknowledged answer is there, none is half, and the next start just works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.journeys.killing import killed

SAVES, KILLS = 100, 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer forks, so that ten starts don't take ten seconds")
def test_every_acknowledged_answer_is_there_and_none_is_half(tmp_path: Path) -> None:
    survived = killed(tmp_path, kills=KILLS, saves=SAVES, seed=3)
    devices = {row.device for row in survived.rows}
    assert len(devices) > survived.children_that_saved, "after each crash another device id"
