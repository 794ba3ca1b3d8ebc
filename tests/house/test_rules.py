"""House rules: each was a mistake somewhere, and its docstring says what came of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.sources import PROJECT, Source, sources

Rule = Callable[[Source], Iterator[int]]


def breaches(rule: Rule, *, except_in: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{source.path}:{line}"
        for source in sources()
        if not str(source.path).startswith(except_in or "\0")
        for line in rule(source)
    ]


def test_no_closure_is_connected() -> None:
    """PySide6 keeps a connected lambda, and the widget it captured, for ever: decrypted words would outlive the lock.

    Connect a method of a QObject, or a signal.
    """
    assert breaches(rules.closures_connected) == []


def test_nothing_waits() -> None:
    """processEvents lets a second key press in before the first is saved; sleep freezes the window.

    Give the work to Tasks and go on when its answer comes.
    """
    assert breaches(rules.waits) == []


def test_there_is_one_event_loop() -> None:
    """A dialog's own loop keeps the decrypted window alive underneath when the lock closes everything.

    Show dialogs with open(), and take their answer by a signal.
    """
    assert len(breaches(rules.event_loops)) <= 1


def test_time_and_chance_are_asked_for() -> None:
    """A page that asked the clock itself wrote an answer given at 03:59 to the wrong day, and no test could show it.

    Both come from Surroundings, made in start; the vault takes key material from the system itself, never from a test.
    """
    assert breaches(rules.time_or_chance_taken, except_in=("diary/start.py", "diary/vault/")) == []


def test_missing_is_never_zero() -> None:
    """``pain or 0`` turns "not asked" into "no pain", and a true 0 into whatever stands there.

    Missing is None, and the code says what then.
    """
    assert breaches(rules.zero_for_missing) == []


def test_qt_opens_no_network() -> None:
    """The import contracts see PySide6 as one piece; its network module would slip through them."""
    assert breaches(rules.qt_network) == []


def test_modules_are_imported_by_statement() -> None:
    """A module imported by a string in a variable is invisible to the import contracts."""
    assert breaches(rules.imported_by_name) == []


def test_no_screen_imports_another() -> None:
    """One screen that refreshed another kept both alive, and half of it went blank when the first was closed.

    Say what changed by Changes; every screen decides for itself.
    """
    assert breaches(rules.screens_that_import_screens) == []


def test_module_names_say_where_to_look() -> None:
    """What lands in ``utils`` is found by nobody and written again elsewhere."""
    vague = [str(source.path) for source in sources() if set(source.path.with_suffix("").parts) & rules.VAGUE_NAMES]
    assert vague == []


def test_modules_can_be_read_in_one_sitting() -> None:
    """Window classes of 1,000 to 3,500 lines are where this kind of program goes to die."""
    lengths = {
        file.relative_to(PROJECT).as_posix(): file.read_text("utf-8").count("\n")
        for top in ("diary", "tests")
        for file in (PROJECT / top).rglob("*.py")
    }
    assert {path: lines for path, lines in lengths.items() if lines > rules.LONGEST_MODULE} == {}


SOMEBODYS_FOLDER = re.compile(r"(?<![\w.{}~-])(/home/|/root/|/Users/|/tmp/|[A-Z]:\\\\?Users)")
TEXTS = frozenset({".py", ".md", ".toml", ".yaml", ".json", ".typ", ".sh", ".svg", ".po", ".ini", ".mako"})


def texts_of_the_project() -> Iterator[Path]:
    for path in PROJECT.iterdir():
        if path.is_file() and path.suffix in TEXTS:
            yield path
    for top in ("diary", "resources", "tests", ".ci"):
        yield from (
            path for path in (PROJECT / top).rglob("*") if path.is_file() and (path.suffix in TEXTS or top == ".ci")
        )


def test_no_path_of_one_machine() -> None:
    """A path of the writer's own computer works for the writer alone, and tells who that is."""
    found = [
        path.relative_to(PROJECT).as_posix()
        for path in texts_of_the_project()
        if path != Path(__file__) and SOMEBODYS_FOLDER.search(path.read_text("utf-8"))
    ]
    assert found == []


IN_A_FUNCTION = "def show(self):\n    def later(): ...\n    {}"


@pytest.mark.parametrize(
    ("rule", "breach"),
    [
        (rules.closures_connected, "button.clicked.connect(lambda: self.save())"),
        (rules.closures_connected, "from functools import partial\nbutton.clicked.connect(partial(self.save, 3))"),
        (rules.closures_connected, IN_A_FUNCTION.format("button.clicked.connect(later)")),
        (rules.closures_connected, "QTimer.singleShot(0, lambda: self.save())"),
        (rules.waits, "app.processEvents()"),
        (rules.waits, "from time import sleep\nsleep(1)"),
        (rules.event_loops, "dialog.exec()"),
        (rules.time_or_chance_taken, "from datetime import datetime as dt\nnow = dt.now"),
        (rules.time_or_chance_taken, "import datetime\ndatetime.date.today()"),
        (rules.time_or_chance_taken, "import uuid\nuuid.uuid4()"),
        (rules.time_or_chance_taken, "import random\nrandom.random()"),
        (rules.time_or_chance_taken, "import random\nrandom.Random()"),
        (rules.time_or_chance_taken, "import os\nos.urandom(8)"),
        (rules.time_or_chance_taken, "import numpy as np\nnp.random.default_rng()"),
        (rules.time_or_chance_taken, "from PySide6.QtCore import QDate\nQDate.currentDate()"),
        (rules.zero_for_missing, "shown = value or 0"),
        (rules.zero_for_missing, "total += day.pain or 0.0"),
        (rules.zero_for_missing, "np.nan_to_num(scores)"),
        (rules.qt_network, "from PySide6 import QtNetwork"),
        (rules.qt_network, "from PySide6.QtNetwork import QNetworkAccessManager"),
        (rules.imported_by_name, "import importlib\nimportlib.import_module(name)"),
        (rules.imported_by_name, "__import__('socket')"),
    ],
)
def test_each_rule_finds_its_breach(rule: Rule, breach: str) -> None:
    assert list(rule(Source.of(breach)))


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (rules.closures_connected, "button.clicked.connect(self.save)\nsave.done.connect(self.saved)"),
        (rules.time_or_chance_taken, "import time\ntime.monotonic()"),
        (rules.time_or_chance_taken, "import random\nchance: random.Random = random.Random(7)"),
        (rules.time_or_chance_taken, "now = surroundings.now()"),
        (rules.zero_for_missing, "flag = value or False\nminutes = offset_min or 0"),
        (rules.imported_by_name, "import importlib\nimportlib.import_module('diary.app.journal')"),
    ],
)
def test_no_rule_finds_more_than_its_breach(rule: Rule, kept: str) -> None:
    assert list(rule(Source.of(kept))) == []


def test_a_screen_that_imports_another_is_found() -> None:
    breach = Source.of("from diary.ui.look_back.view import LookBackView", "diary/ui/today/presenter.py")
    kept = Source.of(
        "from diary.ui.kit.tasks import Tasks\nfrom diary.ui.today.state import State", "diary/ui/today/view.py"
    )
    assert list(rules.screens_that_import_screens(breach))
    assert not list(rules.screens_that_import_screens(kept))


def test_every_rule_reads_the_code() -> None:
    """A rule over no files is kept by everybody."""
    assert any(isinstance(node, ast.Call) for source in sources() for node in ast.walk(source.tree))
