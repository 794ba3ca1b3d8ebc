"""The page that says who writes in the diary: the person, and the carers they agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.clipboard import SecretOnClipboard
from diary.ui.kit.codes import CodeWords
from diary.ui.kit.inner_page import InnerPage
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, Divider, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.writers.form import WriterForm
from diary.ui.writers.state import Asked
from diary.ui.writers.taking_over_card import TakingOverCard
from diary.ui.writers.writer_row import WriterRow, icon_button
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from diary.domain.people import Carer
    from diary.ui.kit.icons import Icons
    from diary.ui.writers.state import Opened, WritersState


class WritersView(InnerPage):
    """The page; ``keep_requested`` carries an ``Answered``, the requests about one carer a ``Carer``.

    ``form_settled`` tells whether something stays in the form that can't be kept yet.
    """

    begin_requested = Signal()
    change_requested = Signal(object)
    rename_requested = Signal()
    consent_requested = Signal(object)
    remove_requested = Signal(object)
    passphrase_requested = Signal(object)
    take_over_requested = Signal()
    keep_requested = Signal(object)
    leave_requested = Signal()
    form_settled = Signal(bool)

    def __init__(self, icons: Icons, state: WritersState) -> None:
        super().__init__(icons, say("People who write here"))
        self._state = state
        self._drawn: tuple[object, ...] = ()
        self.rows: list[WriterRow] = []
        self.form: WriterForm | None = None
        self._told = Message(icons)
        self._code_card, self._code, self._whose_code = (
            Card(padding=(24, 18), spacing=10),
            CodeWords(),
            Words("", wrap=True),
        )
        self.copy = Button(icons, say("Copy"), icon="copy")
        for line in (self._whose_code, self._code):
            self._code_card.body.addWidget(line)
        self._code_card.body.addLayout(row(self.copy, None))
        forgets = Words(say("A copied code leaves the clipboard after a minute."), "caption", wrap=True)
        self._again = Words(say("You can see it again in Settings."), "caption", wrap=True)
        self._code_card.body.addWidget(forgets)
        self._code_card.body.addWidget(self._again)
        self._not_yours = Words("", "strong", wrap=True)
        self._person, self._whose = Words("", "strong", wrap=True), Words("", "caption", wrap=True)
        self._alone = Words("", "second", wrap=True)
        self.add = Button(icons, say("Add a carer"), "link", "plus")
        self._now, self._before, self._form = column(spacing=8), column(spacing=8), column()
        self._stopped = Card(padding=(24, 18), spacing=10)
        self._stopped.body.addWidget(Title(say("Wrote here before"), wrap=True))
        self._stopped.body.addLayout(self._before)
        self.taking_over = TakingOverCard(icons)
        card = Card(padding=(24, 18), spacing=10)
        self.rename = icon_button(icons, "pencil", "")
        person = row(spacing=6)
        person.addLayout(column(self._person, self._whose, None, spacing=2), 1)
        person.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(person)
        card.body.addWidget(Divider())
        card.body.addLayout(self._now)
        card.body.addWidget(self._alone)
        card.body.addLayout(row(self.add, None))
        card.body.addLayout(self._form)
        self._above, self._below = column(), column()
        for part in (self._not_yours, self._told, self._code_card):
            self.body.addWidget(part)
        self.body.addLayout(self._above)
        for part in (card, self._stopped):
            self.body.addWidget(part)
        self.body.addLayout(self._below)
        self.body.addStretch(1)
        self.rename.clicked.connect(self._ask_rename)
        self.taking_over.take_over.clicked.connect(self._ask_taking_over)
        self.add.clicked.connect(self.begin_requested)
        self.copy.clicked.connect(self._copy_code)
        self.render_state(state)

    def render_state(self, state: WritersState) -> None:
        """Draw a state whole."""
        before, self._state = self._state, state
        self._problem.say_why("" if state.opened else state.problem, state.reason, can_copy=state.can_copy)
        self._said.say(state.said if state.can_undo else "")
        self._told.say("" if state.can_undo else state.said)
        self._code.show_code(state.code)
        self._code_card.setVisible(bool(state.code))
        theirs = say(
            "{name}’s recovery code. They write it down: it opens the diary without the passphrase.", name=state.code_of
        )
        yours = say("Your recovery code. Write it down: it opens the diary without the passphrase.")
        self._whose_code.setText(theirs if state.code_of else yours)
        self._again.setVisible(not state.code_of)
        self._draw_people(state)
        self.taking_over.show_to(state)
        if state.opened is not before.opened or (self.form is None) is not (state.opened is None):
            self._show_form(state)
        if self.form is not None:
            self.form.say_problem(state.problem, state.reason, can_copy=state.can_copy)
        self.add.setVisible(state.decides and state.opened is None)
        self._measure()
        if self.form is not None:
            self.ensureWidgetVisible(self.form)
        elif state.code and state.code != before.code and self.isVisible():
            self._code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._code_card)
        elif state.is_loaded and not before.is_loaded and self.isVisible():
            self.take_keyboard()
        elif before.opened is not None and self.isVisible():
            opener = self._opener(before.opened)
            opener.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(opener)

    def take_keyboard(self) -> None:
        """Begin at what is asked, else at the way to add somebody."""
        if self.form is not None:
            self.form.take_keyboard()
        else:
            first = self._back if self._state.is_loaded and not self._state.decides else self.add
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opener(self, opened: Opened) -> QWidget:
        """What the form was opened with: a passphrase typed on by mistake must not stand readable in another form."""
        openers: dict[Asked, QWidget] = {Asked.PERSON: self.rename, Asked.TAKE_OVER: self.taking_over.take_over}
        for line in self.rows:
            if opened.carer is not None and line.carer_id == opened.carer.recorder.id:
                openers |= {Asked.NAME: line.change, Asked.CONSENT: line.consent, Asked.PASSPHRASE: line.passphrase}
        found = openers.get(opened.asked, self.add)
        return found if found.isVisible() else self.add

    def settle(self) -> None:
        """Keep what stands in the form, where that is meant, and try again what could not be kept: the page may go."""
        self._settle_form()
        if self._state.problem:
            self.retry_requested.emit()

    def _settle_form(self) -> None:
        """See to the open form before something else is asked in its place."""
        form = self.form
        is_settled = form is None or form.settle()
        if form is not None and not is_settled:
            self.ensureWidgetVisible(form)
        self.form_settled.emit(not is_settled)

    def _draw_people(self, state: WritersState) -> None:
        person = state.person
        drawn = person, state.carers, state.with_passphrase, state.keeper, state.decides
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._about.setText(
            say(
                "Each entry says who wrote it. What a carer noticed stays apart from {person}’s answers.", person=person
            )
        )
        self._person.setText(person)
        self._whose.setText(say("The diary is about {person}.", person=person))
        self._alone.setText(say("Only {person} writes here.", person=person))
        self.rename.setAccessibleName(say("Change: {what}", what=person))
        self.rename.setToolTip(say("Change: {what}", what=person))
        for part in (self._about, self._person, self._whose):
            part.setVisible(bool(person))
        self.rename.setVisible(state.decides)
        self._not_yours.setText(say("Only {person} can change who writes here.", person=person))
        self._not_yours.setVisible(state.is_loaded and not state.decides)
        for old in self.rows:
            self.let_go(old, self.add)
        self.rows = [
            *(self._row(carer, self._now) for carer in state.writing),
            *(self._row(carer, self._before) for carer in state.stopped),
        ]
        self._alone.setVisible(state.is_loaded and not state.writing)
        self._stopped.setVisible(bool(state.stopped))
        # Who keeps the diary for the person is said first, and what anybody may do who shares a passphrase last.
        (self._above if state.kept_by else self._below).addWidget(self.taking_over)

    def _copy_code(self) -> None:
        SecretOnClipboard(self._code.code)

    def _ask_rename(self) -> None:
        self._settle_form()
        self.rename_requested.emit()

    def _ask_taking_over(self) -> None:
        self._settle_form()
        self.take_over_requested.emit()

    def _row(self, carer: Carer, layout: QVBoxLayout) -> WriterRow:
        has_passphrase = carer.recorder.id in self._state.with_passphrase
        line = WriterRow(self._icons, carer, self._state.person, has_passphrase=has_passphrase)
        line.may_stop(carer.recorder.id != self._state.keeper)
        line.may_change(self._state.decides)
        for asked in (line.passphrase_requested, line.change_requested, line.consent_requested):
            asked.connect(self._settle_form)  # connected first, so that it comes first
        line.passphrase_requested.connect(self.passphrase_requested)
        line.change_requested.connect(self.change_requested)
        line.consent_requested.connect(self.consent_requested)
        line.remove_requested.connect(self.remove_requested)
        layout.addWidget(line)
        line.show()
        return line

    def _show_form(self, state: WritersState) -> None:
        if self.form is not None:
            self.let_go(self.form, self.add)
            self.form = None
        if state.opened is not None:
            self.form = WriterForm(self._icons, state.opened, state.person)
            self.form.kept.connect(self.keep_requested)
            self.form.left.connect(self.leave_requested)
            self.form.copy_requested.connect(self.copy_requested)
            self._form.addWidget(self.form)
            self.form.show()
            self.form.take_keyboard()
