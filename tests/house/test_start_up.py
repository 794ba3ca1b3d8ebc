"""What must not be loaded before there is something to see: each takes a tenth of a second or more."""

from __future__ import annotations

import subprocess
import sys

from tests.house.sources import PROJECT

HEAVY = frozenset(
    {
        "alembic",
        "argon2",
        "babel",
        "cryptography",
        "numpy",
        "pyqtgraph",
        "scipy",
        "sqlalchemy",
        "sqlcipher3",
        "typst",
    }
)

VERSION = """
import sys
from diary.start import main
try:
    main(["--version"])
except SystemExit:
    print(*sys.modules)
"""

FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from diary.app.values import DiaryCard
from diary.start import _computer
from diary.ui import application

class NoLane:
    def __init__(self, name): ...
    def run(self, work, done, failed=None): ...
    def close(self): ...

application.LaneTasks = NoLane
app = QApplication([])
program = application.Program(app, _computer())
program.start(Path("Sam.alongside"))
app.processEvents()
program._opened(DiaryCard(Path("Sam.alongside"), "Sam"))
app.processEvents()
print(*sys.modules)
"""


def loaded_by(script: str) -> set[str]:
    run = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


def test_the_version_is_told_without_qt_or_arrays() -> None:
    assert loaded_by(VERSION) & (HEAVY | {"PySide6"}) == set()


def test_the_lock_and_today_are_painted_before_anything_heavy_is_loaded() -> None:
    loaded = loaded_by(FIRST_PAINT)
    assert "diary.ui.today.view" in loaded
    assert loaded & HEAVY == set()
