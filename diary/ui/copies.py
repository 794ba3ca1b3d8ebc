"""A copy of the diary in another place, with all in it that a page could not save: offered wherever that is said."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from diary.app.values import BACKUP_SUFFIX
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.page_entry import KeepsWords, MayBeUnsaved
from diary.words import problems, say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from diary.domain.errors import DiaryError
    from diary.ui.doors import DiaryDoors
    from diary.ui.kit.tasks import Tasks
    from diary.ui.page_entry import Presenter


class Copies(QObject):
    """Asks where a copy shall be, and writes in it what the pages hold; in the diary it is still not saved.

    ``presenters`` are those of all pages: one full disk keeps what stands on several from the diary.
    """

    def __init__(
        self, doors: DiaryDoors, tasks: Tasks, presenters: Callable[[], Iterable[Presenter]], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._doors, self._tasks, self._presenters, self._today = doors, tasks, presenters, today
        self._told: tuple[MayBeUnsaved, ...] = ()

    def ask(self) -> None:
        """Have what is still being typed on the page that asks kept with the rest, and ask where the copy shall be."""
        page = self.sender()
        assert isinstance(page, QWidget)
        if isinstance(page, KeepsWords):
            page.settle()
        name = say("{day}, not saved", day=plain_day(self._today())) + BACKUP_SUFFIX
        dialog = save_dialog(page, say("Save a copy elsewhere"), name, is_sealed=True)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, file: str) -> None:
        """Make the copy once it is known of everything under way whether it is saved."""
        self._tasks.run(partial(Path, file), self._write)

    def _write(self, target: Path) -> None:
        held = ((one, one.writes()) for one in self._presenters() if isinstance(one, MayBeUnsaved))
        waiting = [(one, writes) for one, writes in held if writes]
        self._told = tuple(one for one, _ in waiting)
        work = partial(self._doors.save_elsewhere, target, [write for _, writes in waiting for write in writes])
        self._tasks.run(work, self._saved, self._failed)

    def _saved(self, target: Path) -> None:
        words = say("What you wrote is in this copy of the diary: {file}. Here it is not saved yet.", file=target.name)
        self._tell(say("A copy is saved elsewhere"), words)

    def _failed(self, error: DiaryError) -> None:
        self._tell(say("Not saved yet, and the copy was not made"), problems.sentence(error))

    def _tell(self, title: str, reason: str) -> None:
        told, self._told = self._told, ()
        for presenter in told:
            if presenter.has_unsaved:
                presenter.say_of_copy(title, reason)
