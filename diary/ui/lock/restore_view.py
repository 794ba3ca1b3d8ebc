"""Brings back a backup: which, under what name, and its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.domain.days import Period
from diary.files.folders import label_of
from diary.ui.kit.buttons import Button
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.kit.ways_out import lead_out
from diary.ui.lock.state import RestoreState, RestoreWish
from diary.words import say, say_n
from diary.words.dates import clock_time, day_span, plain_day

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from diary.app.values import Holding
    from diary.ui.kit.icons import Icons


class RestoreView(Gate):
    """``look_requested``, then ``restore_requested`` carry a ``RestoreWish``; what was typed stays when it fails."""

    look_requested = Signal(object)
    restore_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, icons: Icons, state: RestoreState) -> None:
        self._state = state
        self._label = LabelledField(
            say("A name for the diary"), say("Anyone who uses this computer can see it. Initials are enough.")
        )
        of_that_time = say("Passphrase of that time, or the recovery code")
        self._secret = SecretField(icons, say("Passphrase, or recovery code") if state.is_salvage else of_that_time)
        self._message = Message(icons, is_warning=True)
        self._held = Message(icons)
        self._restore = Button(icons, say("Bring it back"), "primary")
        back = Button(icons, say("Back"), "quiet")
        lead_out(back)
        what = (
            say("It becomes a diary of its own, beside the others.")
            if state.folder is None
            else say("The diary as it is now is kept beside it. Nothing is lost.")
        )
        title = say("Save what can be read") if state.is_salvage else say("Bring back a backup")
        card = gate_card()
        for part in (
            Words(title, "h1", wrap=True),
            Words(label_of(state.backup) if state.is_salvage else state.backup.name, "strong", wrap=True),
            Words(what, "second", wrap=True),
            self._label,
            self._secret,
            self._message,
            self._held,
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
        self._restore.rest(is_resting=state.is_working)
        self._restore.setText(_next_step(state))
        if state.held is not None:
            self._held.say(*_in_words(state.held, state))
        self._measure()

    def _ask(self) -> None:
        secret = self._secret.text if self._state.needs_secret else None
        wish = RestoreWish(self._label.text, secret)
        if self._state.held is None:
            self.look_requested.emit(wish)
        else:
            self.restore_requested.emit(wish)

    def take_keyboard(self) -> None:
        """Begin where something is to be filled in."""
        first = self._label.field if self._state.folder is None else self._secret.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()


def _next_step(state: RestoreState) -> str:
    if state.held is None and state.is_salvage:
        return say("Reading what is left…") if state.is_working else say("See what can be read")
    if state.held is None:
        return say("Looking…") if state.is_working else say("See what it holds")
    return say("Bringing it back…") if state.is_working else say("Bring it back")


def _in_words(held: Holding, state: RestoreState) -> tuple[str, str]:
    if held.first_day is None or held.last_day is None:
        title = say("No day can be read.") if state.is_salvage else say("No day is written in this backup.")
        return title, ""
    days = day_span(Period(held.first_day, held.last_day))
    if state.is_salvage:
        title = say_n("{n} day can be read: {days}.", "{n} days can be read: {days}.", held.days, days=days)
        return title, _lost(state.lost)
    title = say_n("It holds {n} day: {days}.", "It holds {n} days: {days}.", held.days, days=days)
    at = held.last_written_at
    if at is None:
        return title, ""
    return title, say("Last written on {day} at {time}.", day=plain_day(at.date()), time=clock_time(at))


def _lost(changes: int) -> str:
    if not changes:
        return say("All of it was read, as far as can be told. A copy is kept with the backups.")
    return say_n(
        "At least {n} change is lost. A copy of the rest is kept with the backups.",
        "At least {n} changes are lost. A copy of the rest is kept with the backups.",
        changes,
    )
