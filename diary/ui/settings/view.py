"""Settings' page: cards below one another, in two columns where there is room, and a field that finds the right one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.kit.file_dialogs import folder_dialog, open_dialog, save_dialog
from diary.ui.kit.messages import Message, announce
from diary.ui.kit.overriding import override
from diary.ui.kit.seek_field import SeekField
from diary.ui.kit.surfaces import GAP, Page, column
from diary.ui.kit.text import Heading, Words
from diary.ui.settings.backups_card import BackupsCard
from diary.ui.settings.cards import (
    AboutCard,
    AskedCard,
    CountryCard,
    DeletedCard,
    KeysCard,
    LockCard,
    LooksCard,
    WritersCard,
)
from diary.ui.settings.deleting_card import DeletingCard
from diary.ui.settings.numbers_card import NumbersCard
from diary.ui.settings.opening_card import OpeningCard
from diary.ui.settings.outside_card import OutsideCard
from diary.words import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.settings.cards import MatterCard
    from diary.ui.settings.state import SettingsState
    from diary.ui.settings.ways_state import WaysState

TWO_COLUMNS_EM = 70
"""From this width of the body, in em, the cards stand in two columns."""


class SettingsView(Page):
    """``choices_requested`` carries ``Choices``, ``back_up_requested`` and ``restore_requested`` a ``Path``.

    ``second_folder_requested`` carries a ``Path``, or ``None`` for no such folder, ``look_requested`` a ``DiaryCard``.
    """

    choices_requested = Signal(object)
    asked_requested = Signal()
    writers_requested = Signal()
    deleted_requested = Signal()
    seek_requested = Signal(str)
    back_up_requested = Signal(object)
    restore_requested = Signal(object)
    second_folder_requested = Signal(object)
    delete_everything_requested = Signal()
    look_requested = Signal(object)

    def __init__(
        self, icons: Icons, state: SettingsState, countries: Mapping[str, str], version: str, backup_name: str
    ) -> None:
        self._backup_name = backup_name
        self._state = state
        writers = WritersCard(icons)
        asked, self._looks, self._keys = AskedCard(icons), LooksCard(icons), KeysCard(icons)
        self._numbers, self._lock, self._outside = NumbersCard(icons), LockCard(icons), OutsideCard(icons)
        self.opening, self._backups = OpeningCard(icons), BackupsCard(icons)
        self._country, about = CountryCard(icons, countries), AboutCard(version)
        self._problem, self._done = Message(icons, is_warning=True), Message(icons)
        self._field = SeekField(icons, say("Search in Settings"), say("Search in Settings"))
        self._nothing = Words("", wrap=True)
        self._left, self._right = QWidget(), QWidget()
        left = (asked, writers, self._looks, self._outside, self._keys, self._numbers, self._country)
        deleted, self._deleting = DeletedCard(icons), DeletingCard(icons)
        right = (self.opening, self._lock, self._backups, deleted, self._deleting, about)
        self._left.setLayout(column(*left, None, spacing=GAP))
        self._right.setLayout(column(*right, None, spacing=GAP))
        self._cards: tuple[MatterCard, ...] = (*left, *right)
        self._found: tuple[MatterCard, ...] = self._cards
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        super().__init__(icons.theme)
        self.body.addWidget(Heading(say("Settings")))
        self.body.addWidget(self._field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._done)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        for card in (self._looks, self._keys, self._numbers, self._lock, self._country):
            card.choices_requested.connect(self.choices_requested)
        self._outside.look_requested.connect(self.look_requested)
        asked.asked_requested.connect(self.asked_requested)
        writers.writers_requested.connect(self.writers_requested)
        deleted.show_requested.connect(self.deleted_requested)
        self._field.textEdited.connect(self.seek_requested)
        self._field.returnPressed.connect(self._go_to_found)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._begin_to_seek)
        self._deleting.delete_requested.connect(self.delete_everything_requested)
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
        for card in (self._looks, self._outside, self._keys, self._numbers, self._lock, self._country):
            card.render_state(state)
        self._backups.render_state(state)
        self._deleting.render_state(state)
        self._show_found(state.sought)
        self._measure()
        if state.problem or state.done:
            self.verticalScrollBar().setValue(0)

    def render_ways(self, state: WaysState) -> None:
        """Draw what opens the diary."""
        self.opening.render_state(state)
        self._measure()

    def _show_found(self, sought: str) -> None:
        """Show only the cards with these words, and have their number said."""
        if sought != self._field.text():
            self._field.setText(sought)
        found = tuple(card for card in self._cards if card.has(sought))
        for card in self._cards:
            card.setVisible(card in found)
        words = "" if found else say("Nothing in Settings has these words. Try one word, such as “backup”.")
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))
        if found != self._found:
            announce(self._field, words or say_n("{n} matter found", "{n} matters found", len(found)))
            self._found = found

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was searched for, so that whoever comes back finds all of Settings."""
        super().hideEvent(event)
        if not event.spontaneous() and self._state.sought:
            self.seek_requested.emit("")

    def _begin_to_seek(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _go_to_found(self) -> None:
        """Bring the keyboard to the first thing that can be done where the words were found."""
        for card in self._found:
            for part in card.findChildren(QWidget):
                if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    part.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def arrange(self, width_px: int) -> None:
        """Stand the cards in one column or two."""
        halves = (self._left, self._right)
        for half in halves:
            if half.parentWidget() is not None:  # one without would be shown as a window, and take the keyboard
                half.setVisible(any(half.isAncestorOf(card) for card in self._found))
        is_wide = width_px >= TWO_COLUMNS_EM * self._theme.em and not any(half.isHidden() for half in halves)
        for half in halves:
            self._grid.removeWidget(half)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, *((0, 1) if is_wide else (1, 0)))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if is_wide else 0)

    def _ask_where_to(self) -> None:
        dialog = save_dialog(self, say("Make a backup now"), self._backup_name, is_sealed=True)
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
