"""How long a save takes beside a bare commit to an encrypted file: uv run python -m tests.benchmarks.saving [DIARY].

Prints one ratio, both sides measured turn by turn in this run. With DIARY, a diary without a passphrase (the demo's ten
years, say), the saves go to a copy of it. The target is 2 or less.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import sqlcipher3

from diary.app import diaries, journal
from diary.app.computer import Computer
from diary.app.opened import OpenDiary
from diary.domain.measures import PAIN
from diary.domain.surroundings import Surroundings
from diary.files.folders import configuration_folder
from diary.vault.keychain import SystemKeychain

ROUNDS = 60


def now() -> datetime:
    return datetime.now().astimezone()


def no_zone() -> str | None:
    return None


def this_computer(configuration: Path) -> Computer:
    surroundings = Surroundings(now, no_zone, os.urandom)
    return Computer(surroundings, configuration, "benchmark", "benchmark", os.getpid(), SystemKeychain())


def opened(folder: Path, original: Path | None) -> OpenDiary:
    if original is None:
        return diaries.create(folder / "new.alongside", "Sam", None, this_computer(folder / "config"))[0]
    copy = folder / original.name
    shutil.copytree(original, copy)
    shutil.copytree(configuration_folder(), folder / "config")
    return diaries.open_diary(copy, None, this_computer(folder / "config"))


def bare_file(folder: Path) -> sqlcipher3.Connection:
    """A table of two columns in a file with the diary's own settings: what no save can be quicker than."""
    raw = sqlcipher3.connect(str(folder / "bare.db"), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{os.urandom(32).hex()}'\"")
    for setting in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON", "secure_delete = ON"):
        raw.execute(f"PRAGMA {setting}")
    raw.execute("CREATE TABLE answer (at TEXT, value TEXT)")
    return raw


def bare_commit(raw: sqlcipher3.Connection, turn: int) -> float:
    started = perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO answer VALUES (?, ?)", (str(turn), "x" * 200))
    raw.execute("COMMIT")
    return perf_counter() - started


def save(diary: OpenDiary, day: date, turn: int) -> float:
    started = perf_counter()
    journal.give_score(diary, day, PAIN, turn % 11)
    return perf_counter() - started


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        diary = opened(folder, Path(arguments[0]).absolute() if arguments else None)
        raw = bare_file(folder)
        saves, bare = [], []
        try:
            for turn in range(ROUNDS):
                day = diary.today() - timedelta(days=turn // 4)
                bare.append(bare_commit(raw, turn))
                saves.append(save(diary, day, turn))
        finally:
            raw.close()
            diaries.close(diary)
    ours, theirs = statistics.median(saves), statistics.median(bare)
    times = f"{ours * 1000:.1f} ms, {theirs * 1000:.1f} ms, medians of {ROUNDS}"
    print(f"a save: {ours / theirs:.2f} x a bare commit ({times})")


if __name__ == "__main__":
    main(sys.argv[1:])
