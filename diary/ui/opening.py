"""The start of the window: the first picture at once where there is one, and the program behind it."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from diary.catalogue.resources import resource_folder
from diary.domain.days import DAY_ENDS_AT, diary_day
from diary.files import preferences
from diary.ui.ending import EndWatch
from diary.ui.first_paint import PATIENCE_S, FirstPaint
from diary.ui.first_picture import FirstPicture, first_diary, picture_file
from diary.ui.window import Place, Window
from diary.words import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from diary.app.computer import Computer
    from diary.files.preferences import Preferences
    from diary.ui.application import Program

DATE_FONT = "Inter-SemiBold.otf"
SAVING_SECONDS = 3.0
"""How long the system waits at logging out; Windows allows five seconds, then names the program that keeps it."""


def run_window(computer: Computer, folder: Path | None, argv: Sequence[str]) -> int:
    """Open the window, with the diary in ``folder`` or the one this computer knows; return the exit code.

    Where a disk doesn't answer the process ends here: Python would wait for the thread that waits for it. What was
    acknowledged is in the diary, and what was begun is rolled back, as when the power goes.
    """
    app = QApplication(list(argv))
    app.setApplicationName("Alongside")
    app.setDesktopFileName("alongside")
    opening = Opening(app, computer, folder)
    opening.start()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    if not opening.end():
        os._exit(code)
    return code


class Opening(QObject):
    """Shows the first picture where there is one, and builds the program once that has been drawn."""

    def __init__(self, app: QApplication, computer: Computer, folder: Path | None) -> None:
        super().__init__()
        self._app, self._computer, self._folder = app, computer, folder
        self.program: Program | None = None
        kept = preferences.load(computer.configuration_folder)
        self.window = Window(_place(kept))
        self._ending = EndWatch()
        self._ending.told.connect(self.window.close)
        app.commitDataRequest.connect(self._save)
        known = first_diary(kept, folder)
        self._day_ends_at = DAY_ENDS_AT if known is None else known.day_ends_at
        folder_of_pictures = computer.configuration_folder
        self._file = None if known is None else picture_file(folder_of_pictures, kept, known, self.window)

    def start(self) -> None:
        """Show what there is to show."""
        picture = None if self._file is None else self._picture(self._file)
        if picture is None:
            self._begin().draw_first_page(self._file)
            return
        painted = FirstPaint(self.window)
        painted.over.connect(self._begin_behind)
        QTimer.singleShot(int(PATIENCE_S * 1000), self, self._begin_behind)
        self.window.show_picture(picture)
        self.window.show()

    def end(self) -> bool:
        """Wait until what was asked for is written, and let go; returns whether it is, which a disk may prevent."""
        is_all_done = self.program is None or self.program.end()
        self._ending.end()
        return is_all_done

    def _save(self) -> None:
        """Have all that was typed written before the system goes on: Windows tells nothing more, and ends the program.

        The window stays, because whoever logs out can still change their mind.
        """
        self.window.settle()
        if self.program is not None:
            self.program.hurry()  # a backup would be waited for, and what was typed with it
            self.program.wait_until_written(SAVING_SECONDS)

    def _begin(self) -> Program:
        from diary.ui.application import Program

        self.program = Program(self._app, self._computer, self.window)
        sys.excepthook = self.program.tell_bug
        self.program.start(self._folder)
        gc.enable()
        return self.program

    def _begin_behind(self) -> None:
        """Build the program; not again when the window, minimised until then, is drawn after all."""
        if self.program is None:
            self._begin()
            self.window.drop_picture()

    def _picture(self, file: Path) -> FirstPicture | None:
        today = diary_day(self._computer.surroundings.now(), self._day_ends_at)
        return FirstPicture.load(file, dates.long_day(today, today), resource_folder() / "fonts" / DATE_FONT)


def _place(kept: Preferences) -> Place | None:
    at = kept.window
    return None if at is None else Place(at.x, at.y, at.width, at.height, at.maximized)
