"""The card about what opens the diary: passphrase, recovery code, the keychain of this computer, or nothing typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.clipboard import SecretOnClipboard
from diary.ui.kit.codes import CodeWords
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.messages import Message
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import Divider, bring_up, column, row
from diary.ui.kit.text import Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.ways_out import lead_out
from diary.ui.settings.cards import MatterCard
from diary.ui.settings.ways_state import NewPassphrase, Question, WaysState
from diary.words import say, say_n

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class OpeningCard(MatterCard):
    """Draws a ``WaysState``; ``question_requested`` carries what to ask once more, or ``None`` to ask no longer."""

    passphrase_requested = Signal(object)
    code_requested = Signal()
    question_requested = Signal(object)
    answer_requested = Signal()
    keychain_requested = Signal(bool)
    reseal_requested = Signal()
    stop_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            say("What opens this diary"), say("password, forgot, secret, sign in, log in, code, PIN, security")
        )
        self._changed = 0
        self._is_working, self._said = False, ("", "")
        self._problem, self._done = Message(icons, is_warning=True), Message(icons)
        self._passphrase = _PassphrasePart(icons)
        self._old = _OldBackupsPart(icons)
        self._code = _CodePart(icons)
        self._keychain = Tick(icons, say("Open by itself on this computer"))
        about = say(
            "Your account’s keychain then keeps a key. "
            "Anyone who can use your account can open the diary, even when it is locked."
        )
        self._about_keychain = Words(about, "caption", wrap=True)
        never = say("Only the person whom the diary is about can do without a passphrase.")
        self._never = Words(never, "caption", wrap=True)
        self._without = _Asked(
            icons,
            say("No passphrase on this computer"),
            say("Anyone who uses this computer can then open the diary. A copy taken elsewhere stays closed."),
            say("Yes, without a passphrase"),
            self._passphrase.first.field,
        )
        for part in (
            self._problem,
            self._done,
            self._passphrase,
            self._old,
            Divider(),
            self._code,
            Divider(),
            self._keychain,
            self._about_keychain,
            self._without,
            self._never,
        ):
            self.body.addWidget(part)
        self._passphrase.passphrase_requested.connect(self.passphrase_requested)
        self._old.reseal_requested.connect(self.reseal_requested)
        self._old.stop_requested.connect(self.stop_requested)
        self._code.code_requested.connect(self.code_requested)
        self._keychain.clicked.connect(self._ask_keychain)
        self._code.new.ask_requested.connect(self._ask_for_code)
        self._without.ask_requested.connect(self._ask_for_none)
        for asked in (self._code.new, self._without):
            asked.yes_requested.connect(self.answer_requested)
            asked.no_requested.connect(self._ask_no_longer)

    def render_state(self, state: WaysState) -> None:
        """Draw a state whole; what was typed stays until the passphrase is changed."""
        self._is_working = state.is_working
        self._problem.say(state.problem)
        self._done.say(state.done)
        if (said := (state.problem, state.done)) != self._said:
            self._said = said
            self._bring_up(self._problem if state.problem else self._done)
        self._passphrase.render_state(state)
        self._old.render_state(state)
        self._code.render_state(state)
        self._keychain.setVisible(not state.ways.unprotected)
        self._about_keychain.setVisible(not state.ways.unprotected)
        self._keychain.setChecked(state.ways.keychain or state.waits_for_keychain)
        waits = say("Waiting for the keychain of this computer…")
        self._keychain.setText(waits if state.waits_for_keychain else say("Open by itself on this computer"))
        self._without.setVisible(state.ways.decides and not state.ways.unprotected)
        self._never.setVisible(not state.ways.decides)
        self._without.render_state(state, Question.NO_PASSPHRASE)

    def _ask_keychain(self, is_used: bool) -> None:
        """Pass the wish on; while something is being done the box stays as it is, and keeps the keyboard."""
        if self._is_working:
            self._keychain.setChecked(not is_used)
            return
        self.keychain_requested.emit(is_used)

    def _bring_up(self, message: Message) -> None:
        """Show what was said, above, with what was pressed still in view."""
        pressed = QApplication.focusWidget()
        if message.isVisible() and pressed is not None and self.isAncestorOf(pressed):
            bring_up(message, keep=pressed)

    def _ask_for_code(self) -> None:
        self.question_requested.emit(Question.NEW_CODE)

    def _ask_for_none(self) -> None:
        self.question_requested.emit(Question.NO_PASSPHRASE)

    def _ask_no_longer(self) -> None:
        self.question_requested.emit(None)


class _PassphrasePart(QWidget):
    """The new passphrase twice."""

    passphrase_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._changed = 0
        self._about = Words("", "second", wrap=True)
        self.first = SecretField(icons, say("New passphrase"), is_new=True)
        self._again = SecretField(icons, say("The same passphrase again"))
        self._change = Button(icons, say("Change the passphrase"))
        self.setLayout(column(self._about, self.first, self._again, row(self._change, None), spacing=10))
        self.first.entered.connect(self._next_field)
        self._again.entered.connect(self._ask)
        self._change.clicked.connect(self._ask)

    def render_state(self, state: WaysState) -> None:
        has_one, carer = state.ways.passphrase, state.ways.carer
        about = say("The passphrase is typed to open the diary. A few words that only you know work well.")
        change = say("Change the passphrase")
        if carer:
            about = say("This is {name}’s passphrase. A few words that only {name} knows work well.", name=carer)
            change = say("Change {name}’s passphrase", name=carer)
        self._about.setText(
            about if has_one else say("This diary has no passphrase. Anyone who uses this computer can open it.")
        )
        self._change.setText(change if has_one else say("Protect it with this passphrase"))
        self._change.rest(is_resting=state.is_working)
        if state.passphrases_changed != self._changed:
            self._changed = state.passphrases_changed
            self.first.clear()
            self._again.clear()

    def _next_field(self) -> None:
        self._again.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.passphrase_requested.emit(NewPassphrase(self.first.text, self._again.text))


class _OldBackupsPart(QWidget):
    """How many backups still open with what opened the diary before, and the offer to change them."""

    reseal_requested = Signal()
    stop_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._words = Words("", wrap=True)
        self._change = Button(icons, say("Change these backups too"))
        self._stop = Button(icons, say("Stop"), "quiet")
        self.setLayout(column(self._words, row(self._change, self._stop, None), spacing=8))
        self._change.clicked.connect(self.reseal_requested)
        self._stop.clicked.connect(self.stop_requested)

    def render_state(self, state: WaysState) -> None:
        n = len(state.old_backups)
        self.setVisible(bool(n))
        self._change.setVisible(not state.resealing)
        self._stop.setVisible(bool(state.resealing))
        if state.resealing:
            words = say("Changing backup {number} of {all}…", number=state.resealed + 1, all=state.resealing)
        else:
            words = say_n(
                "{n} older backup still opens with the passphrase or the code of its day.",
                "{n} older backups still open with the passphrase or the code of their day.",
                n,
            )
        self._words.setText(words)


class _CodePart(QWidget):
    """The recovery code, shown on demand, copied for a minute, or made anew."""

    code_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        about = say(
            "The recovery code opens the diary if the passphrase is forgotten. Keep it away from this computer."
        )
        self._show = Button(icons, say("Show the recovery code"), icon="key")
        self._copy = Button(icons, say("Copy"), icon="copy")
        self._code = CodeWords()
        self._forgets = Words(say("A copied code leaves the clipboard after a minute."), "caption", wrap=True)
        self.new = _Asked(
            icons,
            say("Make a new recovery code"),
            say("The old code will no longer open this diary. Have pen and paper ready for the new one."),
            say("Make the new code"),
            self._show,
        )
        self._is_awaited = False
        shown = row(self._show, self._copy, None)
        parts = (Words(about, "second", wrap=True), shown, self._code, self._forgets, self.new)
        self.setLayout(column(*parts, spacing=10))
        self._show.clicked.connect(self.code_requested)
        self._copy.clicked.connect(self._copy_code)
        self.new.yes_requested.connect(self._await)

    def render_state(self, state: WaysState) -> None:
        is_new = bool(state.code) and state.code != self._code.code
        for part in (self._code, self._copy, self._forgets):
            part.setVisible(bool(state.code))
        self._code.show_code(state.code)
        self._show.setText(say("Hide the recovery code") if state.code else say("Show the recovery code"))
        self.new.render_state(state, Question.NEW_CODE)
        if is_new:
            bring_up(self._code, keep=self._show)
        if is_new and self._is_awaited and self._show.hasFocus():
            self._code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_awaited = self._is_awaited and state.is_working

    def _await(self) -> None:
        self._is_awaited = True

    def _copy_code(self) -> None:
        SecretOnClipboard(self._code.code)


class _Asked(QWidget):
    """A button whose act is asked about once more, in place, with what follows from it.

    While it is done the keyboard waits at ``after``: the buttons that asked are gone.
    """

    ask_requested = Signal()
    yes_requested = Signal()
    no_requested = Signal()

    def __init__(self, icons: Icons, ask: str, consequence: str, yes: str, after: QWidget) -> None:
        super().__init__()
        self._after = after
        self._ask = Button(icons, ask)
        self._message = Message(icons, is_warning=True)
        self._consequence = consequence
        self._yes, self._no = Button(icons, yes), Button(icons, say("Leave it as it is"), "primary")
        lead_out(self._no)
        self.setLayout(column(row(self._ask, None), self._message, FlowLayout(self._yes, self._no), spacing=8))
        self._ask.clicked.connect(self.ask_requested)
        self._yes.clicked.connect(self.yes_requested)
        self._no.clicked.connect(self.no_requested)

    def render_state(self, state: WaysState, question: Question) -> None:
        is_asked = state.question is question
        had_keyboard = self._ask.hasFocus()
        was_answered = not is_asked and (self._yes.hasFocus() or self._no.hasFocus())
        self._message.say(self._consequence if is_asked else "")
        self._ask.setVisible(not is_asked)
        self._ask.rest(is_resting=state.is_working)
        if was_answered:
            (self._after if state.is_working else self._ask).setFocus(Qt.FocusReason.OtherFocusReason)
        for button in (self._yes, self._no):
            button.setVisible(is_asked)
        if is_asked and had_keyboard:
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_up(self, keep=self)
