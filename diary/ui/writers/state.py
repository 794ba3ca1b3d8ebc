"""What the page shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from diary.ui.kit.unsaved import KeepingState

if TYPE_CHECKING:
    from diary.domain.people import Agreed, Carer


class Asked(Enum):
    """What the open form asks."""

    NEW = auto()
    """A carer's name, relationship, and whether the person agrees."""
    NAME = auto()
    """Another name or relationship."""
    PERSON = auto()
    """Another name for the person."""
    CONSENT = auto()
    """Whether the person agrees, later or anew."""
    PASSPHRASE = auto()
    """A passphrase of their own."""
    TAKE_OVER = auto()
    """A passphrase that only the person knows, and whether the carer who keeps the diary goes on opening it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What stands in the form; ``agreed`` is ``None`` where it isn't asked, ``by_person``: the person said it here."""

    name: str = ""
    relationship: str = ""
    agreed: Agreed | None = None
    by_person: bool = False
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """The open form, and whom it is about (``None``: a new carer, or the person)."""

    asked: Asked
    carer: Carer | None = None


@dataclass(frozen=True, slots=True)
class WritersState(KeepingState):
    """``said`` tells what was done last, and with ``can_undo`` can be undone.

    ``with_passphrase`` are the carers who have one of their own, by id. ``decides``: who has the diary open decides
    who writes in it; ``keeper`` is a carer who does so for a person that can't open it, by id. ``code`` is the
    recovery code that was made for ``code_of`` just now, shown until something else is done; where that is empty, it
    is the code of who took the diary over.
    """

    person: str = ""
    carers: tuple[Carer, ...] = ()
    with_passphrase: frozenset[str] = frozenset()
    keeper: str = ""
    decides: bool = False
    code: str = field(default="", repr=False)
    code_of: str = ""
    can_undo: bool = True
    is_loaded: bool = False
    opened: Opened | None = None
    said: str = ""

    @property
    def kept_by(self) -> Carer | None:
        """The carer who keeps the diary for a person that can't open it."""
        return next((one for one in self.carers if one.recorder.id == self.keeper), None)

    @property
    def shares_passphrase(self) -> bool:
        """Whether a carer writes, or wrote, who may know what the person opens the diary with."""
        return any(one.recorder.id not in self.with_passphrase for one in self.carers)

    @property
    def writing(self) -> tuple[Carer, ...]:
        """The carers who write now."""
        return tuple(one for one in self.carers if one.writes_now)

    @property
    def stopped(self) -> tuple[Carer, ...]:
        """The carers who wrote before."""
        return tuple(one for one in self.carers if not one.writes_now)
