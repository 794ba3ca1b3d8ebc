"""The lock: one diary, one field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.emblems import EmblemMark
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import Divider, column, row
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.lock.state import LockState


class LockView(Gate):
    """Asks for the passphrase or the recovery code; ``open_requested`` carries what was typed, and the text stays."""

    open_requested = Signal(str)
    code_requested = Signal(bool)
    another_requested = Signal()
    keychain_requested = Signal()

    def __init__(self, icons: Icons, state: LockState) -> None:
        self._state = state
        self._emblem = EmblemMark(icons.theme, 76)
        self._label = Words("", "h1", wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        locked = Words(say("locked"), "second")
        locked.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._secret = SecretField(icons, say("Passphrase"))
        self._message = Message(icons, is_warning=True)
        self._open = Button(icons, say("Open the diary"), "primary")
        self._keychain = Button(icons, say("Open without typing"), icon="lock")
        self._code = Button(icons, say("Use the recovery code"), "link", "key", checkable=True)
        self._another = Button(icons, say("Another diary"), "quiet")
        self._way_in = way_in = Words("", "caption", wrap=True)
        way_in.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = gate_card()
        card.body.addWidget(self._emblem, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addLayout(column(self._label, locked, spacing=2))
        card.body.addSpacing(8)
        for part in (self._secret, self._message, self._open, self._keychain):
            card.body.addWidget(part)
        card.body.addLayout(row(self._code, None, self._another))
        card.body.addWidget(Divider())
        card.body.addWidget(way_in)
        super().__init__(icons, card)
        self._secret.entered.connect(self._ask)
        self._open.clicked.connect(self._ask)
        self._keychain.clicked.connect(self.keychain_requested)
        self._code.clicked.connect(self.code_requested)
        self._another.clicked.connect(self.another_requested)
        self.render_state(state)

    def render_state(self, state: LockState) -> None:
        """Draw a state whole; what was typed stays until something else is asked for."""
        if state.uses_code != self._state.uses_code:
            label = say("Recovery code") if state.uses_code else say("Passphrase")
            self._secret.ask_for(label, is_readable=state.uses_code)
            self._secret.field.setFocus()
        self._state = state
        self._emblem.show_emblem(state.card.label, state.card.emblem, state.card.colour)
        self._label.setText(state.card.label)
        self._code.setChecked(state.uses_code)
        self._code.setText(say("Use the passphrase") if state.uses_code else say("Use the recovery code"))
        self._message.say(state.problem)
        self._open.rest(is_resting=state.is_opening)
        self._open.setText(say("Opening…") if state.is_opening else say("Open the diary"))
        self._way_in.setText(_way_in(state))
        self._keychain.setVisible(bool(state.names))
        self._keychain.rest(is_resting=state.waits_for_keychain or state.is_opening)
        waits = say("Waiting for the keychain of this computer…")
        self._keychain.setText(waits if state.waits_for_keychain else say("Open without typing"))
        if state.problem:
            self._secret.field.setFocus()
            self._secret.field.selectAll()
        self._measure()

    def _ask(self) -> None:
        if not self._state.is_opening:
            self.open_requested.emit(self._secret.text)

    def take_keyboard(self) -> None:
        """Begin where something is to be filled in."""
        self._secret.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()


def _way_in(state: LockState) -> str:
    """What opens the diary; whoever has just mistyped is not told that there is no other way."""
    if state.names:
        return say("On another computer only the passphrase or the recovery code opens this diary.")
    if state.problem:
        return say("The passphrase or the recovery code opens this diary.")
    return say("Without the passphrase or the recovery code nobody can open this diary. There is no other way in.")
