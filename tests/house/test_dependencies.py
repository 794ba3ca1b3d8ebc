"""What the program takes from others is installed with it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions

from tests.house.sources import PROJECT, imported, sources


def test_nothing_is_imported_that_only_tests_have() -> None:
    """It would be there whenever tests run, and missing on the computer of whoever installs the program."""
    groups = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    theirs = {_plain(one) for one in groups["dev"]}
    only_theirs = {
        module for module, names in packages_distributions().items() if theirs.issuperset(map(_plain, names))
    }
    assert {"pytest", "scipy", "jsonschema"} <= only_theirs
    taken = {name.partition(".")[0] for source in sources() for name in imported(source.tree)}
    assert "numpy" in taken
    assert sorted(taken & only_theirs) == []


def _plain(requirement: str) -> str:
    """A distribution's name as all spell it, without its versions."""
    return re.sub(r"[-_.]+", "-", re.split(r"[ ;<>=!~\[]", requirement)[0]).lower()
