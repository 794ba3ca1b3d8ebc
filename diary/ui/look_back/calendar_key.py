"""The calendar's legend: it explains only the signs that are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from diary.domain.day_values import DayState
from diary.ui.kit.flow import FlowLayout
from diary.ui.look_back.calendar_marks import DaySign
from diary.ui.look_back.calendar_state import HEAT_STEPS, DayLook, state_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.calendar_grid import CalendarGrid

WITH_ANSWERS = (DayState.RECORDED, DayState.PARTLY)


class CalendarKey(QWidget):
    """The shades of a measure, and the states of days."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._scale = DaySign(theme)
        self._signs = {state: DaySign(theme) for state in DayState}
        self._flow = FlowLayout(self._scale, *self._signs.values(), spacing=16, line_spacing=4)
        self.setLayout(self._flow)

    def explain(self, grid: CalendarGrid) -> None:
        """Explain what a calendar shows."""
        heat = grid.heat
        self._scale.setVisible(heat is not None)
        if heat is not None:
            shades = tuple(DayLook(DayState.RECORDED, shade) for shade in range(HEAT_STEPS + 1))
            self._scale.explain(shades, heat.high_words, before=heat.low_words)
        number = "9" if grid.has_numbers else ""
        seen = grid.states_in_view
        for state, sign in self._signs.items():
            sign.explain((DayLook(state),), state_words(state), number=number)
            sign.setVisible(state in seen and not (heat is not None and state in WITH_ANSWERS))
        self.updateGeometry()

    def paint_onto(self, painter: QPainter, width: int) -> None:
        """Draw the signs from the painter's origin on, wrapped to a width in pixels."""
        self._flow.setGeometry(QRect(0, 0, width, self._flow.heightForWidth(width)))
        for sign in (self._scale, *self._signs.values()):
            if not sign.isHidden():
                painter.save()
                painter.translate(sign.pos())
                sign.paint_onto(painter)
                painter.restore()
