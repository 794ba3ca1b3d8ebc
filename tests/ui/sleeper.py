"""A program that only listens for the computer's sleep, as the real one does, and says what it heard."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject

from diary.ui.sleep import SleepWatch


class Sleeper(QObject):
    """Says when sleep comes, and lets it come."""

    def __init__(self, watch: SleepWatch) -> None:
        super().__init__()
        self._watch = watch

    def fall_asleep(self) -> None:
        """Put away what there is, and let go."""
        sys.stdout.write("falls asleep\n")
        sys.stdout.flush()
        self._watch.let_go()


def main() -> None:
    """Listen until killed."""
    app = QCoreApplication([])
    watch = SleepWatch(partial(datetime.now, UTC))
    sleeper = Sleeper(watch)
    watch.falls_asleep.connect(sleeper.fall_asleep)
    watch.begin()
    watch.let_go()  # a diary was locked, and the computer stays awake
    sys.stdout.write("listens\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main()
