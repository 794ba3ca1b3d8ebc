"""Settings' page: cards below one another, in two columns where there is room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.kit.file_dialogs import folder_dialog, open_dialog, save_dialog
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import GAP, Page, column
from diary.ui.kit.text import Heading
from diary.ui.settings.backups_card import BackupsCard
from diary.ui.settings.cards import AboutCard, CountryCard, KeysCard, LockCard, LooksCard, OpeningCard
from diary.ui.settings.numbers_card import NumbersCard
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.ui.kit.icons import Icons
    from diary.ui.settings.state import SettingsState

TWO_COLUMNS_EM = 70
"""From this width of the body, in em, the cards stand in two columns."""


class SettingsView(Page):
    """``choices_requested`` carries ``Choices``, ``back_up_requested`` and ``restore_requested`` a ``Path``.

    ``second_folder_requested`` carries a ``Path``, or ``None`` for no such folder.
    """

    choices_requested = Signal(object)
    passphrase_requested = Signal(object)
    code_requested = Signal()
    back_up_requested = Signal(object)
    restore_requested = Signal(object)
    second_folder_requested = Signal(object)

    def __init__(
        self, icons: Icons, state: SettingsState, countries: Mapping[str, str], version: str, backup_name: str
    ) -> None:
        self._backup_name = backup_name
        self._state = state
        self._looks, self._keys, self._lock = LooksCard(icons), KeysCard(icons), LockCard(icons)
        self._numbers = NumbersCard(icons)
        self._opening, self._backups = OpeningCard(icons), BackupsCard(icons)
        self._country, about = CountryCard(icons, countries), AboutCard(version)
        self._problem, self._done = Message(icons, is_warning=True), Message(icons)
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(
            column(self._looks, self._keys, self._numbers, self._lock, self._country, about, None, spacing=GAP)
        )
        self._right.setLayout(column(self._opening, self._backups, None, spacing=GAP))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        super().__init__(icons.theme)
        self.body.addWidget(Heading(say("Settings")))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._done)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        for card in (self._looks, self._keys, self._numbers, self._lock, self._country):
            card.choices_requested.connect(self.choices_requested)
        self._opening.passphrase_requested.connect(self.passphrase_requested)
        self._opening.code_requested.connect(self.code_requested)
        self._backups.backup_requested.connect(self._ask_where_to)
        self._backups.restore_requested.connect(self._ask_which)
        self._backups.folder_requested.connect(self._open_folder)
        self._backups.second_folder_requested.connect(self._ask_second_folder)
        self._backups.no_second_folder_requested.connect(self._end_second_folder)
        self.render_state(state)

    def _open_folder(self) -> None:
        if news := self._state.backups:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(news.folder)))

    def _ask_second_folder(self) -> None:
        dialog = folder_dialog(self, say("A second folder for backups"))
        dialog.fileSelected.connect(self._choose_second_folder)
        dialog.open()

    def _choose_second_folder(self, folder: str) -> None:
        self.second_folder_requested.emit(Path(folder))

    def _end_second_folder(self) -> None:
        self.second_folder_requested.emit(None)

    def render_state(self, state: SettingsState) -> None:
        """Draw a state whole."""
        self._state = state
        self._problem.say(state.problem)
        self._done.say(state.done)
        for card in (self._looks, self._keys, self._numbers, self._lock, self._country):
            card.render_state(state)
        self._opening.render_state(state)
        self._backups.render_state(state)
        self._measure()
        if state.problem or state.done:
            self.verticalScrollBar().setValue(0)

    def arrange(self, width_px: int) -> None:
        """Stand the cards in one column or two."""
        is_wide = width_px >= TWO_COLUMNS_EM * self._theme.em
        for half in (self._left, self._right):
            self._grid.removeWidget(half)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 0 if is_wide else 1, 1 if is_wide else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if is_wide else 0)

    def _ask_where_to(self) -> None:
        dialog = save_dialog(self, say("Make a backup now"), self._backup_name)
        dialog.fileSelected.connect(self._back_up)
        dialog.open()

    def _ask_which(self) -> None:
        dialog = open_dialog(self, say("Bring back a backup"))
        if (news := self._state.backups) and news.made_at:
            dialog.setDirectory(str(news.folder))
        dialog.fileSelected.connect(self._restore)
        dialog.open()

    def _back_up(self, file: str) -> None:
        self.back_up_requested.emit(Path(file))

    def _restore(self, file: str) -> None:
        self.restore_requested.emit(Path(file))
