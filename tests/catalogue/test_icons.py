"""The bundled icons and the code that shows them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from diary.catalogue import resource_folder
from diary.ui.kit.icons import DIRECTED
from tests.house.sources import sources

ICONS = {file.stem: file for file in (resource_folder() / "icons").glob("*.svg")}


def literals_in_code() -> set[str]:
    nodes = (node for source in sources() for node in ast.walk(source.tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def icons_asked_for() -> Iterator[str]:
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call):
                asked = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
                if isinstance(node.func, ast.Name) and node.func.id == "IconMark":
                    asked += node.args[1:2]
                yield from (one.value for one in asked if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_icon_that_is_asked_for_is_there() -> None:
    """An icon that isn't there ends the program on the first person who opens that page."""
    assert set(icons_asked_for()) - set(ICONS) - {""} == set()


def test_every_icon_is_shown_somewhere() -> None:
    assert set(ICONS) - literals_in_code() == set()


@pytest.mark.parametrize("icon", sorted(ICONS.values()), ids=lambda icon: icon.stem)
def test_an_icon_takes_the_colour_of_its_theme(icon: Path) -> None:
    """An icon with a colour of its own vanishes on a dark ground."""
    root = ET.parse(icon).getroot()
    own_mark = icon.stem == "alongside"
    assert own_mark or (root.get("stroke"), root.get("fill")) == ("currentColor", "none")


def test_every_icon_that_turns_with_the_direction_of_reading_has_its_counterpart() -> None:
    """One that isn't there ended the program for whoever reads from right to left."""
    assert set(DIRECTED) | set(DIRECTED.values()) <= set(ICONS)
