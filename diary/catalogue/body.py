"""The places where it can hurt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from diary.catalogue.resources import resource_folder
from diary.domain.places import Place, Side

SIDES = {"none": Side.NONE, "left": Side.LEFT, "right": Side.RIGHT}


@cache
def places() -> Mapping[str, Place]:
    """Every place by its id, from head to foot; each may be named without a side, some also left or right."""
    rows = tomllib.loads((resource_folder() / "catalogue" / "places.toml").read_text("utf-8"))["place"]
    return MappingProxyType(
        {
            row["id"]: Place(
                id=row["id"],
                label=row["label"],
                sides=tuple(SIDES.values()) if row.get("sided") else (Side.NONE,),
                codes={SIDES[side]: code for side, code in row["codes"].items()},
            )
            for row in rows
        }
    )
