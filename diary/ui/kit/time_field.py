"""A wall time to type, in the way that comes easiest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diary.ui.kit.fields import OwnField
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.words import say
from diary.words.dates import clock_time, time_as_typed

if TYPE_CHECKING:
    from datetime import time

    from diary.ui.kit.theme import Theme

WIDTH_PX = 86
LONGEST = 10
"""Letters of a time, however it is typed."""


class TimeField(QWidget):
    """``time_requested`` carries a ``time`` that was typed; what can't be read as one is asked for again."""

    time_requested = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._at: time | None = None
        self.field = OwnField()
        self.field.setAccessibleName(name)
        self.field.setMaxLength(LONGEST)
        self._asked = Words(say("Write the time like 14:05"), "caption")
        self._asked.hide()
        self.setLayout(row(self.field, self._asked, spacing=8))
        self.field.editingFinished.connect(self._typed)
        self.field.left.connect(self._leave)
        theme.changed.connect(self._fit)
        self._fit()

    def show_time(self, at: time | None) -> None:
        """Show a time, unless another one is just being typed."""
        self._at = at
        if not (self.field.hasFocus() and self.field.isModified()):
            self._draw()

    def _typed(self) -> None:
        if not self.field.isModified():
            return
        at = time_as_typed(self.field.text())
        self._asked.setVisible(at is None)
        if at is not None:
            self.field.setModified(False)
            self.field.setText(clock_time(at))
            if at != self._at:
                self.time_requested.emit(at)

    def _leave(self) -> None:
        self._asked.hide()
        self._draw()

    def _draw(self) -> None:
        self.field.setText(clock_time(self._at) if self._at else "")
        self.field.setModified(False)

    def _fit(self) -> None:
        self.field.setFixedWidth(self._theme.px(WIDTH_PX))
