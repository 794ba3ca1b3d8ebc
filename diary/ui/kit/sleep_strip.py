"""Hours, of sleep or of a headache, as buttons from 0 to 10, with a half, and a list for longer nights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diary.ui.kit.buttons import Button
from diary.ui.kit.number_button import Look, NumberButton
from diary.ui.kit.overriding import override
from diary.ui.kit.scale_strip import AFTERTHOUGHT_MS, TEN, ScaleStrip
from diary.words import say, say_n
from diary.words.numbers import measure_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

HALF = 0.5


class LongerButton(Button):
    """The button that opens the list of longer nights; the arrow back leads to the numbers."""

    walked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.key() == back:
            self.walked.emit()
        else:
            super().keyPressEvent(event)


class SleepStrip(ScaleStrip):
    """As a scale, but a digit stays here so that a half can follow; ``more`` is the button for more than ten hours.

    Two digits typed one after the other make 10 to 24. After a point or a comma a 5 is part of the half, and a 0
    takes the half off again.
    """

    moves_on = False
    tints_below = False
    ends_apart = True

    def __init__(self, icons: Icons, measure: Measure, colour: str) -> None:
        self.half = NumberButton(icons.theme, say("+ ½"), colour)
        self.more = LongerButton(icons, say("More than 10"), "inline", checkable=True)
        self.more.setProperty("small", True)
        super().__init__(icons.theme, measure, colour)
        self.half.setAutoExclusive(False)
        self.half.setAccessibleName(say("And a half hour"))
        self.half.clicked.connect(self.toggle_half)
        self.half.focused.connect(self._half_focused)
        self.half.walked.connect(self._walk_from_half)
        self.half.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.strip.add(self.half)
        self._longer = QMenu(self)
        for hours in range(TEN + 1, int(measure.highest) + 1):
            action = QAction(hours_in_words(hours), self._longer)
            action.setData(float(hours))
            self._longer.addAction(action)
        self._longer.triggered.connect(self._chose_longer)
        self.more.setAccessibleName(say("{measure}: more than 10 hours", measure=measure_words(measure, measure.label)))
        self.more.clicked.connect(self._show_longer)
        self.more.walked.connect(self._walk_from_more)
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def toggle_half(self) -> None:
        """Add half an hour, or take it off again; without a number there is nothing to add it to."""
        self.settle()
        value = self.value
        if value is not None:
            whole = int(value)
            longest = value + HALF > self.measure.highest
            self.answer_requested.emit(float(whole) if value > whole or longest else whole + HALF)
        self._draw(self.value)

    def type_point(self) -> None:
        """Add the half, or take it off, as the point or comma of "6.5" does."""
        self.forget_last_key()
        self.toggle_half()
        if self.value is not None and self.value > int(self.value):
            self._allow_afterthought(self.value, AFTERTHOUGHT_MS)

    def _took_afterthought(self, digit: int) -> bool:
        if digit == 0:
            self.toggle_half()
        return digit in {0, 5}

    def _half_focused(self) -> None:
        self.half.shows_ring = self.half.hasFocus()
        self.half.update()

    def _walk(self, step: int, end: int) -> None:
        if step > 0 and self.buttons[-1].hasFocus():
            (self.half if self.half.isEnabled() else self.more).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super()._walk(step, end)

    def _walk_from_half(self, step: int, end: int) -> None:
        del end
        (self.more if step > 0 else self.buttons[-1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk_from_more(self) -> None:
        (self.half if self.half.isEnabled() else self.buttons[-1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_longer(self) -> None:
        self.settle()
        self._draw(self.value)
        self._longer.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _chose_longer(self, action: QAction) -> None:
        self.answer_requested.emit(float(action.data()))

    def _draw(self, value: float | None) -> None:
        super()._draw(value)
        has_half = value is not None and value > int(value)
        if self.half.isChecked() != has_half:
            self.half.setChecked(has_half)
        self.half.setEnabled(value is not None)
        looks = {True: Look.CHOSEN, False: Look.REST}
        self.half.show_look(Look.UNANSWERED if value is None else looks[has_half])
        self.more.setChecked(value is not None and int(value) > TEN)


def hours_in_words(hours: float) -> str:
    """Return "6 and a half hours", "1 hour", "half an hour"."""
    whole = int(hours)
    if hours == HALF:
        return say("Half an hour")
    if hours > whole:
        return say_n("{n} and a half hours", "{n} and a half hours", whole)
    return say_n("{n} hour", "{n} hours", whole)
