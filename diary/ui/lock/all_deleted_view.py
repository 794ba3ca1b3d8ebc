"""What stands where a diary was that was deleted: that it is gone, and what could not be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from diary.app.values import AllDeleted
    from diary.ui.kit.icons import Icons

MOST = 8


class AllDeletedView(Gate):
    """``on_requested``: it was read."""

    on_requested = Signal()

    def __init__(self, icons: Icons, gone: AllDeleted) -> None:
        card = gate_card()
        card.body.addWidget(Words(say("{diary} is deleted", diary=gone.label), "h1", wrap=True))
        message = Message(icons, is_warning=True)
        card.body.addWidget(message)
        for path in gone.left[:MOST]:
            card.body.addWidget(Words(str(path), wrap=True))
        if len(gone.left) > MOST:
            card.body.addWidget(Words(say("And {n} more.", n=len(gone.left) - MOST)))
        stays = say("Backups that you put in other places are still there.")
        card.body.addWidget(Words(stays, "second", wrap=True))
        self._on = Button(icons, say("Go on"), "primary")
        card.body.addLayout(row(self._on, None))
        super().__init__(icons, card)
        self._on.clicked.connect(self.on_requested)
        if gone.left:
            message.say(
                say("Not all of it could be removed"), say("These files are left. Please remove them yourself.")
            )

    def take_keyboard(self) -> None:
        """Begin at the one button there is."""
        self._on.setFocus()
