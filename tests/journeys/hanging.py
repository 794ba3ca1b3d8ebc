"""The program with its window on a disk that stops to answer: somebody leaves without what was being saved.

Says what was acknowledged before, then hangs in a system call inside the commit of the next answer.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from sqlalchemy import event
from typing_extensions import override

from diary.ui import leaving, opening
from diary.ui.kit import tasks
from diary.ui.today.view import TodayView
from diary.ui.unsaved_dialog import StillSavingDialog
from tests.storage.builders import World, computer

LOOK_EVERY_MS, PATIENCE_MS, QUIET_S = 10, 30, 0.3
Reached = Callable[[], object]


class Left(opening.Opening):
    """A start that is led through the story by itself."""

    @override
    def start(self) -> None:
        super().start()
        self._story = self._tell()
        self._reached: Reached = next(self._story)
        self._look = QTimer(self)
        self._look.timeout.connect(self._go_on)
        self._look.start(LOOK_EVERY_MS)

    def _go_on(self) -> None:
        try:
            if self._reached():
                self._reached = next(self._story, self._look.stop)
        except Exception:  # noqa: BLE001 - the window would say it to nobody, and stay
            traceback.print_exc()
            os._exit(1)

    def _tell(self) -> Iterator[Reached]:
        yield self._is_open
        QTest.keyClicks(self.window.focusWidget() or self.window, "4")
        yield self._is_saved
        os.write(sys.stdout.fileno(), b"acknowledged\n")
        assert self.program is not None
        event.listen(self.program._doors.diary().store._engine, "commit", _hang)
        QTest.keyClicks(self.window.focusWidget() or self.window, "7")
        self.window.close()
        yield self._is_asked
        self._asked().leave.click()

    def _is_open(self) -> bool:
        program = self.program
        return program is not None and program._doors._diary is not None and self._page()._state.is_loaded

    def _page(self) -> TodayView:
        page = self.window.findChild(TodayView)
        assert isinstance(page, TodayView)
        return page

    def _is_saved(self) -> bool:
        state = self._page()._state
        return bool(state.saved_at) and not state.is_saving

    def _is_asked(self) -> bool:
        return self.window.findChild(StillSavingDialog) is not None

    def _asked(self) -> StillSavingDialog:
        asked = self.window.findChild(StillSavingDialog)
        assert isinstance(asked, StillSavingDialog)
        return asked


def _hang(_connection: object) -> None:
    os.read(os.pipe()[0], 1)


def main() -> int:
    """Open the window of the diaries that the computer of this folder knows."""
    leaving.PATIENCE_MS, tasks.QUIET_S = PATIENCE_MS, QUIET_S
    opening.Opening = Left  # type: ignore[misc] # the real start, led by a test
    return opening.run_window(computer(Path(sys.argv[1]), World()), None, sys.argv[:1])


if __name__ == "__main__":
    raise SystemExit(main())
