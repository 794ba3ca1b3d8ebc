"""Keys for tests: the cheapest passphrase that is still read from a file, and chance that is the same every time."""

from __future__ import annotations

import random
from pathlib import Path

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.vault.keys import KeyFile, create
from diary.vault.passphrases import Argon2Cost
from diary.vault.sealing import RandomBytes
from diary.vault.slots import OpenedKeys

CHEAP = Argon2Cost(memory_kib=8 * 1024, passes=1, lanes=1)
CARER = "carer-7"
NOWHERE = Path("/there/is/no/such/folder")


class MemoryKeychain:
    """A keychain that lasts as long as its test; with a ``fault`` it answers every question with that."""

    def __init__(self, fault: str = "") -> None:
        self.keys: dict[str, bytes] = {}
        self.fault = fault

    def keep(self, name: str, key: bytes) -> None:
        """Keep a key."""
        self._answer()
        self.keys[name] = key

    def kept(self, name: str) -> bytes | None:
        """A key, or None."""
        self._answer()
        return self.keys.get(name)

    def forget(self, name: str) -> None:
        """Keep a key no longer."""
        self._answer()
        self.keys.pop(name, None)

    def _answer(self) -> None:
        if self.fault:
            raise DiaryError(self.fault)


def chance(seed: int = 1) -> RandomBytes:
    return random.Random(seed).randbytes


def made(
    passphrase: str | None = "three small words",
    *,
    diary_id: str = "d1",
    owner: str = PERSON,
    seed: int = 1,
    configuration_folder: Path = NOWHERE,
) -> tuple[KeyFile, str, OpenedKeys]:
    return create(
        diary_id,
        owner,
        passphrase,
        random_bytes=chance(seed),
        configuration_folder=configuration_folder,
        cost=CHEAP,
    )
