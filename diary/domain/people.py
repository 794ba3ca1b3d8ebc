"""Whom a diary is about, and who writes in it."""

from __future__ import annotations

from collections.abc import Mapping
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


def name_among(recorders: Mapping[str, Recorder], id_: str) -> str:
    """Somebody's name, empty for who isn't known; of two with one name a carer's says what tells them apart.

    Two carers can come by one name where a diary was kept on two computers, or what was exported came back.
    """
    one = recorders.get(id_)
    if one is None or not one.name:
        return ""
    same = [other for other in recorders.values() if other.name.casefold() == one.name.casefold()]
    if len(same) == 1 or id_ == PERSON:
        return one.name
    relations = [other.relationship.casefold() for other in same]
    if one.relationship and relations.count(one.relationship.casefold()) == 1:
        return f"{one.name} ({one.relationship})"
    number = sorted((other.since or date.max, other.id) for other in same).index((one.since or date.max, id_)) + 1
    return f"{one.name} ({number})"


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
