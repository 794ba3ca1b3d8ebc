"""The finding as a sentence, and beside it the plain averages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QSizePolicy, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.plots_scatter import Side
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import AveragesState, PairState


_ANY_SIZE = 16_777_215
"""Qt's own largest size of a widget."""


class Headline(Words):
    """The sentence that answers first; its size is in the accent's colour, and everything in it is escaped."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", "headline", wrap=True)
        self._theme = theme
        self._said = ("", "")
        self.setTextFormat(Qt.TextFormat.RichText)
        theme.changed.connect(self._draw)

    def show_sentence(self, sentence: str, emphasis: str) -> None:
        """Say another sentence; ``emphasis`` is a part of it."""
        self._said = (sentence, emphasis)
        self.setAccessibleName(sentence)
        self._draw()

    def _draw(self) -> None:
        sentence, emphasis = self._said
        before, found, after = sentence.partition(emphasis) if emphasis else (sentence, "", "")
        colour = self._theme.colour("accent").name()
        marked = f'<span style="color: {colour}">{escape(found)}</span>' if found else ""
        self.setText(f"{escape(before)}{marked}{escape(after)}")


class FindingCard(Card):
    """The first sentence answers the question; beside it the plain averages."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(26, 20))
        self._headline = Headline(icons.theme)
        self._details = Words("", wrap=True)
        self._days = Words("", "second", wrap=True)
        self._always = Words("", "caption", wrap=True)
        self._averages = AveragesPlot(icons.theme)
        self._line = QFrame()
        self._line.setProperty("role", "divider")
        self._line.setMinimumSize(1, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        said = column(self._headline, self._details, self._days, self._always, None, spacing=8)
        self._halves.addLayout(said, 7)
        self._halves.addWidget(self._line)
        self._halves.addWidget(self._averages, 5)
        self.body.addLayout(self._halves)
        self.set_compact(is_compact=False)

    def render_state(self, pair: PairState) -> None:
        """Say what was found."""
        self._headline.show_sentence(pair.headline, pair.emphasis)
        self._details.setText(" ".join(pair.details))
        self._details.setVisible(bool(pair.details))
        self._days.setText(" ".join((*pair.days, *pair.history)))
        self._days.setVisible(bool(self._days.text()))
        self._always.setText(pair.always)
        self._averages.setVisible(pair.averages is not None)
        self._line.setVisible(pair.averages is not None)
        if pair.averages is not None:
            self._averages.render_state(pair.averages)

    def set_compact(self, *, is_compact: bool) -> None:
        """Put the averages below the words where it is narrow."""
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if is_compact else QBoxLayout.Direction.LeftToRight)
        across, thin = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self._line.setSizePolicy(*((across, thin) if is_compact else (thin, across)))
        self._line.setMaximumSize(*((_ANY_SIZE, 1) if is_compact else (1, _ANY_SIZE)))


class AveragesPlot(QWidget):
    """Two plain averages on one scale, drawn with the measure's own mark, and said in words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Words("", "strong", wrap=True)
        self._labels = [Words("", wrap=True) for _ in range(2)]
        self._scales = [ScaleDot(theme) for _ in range(2)]
        self._words = [Words("", "strong") for _ in range(2)]
        self._days = [Words("", "second") for _ in range(2)]
        self._low, self._high = Words("", "axis"), Words("", "axis")
        self._note = Words("", "caption", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._title, 0, 0, 1, 4)
        for number in range(2):
            line: tuple[QWidget, ...] = (
                *(self._labels[number], self._scales[number]),
                *(self._words[number], self._days[number]),
            )
            for at, widget in enumerate(line):
                grid.addWidget(widget, number + 1, at)
        grid.addLayout(row(self._low, None, self._high), 3, 1)
        grid.addWidget(self._note, 4, 0, 1, 4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(5, 1)

    def render_state(self, state: AveragesState) -> None:
        """Show other averages."""
        self._title.setText(state.title)
        self._note.setText(state.note)
        for number, one in enumerate(state.rows):
            self._labels[number].setText(one.label)
            self._scales[number].show_mean(state.side, one.mean)
            self._words[number].setText(one.words)
            self._days[number].setText(one.days)
        low = state.side.low_words[:1].lower() + state.side.low_words[1:]
        self._low.setText(f"{state.side.ticks[0][1]} {low}".strip())
        self._high.setText(state.side.ticks[-1][1])


class ScaleDot(QWidget):
    """A scale from end to end with one mark on it; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side: Side | None = None
        self._mean = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mean(self, side: Side, mean: float) -> None:
        """Put the mark elsewhere."""
        self._side, self._mean = side, mean
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self._theme.px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(70), self._theme.px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._side
        if side is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle, tick = self._theme, self.height() / 2, self._theme.px(5)
        left, right = tick, self.width() - tick
        painter.setPen(QPen(theme.colour("outline"), 2))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for x in (left, (left + right) / 2, right):
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        share = (self._mean - side.lowest) / (side.highest - side.lowest)
        paint_mark(
            painter, QPointF(left + share * (right - left), middle), theme.px(13), side.shape, theme.colour(side.colour)
        )
        painter.end()
