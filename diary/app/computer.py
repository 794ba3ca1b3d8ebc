"""This computer, apart from any open diary: the first paint needs no more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diary.domain.surroundings import Surroundings
    from diary.vault.keychain import Keychain


@dataclass(frozen=True, slots=True)
class Computer:
    """This computer, as far as diaries need it: time and chance, where it keeps its own choices, and who is asking.

    ``environment`` is the program's: on Windows it says where OneDrive is.
    """

    surroundings: Surroundings
    configuration_folder: Path
    user: str
    program: str
    pid: int
    keychain: Keychain
    environment: Mapping[str, str] = field(default_factory=dict)
