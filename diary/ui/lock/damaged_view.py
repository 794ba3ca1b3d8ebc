"""A diary that can't be opened because something in it is damaged: what, and the backups that can take its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.kit.ways_out import lead_out
from diary.ui.lock.backups_view import MOST, backup_button
from diary.words import say
from diary.words.problems import sentence

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.lock.state import DamagedState


class DamagedView(Gate):
    """``backup_requested`` carries the ``Path`` of the backup to look at; nothing is brought back yet.

    ``salvage_requested``: what can be read of the diary itself is to be looked at.
    """

    backup_requested = Signal(object)
    salvage_requested = Signal()
    back_requested = Signal()

    def __init__(self, icons: Icons, state: DamagedState) -> None:
        card = gate_card()
        card.body.addWidget(Words(say("{diary} can’t be opened", diary=state.card.label), "h1", wrap=True))
        message = Message(icons, is_warning=True)
        card.body.addWidget(message)
        self._backups = {}
        for number, backup in enumerate(state.backups[:MOST]):
            button = backup_button(icons, backup, "plain" if number else "primary")
            self._backups[button] = backup.file
        if self._backups:
            card.body.addWidget(
                Words(say("You see what a backup holds before it is brought back."), "second", wrap=True)
            )
        else:
            nothing = say("There is no backup beside it. Look for one in another place, such as a USB stick.")
            card.body.addWidget(Words(nothing, wrap=True))
        for button in self._backups:
            card.body.addWidget(button)
        salvage = Button(icons, say("Save what can be read"), "secondary" if self._backups else "primary")
        if state.may_salvage:
            what = say(
                "The diary itself may hold more than its backups. You see what is left before it is brought back."
            )
            card.body.addWidget(Words(what, "second", wrap=True))
            card.body.addWidget(salvage)
        kept = say("The damaged diary is kept beside the one that is brought back.")
        card.body.addWidget(Words(kept, "caption", wrap=True))
        back = Button(icons, say("Back"), "quiet")
        lead_out(back)
        card.body.addLayout(row(back, None))
        super().__init__(icons, card)
        for button in self._backups:
            button.clicked.connect(self._chosen)
        salvage.clicked.connect(self.salvage_requested)
        back.clicked.connect(self.back_requested)
        message.say(sentence(state.fault))

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.backup_requested.emit(self._backups[button])
