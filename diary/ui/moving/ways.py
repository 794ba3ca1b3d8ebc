"""The page's way into both diaries; every call runs on the diary's lane, where the verbs are imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.app.moves import Account, Contents, Moved, Wish
    from diary.app.opened import OpenDiary


class Moving(Protocol):
    """What the page asks of the open diary and of another one."""

    def contents(self, wish: Wish) -> Contents:
        """What the entry is made of."""

    def asks(self, folder: Path) -> bool:
        """Whether something has to be typed to open the other diary."""

    def look(self, folder: Path, secret: str | None, wish: Wish) -> Account:
        """What would go to the other diary; nothing is changed."""

    def move(self, folder: Path, secret: str | None, wish: Wish) -> Moved:
        """Write it there, then forget it here."""


class DiaryMoving:
    """The same for the diary that is open; ``diary`` is asked on the lane."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def contents(self, wish: Wish) -> Contents:
        """What the entry is made of."""
        from diary.app import moving

        return moving.contents(self._diary(), wish)

    def asks(self, folder: Path) -> bool:
        """Whether something has to be typed to open the other diary."""
        from diary.app import diaries

        return diaries.needs_secret(folder, self._diary().computer)

    def look(self, folder: Path, secret: str | None, wish: Wish) -> Account:
        """What would go to the other diary; nothing is changed."""
        from diary.app import moving

        return moving.look(self._diary(), folder, secret, wish)

    def move(self, folder: Path, secret: str | None, wish: Wish) -> Moved:
        """Write it there, then forget it here."""
        from diary.app import moving

        return moving.move(self._diary(), folder, secret, wish)
