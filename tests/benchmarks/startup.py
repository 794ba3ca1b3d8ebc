"""How long until something is on screen, beside a bare PySide6 window: uv run python -m tests.benchmarks.startup DIARY.

DIARY is one without a passphrase that was opened here before; what is timed ends at the first paint, before its values
are there. Every start but the first shows the picture that the one before has kept, so both kinds are timed.
Prints ratios, all measured in this run, each start turn by turn with a bare one.
Targets: first paint 1.3 or less, ``--version`` 0.2 s.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from diary.files.folders import configuration_folder
from diary.ui.first_picture import ALL, forget_pictures

ROUNDS = 9
PATIENCE_S = 60.0
PROJECT = Path(__file__).parents[2]

UNTIL_PAINTED = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.instance(), print_and_leave)
        return False

def print_and_leave():
    import os
    os.write(1, b"painted")
    os._exit(0)

run = QApplication.exec
def run_until_painted(*arguments):
    filter = FirstPaint(QApplication.instance())
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(filter)
    return run()
QApplication.exec = run_until_painted
"""
BARE = """
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("A bare window"))
window.resize(1180, 780)
window.show()
app.exec()
"""
OURS = """
from diary.start import main
main(sys.argv[1:])
"""


def seconds_until_painted(environ: dict[str, str], script: str, *arguments: str) -> float:
    """From the start of the process to its first painted widget, Python's own start included."""
    command = [sys.executable, "-c", UNTIL_PAINTED + script, *arguments]
    started = perf_counter()
    with subprocess.Popen(command, cwd=PROJECT, env=environ, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        painted = process.stdout.read(7)
        took = perf_counter() - started
    if painted != b"painted":
        raise SystemExit("nothing was painted")
    return took


def kept_picture(environ: dict[str, str], diary: str) -> Path:
    """Start as a person does, until there is a picture for the next start."""
    forget_pictures(configuration_folder())
    ends_at = perf_counter() + PATIENCE_S
    with subprocess.Popen([sys.executable, "main.py", "open", diary], cwd=PROJECT, env=environ) as process:
        while not (found := list(configuration_folder().glob(ALL))) and perf_counter() < ends_at:
            sleep(0.1)
        process.terminate()
    if not found:
        raise SystemExit("no picture was kept: was the diary opened here before, and is it without a passphrase?")
    return found[0]


def seconds_until_first_painted(environ: dict[str, str], diary: str, picture: Path) -> float:
    """As the first start on a computer, which has no picture."""
    aside = picture.with_suffix(".aside")
    picture.rename(aside)
    try:
        return seconds_until_painted(environ, OURS, "open", diary)
    finally:
        aside.replace(picture)


def seconds_of_version(environ: dict[str, str]) -> float:
    command = [sys.executable, "main.py", "--version"]
    started = perf_counter()
    subprocess.run(command, cwd=PROJECT, env=environ, check=True, capture_output=True)
    return perf_counter() - started


def environment(compiled: str) -> dict[str, str]:
    """The caller's, with modules kept compiled as usual, and offscreen where there is no screen."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = compiled
    if not environ.get("DISPLAY"):
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environ


def main(arguments: list[str]) -> None:
    diary = str(Path(arguments[0]).absolute())
    times: dict[str, list[float]] = {"bare": [], "ours": [], "first": [], "version": []}
    with tempfile.TemporaryDirectory() as compiled:
        environ = environment(compiled)
        picture = kept_picture(environ, diary)
        for turn in range(ROUNDS + 1):
            taken = {
                "bare": seconds_until_painted(environ, BARE),
                "ours": seconds_until_painted(environ, OURS, "open", diary),
                "first": seconds_until_first_painted(environ, diary, picture),
                "version": seconds_of_version(environ),
            }
            if turn:  # the first turn compiles, and fills the disk's cache
                for name, seconds in taken.items():
                    times[name].append(seconds)
    bare, ours, first, version = (statistics.median(times[name]) for name in ("bare", "ours", "first", "version"))
    print(f"first paint: {ours / bare:.2f} x a bare window ({ours:.2f} s, {bare:.2f} s, medians of {ROUNDS})")
    print(f"without a picture, as at the first start: {first / bare:.2f} x ({first:.2f} s)")
    print(f"--version: {version:.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
