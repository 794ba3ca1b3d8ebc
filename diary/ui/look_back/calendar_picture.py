"""The calendar as a picture to save, copy or print: its dates, what colours its days, the days, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from diary.domain.days import Period
from diary.ui.kit.theme import TextSize, Weight
from diary.ui.look_back.calendar_grid import CalendarGrid
from diary.ui.look_back.calendar_key import CalendarKey
from diary.ui.look_back.calendar_state import heat_name
from diary.words import say
from diary.words.dates import day_span

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from diary.ui.kit.theme import Theme

MARGIN = 20


class CalendarPicture:
    """What a calendar shows, drawn anew in the colours of a theme, as wide as it is on the screen."""

    def __init__(self, theme: Theme, shown: CalendarGrid) -> None:
        self._theme = theme
        self._grid = CalendarGrid(theme)
        self._key = CalendarKey(theme)
        for widget in (self._grid, self._key):
            widget.setLayoutDirection(shown.layoutDirection())
        self._grid.resize(shown.size())
        self._grid.render_state(shown.calendar, shown.heat)
        self._grid.show_range(*shown.shown_range)
        self._key.explain(self._grid)
        self._shown = shown.shown_range

    @property
    def title(self) -> str:
        """The dates, and the measure that colours them."""
        span = day_span(Period(*self._shown))
        heat = self._grid.heat
        return span if heat is None else say("{measure}, {span}", measure=heat_name(heat), span=span)

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        key = self._key.heightForWidth(self._width)
        return QSize(self._width + 2 * MARGIN, round(self._top) + self._grid_height + 8 + key + MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Draw it from the painter's origin on."""
        theme, size = self._theme, self.size
        painter.setLayoutDirection(self._grid.layoutDirection())
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colour("surface"))
        painter.setFont(theme.font(TextSize.TITLE, Weight.SEMIBOLD))
        painter.setPen(theme.colour("text"))
        line = QRectF(MARGIN, MARGIN, self._width, self._line)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.title)
        painter.translate(MARGIN, self._top)
        self._grid.paint_onto(painter, QRectF(0, 0, self._width, self._grid_height))
        painter.translate(0, self._grid_height + 8)
        self._key.paint_onto(painter, self._width)

    @property
    def _width(self) -> int:
        return self._grid.width()

    @property
    def _grid_height(self) -> int:
        return self._grid.heightForWidth(self._width)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.TITLE, Weight.SEMIBOLD)).height()

    @property
    def _top(self) -> float:
        return MARGIN + self._line + 12
