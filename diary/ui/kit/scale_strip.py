"""A button for each number of a measure, eleven at most, with the keys that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGroupBox, QSizePolicy

from diary.domain.measures import ScaleKind
from diary.ui.kit.buttons import RING_PX
from diary.ui.kit.number_button import Look, NumberButton
from diary.ui.kit.overriding import override
from diary.ui.kit.strip_layout import StripLayout
from diary.words import say
from diary.words.numbers import answer, measure_words, scale_sentence, short_number

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from diary.domain.measures import Measure
    from diary.ui.kit.theme import Theme

WAIT_MS = 700
"""How long a first digit waits for a second one, as a 1 does for the 0 that makes it 10."""
AFTERTHOUGHT_MS = 5000
"""How long after a key the next one may still belong to it, where the keyboard has not moved on."""
TEN = 10


class ScaleStrip(QGroupBox):
    """A row of radio-like buttons; an answer is shown only when ``show_value`` says so.

    Arrows mark a number, and only a number so marked is answered by Space. While none is chosen the first arrow marks
    an end: Right and Down the lowest number, Left and Up the highest. On the last question, from which the keyboard
    can't move on, a 0 makes a 10 of the 1 before it for five seconds: a late 0 would otherwise replace it.

    ``answer_requested`` carries a float, or ``None`` to clear. ``answered`` follows an answer given by key: the
    keyboard moves on. ``focus_changed`` and ``rows_changed`` tell the row around it to draw its words anew.
    """

    answer_requested = Signal(object)
    answered = Signal()
    focus_changed = Signal()
    rows_changed = Signal()

    moves_on = True
    """Whether a digit ends the question."""
    tints_below = True
    ends_apart = False

    def __init__(self, theme: Theme, measure: Measure, colour: str) -> None:
        super().__init__()
        self.measure = measure
        self._theme = theme
        self._value: float | None = None
        self._said = self._who = ""
        self._question = measure_words(measure, measure.question)
        self.has_next = True
        self._first = 0
        self._is_whole = False
        self._is_walking = False
        self._rows = 1
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._wait_over)
        self._afterthought = QTimer(self)
        self._afterthought.setSingleShot(True)
        self._afterthought.timeout.connect(self._focus_moved)
        self._thought_of: float | None = None
        self.numbers = tuple(range(int(measure.lowest), min(int(measure.highest), TEN) + 1))
        self.buttons = tuple(NumberButton(theme, self._text(number), colour) for number in self.numbers)
        self.strip = StripLayout(theme, last_apart=self.ends_apart)
        self.strip.add(*self.buttons)
        self.setLayout(self.strip)
        self.setSizePolicy(_as_wide_as_it_gets())
        for number, button in zip(self.numbers, self.buttons, strict=True):
            button.setAccessibleName(scale_sentence(measure, float(number)))
            button.clicked.connect(self._clicked)
            button.walked.connect(self._walk)
            button.focused.connect(self._focus_moved)
            button.tab_held.connect(self.end_wait)
        theme.changed.connect(self.updateGeometry)
        self.show_value(None)

    @property
    def value(self) -> float | None:
        """The answer shown."""
        return self._value

    @property
    def is_waiting(self) -> bool:
        """Whether a first digit was typed, and nothing is answered yet because a second one may follow."""
        return self._wait.isActive()

    @property
    def first_digit(self) -> int | None:
        """The digit to which another one may still be added."""
        is_open = self.is_waiting or (not self.has_next and self._afterthought.isActive())
        return self._first if is_open and not self._is_whole else None

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the buttons has the keyboard's focus."""
        return any(button.hasFocus() for button in self.buttons)

    @property
    def row_count(self) -> int:
        """In how many rows the numbers stand."""
        return self._rows

    def show_value(self, value: float | None) -> None:
        """Draw an answer, or none; asks for nothing. While a first digit waits, it stays on screen."""
        self._value = value
        if value != self._thought_of:
            self.forget_last_key()
        if not self.is_waiting:
            self._draw(value)

    def show_who(self, words: str) -> None:
        """Have a screen reader say with the answer who wrote it down; empty words: nobody else."""
        self._who = words
        self._describe()

    def ask(self, question: str) -> None:
        """Have a screen reader say this question with the measure: an earlier day is asked about in other words."""
        self._question = question
        self._name()

    def _name(self) -> None:
        label = measure_words(self.measure, self.measure.label)
        self.setAccessibleName(say("{measure}. {question}", measure=label, question=self._question))

    def _describe(self) -> None:
        self.setAccessibleDescription(". ".join(part for part in (self._said, self._who) if part))

    def take_keyboard(self) -> None:
        """Bring the keyboard here, to the chosen number or to the first."""
        self._is_walking = False
        self._entry().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._focus_moved()

    def type_digit(self, digit: int) -> bool:
        """Answer with a digit; returns whether it was used, else the next question gets it."""
        self._is_walking = False
        if self._afterthought.isActive():
            self.forget_last_key()
            if self._took_afterthought(digit):
                return True
        if self.is_waiting and not self._is_whole:
            both = self._first * TEN + digit
            if both * TEN <= self.measure.highest:
                self._begin_waiting(both)
                return True
            if both <= self.measure.highest:
                self._stop_waiting()
                self._answer(both)
                return True
        if self.is_waiting:
            self.end_wait()
            return not self.moves_on and self.type_digit(digit)
        if 0 < digit * TEN <= self.measure.highest:
            self._begin_waiting(digit)
        elif self.measure.lowest <= digit <= self.measure.highest:
            self._answer(digit)
        return True

    def forget_last_key(self) -> None:
        """Let the next digit stand for itself: another key came between."""
        if self._afterthought.isActive():
            self._afterthought.stop()
            self.focus_changed.emit()

    def type_ten(self) -> None:
        """Answer 10 with one key, on a scale that has it; like a first digit it waits, because words may follow."""
        if self.measure.highest >= TEN:
            self._begin_waiting(TEN, is_whole=True)

    def drop_ten(self) -> None:
        """Forget a 10 that waits: its key was part of words."""
        if self._is_whole:
            self.drop_wait()

    def drop_wait(self) -> None:
        """Forget a digit that waits, as if it had not been typed."""
        if self.is_waiting:
            self._stop_waiting()
            self._draw(self._value)

    def clear(self) -> None:
        """Take the answer back; a digit that still waits was never given."""
        self._stop_waiting()
        self._is_walking = False
        if self._value is not None:
            self.answer_requested.emit(None)
        self._draw(self._value)

    def end_wait(self) -> None:
        """Take the waiting digit as it stands and move on."""
        if self.is_waiting:
            self._stop_waiting()
            self._answer(self._first)

    def settle(self) -> None:
        """Take a waiting digit as it stands, without moving the keyboard: the person went elsewhere."""
        if self.is_waiting:
            self._stop_waiting()
            self.answer_requested.emit(float(self._first))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = self.strip.rows_for(self.width())
        if rows != self._rows:
            self._rows = rows
            self.rows_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring the whole strip while no number is chosen, because a ring around one would look like an answer."""
        del event
        if not self.has_keyboard or not self._rings_strip():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("text"), RING_PX))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def _answer(self, value: float) -> None:
        self.answer_requested.emit(float(value))
        if self.moves_on:
            self.answered.emit()

    def _took_afterthought(self, digit: int) -> bool:
        """Whether a digit belonged to the key before it, and was used up with it."""
        if digit == 0:
            self._answer(TEN)
        return digit == 0

    def _allow_afterthought(self, value: float, ms: int) -> None:
        self._thought_of = value
        self._afterthought.start(ms)
        self.focus_changed.emit()

    def _begin_waiting(self, number: int, *, is_whole: bool = False) -> None:
        self._first, self._is_whole = number, is_whole
        self._wait.start()
        self._hold_tab()
        self._draw(number)

    def _stop_waiting(self) -> None:
        self._wait.stop()
        self._hold_tab()

    def _hold_tab(self) -> None:
        for button in self.buttons:
            button.holds_tab = self.is_waiting

    def _wait_over(self) -> None:
        self._hold_tab()
        self._answer(self._first)
        if not self.has_next and self.has_keyboard and not self._is_whole:
            self._allow_afterthought(float(self._first), AFTERTHOUGHT_MS - WAIT_MS)

    def _clicked(self) -> None:
        self._stop_waiting()
        self.forget_last_key()
        button = self.sender()
        if isinstance(button, NumberButton):
            self.answer_requested.emit(float(self.numbers[self.buttons.index(button)]))
        self._draw(self._value)

    def _walk(self, step: int, end: int) -> None:
        """Mark the next number, or on an empty strip the one at ``end``: 0 is the lowest, -1 the highest."""
        self.forget_last_key()
        places = [index for index, button in enumerate(self.buttons) if button.hasFocus()]
        last = len(self.buttons) - 1
        place = min(max((places[0] if places else 0) + step, 0), last)
        if self._rings_strip():
            place = range(last + 1)[end]
        self._is_walking = True
        self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_moved()

    def _focus_moved(self) -> None:
        if not self.has_keyboard:
            self._is_walking = False
            self._afterthought.stop()
        for button in self.buttons:
            button.takes_space = self._is_walking
            button.shows_ring = button.hasFocus() and not self._rings_strip()
            button.update()
        self.update()
        self.focus_changed.emit()

    def _rings_strip(self) -> bool:
        return not self._is_walking and not any(button.isChecked() for button in self.buttons)

    def _entry(self) -> NumberButton:
        return next((button for button in self.buttons if button.isChecked()), self.buttons[0])

    def _draw(self, value: float | None) -> None:
        whole = None if value is None else int(value)
        is_between = value is not None and bool(value % self.measure.step)
        for number, button in zip(self.numbers, self.buttons, strict=True):
            self._check(button, is_checked=number == whole and not is_between)
            button.show_look(self._look(number, whole, is_between=is_between))
        entry = self._entry()
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is entry else Qt.FocusPolicy.ClickFocus)
        self._name()
        self._said = answer(self.measure, value)
        self._describe()
        if self.has_keyboard and not self._is_walking:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_moved()

    def _look(self, number: int, whole: int | None, *, is_between: bool) -> Look:
        if number == whole and not is_between:
            return Look.CHOSEN
        if whole is None or self.measure.kind is ScaleKind.YES_NO:
            return Look.UNANSWERED
        return Look.BELOW if self.tints_below and number <= whole else Look.REST

    def _text(self, number: int) -> str:
        if self.measure.kind is ScaleKind.YES_NO:
            return say("Yes") if number else say("No")
        return short_number(number)

    @staticmethod
    def _check(button: NumberButton, *, is_checked: bool) -> None:
        if button.isChecked() != is_checked:
            # An exclusive group can't be cleared, so exclusivity is lifted for this one call.
            button.setAutoExclusive(False)
            button.setChecked(is_checked)
            button.setAutoExclusive(True)


def _as_wide_as_it_gets() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
