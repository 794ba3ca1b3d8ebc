"""Questionnaires' page: what is offered, or the one that is being filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, Page, column
from diary.ui.kit.text import Heading, Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.kit.whose_mark import WhoseMark
from diary.ui.questionnaires.form_card import FormCard
from diary.ui.questionnaires.offer_card import OfferCard, about
from diary.words import say

if TYPE_CHECKING:
    from diary.app.questionnaires import Offer
    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons
    from diary.ui.questionnaires.state import QuestionnairesState


class QuestionnairesView(Page):
    """The page. ``begin_requested`` carries an ``Offer``, ``answer_requested`` an item's id and a value or ``None``.

    ``save_requested`` carries a ``Picture`` or a ``Table``.
    """

    begin_requested = Signal(object)
    answer_requested = Signal(str, object)
    one_requested = Signal(bool)
    finish_requested = Signal()
    gaps_accepted = Signal()
    stop_requested = Signal()
    discard_requested = Signal()
    switch_requested = Signal(str, bool)
    undo_requested = Signal()
    save_requested = Signal(object)
    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self, icons: Icons, state: QuestionnairesState, whose: DiaryCard | None = None) -> None:
        super().__init__(icons.theme)
        self._icons, self._state = icons, state
        self.whose = WhoseMark(icons, whose)
        self._said, self._saved = Message(icons, action=say("Undo")), Message(icons)
        self._who = Message(icons)
        self._problem = UnsavedMessage(icons)
        self.offers: dict[str, OfferCard] = {}
        self.ticks: dict[str, Tick] = {}
        self.form: FormCard | None = None
        self._cards = column(spacing=16)
        self._choice = Card()
        self._choice.body.addWidget(Title(say("Which are offered"), wrap=True))
        warning = say("PHQ-9 asks about thoughts of hurting yourself. It shows at once where to find help.")
        self._warning = Words(warning, "second", wrap=True)
        self._choice.body.addWidget(self._warning)
        self._second = Words(
            say("The same questions that many doctors ask. None has to be filled in. You see what adds up to a total."),
            "second", wrap=True,
        )  # fmt: skip
        self.body.addWidget(Heading(say("Questionnaires")))
        self.body.addWidget(self.whose)
        self.body.addWidget(self._second)
        for message in (self._who, self._problem, self._said, self._saved):
            self.body.addWidget(message)
        self.body.addLayout(self._cards)
        self.body.addWidget(self._choice)
        self.body.addStretch(1)
        self._said.action_requested.connect(self.undo_requested)
        self._problem.action_requested.connect(self.retry_requested)
        self._problem.other_requested.connect(self.copy_requested)
        self.render_state(state)

    def say_who_answers(self, words: str) -> None:
        """Say whose answers they are while a carer writes; empty words where nobody could be in doubt."""
        self._who.say(words)
        self._measure()

    def render_state(self, state: QuestionnairesState) -> None:
        """Draw a state whole."""
        self._state = state
        self._problem.say_why(state.problem, state.reason, can_copy=state.can_copy)
        self._said.say(state.said, state.added_up)
        self._saved.say(state.saved)
        filling = state.filling
        left = self.form.form.id if self.form is not None and self.form.isAncestorOf(self.focusWidget()) else ""
        for offer in state.offers:
            self._show_offer(offer, is_shown=filling is None)
        self._choice.setVisible(filling is None and state.is_loaded)
        self._second.setVisible(filling is None)
        if self.form is not None and (filling is None or self.form.form.id != filling.questionnaire.id):
            self._close_form()
        if filling is not None:
            is_new = self.form is None
            form = self.form or self._open_form()
            form.render_filling(filling, is_one=state.is_one_at_a_time, tells_gaps=state.tells_gaps)
            if is_new and self.isVisible():
                form.take_keyboard()
                # The page stays moved down to the button that opened it; the first keys must answer what is seen.
                self.bring_up(form, form.up)
        elif left and self.isVisible():
            # What came of it stands above the questionnaire where the keyboard is: at the top nobody would see it.
            self._cards.insertWidget(self._cards.indexOf(self.offers[left]), self._said)
            self.offers[left].begin.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_up(self._said if state.said else self.offers[left], self.offers[left].begin)
        self._measure()

    def take_keyboard(self) -> None:
        """Begin at the question that is up, while one is filled in: where to find help came between, perhaps."""
        if self.form is not None:
            self.form.take_keyboard()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Try once more to save what could not be saved: the page may go now."""
        if self._state.problem:
            self.retry_requested.emit()

    def _show_offer(self, offer: Offer, *, is_shown: bool) -> None:
        form = offer.questionnaire
        card = self.offers.get(form.id)
        if card is None:
            card = self.offers[form.id] = OfferCard(self._icons, offer)
            card.begin_requested.connect(self.begin_requested)
            card.save_requested.connect(self.save_requested)
            self._cards.addWidget(card)
            tick = self.ticks[form.id] = Tick(self._icons, f"{form.name} – {about(form)}")
            tick.setObjectName(form.id)
            tick.clicked.connect(self._switch)
            self._choice.body.addWidget(tick)
        card.show_offer(offer)
        card.setVisible(is_shown and (offer.is_on or offer.unfinished is not None))
        self.ticks[form.id].setChecked(offer.is_on)

    def _open_form(self) -> FormCard:
        assert self._state.filling is not None
        form = self.form = FormCard(self._icons, self._state.filling.questionnaire)
        self._cards.insertWidget(0, form)
        form.show()  # a layout shows it only a moment later, and the keyboard comes at once
        form.answer_requested.connect(self.answer_requested)
        form.one_requested.connect(self.one_requested)
        form.finish_requested.connect(self.finish_requested)
        form.gaps_accepted.connect(self.gaps_accepted)
        form.stop_requested.connect(self.stop_requested)
        form.discard_requested.connect(self.discard_requested)
        return form

    def _close_form(self) -> None:
        if self.form is not None:
            self._cards.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _switch(self, is_on: bool) -> None:
        self.switch_requested.emit(self.sender().objectName(), is_on)
