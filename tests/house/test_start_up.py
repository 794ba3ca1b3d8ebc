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
        "xlsxwriter",
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
from diary.ui.window import Window

class NoLane:
    def __init__(self, name): ...
    def run(self, work, done, failed=None): ...
    def wait(self, seconds): ...
    def close(self): ...

application.LaneTasks = NoLane
app = QApplication([])
program = application.Program(app, _computer(), Window())
program.start(Path("Sam.alongside"))
app.processEvents()
program._opened(DiaryCard(Path("Sam.alongside"), "Sam"))
app.processEvents()
print(*sys.modules)
"""


PICTURE = """
import sys
from pathlib import Path
import PySide6.QtCore
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from diary.start import _computer
from diary.ui.first_picture import FirstPicture
from diary.ui.opening import Opening

app = QApplication([])
image = QImage(100, 100, QImage.Format.Format_RGB32)
image.setText("day", '{"at": [0, 0, 90, 20], "font": "Inter", "colour": "#000000", "ratio": 1}')
opening = Opening(app, _computer(), None)
opening.window.show_picture(FirstPicture(image, "Friday 20 November", Path("resources/fonts/Inter-SemiBold.otf")))
opening.window.show()
opening.window.grab()
print(*sys.modules, *(f"QtCore.{name}" for name in vars(PySide6.QtCore)))
"""


CHARTS = """
import PySide6.QtWidgets
from diary.ui.warm_up import load_charts
load_charts()
print(*vars(PySide6.QtWidgets))
"""


WINDOW = """
import linecache
from pathlib import Path
from diary import start
from PySide6.QtWidgets import QApplication

QApplication.exec = lambda *_: 0
linecache.clearcache()
start.main([])
print("ours:", *(Path(file).stem for file in linecache.cache if "diary" in Path(file).parts))
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


def test_the_picture_is_painted_before_any_page_or_the_theme_is_loaded() -> None:
    """Building the page takes twice as long as Qt needs to start, and the bare name ``Qt`` a tenth of that."""
    loaded = loaded_by(PICTURE)
    assert "diary.ui.first_picture" in loaded
    pages = {name for name in loaded if name.startswith(("diary.ui.today", "diary.ui.kit.", "diary.ui.lock"))}
    assert pages <= {"diary.ui.kit.overriding"}
    assert loaded & (HEAVY | {"diary.cli.parser", "diary.app.values", "diary.domain.entries", "QtCore.Qt"}) == set()


def test_the_charts_leave_unmade_what_they_do_not_use_of_qt() -> None:
    """pyqtgraph copies every class of Qt where it is let: 8 MB, and a tenth of a second in which the window stands."""
    made = loaded_by(CHARTS)
    assert "QGraphicsView" in made
    assert made & {"QCalendarWidget", "QWizard", "QMdiArea"} == set()


def test_no_source_is_read_while_the_window_is_loaded() -> None:
    """PySide6 reads that of every module loaded after it, and keeps it: 27 MB, and a tenth of a second."""
    before_it = {"display", "errors", "plain_import"}
    assert loaded_by(WINDOW) - before_it == {"ours:"}
