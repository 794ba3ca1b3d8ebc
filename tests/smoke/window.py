"""The real window on a screen of its own, used by keys alone: uv run python tests/smoke/window.py

Makes a diary in the first run, logs a day, closes the window, opens it again by the passphrase, logs the night, and
asks the command line what was kept. Needs Xvfb, openbox and xdotool; leaves nothing behind.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

PROJECT = Path(__file__).parents[2]
PASSPHRASE = "tin kettle by the window"
PATIENCE_S = 60.0
EXPECTED = {
    "mood_0to10_higher_is_better": "4",
    "anxiety_0to10_higher_is_worse": "7",
    "pain_0to10_higher_is_worse": "10",
    "sleep_hours": "6",
}


def wait_for(what: str, is_so: Callable[[], bool]) -> None:
    """Look again until something is so, or say what never was."""
    ends_at = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > ends_at:
            raise SystemExit(f"FAILED: {what} within {PATIENCE_S:.0f} s")
        time.sleep(0.1)


@contextmanager
def started(
    command: list[str], environ: Mapping[str, str], said: BinaryIO | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that ends with the block; what it complains of goes to ``said``."""
    process = subprocess.Popen(command, env=environ, cwd=PROJECT, stderr=said)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE_S)


@contextmanager
def screen(environ: Mapping[str, str]) -> Iterator[str]:
    """An X server on the first free display, with a window manager."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, env=environ, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as number:
            display = f":{number.readline().strip()}"
        there = {**environ, "DISPLAY": display}

        def answers() -> bool:
            asked = subprocess.run(["xdotool", "getmouselocation"], env=there, check=False, capture_output=True)
            return not asked.returncode

        wait_for("the screen never answered", answers)
        with started(["openbox"], there):
            yield display
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def cpu_ticks(process: subprocess.Popen[bytes]) -> int:
    fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def check_it_runs(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        raise SystemExit(f"FAILED: the window ended with exit code {process.returncode}")


def wait_until_idle(process: subprocess.Popen[bytes]) -> None:
    """Wait until the window has drawn what it had to: a blinking cursor is all that is left to do."""

    def is_idle() -> bool:
        check_it_runs(process)
        before = cpu_ticks(process)
        time.sleep(0.5)
        return cpu_ticks(process) - before <= 2

    wait_for("the window never came to rest", is_idle)


class Keyboard:
    """A person who only has keys, and waits for the window after each act."""

    def __init__(self, window: subprocess.Popen[bytes], environ: Mapping[str, str]) -> None:
        self._window = window
        self._environ = environ

    def _xdotool(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["xdotool", *words], env=self._environ, check=False, capture_output=True)

    def wait_for_window(self) -> None:
        def is_shown() -> bool:
            check_it_runs(self._window)
            return not self._xdotool("search", "--onlyvisible", "--name", "Alongside").returncode

        wait_for("no window was shown", is_shown)
        wait_until_idle(self._window)

    def press(self, *keys: str) -> None:
        assert self._xdotool("key", "--clearmodifiers", *keys).returncode == 0
        wait_until_idle(self._window)

    def write(self, words: str) -> None:
        assert self._xdotool("type", "--delay", "20", words).returncode == 0
        self.press("Return")

    def close(self) -> None:
        self._xdotool("key", "alt+F4")
        code = self._window.wait(PATIENCE_S)
        assert code == 0, f"the window ended with exit code {code}"


@contextmanager
def window(environ: Mapping[str, str], *arguments: str) -> Iterator[Keyboard]:
    """The program's window, closed at the end of the block; it must have had nothing to complain of."""
    with tempfile.TemporaryFile() as said:
        with started([sys.executable, "main.py", *arguments], environ, said) as process:
            keyboard = Keyboard(process, environ)
            keyboard.wait_for_window()
            yield keyboard
            keyboard.close()
        said.seek(0)
        complaints = said.read().decode("utf-8", "replace")
        assert not complaints, f"the window complained: {complaints}"


def first_run(keyboard: Keyboard) -> None:
    keyboard.press("space")  # Begin a diary
    keyboard.write("Sam Example")  # the label is suggested
    keyboard.write(PASSPHRASE)
    keyboard.write(PASSPHRASE)
    keyboard.press("Tab", "Tab", "Tab", "space")  # past the recovery code, which no single key skips
    keyboard.press("space")  # the honest note was read


def log_a_day(keyboard: Keyboard) -> None:
    """Ten is typed as 1 and 0."""
    keyboard.press("m", "4")
    keyboard.press("a", "7")
    keyboard.press("p", "1", "0")


def kept(home: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """The one row that the command line exports."""
    (diary,) = home.rglob("*.alongside")
    secret, table = home / "passphrase", home / "days.csv"
    secret.write_text(PASSPHRASE, "utf-8")
    command = [sys.executable, "main.py", "export", str(diary), str(table), "--passphrase-file", str(secret)]
    subprocess.run(command, env=environ, cwd=PROJECT, check=True)
    with table.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    return row


def main() -> None:
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="alongside-smoke-")))
        bare = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ} | {"HOME": str(home)}
        environ = bare | {"DISPLAY": stack.enter_context(screen(bare))}
        with window(environ) as keyboard:
            first_run(keyboard)
            log_a_day(keyboard)
        with window(environ) as keyboard:
            keyboard.write(PASSPHRASE)
            keyboard.press("s", "6")
        row = kept(home, environ)
    found = {column: row[column] for column in EXPECTED}
    assert found == EXPECTED, f"the table has {row}"
    print("A diary was made, a day logged by keys, the diary opened again, and the command line has it all.")


if __name__ == "__main__":
    main()
