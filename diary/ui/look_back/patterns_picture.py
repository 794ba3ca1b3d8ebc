"""The patterns as a picture to save, copy or print: its measure and dates, then each pattern beside the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from diary.ui.kit.plots_rows import RowsPlot
from diary.ui.kit.theme import TextSize, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.patterns import Block, PatternsState

MARGIN, GAP, BLOCK_PX, NOTE_LINES = 20, 24, 330, 3
"""In pixels at 100 %; so many lines have room for a note under its pattern."""


class PatternsPicture:
    """Drawn from the state alone, in any theme's colours."""

    def __init__(self, theme: Theme, state: PatternsState, span: str) -> None:
        self._theme = theme
        self._state = state
        self._span = span
        self._plots = tuple(RowsPlot(theme) for _ in state.blocks)
        for plot, block in zip(self._plots, state.blocks, strict=True):
            plot.render_state(block.plot)

    @property
    def title(self) -> str:
        """The measure and the dates."""
        return f"{self._state.label} · {self._span}"

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        width = sum(self._width(plot) for plot in self._plots) + GAP * max(len(self._plots) - 1, 0)
        tallest = max((plot.sizeHint().height() for plot in self._plots), default=0)
        notes = NOTE_LINES * self._line(TextSize.CAPTION)
        return QSize(round(width) + 2 * MARGIN, round(self._top + tallest + notes + MARGIN))

    def paint(self, painter: QPainter) -> None:
        """Draw everything."""
        theme, size = self._theme, self.size
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colour("surface"))
        room = QRectF(MARGIN, MARGIN, size.width() - 2 * MARGIN, self._line(TextSize.TITLE))
        painter.setFont(theme.font(TextSize.TITLE, Weight.SEMIBOLD))
        painter.setPen(theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.title)
        painter.setFont(theme.font(TextSize.CAPTION))
        painter.setPen(theme.colour("text2"))
        below = room.translated(0, room.height() + 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._state.ends)
        left = float(MARGIN)
        for plot, block in zip(self._plots, self._state.blocks, strict=True):
            self._paint_block(painter, plot, block, left)
            left += self._width(plot) + GAP

    def _paint_block(self, painter: QPainter, plot: RowsPlot, block: Block, left: float) -> None:
        theme, width = self._theme, self._width(plot)
        title = QRectF(left, self._top - self._line(TextSize.BODY) - 2, width, self._line(TextSize.BODY))
        painter.setFont(theme.font(TextSize.BODY, Weight.SEMIBOLD))
        painter.setPen(theme.colour("text"))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, block.title)
        painter.save()
        painter.translate(left, self._top)
        plot.paint_onto(painter, width)
        painter.restore()
        height = plot.sizeHint().height() if block.plot.rows else 0
        note = QRectF(left, self._top + height, width, NOTE_LINES * self._line(TextSize.CAPTION))
        painter.setFont(theme.font(TextSize.CAPTION))
        painter.setPen(theme.colour("text2"))
        painter.drawText(note, int(Qt.TextFlag.TextWordWrap), block.note)

    @property
    def _top(self) -> float:
        """Where the rows begin: below the title, the ends of the scale, and each pattern's own title."""
        lines = self._line(TextSize.TITLE) + self._line(TextSize.CAPTION) + self._line(TextSize.BODY)
        return MARGIN + lines + 16

    def _width(self, plot: RowsPlot) -> float:
        return max(self._theme.px(BLOCK_PX), plot.minimumSizeHint().width())

    def _line(self, pixels: float) -> float:
        return QFontMetricsF(self._theme.font(pixels, Weight.SEMIBOLD)).height()
