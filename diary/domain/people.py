"""Whom a diary is about, and who writes in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
    """Who writes: the person (``id == PERSON``), or a named carer with a relationship."""

    id: str
    name: str
    relationship: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who writes, and how they know."""

    recorder: str = PERSON
    basis: Basis = Basis.SELF


OWN_VOICE = Voice()
"""The person writing their own answers."""
