"""Where the first run stands, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.domain.people import Agreed


class Step(Enum):
    """The steps, in their order; each can be left again until the diary is made."""

    WELCOME = auto()
    NAMES = auto()
    PASSPHRASE = auto()
    CODE = auto()
    HONEST_NOTE = auto()


class Part(Enum):
    """What a problem can be about, on the step that asks for it."""

    NAME = auto()
    LABEL = auto()
    OWN_NAME = auto()
    CONSENT = auto()
    PASSPHRASE = auto()


@dataclass(frozen=True, slots=True)
class Keeper:
    """A carer who begins a diary for somebody else; ``agreed`` is ``None`` until it is said whether they agree."""

    name: str = ""
    relationship: str = ""
    agreed: Agreed | None = None


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """What was filled in so far; ``code`` is empty until the diary is made. ``keeper``: it is about somebody else.

    ``has_others``: this computer knows other diaries, to which one can go back. ``about``: what ``problem`` is about,
    where it is about one thing.
    """

    step: Step = Step.WELCOME
    name: str = ""
    label: str = ""
    keeper: Keeper | None = None
    code: str = ""
    has_passphrase: bool = True
    is_working: bool = False
    problem: str = ""
    about: Part | None = None
    has_others: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The person's name, which stays inside, and the label that anyone who uses the computer sees."""

    name: str
    label: str
    keeper: Keeper | None = None


@dataclass(frozen=True, slots=True)
class Passphrases:
    """The passphrase as typed twice."""

    first: str
    again: str


def initials(name: str) -> str:
    """The label suggested for a name: "Sam Green" gives "SG"."""
    return "".join(word[0].upper() for word in name.split() if word[0].isalnum())[:3]
