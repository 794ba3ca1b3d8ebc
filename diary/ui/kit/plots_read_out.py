"""The box beside a cross-hair or a mark: what was answered there, and who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.theme import TextSize, Weight
from diary.words import say_n

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from diary.ui.kit.plots_state import ReadOut
    from diary.ui.kit.theme import Theme


MOST_NOTES, WIDEST_PX = 8, 520
"""A box of more lines, or longer ones, would hide the chart; the table and the screen reader have them all."""


def _few(notes: tuple[str, ...]) -> tuple[str, ...]:
    """The notes that the box has room for, and how many more there are."""
    if len(notes) <= MOST_NOTES:
        return notes
    left = len(notes) - MOST_NOTES + 1
    return (*notes[: MOST_NOTES - 1], say_n("and {n} more", "and {n} more", left))


class ReadOutBox(QGraphicsItem):
    """The box beside the cross-hair: the day, each panel's answer, and who wrote it."""

    PADDING = 12

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: ReadOut | None = None
        self._size = QSizeF(0, 0)
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_read_out(self, shown: ReadOut, cross: QPointF, room: QRectF) -> None:
        """Say it beside ``cross``, on whichever side of it there is room (scene coordinates)."""
        self.prepareGeometryChange()
        self._shown = shown
        self._size = self._measured(shown)
        left = cross.x() + 14
        if left + self._size.width() > room.right():
            left = max(room.left(), cross.x() - 14 - self._size.width())
        top = min(max(room.top(), cross.y()), max(room.top(), room.bottom() - self._size.height()))
        self.setPos(round(left), round(top))
        self.show()
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self._size)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if self._shown is None:
            return
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("outline"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        y = self.PADDING - 2.0
        y = self._line(painter, y, self._shown.title, Weight.SEMIBOLD)
        names = self._names_width(self._shown)
        for row in self._shown.rows:
            line = QFontMetricsF(theme.font(TextSize.CAPTION)).height()
            ground = theme.colour("surface") if row.hollow else None
            centre = QPointF(self.PADDING + theme.px(7), y + line / 2)
            paint_mark(painter, centre, theme.px(9), row.shape, theme.colour(row.colour), ground=ground)
            self._line(painter, y, row.label, Weight.REGULAR, theme.px(24))
            y = self._line(painter, y, row.text, Weight.SEMIBOLD, names)
        for note in _few(self._shown.notes):
            y = self._line(painter, y, note, Weight.REGULAR)

    def _line(self, painter: QPainter, y: float, text: str, weight: int, indent: float = 0) -> float:
        painter.setFont(self._theme.font(TextSize.CAPTION, weight))
        painter.setPen(self._theme.colour("text2" if weight == Weight.REGULAR else "text"))
        height = QFontMetricsF(painter.font()).height()
        where = QRectF(self.PADDING + indent, y, self._size.width() - 2 * self.PADDING - indent + 2, height)
        short = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, short)
        return y + height + 2

    def _names_width(self, shown: ReadOut) -> float:
        metrics = QFontMetricsF(self._theme.font(TextSize.CAPTION))
        widest = max((metrics.horizontalAdvance(row.label) for row in shown.rows), default=0)
        return self._theme.px(24) + widest + 14

    def _measured(self, shown: ReadOut) -> QSizeF:
        strong = QFontMetricsF(self._theme.font(TextSize.CAPTION, Weight.SEMIBOLD))
        plain = QFontMetricsF(self._theme.font(TextSize.CAPTION))
        widths = [strong.horizontalAdvance(shown.title)]
        widths += [self._names_width(shown) + strong.horizontalAdvance(row.text) for row in shown.rows]
        notes = _few(shown.notes)
        widths += [plain.horizontalAdvance(note) for note in notes]
        lines = 1 + len(shown.rows) + len(notes)
        width = min(max(widths), float(self._theme.px(WIDEST_PX)))
        return QSizeF(width + 2 * self.PADDING + 2, lines * (strong.height() + 2) + 2 * self.PADDING - 4)
