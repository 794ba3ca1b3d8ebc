"""Whom to call now, by country: only numbers that somebody checked, and plain words where there are none."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from diary.catalogue.resources import resource_folder


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A service that listens: its name, the number to call or to text ``word`` to; ``after`` and ``who`` are msgids."""

    name: str
    number: str
    word: str = ""
    after: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class HelpNow:
    """What the page "Get help now" says in a country; all but names and numbers are msgids.

    ``danger`` and ``back_pain`` have the field ``{emergency}``; ``back_pain`` introduces ``back_pain_signs``, which
    with back pain are an emergency.
    """

    emergency: str
    danger: str
    lines: tuple[HelpLine, ...]
    back_pain: str
    back_pain_signs: tuple[str, ...]


def help_lines(country: str) -> HelpNow:
    """The help of a country by its ISO 3166 code ("GB"); where nothing is checked, "your local emergency number"."""
    data = tomllib.loads((resource_folder() / "catalogue" / "help_lines.toml").read_text("utf-8"))
    known = {row["code"]: row for row in data["country"] if not row.get("check")}
    row = known.get(country.upper(), data["elsewhere"])
    return HelpNow(
        emergency=row.get("emergency", ""),
        danger=row["danger"],
        lines=tuple(_line(line) for line in row.get("line", ()) if not line.get("check")),
        back_pain=row["back_pain"],
        back_pain_signs=tuple(data["signs"]["back_pain"]),
    )


def countries_with_lines() -> tuple[str, ...]:
    """The countries (ISO 3166 codes) whose numbers somebody checked."""
    data = tomllib.loads((resource_folder() / "catalogue" / "help_lines.toml").read_text("utf-8"))
    return tuple(row["code"] for row in data["country"] if not row.get("check"))


def _line(row: Mapping[str, Any]) -> HelpLine:
    return HelpLine(
        name=row["name"],
        number=row.get("call") or row["to"],
        word=row.get("text", ""),
        after=row.get("after", ""),
        who=row.get("who", ""),
    )
