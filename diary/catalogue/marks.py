"""The emblems by which two diaries on one computer are told apart."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from diary.catalogue.resources import resource_folder


@dataclass(frozen=True, slots=True)
class Emblem:
    """A shape: its name as a msgid, and one closed SVG path on a ground of 100 by 100, with room for a letter."""

    id: str
    label: str
    path: str


@cache
def emblems() -> Mapping[str, Emblem]:
    """Every emblem by its id; the first is a new diary's."""
    return MappingProxyType({row["id"]: Emblem(**row) for row in _rows()["emblem"]})


@cache
def emblem_colours() -> Mapping[str, str]:
    """The colours an emblem can have: the name of the theme's token, and the colour's own name as a msgid."""
    return MappingProxyType({row["id"]: row["label"] for row in _rows()["colour"]})


@cache
def _rows() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((resource_folder() / "emblems.toml").read_text("utf-8"))
