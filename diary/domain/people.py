"""Whom a diary is about, and who writes in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

PERSON = "person"
"""The recorder id of the person the diary is about: the same in every copy, because there is only one."""


class Basis(StrEnum):
    """How the writer knows: own answer, told by the person, or noticed by a carer (another instrument)."""

    SELF = "self"
    TOLD = "told"
    OBSERVED = "observed"

    @property
    def is_own(self) -> bool:
        """Whether the answer is the person's own, whoever typed it."""
        return self is not Basis.OBSERVED


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the diary is about."""

    name: str
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """Who writes: the person (``id == PERSON``), or a named carer with a relationship who may have stopped."""

    id: str
    name: str
    relationship: str = ""
    since: date | None = None
    until: date | None = None


class Agreed(StrEnum):
    """Whether the person agrees that a carer writes in their diary."""

    YES = "yes"
    CANNOT_DECIDE = "cannot_decide_now"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Consent:
    """What was answered to whether the person agrees, who gave the answer (a recorder's id), and when."""

    answer: Agreed
    given_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Carer:
    """Somebody beside the person who writes or wrote in the diary.

    ``consent`` is ``None`` while nobody was asked. ``has_written``: the diary has something of theirs, which keeps
    their name.
    """

    recorder: Recorder
    consent: Consent | None = None
    has_written: bool = False

    @property
    def writes_now(self) -> bool:
        """Whether they still write here."""
        return self.recorder.until is None


class Said(Protocol):
    """Something in the diary that somebody said: an entry, a mark, a note."""

    @property
    def recorder(self) -> str:
        """Who wrote it."""

    @property
    def basis(self) -> Basis:
        """How they know."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who writes, and how they know."""

    recorder: str = PERSON
    basis: Basis = Basis.SELF

    def said(self, one: Said) -> bool:
        """Whether this is whose words something is, on the same basis."""
        return one.recorder == self.recorder and one.basis is self.basis


OWN_VOICE = Voice()
"""The person writing their own answers."""
