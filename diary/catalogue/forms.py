"""The questionnaires that ship: one file each, so that a new one is a new file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from diary.catalogue.resources import resource_folder
from diary.domain.questionnaires import Item, Option, Questionnaire


@cache
def questionnaires() -> Mapping[str, Questionnaire]:
    """Every questionnaire by id, in the order in which they are offered."""
    files = (resource_folder() / "questionnaires").glob("*.toml")
    rows = sorted((tomllib.loads(file.read_text("utf-8")) for file in files), key=_order)
    return MappingProxyType({row["id"]: _questionnaire(row) for row in rows})


def _order(row: Mapping[str, Any]) -> int:
    return int(row["order"])


def _questionnaire(row: Mapping[str, Any]) -> Questionnaire:
    common = _options(row.get("options", ()))
    return Questionnaire(
        id=row["id"],
        name=row["name"],
        recall_days=row["recall_days"],
        stem=row["stem"],
        licence=row["licence"],
        items=tuple(_item(item, common) for item in row["item"]),
        bands=tuple(row["bands"]),
        is_mean=row.get("is_mean", False),
        is_off_at_first=row.get("is_off_at_first", False),
        panel_loinc=row["panel_loinc"],
        total_loinc=row["total_loinc"],
    )


def _item(row: Mapping[str, Any], common: tuple[Option, ...]) -> Item:
    low, high = row.get("ends", ("", ""))
    options = _options(row["options"]) if "options" in row else common
    return Item(
        id=row["id"],
        text=row["text"],
        loinc=row["loinc"],
        options=() if "ends" in row else options,
        ends=(low, high),
        is_scored=row.get("is_scored", True),
        asks_for_help=row.get("asks_for_help", False),
    )


def _options(rows: Any) -> tuple[Option, ...]:  # noqa: ANN401 - tables of a TOML file
    return tuple(Option(row["value"], row["words"], row["loinc"]) for row in rows)
