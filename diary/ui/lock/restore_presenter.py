"""Brings a backup back on the lane, then opens what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.errors import DiaryError
from diary.ui.lock.state import RestoreState, RestoreWish
from diary.words import problems

if TYPE_CHECKING:
    from pathlib import Path

    from diary.app.values import DiaryCard, Holding, Salvaged
    from diary.ui.doors import Doors
    from diary.ui.kit.tasks import Tasks


class RestorePresenter(QObject):
    """``state_changed`` carries a ``RestoreState``; ``opened`` the card of the diary that was brought back."""

    state_changed = Signal(object)
    opened = Signal(object)

    def __init__(
        self, doors: Doors, tasks: Tasks, backup: Path, folder: Path | None, *, is_salvage: bool = False
    ) -> None:
        super().__init__()
        self._doors = doors
        self._tasks = tasks
        self.state = RestoreState(backup, folder, is_salvage=is_salvage)

    def load(self) -> None:
        """Look whether the backup asks for a passphrase."""
        self._replace(replace(self.state, is_working=True))
        if self.state.is_salvage:
            self._tasks.run(partial(_needs_secret, self._doors, self.state), self._looked, self._failed)
            return
        self._tasks.run(partial(self._doors.backup_needs_secret, self.state.backup), self._looked, self._failed)

    def look(self, wish: RestoreWish) -> None:
        """Look what the backup holds, before anything is brought back; of a damaged diary, it is made first."""
        if self.state.is_working:
            return
        self._replace(replace(self.state, is_working=True, problem=""))
        if self.state.is_salvage:
            self._tasks.run(partial(_salvage, self._doors, self.state, wish), self._salvaged, self._failed)
            return
        self._tasks.run(partial(_look, self._doors, self.state, wish), self._held_came, self._failed)

    def restore(self, wish: RestoreWish) -> None:
        """Bring it back and open it, once however often the keys are pressed."""
        if self.state.is_working:
            return
        self._replace(replace(self.state, is_working=True, problem=""))
        self._tasks.run(partial(_restore, self._doors, self.state, wish), self._restored, self._failed)

    def _looked(self, needs_secret: bool) -> None:
        self._replace(replace(self.state, is_working=False, needs_secret=needs_secret))

    def _held_came(self, held: Holding) -> None:
        self._replace(replace(self.state, is_working=False, held=held))

    def _salvaged(self, saved: Salvaged) -> None:
        self._replace(replace(self.state, is_working=False, backup=saved.file, held=saved.holding, lost=saved.lost))

    def _restored(self, card: DiaryCard) -> None:
        self.opened.emit(card)

    def _failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, is_working=False, problem=problems.sentence(error)))

    def _replace(self, state: RestoreState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _needs_secret(doors: Doors, state: RestoreState) -> bool:
    """A diary whose keys are damaged is opened by those of a backup, which may ask for something else."""
    try:
        return doors.needs_secret(state.backup)
    except DiaryError:
        return True


def _salvage(doors: Doors, state: RestoreState, wish: RestoreWish) -> Salvaged:
    return doors.save_what_is_left(state.backup, wish.secret)


def _look(doors: Doors, state: RestoreState, wish: RestoreWish) -> Holding:
    return doors.look_into(state.backup, state.folder or wish.label, wish.secret)


def _restore(doors: Doors, state: RestoreState, wish: RestoreWish) -> DiaryCard:
    place, _ = doors.restore(state.backup, state.folder or wish.label, wish.secret)
    return doors.open(place, wish.secret)
