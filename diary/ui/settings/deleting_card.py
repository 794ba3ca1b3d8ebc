"""The card that deletes a whole diary, once its name was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.settings.cards import MatterCard
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.settings.state import SettingsState


class DeletingCard(MatterCard):
    """Says what goes and what stays; ``delete_requested`` comes only when the diary's own name stands in the field."""

    delete_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Delete everything"), say("remove, erase, forget, destroy, privacy"))
        self._label = ""
        goes = say("This removes the whole diary, its backups beside it, and their copies in the second folder.")
        stays = say("Backups that you put in other places stay. Look for them yourself.")
        never = say("Nobody can bring the diary back after this.")
        self._name = Words("", "second", wrap=True)
        self._field = LabelledField(say("The diary’s name"))
        self._delete = Button(icons, say("Delete everything"), icon="trash-2")
        for part in (Words(goes, "second", wrap=True), Words(stays, "second", wrap=True), Words(never, wrap=True)):
            self.body.addWidget(part)
        self.body.addWidget(self._name)
        self.body.addWidget(self._field)
        self.body.addLayout(row(self._delete, None))
        self._field.edited.connect(self._look)
        self._field.entered.connect(self._ask)
        self._delete.clicked.connect(self._ask)
        self._look()

    def render_state(self, state: SettingsState) -> None:
        """Take over the diary's name."""
        self._label = state.label
        self._name.setText(say("To be sure, type the diary’s name first: {name}", name=state.label))
        self._name.setVisible(bool(state.label))
        self._look()

    @property
    def _is_sure(self) -> bool:
        return bool(self._label) and self._field.text.strip().casefold() == self._label.casefold()

    def _look(self) -> None:
        self._delete.setEnabled(self._is_sure)

    def _ask(self) -> None:
        if self._is_sure:
            self._delete.setEnabled(False)
            self.delete_requested.emit()
