"""A folder in place of a diary's: killed at any instant, one of them is there, with the backups."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from diary.app import choices, diaries, journal, keeping
from diary.domain.measures import PAIN
from diary.storage import swapping
from tests.guards import PROJECT
from tests.storage.builders import DAY, PASSPHRASE, World, sams_diary

KILLED = """
import os, pathlib, sys
from diary.app import keeping
from tests.storage.builders import PASSPHRASE, World, computer

replace, left = pathlib.Path.replace, int(sys.argv[4])

def killed(source, target):
    global left
    if source.is_dir():
        if not left:
            os._exit(9)
        left -= 1
    return replace(source, target)

pathlib.Path.replace = killed
here = computer(pathlib.Path(sys.argv[3]), World())
keeping.restore(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), PASSPHRASE, here)
"""


@pytest.mark.parametrize("moves", [0, 1, 2, 3])
def test_one_of_the_two_is_there_after_a_kill_and_so_are_its_backups(tmp_path: Path, moves: int) -> None:
    diary = sams_diary(tmp_path, World())
    journal.give_score(diary, DAY, PAIN, 6)
    backup = keeping.back_up(diary)
    journal.give_score(diary, DAY, PAIN, 7)
    diaries.close(diary)
    command = [sys.executable, "-c", KILLED, str(backup), str(diary.folder), str(tmp_path / "config"), str(moves)]
    ended = subprocess.run(command, cwd=PROJECT, check=False).returncode
    assert ended == (9 if moves < 3 else 0)
    assert diary.folder in [one.folder for one in choices.known_diaries(diary.computer)]
    again = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    value = journal.day_page(again, DAY).day.value(PAIN)
    assert value is not None
    assert value.value == (7 if moves < 3 else 6)
    assert len(keeping.backups_of(diary.folder)) == 1
    diaries.close(again)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_nothing_is_put_back_where_nothing_was_cut_off(tmp_path: Path) -> None:
    """A diary that its person removed stays away, whatever older one lies beside it."""
    folder = tmp_path / "S.alongside"
    older = tmp_path / "S replaced 1.alongside"
    older.mkdir()
    swapping.put_back(folder)
    assert not folder.exists()
    assert older.exists()
