"""Rows with a mark or a bar each: a few plain figures beside each other, read out by mouse and arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import faint, paint_mark
from diary.ui.kit.plots_pointed import SteppedPlot
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import TextSize

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

ROW_PX, MARK_PX, GAP_PX, TRACK_PX = 26, 11, 12, 60
EDGE = 6
"""Room for the ring of the keyboard, and for half a mark at both ends of a track."""


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One figure: its name, how far along the track it lies (0 to 1, ``None`` for nowhere), and what it says."""

    label: str
    share: float | None
    words: str

    @property
    def sentence(self) -> str:
        """The same in one breath."""
        return f"{self.label}: {self.words}"


@dataclass(frozen=True, slots=True)
class RowsState:
    """Rows on one scale: marks of a ``shape`` on a line, or bars where there is none; ``colour`` is a token.

    ``ticks`` are places on the track with their numbers.
    """

    name: str = ""
    rows: tuple[PlotRow, ...] = ()
    colour: str = "text2"
    shape: Shape | None = None
    ticks: tuple[tuple[float, str], ...] = ()


class RowsPlot(SteppedPlot):
    """The rows, from the top."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Qt.Key.Key_Up, Qt.Key.Key_Down)
        self._state = RowsState()

    @property
    def state(self) -> RowsState:
        """What is drawn."""
        return self._state

    def render_state(self, state: RowsState) -> None:
        """Draw other rows."""
        if state == self._state:
            return
        has_grown = len(state.rows) != len(self._state.rows)
        self._state = state
        self.setAccessibleName(state.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if state.rows else Qt.FocusPolicy.NoFocus)
        self._choose(None if self._chosen is None or self._chosen >= len(state.rows) else self._chosen)
        if has_grown:
            self.updateGeometry()

    def paint_onto(self, painter: QPainter, width: float) -> None:
        """Draw the rows from the painter's origin on, as wide as that."""
        for number in range(len(self._state.rows)):
            self._paint_row(painter, number, width)
        self._paint_ticks(painter, width)

    def _paint_row(self, painter: QPainter, number: int, width: float) -> None:
        theme, state, row = self._theme, self._state, self._state.rows[number]
        where = QRectF(0, EDGE + number * self._line, width, self._line)
        label, track, words = self._parts(where)
        painter.setFont(theme.font(TextSize.CAPTION))
        painter.setPen(theme.colour("text"))
        lead, trail = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(label, lead | trail, row.label)
        painter.setPen(theme.colour("text2"))
        painter.drawText(words, lead | trail, row.words)
        middle = track.center().y()
        if state.shape is not None:
            painter.setPen(QPen(theme.colour("grid"), 1))
            painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
        if row.share is None:
            return
        if state.shape is None:
            bar = QRectF(track.left(), middle - self._line * 0.28, track.width() * row.share, self._line * 0.56)
            painter.fillRect(bar, faint(theme, state.colour))
        else:
            at = QPointF(track.left() + track.width() * row.share, middle)
            paint_mark(painter, at, theme.px(MARK_PX), state.shape, theme.colour(state.colour))

    def _paint_ticks(self, painter: QPainter, width: float) -> None:
        if not self._state.ticks:
            return
        below = QRectF(0, EDGE + len(self._state.rows) * self._line, width, self._tick_line)
        _, track, _ = self._parts(below)
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        for share, text in self._state.ticks:
            half = QFontMetricsF(painter.font()).horizontalAdvance(text) / 2 + 1
            at = track.left() + track.width() * share
            where = QRectF(at - half, below.top(), 2 * half, below.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)

    def _parts(self, where: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Where a row's name, track and words stand; numbers run from left to right whichever way words do."""
        metrics = QFontMetricsF(self._theme.font(TextSize.CAPTION))
        rows = self._state.rows
        names = max((metrics.horizontalAdvance(row.label) for row in rows), default=0) + 2
        said = max((metrics.horizontalAdvance(row.words) for row in rows), default=0) + 2
        label = QRectF(where.left() + EDGE, where.top(), names, where.height())
        words = QRectF(where.right() - EDGE - said, where.top(), said, where.height())
        gap = self._theme.px(GAP_PX)
        track = QRectF(label.right() + gap, where.top(), max(words.left() - label.right() - 2 * gap, 1), where.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            mirrored = (QRectF(where.width() - part.right(), part.top(), part.width(), part.height())
                        for part in (label, track, words))  # fmt: skip
            label, track, words = mirrored
        return label, track, words

    @property
    def _line(self) -> float:
        height = QFontMetricsF(self._theme.font(TextSize.CAPTION)).height()
        return max(float(self._theme.px(ROW_PX)), height + 6)

    @property
    def _tick_line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.AXIS)).height() + 2 if self._state.ticks else 0

    @property
    @override
    def count(self) -> int:
        return len(self._state.rows)

    @property
    @override
    def sentence(self) -> str:
        return ". ".join(row.sentence for row in self._state.rows)

    @override
    def sentence_of(self, number: int) -> str:
        return self._state.rows[number].sentence

    @override
    def number_at(self, point: QPointF) -> int | None:
        number = int((point.y() - EDGE) // self._line)
        return number if 0 <= number < self.count else None

    @override
    def sizeHint(self) -> QSize:
        height = 2 * EDGE + len(self._state.rows) * self._line + self._tick_line
        return QSize(self._theme.px(300), round(height))

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font(TextSize.CAPTION))
        rows = self._state.rows
        words = sum(
            max((metrics.horizontalAdvance(text) for text in texts), default=0)
            for texts in ([row.label for row in rows], [row.words for row in rows])
        )
        return QSize(round(words + 2 * EDGE + 2 * self._theme.px(GAP_PX) + TRACK_PX), self.sizeHint().height())

    @override
    def paint_shown(self, painter: QPainter) -> None:
        pointed = self._hovered if self._hovered is not None else self._chosen if self.hasFocus() else None
        if pointed is not None:
            where = QRectF(2, EDGE + pointed * self._line, self.width() - 4, self._line)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(where, 6, 6)
        self.paint_onto(painter, self.width())
