"""A questionnaire being filled in: all questions on one page, or one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.ways_out import lead_out
from diary.ui.questionnaires.item_row import ItemRow
from diary.words import say, say_n

if TYPE_CHECKING:
    from diary.domain.questionnaires import Questionnaire
    from diary.ui.kit.icons import Icons
    from diary.ui.questionnaires.state import Filling


class FormCard(Card):
    """The questionnaire; nothing has to be answered, and every answer is kept as it is given.

    ``finish_requested``: it is done; ``gaps_accepted``: even with the open questions that it was told of.
    """

    answer_requested = Signal(str, object)
    one_requested = Signal(bool)
    finish_requested = Signal()
    gaps_accepted = Signal()
    stop_requested = Signal()
    discard_requested = Signal()

    def __init__(self, icons: Icons, form: Questionnaire) -> None:
        super().__init__(spacing=14)
        self.form = form
        self._at = 0
        self._is_one = False
        self._is_begun = False
        self._is_whole = False
        self._tells_gaps = False
        self._gaps: tuple[int, ...] = ()
        self.rows = [ItemRow(icons, item, number) for number, item in enumerate(form.items, start=1)]
        self.one = Tick(icons, say("One question at a time"))
        self._back, self.next = Button(icons, say("Back"), icon="chevron-left"), Button(icons, say("Next"), "primary")
        self.done = Button(icons, say("Done"), "primary")
        self.stop = Button(icons, say("Stop for now"))
        lead_out(self.stop)
        self._discard = Button(icons, say("Delete"), "quiet")
        self._count = Words("", "caption")
        self.gaps = Message(icons, action=say("Done without a total"), other=say("Go there"))
        self.body.addWidget(Title(form.name))
        if form.stem:
            self.body.addWidget(Words(form.stem, wrap=True))
        if any(line.choice for line in self.rows):
            keys = say("Keys work too: 0 takes the first answer, 1 the second, and so on.")
            self.body.addWidget(Words(keys, "caption", wrap=True))
        self.body.addWidget(self.one)
        for line in self.rows:
            self.body.addWidget(line)
        self.body.addWidget(self._count)
        self.body.addLayout(row(self._back, self.next, None))
        self.body.addWidget(self.gaps)
        self.body.addLayout(row(self.done, self.stop, None, self._discard))
        if form.licence:
            self.body.addWidget(Words(form.licence, "caption", wrap=True))
        self._connect()

    def render_filling(self, filling: Filling, *, is_one: bool, tells_gaps: bool = False) -> None:
        """Draw the answers, and which questions are on the page; ``tells_gaps``: and which are still open."""
        turned = is_one != self._is_one
        self._is_one = is_one
        self._is_whole = not filling.gaps
        self.one.setChecked(is_one)
        self._tells_gaps = tells_gaps
        is_missed = tells_gaps and not self._is_whole
        for line in self.rows:
            line.show_answer(filling.answers.get(line.item.id), is_missed=is_missed and line.item.is_scored)
        self._tell_gaps(filling.gaps if tells_gaps else ())
        if turned or not self._is_begun:
            self._at = self._first_open(filling) if is_one else self._at
        self._is_begun = True
        self._show_rows()

    def _tell_gaps(self, gaps: tuple[int, ...]) -> None:
        """Say which questions are open; the keyboard goes there once, to what leads to the first of them."""
        is_new = bool(gaps) and not self._gaps
        had_keyboard = self.gaps.has_keyboard
        self._gaps = gaps
        numbers = ", ".join(map(str, gaps))
        title = say_n(
            "Question {numbers} has no answer", "No answer yet: questions {numbers}", len(gaps), numbers=numbers
        )
        reason = say("A total needs every answer. You can also stop for now and go on later.")
        self.gaps.say(title if gaps else "", reason)
        if is_new:
            self.gaps.take_keyboard()
        elif had_keyboard and not gaps:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def up(self) -> ItemRow:
        """The question that the keyboard begins at."""
        return self.rows[self._at]

    def take_keyboard(self) -> None:
        """Begin at the question that is up."""
        self.up.take_keyboard()

    def _first_open(self, filling: Filling) -> int:
        return next((at for at, one in enumerate(self.rows) if one.item.id not in filling.answers), 0)

    def _show_rows(self) -> None:
        for at, line in enumerate(self.rows):
            line.setVisible(not self._is_one or at == self._at)
        last = len(self.rows) - 1
        self._back.setVisible(self._is_one)
        self._back.setEnabled(self._at > 0)
        self.next.setVisible(self._is_one and self._at < last)
        self.done.setVisible(not self._is_one or self._at == last or self._is_whole)
        self._count.setVisible(self._is_one)
        self._count.setText(say("{n} of {of}", n=self._at + 1, of=len(self.rows)))

    def _connect(self) -> None:
        for line in self.rows:
            line.answered.connect(self.answer_requested)
            line.answered.connect(self._stay_at)
            line.passed.connect(self._pass)
            line.left_over.connect(self._hand_on)
        self.one.clicked.connect(self.one_requested)
        self._back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.done.clicked.connect(self._finish)
        self.stop.clicked.connect(self._stop)
        self.gaps.action_requested.connect(self.gaps_accepted)
        self.gaps.other_requested.connect(self._go_to_gap)
        self._discard.clicked.connect(self.discard_requested)

    def _stay_at(self, item_id: str) -> None:
        """Know the question that was answered last: another page may come between, and go."""
        self._at = next(at for at, line in enumerate(self.rows) if line.item.id == item_id)

    def _finish(self) -> None:
        self._settle()
        self.finish_requested.emit()

    def _stop(self) -> None:
        self._settle()
        self.stop_requested.emit()

    def _settle(self) -> None:
        for line in self.rows:
            line.settle()

    def _go_to_gap(self) -> None:
        self._go_to(self._gaps[0] - 1)

    def _hand_on(self, line: ItemRow, digit: int) -> None:
        """Let a digit answer the question after the one that it ended."""
        at = self.rows.index(line) + 1
        if at < len(self.rows):
            self.rows[at].type_digit(digit)

    def _pass(self, line: ItemRow) -> None:
        """Go to the question after one that was answered by a key, after the last to Done.

        Once it was said which are open, go to the next of those.
        """
        at = self.rows.index(line) + 1
        if self._tells_gaps:
            later = [gap - 1 for gap in self._gaps if gap > at] or [gap - 1 for gap in self._gaps]
            at = later[0] if later else len(self.rows)
        if at == len(self.rows):
            self._show_rows()
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
