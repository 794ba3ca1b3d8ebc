"""What the real window holds in memory with its charts open: uv run python -m tests.benchmarks.memory DIARY

DIARY opens without a passphrase (the demo's ten years, say). Needs Xvfb, openbox and xdotool. The target is 200 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import sleep

from tests.smoke.window import Keyboard, screen, started

MEGABYTE_KB = 1000
ALL_DAYS_S = 20.0
"""Until the earlier days are read too, and drawn."""


def resident_mb(process: subprocess.Popen[bytes]) -> float:
    lines = Path(f"/proc/{process.pid}/status").read_text("ascii").splitlines()
    (resident,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(resident) * 1.024 / MEGABYTE_KB


def main(arguments: list[str]) -> None:
    diary = str(Path(arguments[0]).absolute())
    bare = dict(os.environ)
    with screen(bare) as display:
        environ = bare | {"DISPLAY": display}
        environ.pop("QT_QPA_PLATFORM", None)
        with started([sys.executable, "main.py", "open", diary], environ) as window:
            keyboard = Keyboard(window, environ)
            keyboard.wait_for_window()
            print(f"Today: {resident_mb(window):.0f} MB")
            keyboard.press("ctrl+2")
            sleep(ALL_DAYS_S)
            print(f"Look back: {resident_mb(window):.0f} MB")
            keyboard.close()


if __name__ == "__main__":
    main(sys.argv[1:])
