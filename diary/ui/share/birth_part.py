"""The date of birth on the pages: ticked, and given here where the diary does not know it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.entries import Precision, RoughDate
from diary.ui.kit.rough_date import RoughDateField
from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words
from diary.ui.kit.ticks import Tick
from diary.words import say

if TYPE_CHECKING:
    from datetime import date

    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState

INDENT_PX = 30


class BirthPart(QWidget):
    """The tick, and below it while it is on the day. ``born_requested`` carries the day, ``None`` to forget it."""

    born_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        self._known: date | None = None
        self._is_drawn = False
        self.tick = Tick(icons, say("My date of birth"))
        self.field = RoughDateField(icons, say("My date of birth"))
        self._asked = Words(say("Give the year, the month and the day."), "caption", wrap=True)
        self._inner = QWidget()
        self._inner.setLayout(column(self.field, self._asked, spacing=4))
        self.setLayout(column(self.tick, self._inner, spacing=4))
        for widget in (self, self._inner):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            widget.setSizePolicy(policy)
        self.field.left.connect(self._take)
        self._theme.changed.connect(self._measure)
        self._measure()

    def render_state(self, state: ShareState) -> None:
        """Show the day that is known; what is being typed is left alone."""
        born_on = state.basics.born_on
        if born_on != self._known or not self._is_drawn:
            self.field.show_date(RoughDate(born_on) if born_on else None)
            self._known, self._is_drawn = born_on, True
        is_on = state.wanted is not None and state.wanted.content.with_birth_date
        self.tick.setChecked(is_on)
        self._inner.setVisible(is_on)
        self._asked.setVisible(born_on is None)

    def _take(self) -> None:
        given = self.field.value
        born_on = given.day if given is not None and given.precision is Precision.DAY else None
        is_whole = born_on is not None or (given is None and self.field.is_clear)
        if is_whole and born_on != self._known:
            self.born_requested.emit(born_on)

    def _measure(self) -> None:
        self._inner.setContentsMargins(self._theme.px(INDENT_PX), 0, 0, 0)
