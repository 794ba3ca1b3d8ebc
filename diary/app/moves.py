"""What is said before an entry goes to another diary, and what came of it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, Basis, Voice


class OtherRefusedError(DiaryError):
    """The same fault, of the other diary: it could not be opened, so nothing was changed anywhere."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they will be in the other diary: its person's (no ``name``), or a carer's by that name."""

    name: str = ""
    basis: Basis = Basis.SELF


@dataclass(frozen=True, slots=True)
class Wish:
    """Which entry goes: a day and whose words, all of it or what was written from ``since`` on.

    ``to`` is whose words they will be there; ``None``: whoever has the writer's name there, else as it was here.
    """

    day: date
    voice: Voice = OWN_VOICE
    since: datetime | None = None
    to: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """An entry that may go: whose words it is, the names of its things, and the first instant of each sitting at it."""

    who: str
    things: tuple[str, ...] = ()
    parts: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What would go, in words: never what was answered, because one diary's answers are nobody's business in another.

    ``person`` is whom the other diary is about. ``goes`` are things by name; ``stays`` are those that the other diary
    has an answer to already; ``made_known`` are names it doesn't have yet. ``has_already`` is what it has from the same
    voice on that day. ``to`` is whose words they will be there, ``offered`` whose they can be; ``is_new_carer``: that
    name does not write there yet.
    """

    person: str
    to: Speaker
    offered: tuple[Speaker, ...] = ()
    goes: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    made_known: tuple[str, ...] = ()
    has_already: tuple[str, ...] = ()
    is_new_carer: bool = False

    @property
    def asks_whose(self) -> bool:
        """Whether there is more than one answer to whose words they will be there."""
        return len(self.offered) > 1


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of it, and what changed here. ``is_kept``: it is there now, and could not be forgotten here yet."""

    account: Account
    changes: Changes = field(default_factory=Changes)
    is_kept: bool = False
    why: str = ""
