"""What the pages in front of a diary show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from diary.app.values import DiaryCard, Holding


@dataclass(frozen=True, slots=True)
class LockState:
    """A locked diary; ``problem`` is a sentence, empty when nothing went wrong."""

    card: DiaryCard
    uses_code: bool = False
    is_opening: bool = False
    problem: str = ""


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


@dataclass(frozen=True, slots=True)
class RestoreWish:
    """What the person filled in to bring a backup back."""

    label: str
    secret: str | None
