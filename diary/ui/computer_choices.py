"""This computer's choices while the program runs: followed at once, kept on disk behind."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Signal

from diary import catalogue
from diary.app import choices
from diary.ui.kit.file_dialogs import TOLD_OF_PLAIN_FILES
from diary.ui.kit.overriding import override
from diary.ui.kit.theme import ThemeChoice
from diary.ui.settings.state import Choices
from diary.words import say
from diary.words.countries import country_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.app.computer import Computer
    from diary.domain.errors import DiaryError
    from diary.files.preferences import Preferences
    from diary.ui.kit.tasks import Tasks

USUAL_COUNTRY = "GB"
"""Where the system doesn't say: the country whose lines were checked first."""


class ComputerChoices(QObject):
    """What was chosen; ``changed`` carries the new ``Choices`` when another part of the program should follow."""

    changed = Signal(object)

    def __init__(self, computer: Computer, tasks: Tasks) -> None:
        super().__init__()
        self.computer = computer
        self._tasks = tasks
        self.kept = choices.choices(computer)
        self.now = _from_kept(self.kept)

    def country(self) -> str:
        """The country in force, an ISO 3166 code; empty for one without lines of its own."""
        return self.now.country

    def keep(self, chosen: Choices) -> None:
        """Write choices down; runs on the lane. Raises ``DiaryError`` as ``write_whole`` does."""
        choices.choose(self.computer, partial(_with_choices, chosen))

    def follow(self, chosen: Choices) -> None:
        """Use choices that Settings has written down."""
        self.now = chosen
        self.changed.emit(chosen)

    def show_hints(self, is_shown: bool) -> None:
        """Show or hide the key hints on Today, and write that down."""
        self.follow(replace(self.now, shows_hints=is_shown))
        self._tasks.run(partial(self.keep, self.now), self._kept, self._not_kept)

    def choose_country(self, country: str) -> None:
        """Show the help lines of another country from now on, and write that down."""
        self.follow(replace(self.now, country=country))
        self._tasks.run(partial(self.keep, self.now), self._kept, self._not_kept)

    def hide_numbers(self, is_hidden: bool) -> None:
        """Hide numbers and charts in this sitting, or show them again."""
        self.follow(replace(self.now, numbers_hidden=is_hidden))

    def always_hide_numbers(self, is_always: bool) -> None:
        """Hide them each time a diary is opened, or no longer, and write that down."""
        self.follow(replace(self.now, hides_numbers=is_always))
        self._tasks.run(partial(self.keep, self.now), self._kept, self._not_kept)

    def watch(self, window: QWidget) -> None:
        """Let the window know whether the person was told about plain files, and write down when they were."""
        window.setProperty(TOLD_OF_PLAIN_FILES, self.now.told_of_plain_files)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_change = event.type() is QEvent.Type.DynamicPropertyChange
        if is_change and not self.now.told_of_plain_files and watched.property(TOLD_OF_PLAIN_FILES) is True:
            self.follow(replace(self.now, told_of_plain_files=True))
            self._tasks.run(partial(self.keep, self.now), self._kept, self._not_kept)
        return False

    def _kept(self, _: None) -> None:
        """The choice shows by itself."""

    def _not_kept(self, _: DiaryError) -> None:
        """It holds until the window is closed; hints are no reason to stop somebody who is writing."""


def countries() -> dict[str, str]:
    """The countries whose help lines were checked, by code, and everywhere else under an empty one."""
    return {code: country_name(code) for code in catalogue.countries_with_lines()} | {"": say("Another country")}


def _from_kept(kept: Preferences) -> Choices:
    theme = ThemeChoice(kept.theme) if kept.theme in set(ThemeChoice) else ThemeChoice.SYSTEM
    country = _system_country() if kept.help_country is None else kept.help_country
    return Choices(
        theme,
        kept.text_scale,
        kept.letters_work,
        kept.shows_hints,
        country,
        hides_numbers=kept.hides_numbers,
        numbers_hidden=kept.hides_numbers,
        lock_minutes=kept.lock_minutes,
        locks_at_sleep=kept.locks_at_sleep,
        told_of_plain_files=kept.told_of_plain_files,
    )


def _with_choices(chosen: Choices, old: Preferences) -> Preferences:
    return replace(
        old,
        theme=chosen.theme,
        text_scale=chosen.text_scale,
        letters_work=chosen.letters_work,
        shows_hints=chosen.shows_hints,
        help_country=chosen.country,
        lock_minutes=chosen.lock_minutes,
        locks_at_sleep=chosen.locks_at_sleep,
        told_of_plain_files=chosen.told_of_plain_files,
        hides_numbers=chosen.hides_numbers,
    )


def _system_country() -> str:
    return QLocale.territoryToCode(QLocale.system().territory()) or USUAL_COUNTRY
