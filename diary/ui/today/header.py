"""The head of Today: the date, the way to the days before, what was saved, and the bad-day button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from diary.ui.kit.buttons import Button, CardButton, IconButton
from diary.ui.kit.icons import IconMark
from diary.ui.kit.messages import announce
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Heading, Key, Words
from diary.words import dates, say

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState

STEP_PX = {False: 260, True: 110}
"""How wide the words of undo and redo may be each, with room and with little; one alone may be twice as wide."""


class TodayHeader(QWidget):
    """Asks for other days, for undo and redo, and for a bad day; draws what of them is possible."""

    back_requested = Signal()
    on_requested = Signal()
    bad_day_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._date = Heading()
        self._date.setWordWrap(False)
        self.back = IconButton(icons, "chevron-left", say("The day before"))
        self.on = IconButton(icons, "chevron-right", say("The day after"))
        self._relative = Words("", "second")
        self._tick = IconMark(icons, "check", "accent", 16)
        self._saved = Words("", "second")
        self._announced = ""
        self._icons, self._is_narrow = icons, False
        self._steps: tuple[tuple[Button, str, str], ...] = ()
        self.undo = Button(icons, say("Undo"), "inline")
        self.redo = Button(icons, say("Redo"), "inline")
        self._status = QWidget()
        status = row(
            self._relative, self._dot(), self._tick, self._saved, self._dot(), self.undo, self.redo, None, spacing=7
        )
        self._status.setLayout(status)
        self._key = Key(say("B"))
        caption = Words(say("Marks the day. No numbers."), "axis")
        inside = column(row(Words(say("Bad day"), "strong"), self._key, None, spacing=9), caption, spacing=3)
        inside.setContentsMargins(13, 7, 15, 8)
        self.bad_day = CardButton(icons, say("Bad day. Marks the day without numbers."), inside)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(3, 1)
        for button in (self.back, self.on, self.undo, self.redo, self.bad_day):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.back_requested)
        self.on.clicked.connect(self.on_requested)
        self.bad_day.clicked.connect(self.bad_day_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        icons.theme.changed.connect(self._say_steps)
        self.arrange(is_narrow=False)

    def arrange(self, *, is_narrow: bool) -> None:
        """Stand the buttons below the date where there is little room, else before it: no date's length moves them."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._say_steps()
        widgets = (self._date, self.back, self.on, self._status, self.bad_day)
        wide = ((0, 2, 1, 1), (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 4), (0, 4, 2, 1))
        narrow = ((0, 0, 1, 5), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 5), (1, 4, 1, 1))
        for widget, place in zip(widgets, narrow if is_narrow else wide, strict=True):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, *place)
        self._grid.setAlignment(self.bad_day, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._grid.setVerticalSpacing(6)
        self._date.setContentsMargins(0 if is_narrow else 8, 0, 8, 0)
        self._date.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def render_state(self, state: TodayState) -> None:
        """Draw the day's head."""
        self._date.setText(dates.long_day(state.day, state.today))
        relative = dates.relative_day(state.day, state.today)
        self._relative.setText(relative)
        self._relative.setVisible(bool(relative))
        self.on.setEnabled(state.can_go_on)
        self._say_saved(state)
        self._status.setMinimumHeight(self.undo.sizeHint().height())  # the scales don't move from day to day
        self.undo.setVisible(state.can_undo)
        self.redo.setVisible(state.can_redo)
        self._steps = (
            (self.undo, say("Undo: {what}", what=state.undo) if state.undo else say("Undo"), state.undo_day),
            (self.redo, say("Redo: {what}", what=state.redo) if state.redo else say("Redo"), state.redo_day),
        )
        self._say_steps()
        dots = self._status.findChildren(Words, "dot")
        dots[0].setVisible(bool(relative) and bool(self._saved.text()))
        dots[1].setVisible((bool(relative) or bool(self._saved.text())) and (state.can_undo or state.can_redo))
        self.bad_day.setVisible(state.can_mark_bad_day)
        self._key.setVisible(state.letters_work)

    def _say_steps(self) -> None:
        """Say what would be taken back or done again: whole in the tip and to the ear, as far as it fits to the eye."""
        rooms = 1 if self.undo.isVisibleTo(self) and self.redo.isVisibleTo(self) else 2
        room = rooms * self._icons.theme.px(STEP_PX[self._is_narrow])
        for button, words, day in self._steps:
            button.setText(_shortened(words, day, button.fontMetrics(), room).replace("&", "&&"))
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _say_saved(self, state: TodayState) -> None:
        """Say "Saved" only of what is saved; while something is on its way the line stays as wide as it was."""
        text = say("Saved at {time}", time=state.saved_at) if state.saved_at and not state.problem else ""
        if state.is_saving and not state.problem:
            text = say("Saving…")
        is_new = text != self._announced and bool(text) and not state.is_saving
        self._tick.show_icon("" if state.is_saving else "check", "accent")
        self._tick.setVisible(bool(text))
        self._saved.setMinimumWidth(self._saved.fontMetrics().horizontalAdvance(say("Saved at {time}", time="00:00")))
        self._saved.setText(text)
        self._saved.setVisible(bool(text))
        if is_new:
            self._announced = text
            announce(self._saved, text)

    @staticmethod
    def _dot() -> Words:
        dot = Words("·", "second")
        dot.setObjectName("dot")
        return dot


def _shortened(words: str, day: str, metrics: QFontMetrics, room: int) -> str:
    """As much of the words as fits into ``room`` pixels, and always the day at their end: there the key acts."""
    right = Qt.TextElideMode.ElideRight
    short = metrics.elidedText(words, right, room)
    if short == words or not day:
        return short
    end = f" {day}"
    return metrics.elidedText(words.removesuffix(end), right, room - metrics.horizontalAdvance(end)) + end
