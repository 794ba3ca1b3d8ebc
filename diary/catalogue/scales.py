"""The built-in measures: as domain values, and as the numbered revisions that every diary begins with."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from diary.catalogue.resources import resource_folder
from diary.domain.measures import Direction, Measure, ScaleKind

BuiltInRevision = tuple[int, str, str, str, str]
"""Seq, kind, key, field, and the value as compact JSON with sorted names."""

NOT_IN_MEASURE = frozenset({"code", "source", "checked_on"})
"""What a row says beside the measure: for exports, and for whoever checks the row."""


@cache
def measures() -> Mapping[str, Measure]:
    """Every built-in measure by its id, in the order in which they are offered; texts are msgids."""
    fields = ({name: value for name, value in row.items() if name not in NOT_IN_MEASURE} for row in _rows())
    return MappingProxyType({row["id"]: measure_from(row) for row in fields})


@cache
def measure_codes() -> Mapping[str, tuple[str, str]]:
    """The published code of every measure that has one: its code system's address, and the code."""
    return MappingProxyType(
        {row["id"]: (row["code"]["system"], row["code"]["code"]) for row in _rows() if "code" in row}
    )


@cache
def built_in_revisions() -> tuple[BuiltInRevision, ...]:
    """The revisions of the device ``built-in``, numbered once: the same rows on every computer."""
    rows = json.loads((resource_folder() / "catalogue" / "built_in.json").read_text("utf-8"))
    return tuple((row["seq"], row["kind"], row["key"], row["field"], _as_json(row["value"])) for row in rows)


def measure_from(definition: Mapping[str, Any]) -> Measure:
    """The measure of a definition: a row of the catalogue, or a revision's value; what it leaves out is default."""
    fields = dict(definition)
    kind = ScaleKind(fields.pop("kind", ScaleKind.SCORE))
    steps = tuple(fields.pop("steps", ()))
    if kind is ScaleKind.STEPS:
        fields.setdefault("highest", len(steps) - 1)
    direction = Direction(fields.pop("direction", Direction.HIGHER_IS_WORSE))
    return Measure(**fields, kind=kind, steps=steps, direction=direction)


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((resource_folder() / "catalogue" / "measures.toml").read_text("utf-8"))[
        "measure"
    ]
    return rows


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
