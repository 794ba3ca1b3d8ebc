"""What the program takes from others is installed with it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata, packages_distributions

from packaging.specifiers import SpecifierSet

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


def test_every_python_that_is_allowed_is_one_that_all_it_is_made_of_allows() -> None:
    """uv brings the newest that is allowed where there is none, and the first start would end in a compiler's words."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    ours = SpecifierSet(project["requires-python"])
    theirs = [SpecifierSet(metadata(_plain(one))["Requires-Python"] or "") for one in project["dependencies"]]
    allowed = [version for version in (f"3.{minor}" for minor in range(100)) if version in ours]
    assert "3.11" in allowed
    assert [version for version in allowed if not all(version in one for one in theirs)] == []


def _plain(requirement: str) -> str:
    """A distribution's name as all spell it, without its versions."""
    return re.sub(r"[-_.]+", "-", re.split(r"[ ;<>=!~\[]", requirement)[0]).lower()
