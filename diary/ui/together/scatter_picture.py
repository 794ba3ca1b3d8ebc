"""The scatter as a picture to save, copy or print: its pair and dates, what marks say, and the words of its axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from diary.ui.kit.picture_page import STRONG, PicturePage, Sentences
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.plots_scatter import ScatterChart

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPainter

    from diary.ui.kit.plots_scatter import ScatterState, Side
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import PairState

MARK_PX, NEXT_PX, APART_PX = 10, 6, 14


def scatter_picture(theme: Theme, pair: PairState, shown: QSize) -> PicturePage:
    """Draw a pair's days as large as they are shown."""
    parts = (
        Sentences(theme, pair.scatter_note),
        _Upwards(theme, pair.scatter.y, pair.upward),
        _Chart(theme, pair.scatter, shown),
        _Across(theme, pair.scatter.x),
    )
    return PicturePage(theme, pair.picture_title, shown.width(), parts)


class _Chart:
    def __init__(self, theme: Theme, state: ScatterState, size: QSize) -> None:
        self._chart = ScatterChart(theme)
        self._chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._chart.resize(size)
        self._chart.render_state(state)
        self._chart.show()

    def height(self, width: float) -> float:
        del width
        return self._chart.height()

    def paint(self, painter: QPainter, width: float) -> None:
        self._chart.paint_picture(painter, QRectF(0, 0, width, self._chart.height()))


class _Upwards:
    """The upright measure's mark, and what its ends mean."""

    def __init__(self, theme: Theme, side: Side, words: str) -> None:
        self._theme = theme
        self._side = side
        self._words = Sentences(theme, words, side=Qt.AlignmentFlag.AlignLeft)
        self._inset = theme.px(MARK_PX) + NEXT_PX

    def height(self, width: float) -> float:
        return self._words.height(width - self._inset)

    def paint(self, painter: QPainter, width: float) -> None:
        _paint_side(painter, self._theme, self._side, 0, self.height(width) / 2)
        painter.translate(self._inset, 0)
        self._words.paint(painter, width - self._inset)


class _Across:
    """The other measure's mark and name in the middle, and the words at both ends of its axis."""

    def __init__(self, theme: Theme, side: Side) -> None:
        self._theme = theme
        self._side = side
        self._name = Sentences(theme, side.label, STRONG)
        self._low = Sentences(theme, side.low_words, side=Qt.AlignmentFlag.AlignLeft)
        self._high = Sentences(theme, side.high_words, side=Qt.AlignmentFlag.AlignRight)
        self._named = theme.px(MARK_PX) + NEXT_PX + self._name.width

    def height(self, width: float) -> float:
        end = self._end(width)
        return max(self._name.height(self._named), self._low.height(end), self._high.height(end))

    def paint(self, painter: QPainter, width: float) -> None:
        end, inset = self._end(width), self._theme.px(MARK_PX) + NEXT_PX
        self._low.paint(painter, end)
        painter.save()
        painter.translate(width - end, 0)
        self._high.paint(painter, end)
        painter.restore()
        painter.translate((width - self._named) / 2, 0)
        _paint_side(painter, self._theme, self._side, 0, self._name.height(self._named) / 2)
        painter.translate(inset, 0)
        self._name.paint(painter, self._named - inset)

    def _end(self, width: float) -> float:
        return max((width - self._named) / 2 - APART_PX, 1)


def _paint_side(painter: QPainter, theme: Theme, side: Side, left: float, middle: float) -> None:
    mark = theme.px(MARK_PX)
    paint_mark(painter, QPointF(left + mark / 2, middle), mark, side.shape, theme.colour(side.colour))
