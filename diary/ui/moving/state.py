"""What the page for a move shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from diary.app.moves import Account, Contents, Moved, Wish
    from diary.app.values import DiaryCard


@dataclass(frozen=True, slots=True)
class MovingState:
    """An entry, the diaries it may belong to, and how far its move has come.

    ``chosen`` is the diary it goes to, ``asks`` whether something has to be typed to open that, ``account`` what would
    go there, and ``moved`` what came of it. ``problem`` and ``reason`` are sentences.
    """

    today: date
    wish: Wish | None = None
    cards: tuple[DiaryCard, ...] = ()
    contents: Contents | None = None
    chosen: DiaryCard | None = None
    asks: bool = False
    account: Account | None = None
    moved: Moved | None = None
    is_working: bool = False
    problem: str = ""
    reason: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is there now and no longer here."""
        return self.moved is not None and not self.moved.is_kept
