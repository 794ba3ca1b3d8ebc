"""What the pages in front of a diary show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from diary.app.values import BackupFile, DiaryCard, Holding
    from diary.domain.errors import DiaryError


@dataclass(frozen=True, slots=True)
class LockState:
    """A locked diary; ``problem`` is a sentence, empty when nothing went wrong.

    ``names`` are those under which keychains may keep a key of it; ``waits_for_keychain``: one was asked just now.
    """

    card: DiaryCard
    uses_code: bool = False
    is_opening: bool = False
    problem: str = ""
    names: tuple[str, ...] = ()
    waits_for_keychain: bool = False


@dataclass(frozen=True, slots=True)
class DamagedState:
    """A diary that can't be opened, why, and the backups beside it, newest first.

    ``may_salvage``: there is a file of which something may still be read.
    """

    card: DiaryCard
    fault: DiaryError
    backups: tuple[BackupFile, ...] = ()
    may_salvage: bool = False


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A diary that this computer knows, and the backups beside it, newest first."""

    card: DiaryCard
    backups: tuple[BackupFile, ...]


@dataclass(frozen=True, slots=True)
class RestoreState:
    """A backup about to be brought back, into ``folder`` or (``None``) as a new diary whose label is asked."""

    backup: Path
    folder: Path | None
    needs_secret: bool = True
    is_working: bool = False
    problem: str = ""
    held: Holding | None = None
    """What it holds, once that was looked at: only then can it be brought back."""
    is_salvage: bool = False
    """It is what can be read of a damaged diary: looking makes the backup."""
    lost: int = 0
    """How many changes, at least, could not be read."""


@dataclass(frozen=True, slots=True)
class RestoreWish:
    """What the person filled in to bring a backup back."""

    label: str
    secret: str | None
