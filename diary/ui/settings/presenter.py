"""Carries out what is asked in Settings: choices at once, the rest on the diary's lane."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.files.folders import label_of
from diary.ui.settings.state import Choices, SettingsState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.app.values import BackupNews, Changes, DiaryCard, WaysIn
    from diary.domain.errors import DiaryError
    from diary.ui.doors import Doors
    from diary.ui.kit.tasks import Tasks


class SettingsPresenter(QObject):
    """``state_changed`` carries a ``SettingsState``, ``choices_changed`` the ``Choices`` to follow from now on.

    ``look_changed`` carries the ``DiaryCard`` as it looks from now on.
    """

    state_changed = Signal(object)
    choices_changed = Signal(object)
    look_changed = Signal(object)

    def __init__(
        self,
        doors: Doors,
        tasks: Tasks,
        keep: Callable[[Choices], object],
        choices: Choices,
        *,
        has_passphrase: bool = True,
        card: DiaryCard | None = None,
    ) -> None:
        super().__init__()
        self._doors = doors
        self._tasks = tasks
        self._keep = keep
        self.state = SettingsState(choices, has_passphrase=has_passphrase, card=card)

    def choose(self, choices: Choices) -> None:
        """Follow the person's choices at once, and keep them."""
        if choices == self.state.choices:
            return
        self._replace(replace(self.state, choices=choices, done="", problem=""))
        self.choices_changed.emit(choices)
        self._tasks.run(partial(self._keep, choices), self._kept, self._failed)

    def choose_look(self, card: DiaryCard) -> None:
        """Have the diary look so from outside, at once and from now on."""
        if card != self.state.card:
            self._replace(replace(self.state, card=card, done="", problem=""))
            self.look_changed.emit(card)
            self._tasks.run(partial(self._doors.choose_look, card), self._kept, self._failed)

    def follow(self, choices: Choices) -> None:
        """Show choices that were made elsewhere, such as on Today."""
        self._replace(replace(self.state, choices=choices))

    def follow_ways(self, ways: WaysIn) -> None:
        """Take over whether something has to be typed to open the diary again."""
        self._replace(replace(self.state, has_passphrase=not ways.unprotected))

    def seek(self, words: str) -> None:
        """Show only the cards with these words."""
        self._replace(replace(self.state, sought=words))

    def load(self) -> None:
        """Look how the automatic backups stand."""
        self._tasks.run(self._doors.backup_news, self._news_came, self._failed)

    def choose_second_folder(self, folder: Path | None) -> None:
        """Copy every automatic backup to another folder as well, or no longer."""
        self._begin()
        work = partial(self._doors.choose_second_folder, folder)
        self._tasks.run(work, self._second_folder_chosen, self._failed)

    def back_up(self, target: Path) -> None:
        """Make a checked backup at a place of the person's choice."""
        self._begin()
        self._tasks.run(partial(self._doors.back_up, target), self._backed_up, self._failed)

    def refresh(self, changes: Changes) -> None:
        """Nothing here depends on what is written in the diary."""

    def _begin(self) -> None:
        self._replace(replace(self.state, is_working=True, done="", problem=""))

    def _kept(self, nothing: object) -> None:
        """Say nothing: the choice shows by itself."""

    def _news_came(self, news: BackupNews) -> None:
        self._replace(replace(self.state, backups=news, label=label_of(news.folder.parent)))

    def _second_folder_chosen(self, news: BackupNews) -> None:
        if news.second is None:
            done = say("Backups are no longer copied. The copies already made stay where they are.")
        else:
            done = "" if news.problem else say("Each automatic backup is copied to that folder from now on.")
        self._replace(replace(self.state, is_working=False, done=done, backups=news))

    def _backed_up(self, target: Path) -> None:
        folder = target.absolute().parent.name
        done = say("The backup is made and checked: {file}, in {folder}", file=target.name, folder=folder)
        self._replace(replace(self.state, is_working=False, done=done))

    def _failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, is_working=False, problem=problems.sentence(error)))

    def _replace(self, state: SettingsState) -> None:
        self.state = state
        self.state_changed.emit(state)
