"""What the diary survives: uv run python -m tests.benchmarks.surviving [OPTIONS].

Kills a saving program, lets system calls fail, flips single bits, and hands changed files to every reader; prints a
line for each, and stops with a traceback at the first thing that is lost, silently wrong, or told otherwise than in a
sentence. ``--kills``, ``--faults``, ``--flips`` and ``--minutes`` say how many. For Unix.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path
from time import monotonic

from diary.app import diaries, keeping
from diary.storage.store import DIARY_FILE
from tests.benchmarks.fuzzing import fuzz, readers
from tests.journeys.faulting import fault
from tests.journeys.flipping import KEYS_FILE, Flips, a_month, flip_backup, flip_file
from tests.journeys.killing import killed
from tests.storage.builders import PASSPHRASE


def kill(times: int, seed: int) -> None:
    """Kill a saving program so many times."""
    with tempfile.TemporaryDirectory() as name:
        survived = killed(Path(name), kills=times, saves=0, seed=seed)
    print(f"kill -9: {survived.kills} kills, {survived.acknowledged} acknowledged saves, none lost, none half")


def let_fail(times: int, seed: int) -> None:
    """Do so many acts that write files, each with a system call that fails."""
    with tempfile.TemporaryDirectory() as name:
        faults = fault(a_month(Path(name)), times, seed)
    said = ", ".join(f"{slug} {count}" for slug, count in sorted(faults.said.items()))
    print(f"faults: {faults.tries} acts with a failing call, {faults.done} done all the same, else: {said}; none lost")


def flip(times: int, seed: int) -> None:
    """Flip so many bits in a diary, and a fifth as many in its keys and in a backup."""
    with tempfile.TemporaryDirectory() as name:
        diary = a_month(Path(name))
        told("diary.db", flip_file(diary, DIARY_FILE, times, seed))
        told("keys.json", flip_file(diary, KEYS_FILE, times // 5, seed + 1))
        opened = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
        backup = keeping.back_up(opened, Path(name) / "S.alongside-backup")
        diaries.close(opened)
        told("a backup", flip_backup(diary, backup, times // 5, seed + 2))


def told(what: str, flips: Flips) -> None:
    """Print what came of flipped bits."""
    said = ", ".join(f"{slug} {count}" for slug, count in sorted(flips.said.items()))
    print(f"{what}: {flips.tries} single bits flipped, {flips.whole} times whole, else: {said}")


def fuzz_all(minutes: float, seed: int) -> None:
    """Share the minutes among the readers; the first three, which the format of a diary hangs on, get double."""
    with tempfile.TemporaryDirectory() as name, readers(Path(name)) as made:
        shares = [2 if number < 3 else 1 for number in range(len(made))]
        for number, (reader, share) in enumerate(zip(made, shares, strict=True)):
            seconds = minutes * 60 * share / sum(shares)
            tried = fuzz(reader, random.Random(seed + number), Until(seconds))
            refused = f"{tried.refused} refused in {len(tried.slugs)} kinds of sentence"
            print(
                f"{reader.name}: {tried.cases} changed files in {seconds:.0f} s, {refused}, {tried.lines} lines reached"
            )


class Until:
    """Goes on for some seconds."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def __call__(self, _tried: int) -> bool:
        return monotonic() < self._end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--faults", type=int, default=300)
    parser.add_argument("--flips", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=20261126)
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}")
    kill(wanted.kills, wanted.seed)
    let_fail(wanted.faults, wanted.seed)
    flip(wanted.flips, wanted.seed)
    fuzz_all(wanted.minutes, wanted.seed)


if __name__ == "__main__":
    main()
