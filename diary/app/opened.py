"""An open diary: what every use case is handed first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.days import DAY_ENDS_AT, diary_day
from diary.domain.people import PERSON

if TYPE_CHECKING:
    from diary.domain.surroundings import Surroundings
    from diary.files.lock import DiaryLock
    from diary.storage.store import Store
    from diary.vault.slots import OpenedKeys


@dataclass(frozen=True, slots=True)
class Computer:
    """This computer, as far as diaries need it: time and chance, where it keeps its own choices, and who is asking."""

    surroundings: Surroundings
    configuration_folder: Path
    user: str
    program: str
    pid: int


@dataclass(slots=True)
class OpenDiary:
    """A diary whose file is open; belongs to the diary's lane. ``lock`` is ``None`` when opened only to read."""

    folder: Path
    label: str
    store: Store
    keys: OpenedKeys
    computer: Computer
    lock: DiaryLock | None
    recorder: str = PERSON
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)

    def today(self) -> date:
        """The diary day it is now: until the day's end it is still yesterday."""
        return diary_day(self.computer.surroundings.now(), self.day_ends_at)

    @property
    def day_ends_at(self) -> int:
        """The hour at which the person's day ends."""
        return DAY_ENDS_AT
