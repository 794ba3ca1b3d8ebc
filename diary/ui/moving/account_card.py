"""What would go to the other diary, said before anything does: things by name, and what a person must know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.app.moves import Speaker
from diary.domain.people import Basis
from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message, announce
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ways_out import lead_out
from diary.words import say

if TYPE_CHECKING:
    from diary.app.moves import Account
    from diary.ui.kit.icons import Icons
    from diary.ui.moving.state import MovingState


class AccountCard(Card):
    """``speaker_requested`` carries the ``Speaker`` whose words they will be."""

    move_requested = Signal()
    back_requested = Signal()
    speaker_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 18), spacing=10)
        self._icons = icons
        self._speakers: tuple[Speaker, ...] = ()
        self._said: Account | None = None
        self._choice: SmallChoice | None = None
        self._title = Title("", wrap=True)
        self._goes, self._whose = Words("", wrap=True), Words("", wrap=True)
        self._asked = Words(say("Whose words are they there?"), "strong", wrap=True)
        self._choices = column()
        self._stays = Message(icons)
        self._has, self._made_known = Words("", "second", wrap=True), Words("", "second", wrap=True)
        end = say("A move can’t be undone. Here it stays known who wrote and when, not what.")
        backups = say("Older backups hold the words until newer ones replace them.")
        self._end = Words(f"{end} {backups}", "second", wrap=True)
        self.go = Button(icons, "", "primary")
        self._back = Button(icons, say("Leave it here"))
        lead_out(self._back)
        for part in (self._title, self._goes, self._whose, self._asked):
            self.body.addWidget(part)
        self.body.addLayout(self._choices)
        self.body.addWidget(self._stays)
        for part in (self._has, self._made_known, self._end):
            self.body.addWidget(part)
        self.body.addLayout(row(self.go, self._back, None))
        self.go.clicked.connect(self.move_requested)
        self._back.clicked.connect(self.back_requested)

    def render_state(self, state: MovingState) -> None:
        """Say what would go, or take up no room."""
        account = state.account if state.moved is None else None
        self.setVisible(account is not None and state.chosen is not None)
        if account is None or state.chosen is None:
            return
        label = state.chosen.label
        self._title.setText(say("This would go to {diary}", diary=label))
        self._goes.setText(", ".join(account.goes) or say("Nothing: all of it has an answer there."))
        self._whose.setText(whose_words(account))
        self._whose.setVisible(bool(account.goes) and (not account.asks_whose or account.is_new_carer))
        stays = ", ".join(account.stays)
        self._stays.say(say("This stays here: {what}", what=stays) if stays else "", _why_it_stays(account))
        has = ", ".join(account.has_already)
        self._has.setText(say("On that day {diary} has already: {what}.", diary=label, what=has))
        self._has.setVisible(bool(has))
        known = ", ".join(account.made_known)
        self._made_known.setText(
            say("Not known there yet: {what}. They are added there by name, and are not asked about.", what=known)
        )
        self._made_known.setVisible(bool(known))
        self._end.setVisible(bool(account.goes))
        if account != self._said:
            self._said = account
            announce(self, say("{title}: {what}", title=self._title.text(), what=self._goes.text()))
        self._offer(account)
        self.go.setText(say("Moving…") if state.is_working else say("Move it to {diary}", diary=label))
        self.go.setVisible(bool(account.goes))
        self.go.rest(is_resting=state.is_working)

    def take_keyboard(self) -> None:
        """Begin at what changes nothing: the move can't be undone."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, account: Account) -> None:
        """Ask whose words they are where there is more than one answer."""
        is_asked = account.asks_whose and bool(account.goes)
        self._asked.setVisible(is_asked)
        if account.offered != self._speakers or self._choice is None:
            self._make(account)
        if self._choice is not None:
            self._choice.setVisible(is_asked)
            taken = next((n for n, one in enumerate(self._speakers) if one == account.to), None)
            self._choice.show_choice(None if taken is None else str(taken))

    def _make(self, account: Account) -> None:
        if self._choice is not None:
            self._choices.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
        self._speakers = account.offered
        answers = {str(n): _speaker_words(one, account) for n, one in enumerate(self._speakers)}
        self._choice = SmallChoice(self._icons.theme, self._asked.text(), answers) if answers else None
        if self._choice is not None:
            self._choices.addWidget(self._choice)
            self._choice.chosen.connect(self._speak_as)

    def _speak_as(self, key: str | None) -> None:
        if key is not None:
            self.speaker_requested.emit(self._speakers[int(key)])


def whose_words(account: Account) -> str:
    """Whose words they are there, and that somebody was not known there before."""
    if not account.to.name:
        return say("There they are {person}’s own answers.", person=account.person)
    if account.is_new_carer:
        return say(
            "There they are by {carer}, who does not write there yet. Ask {person}, and answer it in Settings there.",
            carer=account.to.name,
            person=account.person,
        )
    return say("There they are by {carer}.", carer=account.to.name)


def _speaker_words(speaker: Speaker, account: Account) -> str:
    if not speaker.name:
        return say("{person}’s own", person=account.person)
    if speaker.basis is Basis.OBSERVED:
        return say("What {carer} noticed", carer=speaker.name)
    return say("What {person} told {carer}", person=account.person, carer=speaker.name)


def _why_it_stays(account: Account) -> str:
    return say("{person}’s diary has its own answer. It is not overwritten.", person=account.person)
