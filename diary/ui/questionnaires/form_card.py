"""A questionnaire being filled in: all questions on one page, or one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.words import say

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.domain.questionnaires import Item, Questionnaire
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.theme import Theme
    from diary.ui.questionnaires.state import Filling


class ItemRow(QWidget):
    """One question and its answers; ``answered`` carries its id and the value, ``None`` when it was taken back.

    Where the answers are words, a digit that is the number of one takes it; ``passed`` asks for the next question.
    """

    answered = Signal(str, object)
    passed = Signal(object)

    def __init__(self, theme: Theme, item: Item, number: int) -> None:
        super().__init__()
        self.item = item
        self._answers = {str(value): item.words_of(value) for value in item.values}
        asked = Words(f"{number}. {item.text}", "strong", wrap=True)
        self.choice = SmallChoice(theme, f"{number}. {item.text}", self._answers)
        parts: list[QWidget] = [asked, self.choice]
        if item.ends[0]:
            low, high = item.ends
            ends = say("0 – {low} · 10 – {high}", low=low, high=high)
            parts.append(Words(ends, "caption", wrap=True))
        self.setLayout(column(*parts, spacing=6))
        self.choice.chosen.connect(self._chosen)

    def take_keyboard(self) -> None:
        """Begin at the answers of this question."""
        buttons = self.choice.buttons.values()
        entry = next(one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.item.options and event.text() in self._answers and not event.isAutoRepeat():
            self.answered.emit(self.item.id, int(event.text()))
            self.passed.emit(self)
        else:
            super().keyPressEvent(event)

    def _chosen(self, key: str | None) -> None:
        self.answered.emit(self.item.id, None if key is None else int(key))


class FormCard(Card):
    """The questionnaire; nothing has to be answered, and every answer is kept as it is given."""

    answer_requested = Signal(str, object)
    one_requested = Signal(bool)
    finish_requested = Signal()
    stop_requested = Signal()
    discard_requested = Signal()

    def __init__(self, icons: Icons, form: Questionnaire) -> None:
        super().__init__(spacing=14)
        self.form = form
        self._at = 0
        self._is_one = False
        self._is_begun = False
        self.rows = [ItemRow(icons.theme, item, number) for number, item in enumerate(form.items, start=1)]
        self.one = Tick(icons, say("One question at a time"))
        self._back, self.next = Button(icons, say("Back"), icon="chevron-left"), Button(icons, say("Next"))
        self.done = Button(icons, say("Done"), "primary")
        self.stop = Button(icons, say("Stop for now"))
        self._discard = Button(icons, say("Delete"), "quiet")
        self._count = Words("", "caption")
        self.body.addWidget(Title(form.name))
        if form.stem:
            self.body.addWidget(Words(form.stem, wrap=True))
        self.body.addWidget(self.one)
        for line in self.rows:
            self.body.addWidget(line)
        self.body.addWidget(self._count)
        self.body.addLayout(row(self._back, self.next, None))
        self.body.addLayout(row(self.done, self.stop, None, self._discard))
        if form.licence:
            self.body.addWidget(Words(form.licence, "caption", wrap=True))
        self._connect()

    def render_filling(self, filling: Filling, *, is_one: bool) -> None:
        """Draw the answers, and which questions are on the page."""
        turned = is_one != self._is_one
        self._is_one = is_one
        self.one.setChecked(is_one)
        for line in self.rows:
            value = filling.answers.get(line.item.id)
            line.choice.show_choice(None if value is None else str(value))
        if turned or not self._is_begun:
            self._at = self._first_open(filling) if is_one else self._at
        self._is_begun = True
        self._show_rows()

    def take_keyboard(self) -> None:
        """Begin at the question that is up."""
        self.rows[self._at].take_keyboard()

    def _first_open(self, filling: Filling) -> int:
        return next((at for at, one in enumerate(self.rows) if one.item.id not in filling.answers), 0)

    def _show_rows(self) -> None:
        for at, line in enumerate(self.rows):
            line.setVisible(not self._is_one or at == self._at)
        last = len(self.rows) - 1
        self._back.setVisible(self._is_one)
        self.next.setVisible(self._is_one)
        self._back.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < last)
        self._count.setVisible(self._is_one)
        self._count.setText(say("{n} of {of}", n=self._at + 1, of=len(self.rows)))

    def _connect(self) -> None:
        for line in self.rows:
            line.answered.connect(self.answer_requested)
            line.passed.connect(self._pass)
        self.one.clicked.connect(self.one_requested)
        self._back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.done.clicked.connect(self.finish_requested)
        self.stop.clicked.connect(self.stop_requested)
        self._discard.clicked.connect(self.discard_requested)

    def _pass(self, line: ItemRow) -> None:
        """Go to the question after one that was answered by a key, after the last to Done."""
        at = self.rows.index(line) + 1
        if at == len(self.rows):
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_to(at)

    def _go_back(self) -> None:
        self._go_to(self._at - 1)

    def _go_on(self) -> None:
        self._go_to(self._at + 1)

    def _go_to(self, at: int) -> None:
        self._at = at
        self._show_rows()
        self.rows[at].take_keyboard()
