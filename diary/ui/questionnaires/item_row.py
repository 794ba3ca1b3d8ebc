"""One question of a questionnaire and its answers, given by mouse or by digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from diary.domain.measures import Direction, Measure
from diary.domain.questionnaires import HIGHEST, LOWEST
from diary.ui.kit.buttons import Button
from diary.ui.kit.overriding import override
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.strip_layout import RING
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.domain.questionnaires import Item
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.number_button import NumberButton

WIDEST_STRIP_PX = 640


class ItemRow(QWidget):
    """A question; ``answered`` carries its id and the value, ``None`` when it was taken away.

    A second press on an answer leaves it: it is taken away by the button beside it, or by Backspace. ``passed`` asks
    for the next question, ``left_over`` carries a digit that belongs to it.
    """

    answered = Signal(str, object)
    passed = Signal(object)
    left_over = Signal(object, int)

    def __init__(self, icons: Icons, item: Item, number: int) -> None:
        super().__init__()
        self.item = item
        self._theme = icons.theme
        asked = f"{number}. {item.text}"
        self._open = Words(say("No answer yet"), "strong")
        self.away = Button(icons, say("Take away"), "inline")
        self.away.setAccessibleName(say("Take away the answer to question {n}", n=number))
        self.away.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._beside = QStackedWidget()  # as wide and high whatever it shows: an answer must move nothing
        for widget in (QWidget(), self._open, self.away):
            self._beside.addWidget(widget)
        self._beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = row(spacing=12)
        head.addWidget(Words(asked, "strong", wrap=True), 1)
        head.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        self._answers = {str(value): item.words_of(value) for value in item.values}
        self.choice = SmallChoice(icons.theme, asked, self._answers, keeps=True) if item.options else None
        self.strip = None if item.options else ScaleStrip(icons.theme, _as_measure(item, number), "accent")
        layout = column(head, spacing=6)
        if self.choice is not None:
            layout.addWidget(self.choice)
            self.choice.chosen.connect(self._chosen)
        if self.strip is not None:
            low, high = item.ends
            ends = row(Words(say("0 – {low} · 10 – {high}", low=low, high=high), "caption", wrap=True))
            for line in (head, ends):
                line.setContentsMargins(RING, 0, RING, 0)
            layout.addWidget(self.strip)
            layout.addLayout(ends)
            self.strip.answer_requested.connect(self._scored)
            self.strip.answered.connect(self._pass)
        self.setLayout(layout)
        self.away.clicked.connect(self._take_away)
        icons.theme.changed.connect(self._measure)
        self._measure()

    @property
    def buttons(self) -> tuple[NumberButton, ...]:
        """What answers, from the lowest number to the highest."""
        return tuple(self.choice.buttons.values()) if self.choice else self.strip.buttons if self.strip else ()

    def show_answer(self, value: int | None, *, is_missed: bool) -> None:
        """Draw an answer, or none; ``is_missed``: say that there is none."""
        if self.choice is not None:
            self.choice.show_choice(None if value is None else str(value))
        if self.strip is not None:
            self.strip.show_value(value)
        had_keyboard = self.away.hasFocus()
        self._beside.setCurrentIndex(2 if value is not None else int(is_missed))
        if had_keyboard and value is None:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Begin at the answers of this question."""
        if self.choice is not None:
            self.choice.take_keyboard()
        if self.strip is not None:
            self.strip.take_keyboard()

    def type_digit(self, digit: int) -> None:
        """Answer by a digit, where it is one of the answers."""
        if self.strip is not None:
            if not self.strip.type_digit(digit):
                self.left_over.emit(self, digit)
        elif str(digit) in self._answers:
            self.answered.emit(self.item.id, digit)
            self._pass()

    def settle(self) -> None:
        """Take a digit that still waits for another one as it stands."""
        if self.strip is not None:
            self.strip.settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif text.isascii() and text.isdigit():
            self.type_digit(int(text))
        elif self.strip is not None and text.lower() == say("x"):
            self.strip.type_ten()
        elif self.strip is not None and key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.strip.clear()
        elif self.strip is not None and self.strip.is_waiting and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.strip.end_wait()
        else:
            super().keyPressEvent(event)

    def _chosen(self, key: str | None) -> None:
        self.answered.emit(self.item.id, None if key is None else int(key))

    def _scored(self, value: float | None) -> None:
        self.answered.emit(self.item.id, None if value is None else int(value))

    def _pass(self) -> None:
        self.passed.emit(self)

    def _take_away(self) -> None:
        self.answered.emit(self.item.id, None)

    def _measure(self) -> None:
        if self.strip is not None:
            self.strip.setMaximumWidth(self._theme.px(WIDEST_STRIP_PX))


def _as_measure(item: Item, number: int) -> Measure:
    """A scale of a questionnaire, as the strip of buttons knows scales; the words are its own, so never translated."""
    low, high = item.ends
    return Measure(
        item.id,
        label=say("Question {n}", n=number),
        question=item.text,
        low_words=low,
        high_words=high,
        direction=Direction.NEUTRAL,
        lowest=LOWEST,
        highest=HIGHEST,
        own=True,
    )
