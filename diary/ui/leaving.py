"""Leaving a diary: out of sight at once, put away once all is written, and asked about where something can't be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from diary.ui.unsaved_dialog import ComeBackDialog, LeavingDialog, StillSavingDialog, UnsavedDialog
from diary.words import problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.domain.errors import DiaryError
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks
    from diary.ui.window import Window

PATIENCE_MS = 3000
"""So long the pages, already out of sight, wait for a slow disk without a word; then the person is asked to wait."""


class LeftPages(Protocol):
    """The pages of the diary that is left."""

    def unsaved_page(self) -> str | None:
        """The page with something on it that could not be saved."""

    def is_saving(self) -> bool:
        """Whether something on them is on its way to the disk."""

    def check_secret(self, secret: str) -> None:
        """Raise ``DiaryError`` unless ``secret`` opens the diary for whoever has it open; runs on the lane."""


class Left(Protocol):
    """What is left: an open diary's pages, and a backup that may be being made."""

    def pages(self) -> LeftPages | None:
        """The pages, while a diary is open."""

    def hurry(self) -> None:
        """Break off what can wait."""


class Leaving(QObject):
    """One leaving after another; ``tasks`` is the diary's lane."""

    def __init__(self, window: Window, tasks: Tasks, icons: Icons, left: Left) -> None:
        super().__init__()
        self._window, self._tasks, self._icons, self._left = window, tasks, icons, left
        self._leave: Callable[[], None] | None = None
        self._stays_covered = self._asks_secret = False
        self._begun = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        window.came_back.connect(self._come_back)

    @property
    def is_asked_about(self) -> bool:
        """Whether a question about something unsaved stands on screen."""
        return self._window.findChild(LeavingDialog) is not None

    def begin(self, leave: Callable[[], None], *, stays_covered: bool = False, asks_secret: bool = False) -> None:
        """Keep what is still being typed, wait until it is known to be written, and only then ``leave``.

        ``stays_covered``: nobody is there, so that a page with something unsaved is not shown before they are.
        ``asks_secret``: and not to anybody, because something has to be typed to open the diary.
        """
        self._window.close_over()
        is_still_away = self._leave is not None and self._stays_covered
        self._leave = leave
        if not is_still_away:  # else nobody has said yet that the diary is theirs, whatever is asked for now
            self._stays_covered, self._asks_secret = stays_covered, asks_secret
        self._begun += 1
        self._patience.start()
        self._left.hurry()
        self._window.settle()
        self._window.cover(is_covered=True)
        self._tasks.run(partial(_nothing, self._begun), self._is_written)

    def _is_written(self, begun: int) -> None:
        if begun != self._begun or self._leave is None:
            return
        pages = self._left.pages()
        if self._unsaved_page() is None and pages is not None and pages.is_saving():
            self._tasks.run(partial(_nothing, begun), self._is_written)  # it had waited for its day to be read
            return
        self._patience.stop()
        for waiting in self._window.findChildren(StillSavingDialog):
            waiting.reject()
        if self._unsaved_page() is None:
            self._leave_now()
            return
        if not self._stays_covered:
            self._show_unsaved()
        if not self._window.isMinimized():
            self._ask()

    def _lose_patience(self) -> None:
        """Go where the lane is only reading; while something is being written it may still fail, and isn't let go."""
        pages = self._left.pages()
        if pages is None or not pages.is_saving():
            self._leave_now()
        elif not self._window.isMinimized():
            question = StillSavingDialog(self._icons, self._window)
            question.accepted.connect(self._leave_now)
            question.open()

    def _ask(self) -> None:
        if self._stays_covered and self._asks_secret:
            self._ask_who_came()
            return
        question = UnsavedDialog(self._icons, self._window)
        question.accepted.connect(self._leave_now)
        question.rejected.connect(self._stay)
        question.open()

    def _ask_who_came(self) -> None:
        if self.is_asked_about:
            return
        question = ComeBackDialog(self._icons, self._window)
        question.accepted.connect(self._leave_now)
        question.secret_typed.connect(self._check)
        question.show()  # and not open: Get help now stays within reach

    def _check(self, secret: str) -> None:
        pages = self._left.pages()
        if pages is not None:
            self._tasks.run(partial(pages.check_secret, secret), self._is_theirs, self._is_not_theirs)

    def _is_theirs(self, _: None) -> None:
        for question in self._window.findChildren(ComeBackDialog):
            question.reject()
        self._stay()

    def _is_not_theirs(self, error: DiaryError) -> None:
        for question in self._window.findChildren(ComeBackDialog):
            question.say_problem(problems.sentence(error))

    def _unsaved_page(self) -> str | None:
        pages = self._left.pages()
        return pages.unsaved_page() if pages else None

    def _stay(self) -> None:
        """Show the page with what could not be saved to whoever wants to try again."""
        self._leave = None
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        page = self._unsaved_page()
        self._window.cover(is_covered=False)
        if page is not None:
            self._window.show_page(page)

    def _come_back(self) -> None:
        """Show a gate that was hidden, or try once more to leave what had something unsaved on it."""
        if self._leave is None:
            self._window.cover(is_covered=False)
            return
        if self._stays_covered and not self._patience.isActive() and not self.is_asked_about:
            self.begin(self._leave)

    def _leave_now(self) -> None:
        self._patience.stop()
        if self._leave is not None:
            leave, self._leave = self._leave, None
            leave()


def _nothing(begun: int) -> int:
    """Take a place in the lane's queue: what was asked for before is done by then."""
    return begun
