"""Brings back a backup: which, under what name, and its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.messages import Message
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.lock.state import RestoreState, RestoreWish
from diary.words import say

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from diary.ui.kit.icons import Icons


class RestoreView(Gate):
    """``restore_requested`` carries a ``RestoreWish``; what was typed stays when it fails."""

    restore_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, icons: Icons, state: RestoreState) -> None:
        self._state = state
        self._label = LabelledField(
            say("A name for the diary"), say("Anyone who uses this computer can see it. Initials are enough.")
        )
        self._secret = SecretField(icons, say("Passphrase of that time, or the recovery code"))
        self._message = Message(icons, is_warning=True)
        self._restore = Button(icons, say("Bring it back"), "primary")
        back = Button(icons, say("Back"), "quiet")
        what = (
            say("It becomes a diary of its own, beside the others.")
            if state.folder is None
            else say("The diary as it is now is kept beside it. Nothing is lost.")
        )
        card = gate_card()
        for part in (
            Words(say("Bring back a backup"), "h1", wrap=True),
            Words(state.backup.name, "strong", wrap=True),
            Words(what, "second", wrap=True),
            self._label,
            self._secret,
            self._message,
            self._restore,
        ):
            card.body.addWidget(part)
        card.body.addLayout(row(back, None))
        super().__init__(icons, card)
        self._restore.clicked.connect(self._ask)
        self._secret.entered.connect(self._ask)
        self._label.entered.connect(self._ask)
        back.clicked.connect(self.back_requested)
        self.render_state(state)

    def render_state(self, state: RestoreState) -> None:
        """Draw a state whole."""
        self._state = state
        self._label.setVisible(state.folder is None)
        self._secret.setVisible(state.needs_secret)
        self._message.say(state.problem)
        self._restore.setEnabled(not state.is_working)
        self._restore.setText(say("Bringing it back…") if state.is_working else say("Bring it back"))
        self._measure()

    def _ask(self) -> None:
        secret = self._secret.text if self._state.needs_secret else None
        self.restore_requested.emit(RestoreWish(self._label.text, secret))

    def take_keyboard(self) -> None:
        """Begin where something is to be filled in."""
        first = self._label.field if self._state.folder is None else self._secret.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()
