"""Lists what was deleted, and brings back what the person chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from diary.ui.look_back.deleted_rows import DeletedRow, deleted_rows
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.app.values import Changes, Deleted
    from diary.domain.errors import DiaryError
    from diary.domain.extract import Extract
    from diary.ui.kit.tasks import Tasks

SHOWN = 50
"""How many rows are made at first, and how many more each time."""


class Gone(Protocol):
    """What Recently deleted asks of an open diary; every call runs on the diary's lane."""

    def deleted(self) -> tuple[Deleted, ...]:
        """What can be brought back, newest first."""

    def names(self, today: date) -> Extract:
        """What things and people are called."""

    def recover(self, deleted_id: str) -> Changes:
        """Bring something back as it was."""

    def remove_for_good(self, deleted_id: str) -> Changes:
        """Remove it, words and all; nobody can bring it back."""

    def undo(self) -> Changes | None:
        """Take back the last act."""


class DiaryGone:
    """What was deleted in one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def deleted(self) -> tuple[Deleted, ...]:
        """What can be brought back, newest first."""
        from diary.app import looking_back

        return looking_back.deleted(self._diary())

    def names(self, today: date) -> Extract:
        """What things and people are called."""
        from diary.app import looking_back
        from diary.domain.days import Period

        return looking_back.extract(self._diary(), Period(today, today))

    def recover(self, deleted_id: str) -> Changes:
        """Bring something back as it was."""
        from diary.app import looking_back

        return looking_back.recover(self._diary(), deleted_id)

    def remove_for_good(self, deleted_id: str) -> Changes:
        """Remove it, words and all; nobody can bring it back."""
        from diary.app import forgetting

        return forgetting.remove_for_good(self._diary(), [deleted_id])

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())


@dataclass(frozen=True, slots=True)
class DeletedState:
    """The rows, how many of them are shown, and what was done last; ``problem`` and ``reason`` are sentences.

    ``asked`` is the row that may be removed for good, and ``removed`` says that one was.
    """

    is_loaded: bool = False
    rows: tuple[DeletedRow, ...] = ()
    shown: int = SHOWN
    said: str = ""
    asked: DeletedRow | None = None
    removed: str = ""
    problem: str = ""
    reason: str = ""


class DeletedPresenter(QObject):
    """Holds the page's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other screens need."""

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, gone: Gone, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__()
        self._gone, self._tasks, self._today = gone, tasks, today
        self.state = DeletedState()

    def load(self) -> None:
        """Ask what was deleted."""
        self._tasks.run(partial(_read, self._gone, self._today()), self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another page changed something; the offer to undo has passed then."""
        if changes:
            self._replace(replace(self.state, said="", removed="", asked=None))
            self.load()

    def show_more(self) -> None:
        """Show older ones too."""
        self._replace(replace(self.state, shown=self.state.shown + SHOWN))

    def bring_back(self, row: DeletedRow) -> None:
        """Bring one back."""
        work = partial(_recovered, self._gone, self._today(), row)
        self._tasks.run(work, self._acted, self._act_failed)

    def ask_to_remove(self, row: DeletedRow) -> None:
        """Ask once whether one shall go for good."""
        self._replace(replace(self.state, asked=row, said="", removed="", problem="", reason=""))

    def keep(self) -> None:
        """Leave it for the rest of its thirty days."""
        self._replace(replace(self.state, asked=None))

    def remove(self) -> None:
        """Remove the one that was asked about."""
        row = self.state.asked
        if row is not None:
            self._replace(replace(self.state, asked=None))
            work = partial(_removed, self._gone, self._today(), row)
            self._tasks.run(work, self._acted, self._act_failed)

    def undo(self) -> None:
        """Take that back."""
        self._tasks.run(partial(_undone, self._gone, self._today()), self._acted, self._act_failed)

    def try_again(self) -> None:
        """Ask again after something went wrong."""
        self._replace(replace(self.state, problem="", reason=""))
        self.load()

    def _loaded(self, rows: tuple[DeletedRow, ...]) -> None:
        self._replace(replace(self.state, is_loaded=True, rows=rows, problem="", reason=""))

    def _acted(self, acted: _Acted) -> None:
        done = replace(self.state, said=acted.said, removed=acted.removed, asked=None, problem="", reason="")
        self._replace(replace(done, is_loaded=True, rows=acted.rows))
        if acted.changes:
            self.changed.emit(acted.changes)

    def _load_failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=say("The diary could not be read"), reason=problems.sentence(error)))

    def _act_failed(self, error: DiaryError) -> None:
        problem = say("Nothing was changed")
        self._replace(replace(self.state, said="", problem=problem, reason=problems.sentence(error)))

    def _replace(self, state: DeletedState) -> None:
        self.state = state
        self.state_changed.emit(state)


@dataclass(frozen=True, slots=True)
class _Acted:
    changes: Changes | None
    rows: tuple[DeletedRow, ...]
    said: str = ""
    removed: str = ""


def _read(gone: Gone, today: date) -> tuple[DeletedRow, ...]:
    return deleted_rows(gone.deleted(), gone.names(today), today)


def _recovered(gone: Gone, today: date, row: DeletedRow) -> _Acted:
    return _Acted(gone.recover(row.id), _read(gone, today), say("Brought back: {what}", what=row.what))


def _removed(gone: Gone, today: date, row: DeletedRow) -> _Acted:
    said = say("Removed for good: {what}", what=row.what)
    return _Acted(gone.remove_for_good(row.id), _read(gone, today), removed=said)


def _undone(gone: Gone, today: date) -> _Acted:
    return _Acted(gone.undo(), _read(gone, today))
