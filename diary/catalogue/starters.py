"""A gentle list to start from: what can be part of a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from diary.catalogue.resources import resource_folder
from diary.domain.entries import Factor


@cache
def starter_factors() -> Mapping[str, Factor]:
    """The factors that are offered before the person has a list, by id; labels are msgids."""
    rows = tomllib.loads((resource_folder() / "catalogue" / "factors.toml").read_text("utf-8"))["factor"]
    return MappingProxyType({row["id"]: Factor(row["id"], row["label"]) for row in rows})
