"""What a panel draws of its answers at each frame of a drag: the marks of days, and the line of their average."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_items import Frame, InDays
from diary.ui.kit.plots_library import pg
from diary.ui.kit.plots_marks import LINE_PX, mark_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPen
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from diary.ui.kit.plots_state import Shape
    from diary.ui.kit.theme import Theme

PIECE = 8
"""Points of a piece of a line: one long path takes five times as long to fill, and single segments twice."""
ROUND_UP_TO = 200
"""Points of a line with round corners; on a longer one nobody sees them, and they take as long as all the rest."""


class AverageLine(InDays):
    """The line of an average, open at every NaN; only what is in view is drawn."""

    def __init__(self, theme: Theme, frame: Frame, colour: QColor) -> None:
        super().__init__(theme, frame)
        self._points: tuple[Sequence[float], Sequence[float]] = ((), ())
        self._pieces: list[tuple[float, float, QPolygonF]] = []
        self.pen: QPen = self._pen(colour, LINE_PX)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # it tells what is in view

    @property
    def points(self) -> tuple[Sequence[float], Sequence[float]]:
        """What is drawn: days and values."""
        return self._points

    def show_line(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw these points."""
        self._points = xs, ys
        is_round = len(xs) <= ROUND_UP_TO
        self.pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.FlatCap)
        self.pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if is_round else Qt.PenJoinStyle.BevelJoin)
        self._pieces = []
        run: list[QPointF] = []
        for x, y in zip(xs, ys, strict=True):
            if isnan(y):
                self._add(run)
                run = []
            else:
                run.append(QPointF(x, y))
        self._add(run)
        self.update()

    def _add(self, run: list[QPointF]) -> None:
        """Cut a run in pieces; each goes on to the next one's second point, so that no corner is left open."""
        for begin in range(0, len(run) - 1, PIECE):
            part = run[begin : begin + PIECE + 2]
            self._pieces.append((part[0].x(), part[-1].x(), QPolygonF(part)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        shown: QRectF = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen)
        for first, last, piece in self._pieces:
            if last >= shown.left() and first <= shown.right():
                painter.drawPolyline(piece)


class Marks(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph is untyped
    """Marks of one shape; what they could reach is the whole panel, which nobody has to measure at each frame."""

    def __init__(self, frame: Frame, shape: Shape, pen: QPen | None, brush: QColor) -> None:
        self._frame = frame
        super().__init__(symbol=mark_path(shape), pen=pen, brush=brush, pxMode=True)

    def show_marks(
        self, days: NDArray[Any], values: NDArray[Any], size: float = 1.0, brush: QColor | None = None
    ) -> None:
        """Draw these; ``brush`` is another colour than until now."""
        self.setData(x=days, y=values, size=size, **({} if brush is None else {"brush": brush}))
        self.setVisible(len(days) > 0)

    @override
    def boundingRect(self) -> QRectF:
        return self._frame.rect

    @override
    def viewTransformChanged(self) -> None:
        """Forget which days were in view, and nothing more: the panel is as large as it was."""
        super(pg.ScatterPlotItem, self).viewTransformChanged()
