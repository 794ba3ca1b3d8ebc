"""A program that saves until it is killed: it says what it saved only once the diary has it.

Reads, line by line, the number of the first answer to save; forks a child that opens the diary and saves from there on.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

from diary.app import diaries, journal
from tests.journeys.saved import FIRST_DAY, note_of, scores_of
from tests.storage.builders import PASSPHRASE, World, computer, local


def save(folder: Path, first: int) -> None:
    """Save one day after the other, two questions and a note each, until somebody ends it."""
    world = World(local(FIRST_DAY + timedelta(days=4000), 20), seed=first)
    diary = diaries.open_diary(folder, PASSPHRASE, computer(folder.parent / "config", world))
    say(f"opened {first}")
    for number in range(first, first + 1000):
        day = FIRST_DAY + timedelta(days=number)
        journal.give_scores(diary, day, {(measure, None): value for measure, value in scores_of(number).items()})
        say(f"scores {number}")
        journal.write_note(diary, day, note_of(number))
        say(f"note {number}")


def say(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def main() -> None:
    """Fork for each line read: what takes long to load is loaded once."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            save(Path(sys.argv[1]), int(line))
        say(f"child {child}")
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
