"""What stands above the first question where others than the person write here: who is writing, and how they know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.people import PERSON, Basis
from diary.ui.kit.buttons import Button, CardButton, paint_ring
from diary.ui.kit.carer_mark import CarerMark
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.messages import announce
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Key, Title, Words
from diary.ui.today.writing import Writing
from diary.words import say

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.icons import Icons

BESIDE_EM = 56
"""From this width on, in em, the two answers of a carer stand beside each other."""


class WritingCard(QFrame):
    """``writer_requested`` carries a recorder's id, empty to ask who; ``basis_requested`` a ``Basis`` or ``None``."""

    writer_requested = Signal(str)
    basis_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons, self._theme = icons, icons.theme
        self._shown = Writing()
        self._inside: QWidget | None = None
        self._pair: QBoxLayout | None = None
        self._buttons: list[CardButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_writing(self, writing: Writing) -> None:
        """Draw who is writing, or what is asked; nothing where only the person writes."""
        if self._look(writing) == self._look(self._shown) and self._inside is not None:
            return
        had_keyboard = self._inside is not None and self._inside.isAncestorOf(self.focusWidget() or self)
        was_asking, self._shown = self._shown.asks, writing
        self._drop()
        is_shown = writing.is_shared or not writing.is_person
        if is_shown:
            self._inside = QWidget()
            self._inside.setLayout(self._asking(writing) if writing.asks else self._line(writing))
            self._outer.addWidget(self._inside)
            self._inside.show()
        self.setProperty("role", "card" if writing.asks_who or writing.is_person else "carer")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(is_shown)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if writing.asks else Qt.FocusPolicy.NoFocus)
        if had_keyboard and writing.asks:
            self.take_keyboard()
        elif is_shown and was_asking and not writing.asks:
            announce(self, self.accessibleName())

    def take_keyboard(self) -> None:
        """Ring the question while it has no answer: at one of the answers, Space would take it for a default."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, self._theme, QRectF(self.rect()), 14)
            painter.end()

    def press(self, number: int) -> None:
        """Take one of a carer's two answers by its number, from 1 on.

        Who is writing has no number: a digit meant for a question would put somebody else's name on what follows.
        """
        if self._shown.asks_how and 0 < number <= len(self._buttons):
            self._buttons[number - 1].click()

    def arrange(self, width_px: int) -> None:
        """Stand a carer's two answers beside or above each other."""
        if self._pair is not None:
            is_wide = width_px >= BESIDE_EM * self._theme.em
            beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._pair.setDirection(beside if is_wide else above)

    @staticmethod
    def _look(writing: Writing) -> tuple[object, ...]:
        return writing.writers, writing.writer, writing.basis, writing.hands

    def _drop(self) -> None:
        self._buttons, self._pair = [], None
        if self._inside is not None:
            self._outer.removeWidget(self._inside)
            self._inside.hide()
            self._inside.setParent(None)
            self._inside.deleteLater()
            self._inside = None

    def _asking(self, writing: Writing) -> QVBoxLayout:
        layout = self._who(writing) if writing.asks_who else self._how(writing)
        layout.setContentsMargins(24, 18, 24, 18)
        return layout

    def _who(self, writing: Writing) -> QVBoxLayout:
        flow = QWidget()
        for one in (one for one in writing.writers if one.id in writing.hands):
            about = say("The diary is about {person}.", person=one.name) if one.id == PERSON else one.relationship
            button = self._answer(one.name, about)
            button.setProperty("recorder", one.id)
            button.clicked.connect(self._choose_writer)
        flow.setLayout(FlowLayout(*self._buttons, spacing=12))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        flow.setSizePolicy(policy)
        why = say("It stands on everything that is written now. You can change it here at any time.")
        self.setAccessibleName(say("Who is writing?"))
        return column(
            Words(say("Who is writing?"), "headline", wrap=True), flow, Words(why, "second", wrap=True), spacing=12
        )

    def _how(self, writing: Writing) -> QVBoxLayout:
        person = writing.person
        told = self._answer(
            say("{person} told me", person=person),
            say("{person}’s own answers, typed by you. The same questions that {person} gets.", person=person),
        )
        noticed = self._answer(
            say("What I noticed"),
            say(
                "What you saw or heard, kept apart from {person}’s answers. Only things that can be seen.",
                person=person,
            ),
        )
        told.clicked.connect(self._choose_told)
        noticed.clicked.connect(self._choose_noticed)
        self._pair = row(spacing=14)
        for button in self._buttons:
            self._pair.addWidget(button, 1)
        named = self._named(say("{name}, writing in {person}’s diary", name=writing.name, person=person))
        if writing.can_change_hands:
            named.addWidget(self._other())
        question = say("Is this what {person} told you, or what you noticed?", person=person)
        self.setAccessibleName(question)
        why = say("The questions come after you choose. This is asked for every entry.")
        seen = say("{person} can always see who wrote what.", person=person)
        return column(
            named,
            Words(question, "headline", wrap=True),
            self._pair,
            Words(f"{why} {seen}", "second", wrap=True),
            spacing=12,
        )

    def _line(self, writing: Writing) -> QVBoxLayout:
        name, person = writing.name, writing.person
        parts: list[QWidget] = []
        if writing.is_person:
            words = say("{name} is writing", name=name)
            head = row(Title(words, wrap=True), None)
        elif writing.is_noticed:
            words = say("{name}, writing in {person}’s diary: what I noticed", name=name, person=person)
            head = self._named(words)
            parts.append(Words(say("Kept apart from {person}’s own answers.", person=person), "caption", wrap=True))
        else:
            words = say("{name}, writing in {person}’s diary: what {person} told me", name=name, person=person)
            head = self._named(words)
            parts.append(Words(say("These count as {person}’s own answers.", person=person), "caption", wrap=True))
        self.setAccessibleName(words)
        if not writing.is_person:
            change = Button(self._icons, say("Change"), "link")
            change.setAccessibleName(say("Change: told or noticed"))
            change.clicked.connect(self._ask_how)
            head.addWidget(change)
        if writing.can_change_hands:
            head.addWidget(self._other())
        layout = column(head, *parts, spacing=2)
        layout.setContentsMargins(24, 8, 16, 8)
        return layout

    def _named(self, words: str) -> QHBoxLayout:
        line = row(CarerMark(self._theme), spacing=10)
        line.addWidget(Words(words, "carer_name", wrap=True), 1)
        return line

    def _other(self) -> Button:
        other = Button(self._icons, say("Someone else is writing"), "quiet")
        other.clicked.connect(self._ask_who)
        return other

    def _answer(self, title: str, about: str) -> CardButton:
        head = row(Title(title), None, spacing=12)
        if self._shown.asks_how:
            head.addWidget(Key(str(len(self._buttons) + 1)))
        inside = column(head, spacing=3)
        if about:
            inside.addWidget(Words(about, "second", wrap=True))
        inside.setContentsMargins(18, 12, 18, 12)
        button = CardButton(self._icons, f"{title}. {about}" if about else title, inside)
        self._buttons.append(button)
        return button

    def _choose_writer(self) -> None:
        self.writer_requested.emit(str(self.sender().property("recorder")))

    def _choose_told(self) -> None:
        self.basis_requested.emit(Basis.TOLD)

    def _choose_noticed(self) -> None:
        self.basis_requested.emit(Basis.OBSERVED)

    def _ask_how(self) -> None:
        self.basis_requested.emit(None)

    def _ask_who(self) -> None:
        self.writer_requested.emit("")
