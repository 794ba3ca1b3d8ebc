"""Single bits flipped in a diary's files: each time it opens whole, or says in one sentence that it is damaged."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from diary.app import diaries, journal, keeping, looking_back
from diary.app.opened import OpenDiary
from diary.app.values import DAMAGED
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.storage.store import DIARY_FILE
from diary.words.problems import sentence
from tests.storage.builders import DAY, PASSPHRASE, World, sams_code, sams_diary

KEYS_FILE = "keys.json"
REFUSALS = {
    DIARY_FILE: frozenset({"diary_damaged"}),
    KEYS_FILE: frozenset({"keys_newer", "wrong_passphrase", *DAMAGED}),
    "backup": frozenset({"backup_damaged", "not_a_backup", "backup_newer", "keys_newer", "wrong_passphrase", *DAMAGED}),
}
"""What may be said of a file with one bit flipped, by which file it is."""


@dataclass(frozen=True, slots=True)
class Flips:
    """How many bits were flipped, how often the file was whole all the same, and what was said else."""

    tries: int
    whole: int
    said: Counter[str] = field(default_factory=Counter)


def a_month(tmp_path: Path) -> OpenDiary:
    """A closed diary of thirty days with answers and notes."""
    diary = sams_diary(tmp_path, World())
    for number in range(30):
        day = DAY - timedelta(days=number)
        for measure, step in ((PAIN, 3), (MOOD, 5), (ANXIETY, 7)):
            journal.give_score(diary, day, measure, float((number * step) % 11))
        journal.write_note(diary, day, f"day {number} " + "word " * (number % 5 * 200))
    diaries.close(diary)
    return diary


def flipped(content: bytes, chance: random.Random) -> bytes:
    """The same bytes with one bit changed, anywhere."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flip_file(diary: OpenDiary, name: str, tries: int, seed: int) -> Flips:
    """Flip bits in a file of a closed diary one at a time, and open it to write each time; the file is put back."""
    file = diary.folder / name
    whole, right = file.read_bytes(), _read(diary, PASSPHRASE)
    chance, well, said = random.Random(seed), 0, Counter[str]()
    for _ in range(tries):
        changed = flipped(whole, chance)
        file.write_bytes(changed)
        try:
            assert _read(diary, PASSPHRASE) == right, "silently wrong"
            well += 1
        except DiaryError as fault:
            said[_judged(fault, name)] += 1
            if name == DIARY_FILE:
                assert file.read_bytes() == changed, "a damaged file must not be written to"
    file.write_bytes(whole)
    assert _read(diary, sams_code()) == right
    return Flips(tries, well, said)


def flip_backup(diary: OpenDiary, backup: Path, tries: int, seed: int) -> Flips:
    """Flip bits in a backup one at a time, and look into it each time."""
    whole = backup.read_bytes()
    right = keeping.look_into(backup, diary.folder, PASSPHRASE, diary.computer)
    chance, well, said = random.Random(seed), 0, Counter[str]()
    for _ in range(tries):
        backup.write_bytes(flipped(whole, chance))
        try:
            assert keeping.look_into(backup, diary.folder, PASSPHRASE, diary.computer) == right, "silently wrong"
            well += 1
        except DiaryError as fault:
            said[_judged(fault, "backup")] += 1
    backup.write_bytes(whole)
    return Flips(tries, well, said)


def _judged(fault: DiaryError, name: str) -> str:
    assert fault.slug in REFUSALS[name], fault.slug
    assert sentence(fault)
    return fault.slug


def _read(diary: OpenDiary, secret: str) -> Extract:
    """Everything in the diary, opened to write, with an answer given and taken back."""
    opened = diaries.open_diary(diary.folder, secret, diary.computer)
    try:
        found = looking_back.extract(opened)
        journal.day_page(opened, DAY).day.value(PAIN)
        return found
    finally:
        diaries.close(opened)
