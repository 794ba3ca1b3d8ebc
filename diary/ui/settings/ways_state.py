"""What the card about the ways into the diary shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from diary.app.values import WaysIn

if TYPE_CHECKING:
    from pathlib import Path


USUAL = WaysIn()
"""What is shown until the real ways in were looked up."""


class Question(Enum):
    """What is asked once more before it is done."""

    NEW_CODE = auto()
    NO_PASSPHRASE = auto()


@dataclass(frozen=True, slots=True)
class WaysState:
    """``code`` is the recovery code while it is shown; ``done`` and ``problem`` are sentences about the last act.

    ``old_backups`` open with secrets of their time; ``resealed`` counts those changed in a run of ``resealing``, which
    is 0 where none goes on. ``waits_for_keychain``: the system may be asking the person for leave.
    """

    ways: WaysIn = USUAL
    code: str = ""
    question: Question | None = None
    is_working: bool = False
    waits_for_keychain: bool = False
    done: str = ""
    problem: str = ""
    old_backups: tuple[Path, ...] = ()
    resealed: int = 0
    resealing: int = 0
    passphrases_changed: int = 0
    """How often the passphrase was changed on this page: the fields are emptied when it grows."""


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """The new passphrase as typed twice."""

    first: str
    again: str
