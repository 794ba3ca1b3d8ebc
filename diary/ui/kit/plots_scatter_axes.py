"""The words around a scatter: its ticks, and what the days on both sides of the cut are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.theme import TextSize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from diary.ui.kit.theme import Theme

GAP = 10

Ticks = tuple[tuple[float, str], ...]
Span = tuple[float, float]


class Across(QGraphicsWidget):
    """The ticks below, as many as there is room for."""

    def __init__(self, theme: Theme, ticks: Ticks, span: Span) -> None:
        super().__init__()
        self._theme = theme
        self._ticks = ticks
        self._span = span
        height = QFontMetricsF(theme.font(TextSize.AXIS)).height() + 6
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        metrics = QFontMetricsF(painter.font())
        for value, text in self._roomy(metrics.horizontalAdvance("10") * 1.6):
            width = metrics.horizontalAdvance(text)
            where = QRectF(
                _place(value, self._span, self.size().width()) - width / 2, 0, width + 1, self.size().height()
            )
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)

    def _roomy(self, needed: float) -> Sequence[tuple[float, str]]:
        every = 1
        while every < len(self._ticks) and self.size().width() / len(self._ticks[::every]) < needed:
            every += 1
        return self._ticks[::every]


class Upwards(QGraphicsWidget):
    """The ticks on the left."""

    def __init__(self, theme: Theme, ticks: Ticks, span: Span) -> None:
        super().__init__()
        self._theme = theme
        self._ticks = ticks
        self._span = span
        width = QFontMetricsF(theme.font(TextSize.AXIS)).horizontalAdvance("10") + 2 * GAP
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        line = QFontMetricsF(painter.font()).height()
        height = self.size().height()
        for value, text in self._ticks:
            where = QRectF(0, height - _place(value, self._span, height) - line / 2, self.size().width() - GAP, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


class CutWords(QGraphicsWidget):
    """Above the picture, on both sides of the cut: what those days are called."""

    def __init__(self, theme: Theme, cut: tuple[float, str, str] | None, span: Span) -> None:
        super().__init__()
        self._theme = theme
        self._cut = cut
        self._span = span
        height = QFontMetricsF(theme.font(TextSize.AXIS)).height() + 4
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if self._cut is None:
            return
        at, left, right = self._cut
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        metrics = QFontMetricsF(painter.font())
        x, width, height = _place(at, self._span, self.size().width()), self.size().width(), self.size().height()
        before, after = QRectF(0, 0, max(x - GAP, 0), height), QRectF(x + GAP, 0, max(width - x - GAP, 0), height)
        for where, words, side in (
            (before, left, Qt.AlignmentFlag.AlignRight),
            (after, right, Qt.AlignmentFlag.AlignLeft),
        ):
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, text)


def _place(value: float, span: Span, length: float) -> float:
    return (value - span[0]) / (span[1] - span[0]) * length
