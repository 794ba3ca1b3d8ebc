"""The project's own code as syntax trees, for the rules that no linter knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Source:
    """One module: its path from the top of the project, and its tree."""

    path: PurePosixPath
    tree: ast.Module

    @classmethod
    def of(cls, text: str, path: str = "diary/example.py") -> Source:
        return cls(PurePosixPath(path), ast.parse(text))


def _read() -> Iterator[Source]:
    for file in sorted((PROJECT / "diary").rglob("*.py")):
        yield Source.of(file.read_text("utf-8"), file.relative_to(PROJECT).as_posix())


_SOURCES: Final = tuple(_read())
"""Read as tests are collected: a third of a million nodes, which no search for garbage walks through from then on."""


def sources() -> tuple[Source, ...]:
    return _SOURCES


def names_it_imports(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for: ``{"now": "datetime.datetime.now"}``, whatever it was renamed to."""
    meaning = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                meaning[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                meaning[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return meaning


def full_name(node: ast.expr, meaning: dict[str, str]) -> str:
    """The dotted name an expression refers to, imports followed; empty when it isn't a plain name."""
    if isinstance(node, ast.Name):
        return meaning.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        owner = full_name(node.value, meaning)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def imported(tree: ast.Module) -> set[str]:
    """Every module and name that a module imports, dotted, type-checking imports included."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found
