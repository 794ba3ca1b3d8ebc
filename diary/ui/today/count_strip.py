"""How many times something was: a button for each number up to 10, and a field for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator

from diary.ui.kit.buttons import Button
from diary.ui.kit.fields import OwnField
from diary.ui.kit.scale_strip import TEN, ScaleStrip
from diary.words import say
from diary.words.numbers import measure_words

if TYPE_CHECKING:
    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

FIELD_PX = 96


class CountStrip(ScaleStrip):
    """As a scale, but a digit stays here so that others can follow; ``more`` is the button that shows ``field``."""

    moves_on = False
    tints_below = False

    def __init__(self, icons: Icons, measure: Measure, colour: str) -> None:
        self._icons = icons
        self.more = Button(icons, say("More than 10"), "inline", checkable=True)
        self.more.setProperty("small", True)
        self.more.setProperty("tone", "accent")
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field = OwnField()
        super().__init__(icons.theme, measure, colour)
        label = measure_words(measure, measure.label)
        self.more.setAccessibleName(say("{measure}: more than 10", measure=label))
        self.field.setAccessibleName(say("{measure}: how many", measure=label))
        self.field.setValidator(QIntValidator(0, int(measure.highest), self.field))
        self.field.setMaxLength(len(str(int(measure.highest))))
        self.field.setFixedWidth(icons.theme.px(FIELD_PX))
        self.field.hide()
        self.more.clicked.connect(self._ask)
        self.field.left.connect(self._leave)
        self.field.editingFinished.connect(self._keep)

    def _ask(self) -> None:
        self.settle()
        self._draw(self.value)
        self.field.setText("" if self.value is None else f"{self.value:g}")
        self.more.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        """Keep the number typed, at Enter or when the keyboard goes elsewhere; nothing typed changes nothing."""
        typed = self.field.text()
        self._put_away()
        if typed and float(typed) != self.value:
            self.answer_requested.emit(float(typed))

    def _leave(self) -> None:
        self.field.clear()
        self._put_away()

    def _put_away(self) -> None:
        had_keyboard = self.field.hasFocus()
        self.field.clear()
        self.field.hide()
        self.more.show()
        if had_keyboard:
            self.take_keyboard()

    def _draw(self, value: float | None) -> None:
        super()._draw(value)
        self.more.setChecked(value is not None and value > TEN)
