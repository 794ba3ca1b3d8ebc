"""The keys of Today: digits answer, letters lead to a question or do one thing, words typed by mistake do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.ui.kit.overriding import override
from diary.ui.kit.scale_strip import AFTERTHOUGHT_MS
from diary.ui.kit.sleep_strip import SleepStrip
from diary.ui.today.typed_letters import TypedLetters
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.scale_strip import ScaleStrip

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
MORE_KEY = "+"
"""Opens and closes what is asked below the core, like the letters that go to a question."""
POINTS = frozenset({".", ","})
DIGITS = (MOOD, ANXIETY, PAIN)
"""Answered by one digit each, in this order."""
CLEARING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
ENTERING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
MOVING = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
)
"""Keys that the buttons take themselves: a letter before them stood alone."""


def letters() -> dict[str, str]:
    """The letters that lead to a question of the core, in the person's language, and its measure."""
    return {say("S"): SLEEP, say("M"): MOOD, say("A"): ANXIETY, say("P"): PAIN}


class TodayKeys(QObject):
    """Turns keys that no field took into answers and wishes; ``strips`` are asked for at each key.

    ``question_wanted`` carries the measure whose letter was pressed, ``words_typed`` whether what is typed are words,
    ``bad_day_waits`` whether the letter of a bad day waits to stand alone. ``digit_dropped`` tells that the digit after
    a point did nothing: 3.5 on a scale of whole numbers is a 3, and no 5 on the next one. ``digit_waits`` carries the
    measure at which a first digit waits for a second one.
    """

    question_wanted = Signal(str)
    bad_day_wanted = Signal()
    now_wanted = Signal()
    more_wanted = Signal()
    next_wanted = Signal(object)
    scroll_wanted = Signal()
    words_typed = Signal(bool)
    bad_day_waits = Signal(bool)
    digit_dropped = Signal()
    digit_waits = Signal(str)

    def __init__(self, parent: QObject, strips: Callable[[], list[ScaleStrip]]) -> None:
        super().__init__(parent)
        self._strips = strips
        self._measures = {letter.casefold(): measure for letter, measure in letters().items()}
        self._bad_day, self._now, self._x = (say(letter).casefold() for letter in ("B", "N", "x"))
        self._typed = TypedLetters(self._measures, {self._bad_day, self._now}, {self._x}, self)
        self._typed.acted.connect(self._act)
        self._typed.waits.connect(self._wait)
        self._typed.running.connect(self._watch_space)
        self._after_point = QTimer(self)
        self._after_point.setSingleShot(True)
        self._after_point.setInterval(AFTERTHOUGHT_MS)
        self._point_at: ScaleStrip | None = None
        self._letters_work = True
        self._began_at: ScaleStrip | None = None
        self._typed_at: QWidget | None = None

    @property
    def strip(self) -> ScaleStrip | None:
        """The strip that has the keyboard."""
        return next((strip for strip in self._strips() if strip.has_keyboard), None)

    def let_letters_work(self, letters_work: bool) -> None:
        """Follow the switch of Settings."""
        self._letters_work = letters_work

    def tell_waiting(self) -> None:
        """Tell where a first digit waits for a second one."""
        for strip in self._strips():
            if strip.is_waiting:
                self.digit_waits.emit(strip.measure.id)

    def drop_waits(self) -> None:
        """Forget every digit that waits."""
        for strip in self._strips():
            strip.drop_wait()

    def way_back_to(self, measure: str) -> ScaleStrip | None:
        """The strip of a measure where it can be seen, unless somebody is writing in a field."""
        focus = QApplication.focusWidget()
        if focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return None
        return next((strip for strip in self._strips() if strip.measure.id == measure and strip.isVisible()), None)

    def settle(self) -> None:
        """Let a letter that waits act now: the page may go."""
        self._typed.settle()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; returns whether it asks for anything here."""
        text = event.text()
        is_typed = len(text) == 1 and text.isprintable()
        if event.modifiers() & COMMANDS:
            return False
        if is_typed and event.isAutoRepeat():
            return True
        if self._typed.are_words and (is_typed or event.key() in CLEARING):
            self._typed.go_on()
            return True
        if text and self._drops(text):
            self.digit_dropped.emit()
            return True
        if self.strip and text and not text.isdecimal():
            self.strip.forget_last_key()
        if is_typed and text.isalpha():
            is_key = self._letter(text.casefold())
            self._typed_at = QApplication.focusWidget()
            return is_key
        if text and text != " ":
            self._typed.settle()
        if text:
            self.words_typed.emit(False)
        return self._take_other(event, self.strip, text if is_typed else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the space between words from pressing the button that has the keyboard while they are typed."""
        is_key = event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}
        if not is_key or not isinstance(event, QKeyEvent) or QApplication.focusWidget() is not self._typed_at:
            return super().eventFilter(watched, event)
        if event.key() in MOVING:
            self._typed.settle()
        if event.key() != Qt.Key.Key_Space:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress:
            self._typed.go_on()
        return True

    def _watch_space(self, are_letters_typed: bool) -> None:
        application = QApplication.instance()
        if application is None:
            return
        if are_letters_typed:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def _take_other(self, event: QKeyEvent, strip: ScaleStrip | None, text: str) -> bool:
        """Do what a key that is no letter asks for."""
        if event.key() in ENTERING and strip:
            self._enter(strip)
        elif event.key() in CLEARING and strip:
            strip.clear()
        elif text == MORE_KEY and self._letters_work:
            self.more_wanted.emit()
        elif not strip or not text:
            return False
        elif text.isdecimal():
            self._digit(strip, int(text))
        elif text in POINTS:
            self._type_point(strip)
        elif text == " ":
            self._space(strip)
        else:
            return False
        return True

    def _letter(self, letter: str) -> bool:
        strip = self.strip
        if self._typed.is_first:
            self._began_at = strip
            self.words_typed.emit(False)
        if not self._typed.take(letter):
            self._refuse_words()
        elif letter == self._x and strip is not None:
            self._ten(strip)
        else:
            return self._letters_work
        return True

    def _refuse_words(self) -> None:
        """Leave everything as it was before the first letter, and say so."""
        strips = self._strips()
        for strip in strips:
            strip.drop_ten()
        if self._began_at in strips and self._began_at is not self.strip:
            self._began_at.take_keyboard()
        self.words_typed.emit(True)

    def _act(self, letter: str) -> None:
        """Do what a letter that stands alone asks for."""
        if not self._letters_work:
            return
        if letter == self._bad_day:
            self.bad_day_wanted.emit()
        elif letter == self._now:
            self.now_wanted.emit()
        else:
            self.question_wanted.emit(self._measures[letter])

    def _wait(self, letter: str) -> None:
        self.bad_day_waits.emit(letter == self._bad_day and self._letters_work)

    def _digit(self, strip: ScaleStrip, digit: int) -> None:
        if strip.type_digit(digit):
            return
        following = self.strip
        if following and following is not strip:
            following.type_digit(digit)

    def _drops(self, text: str) -> bool:
        """Whether a key is the digit after a point in a whole number; any key ends the waiting for one."""
        is_after_point = self._after_point.isActive() and self.strip is self._point_at
        self._after_point.stop()
        return is_after_point and text.isdecimal()

    def _type_point(self, strip: ScaleStrip) -> None:
        if isinstance(strip, SleepStrip):
            strip.type_point()
            return
        strip.end_wait()
        self._point_at = self.strip
        self._after_point.start()

    def _ten(self, strip: ScaleStrip) -> None:
        strip.end_wait()
        following = self.strip
        if following:
            following.type_ten()

    def _enter(self, strip: ScaleStrip) -> None:
        if strip.is_waiting:
            strip.end_wait()
        else:
            self.next_wanted.emit(strip)

    def _space(self, strip: ScaleStrip) -> None:
        """Go on to what is below: Space answers only a number that the arrows have marked."""
        if strip.is_waiting:
            strip.end_wait()
        else:
            self.scroll_wanted.emit()
