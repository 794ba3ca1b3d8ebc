"""What the page shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    PERSON = auto()
    """Another name for the person."""
    CONSENT = auto()
    """Whether the person agrees, later or anew."""
    PASSPHRASE = auto()
    """A passphrase of their own."""


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
class WritersState:
    """``said`` tells what was done last, and with ``can_undo`` can be undone; ``problem`` and ``reason`` are sentences.

    ``with_passphrase`` are the carers who have one of their own, by id. ``code`` is the recovery code that was made for
    ``code_of`` just now, shown until something else is done. ``can_copy``: a copy elsewhere would take what isn't kept.
    """

    person: str = ""
    carers: tuple[Carer, ...] = ()
    with_passphrase: frozenset[str] = frozenset()
    code: str = field(default="", repr=False)
    code_of: str = ""
    can_undo: bool = True
    is_loaded: bool = False
    opened: Opened | None = None
    said: str = ""
    problem: str = ""
    reason: str = ""
    can_copy: bool = False

    @property
    def writing(self) -> tuple[Carer, ...]:
        """The carers who write now."""
        return tuple(one for one in self.carers if one.writes_now)

    @property
    def stopped(self) -> tuple[Carer, ...]:
        """The carers who wrote before."""
        return tuple(one for one in self.carers if not one.writes_now)
