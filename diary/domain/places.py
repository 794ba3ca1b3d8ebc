"""Where it hurts: a place and a side are two things, and left is the person's left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The person's own left or right; ``NONE`` where a place has no sides or the side was not given."""

    NONE = ""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, order=True)
class BodySite:
    """A place of the catalogue, with a side where it has one."""

    place: str
    side: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the catalogue: label (a msgid: "lower back"), the sides it may have, its SNOMED CT codes."""

    id: str
    label: str
    sides: tuple[Side, ...]
    codes: dict[Side, str]
