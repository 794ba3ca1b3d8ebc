"""The places as a picture to save or copy: the dates, the drawing, and the list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from diary import catalogue
from diary.domain.days import Period
from diary.ui.kit.body_map import BodyMap
from diary.ui.kit.theme import TextSize, Weight
from diary.ui.look_back.places_list import paint_row, row_height
from diary.ui.look_back.places_state import drawn_values
from diary.words import say
from diary.words.dates import day_span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPainter

    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.places_state import PlaceRow

MARGIN, BETWEEN, LIST_PX = 20, 24, 430


class PlacesPicture:
    """The places of a period, in the colours of a theme; the same drawing in every form."""

    def __init__(self, theme: Theme, rows: Sequence[PlaceRow], shown: tuple[date, date], *, is_mirrored: bool) -> None:
        self._theme = theme
        self._rows = rows
        self._shown = shown
        self._is_mirrored = is_mirrored
        self._body = BodyMap(theme, catalogue.body_figure())
        self._body.show_places(drawn_values(rows), None)

    @property
    def title(self) -> str:
        """What it shows, and of which days."""
        return say("Where it hurt, {span}", span=day_span(Period(*self._shown)))

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        body = self._body.sizeHint()
        height = max(body.height(), round(sum(self._heights)))
        width = 2 * MARGIN + body.width() + BETWEEN + self._theme.px(LIST_PX)
        return QSize(width, round(self._top) + height + MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Draw the dates, the body and the list."""
        theme, size = self._theme, self.size
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colour("surface"))
        painter.setFont(theme.font(TextSize.TITLE, Weight.SEMIBOLD))
        painter.setPen(theme.colour("text"))
        line = QRectF(MARGIN, MARGIN, size.width() - 2 * MARGIN, self._line)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.title)
        body = self._body.sizeHint()
        listed = QRectF(MARGIN + body.width() + BETWEEN, self._top, theme.px(LIST_PX), 0)
        body_left = float(MARGIN)
        if self._is_mirrored:  # the drawing changes its place, never its sides
            body_left = size.width() - MARGIN - body.width()
            listed.moveLeft(MARGIN)
        painter.save()
        painter.translate(body_left, self._top)
        self._body.paint_onto(painter)
        painter.restore()
        for row, height in zip(self._rows, self._heights, strict=True):
            listed.setHeight(height)
            paint_row(painter, theme, row, listed, is_mirrored=self._is_mirrored)
            listed.translate(0, height)

    @property
    def _heights(self) -> list[float]:
        return [row_height(self._theme, row, self._theme.px(LIST_PX)) for row in self._rows]

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.TITLE, Weight.SEMIBOLD)).height()

    @property
    def _top(self) -> float:
        return MARGIN + self._line + 12
