"""A disk that never answers again: whoever leaves without what was being saved gets away, and loses nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from diary.app import diaries, keeping, looking_back
from diary.domain.measures import MOOD
from tests.guards import PROJECT
from tests.storage.builders import World, computer, new_diary

PATIENCE_S = 60
"""A start on a busy computer takes a few of them; a program that waits for the disk takes them all."""


def test_the_program_ends_and_everything_acknowledged_is_there(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World(), passphrase=None)
    diaries.close(diary)
    left = subprocess.run(
        [sys.executable, "-m", "tests.journeys.hanging", str(tmp_path / "config")],
        cwd=PROJECT,
        timeout=PATIENCE_S,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (left.returncode, left.stdout) == (0, "acknowledged\n"), left.stderr
    opened = diaries.open_diary(diary.folder, None, computer(tmp_path / "config", World()))
    (day,) = looking_back.extract(opened).days
    assert [(measure, value.value) for (measure, _), value in day.values.items()] == [(MOOD, 4)]
    assert keeping.check(opened).is_well
    diaries.close(opened)
