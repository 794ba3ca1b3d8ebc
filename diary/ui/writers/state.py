"""What the page shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.domain.people import Agreed, Carer


class Asked(Enum):
    """What the open form asks."""

    NEW = auto()
    """A carer's name, relationship, and whether the person agrees."""
    NAME = auto()
    """Another name or relationship."""
    CONSENT = auto()
    """Whether the person agrees, later or anew."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What stands in the form; ``agreed`` is ``None`` where it isn't asked, ``by_person``: the person said it here."""

    name: str = ""
    relationship: str = ""
    agreed: Agreed | None = None
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """The open form, and whom it is about (``None``: a new carer)."""

    asked: Asked
    carer: Carer | None = None


@dataclass(frozen=True, slots=True)
class WritersState:
    """``said`` tells what was done last, and can be undone; ``problem`` and ``reason`` are sentences."""

    person: str = ""
    carers: tuple[Carer, ...] = ()
    is_loaded: bool = False
    opened: Opened | None = None
    said: str = ""
    problem: str = ""
    reason: str = ""

    @property
    def writing(self) -> tuple[Carer, ...]:
        """The carers who write now."""
        return tuple(one for one in self.carers if one.writes_now)

    @property
    def stopped(self) -> tuple[Carer, ...]:
        """The carers who wrote before."""
        return tuple(one for one in self.carers if not one.writes_now)
