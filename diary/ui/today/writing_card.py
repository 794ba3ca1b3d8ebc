"""What stands above the first question where others than the person write here: who is writing, and how they know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.people import PERSON, Basis
from diary.ui.kit.buttons import Button, CardButton, paint_ring
from diary.ui.kit.carer_mark import CarerMark
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.icons import IconMark
from diary.ui.kit.messages import announce
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Key, Title, Words
from diary.ui.kit.writer_sign import TOLD_ICON
from diary.ui.today.writing import Writing
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.icons import Icons

BESIDE_EM, ENDS_EM, PERSON_ENDS_EM = 56, 40, 28
"""From these widths on, in em, a carer's two answers stand beside each other, and what changes who writes beside it."""
MARK_PX = 34


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
        self._ends: QBoxLayout | None = None
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
        self._dress(writing)
        if is_shown:
            self._inside = QWidget()
            self._inside.setLayout(self._asking(writing) if writing.asks else self._line(writing))
            self._outer.addWidget(self._inside)
            self._inside.show()
        self.setVisible(is_shown)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if writing.asks else Qt.FocusPolicy.NoFocus)
        if had_keyboard and writing.asks:
            self.take_keyboard()
        elif is_shown and was_asking and not writing.asks:
            announce(self, self.accessibleName())

    def _dress(self, writing: Writing) -> None:
        """Take the ground of who writes before there are words on it: they take their colour from it only once."""
        self.setProperty("role", "card" if writing.asks_who or writing.is_person else "carer")
        self.style().unpolish(self)
        self.style().polish(self)

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
        """Stand a carer's two answers, and what changes who writes, beside or below."""
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        ends = PERSON_ENDS_EM if self._shown.is_person else ENDS_EM
        for parts, least in ((self._pair, BESIDE_EM), (self._ends, ends)):
            if parts is not None:
                parts.setDirection(beside if width_px >= least * self._theme.em else above)

    @staticmethod
    def _look(writing: Writing) -> tuple[object, ...]:
        return writing.writers, writing.writer, writing.basis, writing.hands

    def _drop(self) -> None:
        self._buttons, self._pair, self._ends = [], None, None
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
        flow.setLayout(FlowLayout(*self._buttons, spacing=12, is_even=True))
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
            IconMark(self._icons, TOLD_ICON, "carer", 20),
        )
        noticed = self._answer(
            say("What I noticed"),
            say(
                "What you saw or heard, kept apart from {person}’s answers. Only things that can be seen.",
                person=person,
            ),
            CarerMark(self._theme, 18),
        )
        told.clicked.connect(self._choose_told)
        noticed.clicked.connect(self._choose_noticed)
        self._pair = row(spacing=14)
        for button in self._buttons:
            self._pair.addWidget(button, 1)
        named = row(CarerMark(self._theme), spacing=10)
        named.addWidget(self._named_by(writing), 1)
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
        """Say who writes and how they know in words and a mark that are told apart from across a room."""
        name, person = writing.name, writing.person
        words: list[QWidget] = []
        mark: QWidget = IconMark(self._icons, "pen-line", "accent", MARK_PX)
        if writing.is_person:
            said = say("{name} is writing", name=name)
            words.append(Words(said, "headline", wrap=True))
        else:
            words += [self._named_by(writing), Words(writing.how, "headline", wrap=True)]
            if writing.is_noticed:
                mark = CarerMark(self._theme, MARK_PX)
                said = say("{name}, writing in {person}’s diary: what I noticed", name=name, person=person)
                counts = say("Kept apart from {person}’s own answers.", person=person)
            else:
                mark = IconMark(self._icons, TOLD_ICON, "carer", MARK_PX)
                said = say("{name}, writing in {person}’s diary: what {person} told me", name=name, person=person)
                counts = say("These count as {person}’s own answers.", person=person)
            words.append(Words(counts, "second", wrap=True))
        self.setAccessibleName(said)
        head = row(mark, spacing=16)
        head.addLayout(column(*words, spacing=2), 1)
        self._ends = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ends.addLayout(head, 1)
        self._ends.addLayout(row(*self._changes(writing), None, spacing=8))
        layout = column(self._ends)
        layout.setContentsMargins(24, 10, 16, 10)
        return layout

    def _changes(self, writing: Writing) -> list[QWidget]:
        made: list[QWidget] = []
        if not writing.is_person:
            change = Button(self._icons, say("Change"), "link")
            change.setAccessibleName(say("Change: told or noticed"))
            change.clicked.connect(self._ask_how)
            made.append(change)
        if writing.can_change_hands:
            made.append(self._other())
        return made

    @staticmethod
    def _named_by(writing: Writing) -> Words:
        words = say("{name}, writing in {person}’s diary", name=writing.name, person=writing.person)
        return Words(words, "carer_name", wrap=True)

    def _other(self) -> Button:
        other = Button(self._icons, say("Someone else is writing"), "quiet")
        other.clicked.connect(self._ask_who)
        return other

    def _answer(self, title: str, about: str, mark: QWidget | None = None) -> CardButton:
        head = row(*([mark] if mark else []), Title(title), None, spacing=10)
        if self._shown.asks_how:
            head.addWidget(Key(str(len(self._buttons) + 1)))
        inside = column(head, spacing=3)
        if about:
            inside.addWidget(Words(about, "second", wrap=True))
        inside.addStretch(1)
        inside.setContentsMargins(18, 12, 18, 12)
        button = CardButton(self._icons, f"{title}. {about}" if about else title, inside)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
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
