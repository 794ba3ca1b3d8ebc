"""The cards of the first run, one per step; each asks for what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from diary.ui.first_run.keeper_part import KeeperPart
from diary.ui.first_run.state import FirstRunState, Names, Part, Passphrases, Step, initials
from diary.ui.kit.buttons import Button
from diary.ui.kit.clipboard import SecretOnClipboard
from diary.ui.kit.codes import CodeWords
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.icons import IconMark
from diary.ui.kit.messages import Message
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import Card, Divider, bring_up, row
from diary.ui.kit.text import Heading, Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.ways_out import lead_out
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons


class StepCard(Card):
    """A card with a heading, words, its parts, a message and its buttons."""

    def __init__(self, icons: Icons, heading: str, *words: str) -> None:
        super().__init__(padding=(40, 34), spacing=12)
        self.icons = icons
        self.message = Message(icons, is_warning=True)
        self.body.addWidget(Heading(heading))
        for sentence in words:
            self.body.addWidget(Words(sentence, wrap=True))

    def add(self, *parts: QWidget) -> None:
        """Add parts below one another."""
        for part in parts:
            self.body.addWidget(part)

    def render_state(self, state: FirstRunState) -> None:
        """Draw what of the state this step shows."""
        self.message.say(state.problem)

    def take_keyboard(self) -> None:
        """Bring the keyboard to where this step begins."""

    def go_to_problem(self, about: Part | None) -> None:
        """Bring the message into view, and the keyboard to what it is about."""
        del about
        bring_up(self.message, keep=self.message)

    def say_above(self, part: QWidget) -> None:
        """Have the message stand right above a part of this card, wherever that is laid out."""
        for layout in self.findChildren(QVBoxLayout):
            layout.removeWidget(self.message)
        for layout in self.findChildren(QVBoxLayout):
            if layout.indexOf(part) >= 0:
                layout.insertWidget(layout.indexOf(part), self.message)


class WelcomeStep(StepCard):
    """What this is, in three short sentences; ``left``: back to the diaries that there are already."""

    begin_requested = Signal()
    left = Signal()
    another_requested = Signal()
    backup_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            icons,
            say("Welcome to Alongside"),
            say("A diary for pain, and for anxiety or low mood."),
            say("It keeps them side by side, day by day."),
            say("It can make a page for your doctor, nurse or therapist."),
        )
        self.body.insertWidget(0, IconMark(icons, "alongside", "accent", 44))
        self._begin = Button(icons, say("Begin a diary"), "primary")
        self._back = Button(icons, say("Back"), "quiet")
        lead_out(self._back)
        another = Button(icons, say("Open another diary"), icon="folder-open")
        backup = Button(icons, say("Bring back a backup"), icon="archive-restore")
        self.body.addSpacing(8)
        self.add(self._begin, another, backup, self.message)
        self.body.addLayout(row(self._back, None))
        self._back.clicked.connect(self.left)
        self._begin.clicked.connect(self.begin_requested)
        another.clicked.connect(self.another_requested)
        backup.clicked.connect(self.backup_requested)

    def render_state(self, state: FirstRunState) -> None:
        """Offer the way back where there is something behind it."""
        super().render_state(state)
        self._back.setVisible(state.has_others)

    def take_keyboard(self) -> None:
        """Begin at the first button."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)


class NamesStep(StepCard):
    """The person's name and the label; initials are suggested until the person writes their own label."""

    named = Signal(object)
    back_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, say("Whose diary is it?"))
        self._name = LabelledField(say("Your name"), say("It stays inside the diary."))
        self._label = LabelledField(
            say("A label for the outside"),
            say("Anyone who uses this computer can see it. Left empty, it will be the initials."),
        )
        self._is_own_label = False
        self._for_another = Tick(icons, say("I keep this diary for somebody else"))
        self._keeper = KeeperPart(icons)
        self._keeper.hide()
        self._onwards = Button(icons, say("Go on"), "primary")
        back = Button(icons, say("Back"), "quiet")
        lead_out(back)
        self.add(self._name, self._label, self._for_another, self._keeper, self.message, self._onwards)
        self.body.addLayout(row(back, None))
        self._name.edited.connect(self._suggest)
        for field in (self._name, self._label):
            field.edited.connect(self._begin_anew)
        self._label.edited.connect(self._own_label)
        for asked in (self._name.entered, self._label.entered, self._onwards.clicked):
            asked.connect(self._ask)
        back.clicked.connect(self.back_requested)
        self._for_another.toggled.connect(self._ask_for_another)
        self._keeper.changed.connect(self._begin_anew)
        for field in (self._keeper.name, self._keeper.relationship):
            field.entered.connect(self._ask)

    def render_state(self, state: FirstRunState) -> None:
        """Draw what was filled in."""
        if state.keeper is not None:
            self._keeper.show_keeper(state.keeper)
            self._for_another.setChecked(True)
        above: dict[Part | None, QWidget] = {
            Part.NAME: self._name,
            Part.LABEL: self._label,
            Part.OWN_NAME: self._keeper.name,
            Part.CONSENT: self._keeper.asked,
        }
        self.say_above(above.get(state.about, self._onwards))
        super().render_state(state)
        self._name.show_text(state.name or self._name.text)
        self._label.show_text(state.label or self._label.text)

    def take_keyboard(self) -> None:
        """Begin at the name."""
        self._name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_problem(self, about: Part | None) -> None:
        """Bring the message into view, and the keyboard to the field that it is about."""
        if about is Part.CONSENT:
            self._keeper.consent.take_keyboard()
            bring_up(self.message, keep=self._keeper.consent)
            return
        fields = {Part.NAME: self._name, Part.LABEL: self._label, Part.OWN_NAME: self._keeper.name}
        field = fields.get(about) if about else None
        if field is not None:
            field.field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self.message, keep=field or self.message)

    def _suggest(self, name: str) -> None:
        if not self._is_own_label:
            self._label.show_text(initials(name))

    def _ask_for_another(self, is_for_another: bool) -> None:
        self._name.show_label(say("Their name") if is_for_another else say("Your name"))
        self._keeper.setVisible(is_for_another)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.message.say("")

    def _own_label(self, label: str) -> None:
        self._is_own_label = bool(label)

    def _ask(self) -> None:
        keeper = self._keeper.keeper if self._for_another.isChecked() else None
        self.named.emit(Names(self._name.text, self._label.text, keeper))


class PassphraseStep(StepCard):
    """A passphrase twice, or in plain words none on this computer."""

    protected = Signal(object)
    unprotected_requested = Signal()
    back_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            icons,
            say("A passphrase keeps it private"),
            say("A few words that only you know work well. You type them when you open the diary."),
        )
        self._whose = Words("", wrap=True)
        self._first = SecretField(icons, say("Passphrase"), is_new=True)
        self._again = SecretField(icons, say("The same passphrase again"))
        self._make = Button(icons, say("Make the diary"), "primary")
        self._without = Button(icons, say("No passphrase on this computer"))
        meaning = say("Then anyone who uses this computer can open the diary. A copy taken elsewhere stays closed.")
        back = Button(icons, say("Back"), "quiet")
        lead_out(back)
        self.add(self._whose, self._first, self._again, self.message, self._make)
        self.body.addSpacing(4)
        self.add(Divider(), self._without, Words(meaning, "caption", wrap=True))
        self.body.addLayout(row(back, None))
        self._first.entered.connect(self._next_field)
        self._again.entered.connect(self._ask)
        self._make.clicked.connect(self._ask)
        self._without.clicked.connect(self.unprotected_requested)
        back.clicked.connect(self.back_requested)

    def render_state(self, state: FirstRunState) -> None:
        """Draw whether the diary is being made."""
        self.say_above(self._first if state.about is Part.PASSPHRASE else self._make)
        super().render_state(state)
        self._whose.setText(
            say("This passphrase is yours. {person} can take the diary over with one of their own.", person=state.name)
        )
        self._whose.setVisible(state.keeper is not None)
        self._make.rest(is_resting=state.is_working)
        self._without.rest(is_resting=state.is_working)
        self._make.setText(say("Making the diary…") if state.is_working else say("Make the diary"))
        if state.step is not Step.PASSPHRASE or state.about is Part.PASSPHRASE:
            self._first.clear()
            self._again.clear()

    def take_keyboard(self) -> None:
        """Begin at the first field."""
        self._first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_problem(self, about: Part | None) -> None:
        """Bring the message into view, and the keyboard to the first field where that is to be typed anew."""
        if about is Part.PASSPHRASE:
            self.take_keyboard()
        bring_up(self.message, keep=self._first if about is Part.PASSPHRASE else self._make)

    def _next_field(self) -> None:
        self._again.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.protected.emit(Passphrases(self._first.text, self._again.text))


class CodeStep(StepCard):
    """The recovery code, shown once here and again in Settings whenever it is wanted.

    ``kept``: whether it was said to be written down.
    """

    kept = Signal(bool)
    seen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            icons,
            say("Your recovery code"),
            say("It opens the diary if you forget the passphrase."),
            say("If the computer is gone, it opens a backup that you kept somewhere else."),
            say("Write it down and keep it somewhere safe, away from this computer."),
        )
        self._is_held = False
        self._code = CodeWords()
        copy = Button(icons, say("Copy"), icon="copy")
        self._tick = Tick(icons, say("I have written it down"))
        onwards = Button(icons, say("Go on"), "primary")
        self.add(self._code)
        self.body.addLayout(row(copy, self._tick, None, spacing=12))
        self.add(Words(say("You can see it again in Settings."), "caption", wrap=True), self.message, onwards)
        copy.clicked.connect(self._copy)
        self._tick.clicked.connect(self.kept)
        onwards.clicked.connect(self.seen)

    def render_state(self, state: FirstRunState) -> None:
        """Draw the code."""
        super().render_state(state)
        self._code.show_code(state.code)

    def take_keyboard(self) -> None:
        """Begin at the code: what is typed on from the passphrase must press nothing, or the code goes unseen."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_close(self) -> bool:
        """Whether the code was said to be written down; asked about once."""
        if self._is_held or self._tick.isChecked():
            return True
        self._is_held = True
        again = say("Close the window again to leave. You can see the code again in Settings.")
        self.message.say(say("Have you written the code down?"), again)
        self.go_to_problem(None)
        return False

    def _copy(self) -> None:
        SecretOnClipboard(self._code.code)


class HonestNoteStep(StepCard):
    """What tracking does to people, said before the first day."""

    finished = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            icons,
            say("Before you begin"),
            say("Writing down pain every day helps some people and makes others notice pain more."),
            say("You can stop, pause or do less at any time."),
            say("Nothing here is required. A few days a week are plenty."),
        )
        self._finish = Button(icons, say("Open the first page"), "primary")
        self.body.addSpacing(8)
        self.add(self.message, self._finish)
        self._finish.clicked.connect(self.finished)

    def take_keyboard(self) -> None:
        """Begin at the button."""
        self._finish.setFocus(Qt.FocusReason.OtherFocusReason)
