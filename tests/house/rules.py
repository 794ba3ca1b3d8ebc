"""What the house rules look for; each rule yields the line of every breach in one module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.sources import PROJECT, Source, full_name, imported, names_it_imports

Function = ast.FunctionDef | ast.AsyncFunctionDef

TAKEN = frozenset(
    {
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "PySide6.QtCore.QDate.currentDate",
        "PySide6.QtCore.QDateTime.currentDateTime",
        "PySide6.QtCore.QDateTime.currentDateTimeUtc",
        "PySide6.QtCore.QTime.currentTime",
        "uuid.uuid1",
        "uuid.uuid4",
    }
)
CHANCE = ("random.", "secrets.", "os.urandom", "numpy.random.")
SEEDED = frozenset({"random.Random", "numpy.random.default_rng"})
"""Chance with a seed is no chance: the demo diary is the same every time."""

QT_NETWORK = ("PySide6.QtNetwork", "PySide6.QtWebEngine", "PySide6.QtWebSockets", "PySide6.QtHttpServer")
VAGUE_NAMES = frozenset(
    {"utils", "helpers", "helper", "common", "misc", "base", "manager", "service", "handler", "data", "info"}
)
ANSWERS = re.compile(r"value|score|pain|mood|anxiety|sleep|answer|mean|median", re.IGNORECASE)
LONGEST_MODULE = 500
SCREENS = frozenset(folder.name for folder in (PROJECT / "diary" / "ui").iterdir() if folder.is_dir()) - {"kit"}


def _calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _inner_functions(tree: ast.Module) -> set[str]:
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return {
        inner.name
        for outer in functions
        for inner in ast.walk(outer)
        if isinstance(inner, Function) and inner is not outer
    }


def closures_connected(source: Source) -> Iterator[int]:
    meaning, inner = names_it_imports(source.tree), _inner_functions(source.tree)
    for call in _calls(source):
        if _method(call) not in {"connect", "singleShot"}:
            continue
        for slot in call.args:
            is_partial = isinstance(slot, ast.Call) and full_name(slot.func, meaning) == "functools.partial"
            is_inner = isinstance(slot, ast.Name) and slot.id in inner
            if isinstance(slot, ast.Lambda) or is_partial or is_inner:
                yield call.lineno


def waits(source: Source) -> Iterator[int]:
    meaning = names_it_imports(source.tree)
    for call in _calls(source):
        if _method(call) in {"processEvents", "waitForFinished"} or full_name(call.func, meaning) == "time.sleep":
            yield call.lineno


def event_loops(source: Source) -> Iterator[int]:
    for call in _calls(source):
        if _method(call) in {"exec", "exec_"}:
            yield call.lineno


def time_or_chance_taken(source: Source) -> Iterator[int]:
    meaning = names_it_imports(source.tree)
    called = {id(call.func): call for call in _calls(source)}
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Attribute | ast.Name) or isinstance(node.ctx, ast.Store):
            continue
        name = full_name(node, meaning)
        call = called.get(id(node))
        seeded = name in SEEDED and (call is None or call.args)
        if name in TAKEN or (name.startswith(CHANCE) and not seeded):
            yield node.lineno


def _is_answer(node: ast.expr) -> bool:
    names = (getattr(part, "attr", getattr(part, "id", "")) for part in ast.walk(node))
    return any(ANSWERS.search(name) for name in names)


def _is_zero(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0 and not isinstance(node.value, bool)


def zero_for_missing(source: Source) -> Iterator[int]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            if _is_zero(node.values[-1]) and any(_is_answer(value) for value in node.values):
                yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr in {"nan_to_num", "fillna"}:
            yield node.lineno


def qt_network(source: Source) -> Iterator[int]:
    if any(name.startswith(QT_NETWORK) for name in imported(source.tree)):
        yield 1


def imported_by_name(source: Source) -> Iterator[int]:
    meaning = names_it_imports(source.tree)
    for call in _calls(source):
        if full_name(call.func, meaning) in {"__import__", "importlib.import_module"}:
            module = call.args[0] if call.args else None
            ours = isinstance(module, ast.Constant) and str(module.value).startswith("diary.")
            if not ours:
                yield call.lineno


def screens_that_import_screens(source: Source) -> Iterator[int]:
    here = source.path.parts
    if here[:2] != ("diary", "ui") or here[2] not in SCREENS:
        return
    others = {name.split(".")[2] for name in imported(source.tree) if name.startswith("diary.ui.")}
    if others & (SCREENS - {here[2]}):
        yield 1
