"""A page as the rail names it: made only when somebody goes there, so that charts don't slow the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from diary.app.values import Changes


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One entry of the rail; ``label`` is already in the person's language, ``icon`` a file name without ending.

    One that ``is_inner`` has no place in the rail: it stands under the page from which it was reached.
    """

    id: str
    label: str
    icon: str
    make: Callable[[], QWidget]
    is_inner: bool = False


class Presenter(Protocol):
    """What every page's presenter can do."""

    def refresh(self, changes: Changes) -> None:
        """Ask again when another page changed something."""


@runtime_checkable
class TakesKeyboard(Protocol):
    """A page that knows where on it the keyboard begins."""

    def take_keyboard(self) -> None:
        """Bring the keyboard there."""


@runtime_checkable
class HoldsClosing(Protocol):
    """A page with something to be done before the window closes on it."""

    def may_close(self) -> bool:
        """Whether the window may close; where not, the page says why, and holds it up no second time."""


@runtime_checkable
class MayBeUnsaved(Protocol):
    """A presenter that may hold what could not be saved."""

    @property
    def has_unsaved(self) -> bool:
        """Whether something a person gave is on the page but not in the diary."""

    @property
    def is_saving(self) -> bool:
        """Whether something is on its way into the diary, and nobody knows yet if it gets there."""

    def writes(self) -> Sequence[Callable[[], object]]:
        """What could not be saved, to be written in another place; each runs on the lane."""

    def say_of_copy(self, title: str, reason: str) -> None:
        """Say on the page what became of a copy elsewhere."""


@runtime_checkable
class HidesNumbers(Protocol):
    """A presenter whose page shows numbers and charts."""

    def hide_numbers(self, *, is_hidden: bool, always: bool) -> None:
        """Take them out of sight, or show them again."""


@runtime_checkable
class KeepsWords(Protocol):
    """A page on which something may still be being typed when it is left or locked."""

    def settle(self) -> None:
        """Ask for it to be kept."""
