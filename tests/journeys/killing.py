"""A program that saves, killed again and again at moments of chance; and what must be there afterwards."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import IO

from diary.app import diaries, journal, keeping, looking_back
from diary.storage.revisions import Revision
from tests.guards import PROJECT
from tests.journeys.saved import FIRST_DAY, note_of, scores_of
from tests.storage.builders import PASSPHRASE, World, all_revisions, computer, local, sams_diary

MOST_SAVES_BEFORE, LONGEST_WAIT_S = 16, 0.03


@dataclass(frozen=True, slots=True)
class Survived:
    """What was killed and found again: every acknowledged save is, or ``found_all`` would have raised."""

    kills: int
    acknowledged: int
    children_that_saved: int
    rows: tuple[Revision, ...]


@contextmanager
def a_writer(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.journeys.writer", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT, text=True) as program:
        yield program
        program.communicate()


def lines_until_ended(out: IO[str]) -> Iterator[list[str]]:
    for line in out:
        if line.strip() == "ended":
            return
        yield line.split()


def acknowledged_until_killed(program: subprocess.Popen[str], first: int, after: int, wait_s: float) -> list[list[str]]:
    """Let a child save from ``first`` on, and kill it some time after its ``after``-th acknowledgement."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f"{first}\n")
    program.stdin.flush()
    said: list[list[str]] = []
    child = None
    killed = False
    for words in lines_until_ended(program.stdout):
        if words[0] == "child":
            child = int(words[1])
        else:
            said.append(words)
        if child is not None and len(said) > after and not killed:
            Event().wait(wait_s)
            os.kill(child, signal.SIGKILL)
            killed = True
    return said


def killed(tmp_path: Path, *, kills: int, saves: int, seed: int) -> Survived:
    """Kill a saving program ``kills`` times or more, until ``saves`` were acknowledged, and check all that is left."""
    diary = sams_diary(tmp_path, World())
    diaries.close(diary)
    chance = random.Random(seed)
    acknowledged: set[tuple[str, int]] = set()
    first, done, children_that_saved = 0, 0, 0
    with a_writer(diary.folder) as program:
        while done < kills or len(acknowledged) < saves:
            after, wait_s = chance.randrange(0, MOST_SAVES_BEFORE), chance.random() * LONGEST_WAIT_S
            said = acknowledged_until_killed(program, first, after, wait_s)
            saved = {(kind, int(number)) for kind, number in said if kind != "opened"}
            acknowledged |= saved
            children_that_saved += bool(saved)
            done += 1
            first = max((number for _, number in acknowledged), default=0) + 2
    rows = found_all(diary.folder, acknowledged)
    return Survived(done, len(acknowledged), children_that_saved, rows)


def found_all(folder: Path, acknowledged: set[tuple[str, int]]) -> tuple[Revision, ...]:
    """Open the diary as at the next start: what was acknowledged is there, nothing is half; returns its revisions."""
    world = World(local(FIRST_DAY + timedelta(days=4000), 20))
    opened = diaries.open_diary(folder, PASSPHRASE, computer(folder.parent / "config", world))
    found = looking_back.extract(opened)
    assert keeping.check(opened).is_well
    rows = all_revisions(opened.store)
    journal.keep_draft(opened, FIRST_DAY, "")  # the first write clears away what a kill may have left of the last
    diaries.close(opened)
    days = {(day.day - FIRST_DAY).days: day for day in found.days}
    notes = {(note.day - FIRST_DAY).days: note.text for note in found.notes}
    for kind, number in acknowledged:
        assert number in (days if kind == "scores" else notes), (kind, number)
    for number, day in days.items():
        if day.entries:
            assert {key[0]: value.value for key, value in day.values.items()} == scores_of(number)
    assert all(text == note_of(number).strip() for number, text in notes.items())
    assert len({row.stamp for row in rows}) == len(rows)
    return tuple(rows)
