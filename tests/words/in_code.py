"""What the code says to people: the sentences in its calls of say, say_n and msgid, and the slugs of its faults."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.house.sources import full_name, names_it_imports, sources

SENTENCE_ARGUMENTS = {"diary.words.say": 1, "diary.words.say_n": 2, "diary.words.msgid": 1}


@dataclass(frozen=True, slots=True)
class Said:
    where: str
    function: str
    arguments: tuple[ast.expr, ...]

    @property
    def literals(self) -> tuple[str, ...]:
        return tuple(a.value for a in self.arguments if isinstance(a, ast.Constant) and isinstance(a.value, str))


@dataclass(frozen=True, slots=True)
class Raised:
    where: str
    slug: str
    fields: frozenset[str] | None  # None: given by a mapping, not to be read from the code


def everything_said() -> Iterator[Said]:
    for path, name, call in _calls():
        if count := SENTENCE_ARGUMENTS.get(name):
            yield Said(f"{path}:{call.lineno}", name.rpartition(".")[2], tuple(call.args[:count]))


def everything_raised() -> Iterator[Raised]:
    for path, name, call in _calls():
        if name == "diary.domain.errors.DiaryError" and call.args:
            names = [keyword.arg for keyword in call.keywords]
            fields = None if None in names else frozenset(n for n in names if n)
            for slug in _slugs(call.args[0]):
                yield Raised(f"{path}:{call.lineno}", slug, fields)


def _slugs(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.IfExp):
        yield from _slugs(argument.body)
        yield from _slugs(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


@cache
def _calls() -> tuple[tuple[str, str, ast.Call], ...]:
    return tuple(
        (str(source.path), full_name(node.func, meaning), node)
        for source in sources()
        if source.path.as_posix() != "diary/words/__init__.py"
        for meaning in [names_it_imports(source.tree)]
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
    )
