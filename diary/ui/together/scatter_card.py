"""The card with the scatter, the words of its axes, and the table behind it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.plots_scatter import ScatterChart
from diary.ui.kit.surfaces import row
from diary.ui.kit.tables import QuietTable, TwinTable
from diary.ui.kit.text import Words
from diary.ui.together.pair_card import PairCard
from diary.ui.together.scatter_picture import scatter_picture
from diary.words import say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_page import PicturePage
    from diary.ui.kit.picture_saving import Cell
    from diary.ui.kit.plots_scatter import Dot, ScatterState, Side
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import PairState


class ScatterTable(TwinTable):
    """The same days as the scatter, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._sides: tuple[Side, ...] = ()
        self._dots: tuple[Dot, ...] = ()

    def render_state(self, state: ScatterState) -> None:
        """Hold other days."""
        self.beginResetModel()
        self._sides = (state.x, state.y)
        self._dots = state.dots[::-1]
        self.endResetModel()

    def day_at(self, row: int) -> date:
        """The day of a row."""
        return date.fromordinal(self._dots[row].day)

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return say("Day"), *(side.label for side in self._sides), say("About the day")

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(self._cells(dot)) for dot in self._dots)

    @property
    @override
    def length(self) -> int:
        return len(self._dots)

    @override
    def text(self, row: int, column: int) -> str:
        dot = self._dots[row]
        return (plain_day(self.day_at(row)), dot.x_text, dot.y_text, dot.note)[column]

    def _cells(self, dot: Dot) -> Iterator[Cell]:
        yield date.fromordinal(dot.day).isoformat()
        answers = ((dot.x, dot.x_text), (dot.y, dot.y_text))
        for side, (value, words) in zip(self._sides, answers, strict=True):
            yield words if side.in_words else value
        yield dot.note


class ScatterCard(PairCard):
    """Picture or table of the same days; ``day_requested`` carries the day that was opened."""

    day_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        days = ScatterTable()
        super().__init__(icons, say("Every day that has both"), days)
        self._days = days
        self.chart = ScatterChart(icons.theme)
        self._note = Words("", "caption", wrap=True)
        self._y_mark, self._x_mark = SideMark(icons.theme), SideMark(icons.theme)
        self._y_words = Words("", "caption", wrap=True)
        self._x_low, self._x_name, self._x_high = (
            Words("", "caption", wrap=True),
            Words("", "strong"),
            Words("", "caption", wrap=True),
        )
        self._x_high.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.days = QuietTable(icons.theme, self._days, say("Every day that has both, as a table"), widest=3)
        picture = QWidget()
        picture.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the words belong to the ends of the axes
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(_with_stretch(self._y_mark, self._y_words))
        inside.addWidget(self.chart, 1)
        below = row(self._x_low, self._x_mark, self._x_name, self._x_high)
        below.setStretch(0, 1)
        below.setStretch(3, 1)
        inside.addLayout(below)
        hint = say("Point at a mark, or use the left and right arrows, to read out its day. A click or Enter opens it.")
        self._hint = Words(hint, "caption", wrap=True)
        inside.addWidget(self._hint)
        self.lay_out(picture, self.days, self._note)
        self.bar.swapped.connect(self._note.setHidden)  # it speaks of the marks
        self.chart.day_requested.connect(self.day_requested)
        self.days.activated.connect(self._open_row)

    def render_state(self, pair: PairState) -> None:
        """Draw other days."""
        state, self._pair = pair.scatter, pair
        self.chart.render_state(state)
        self._days.render_state(state)
        self._note.setText(pair.scatter_note)
        self._hint.setVisible(bool(state.dots))
        self._y_mark.show_side(state.y)
        self._x_mark.show_side(state.x)
        self._y_words.setText(pair.upward)
        self._x_low.setText(state.x.low_words)
        self._x_name.setText(state.x.label)
        self._x_high.setText(state.x.high_words)

    def _open_row(self, index: QModelIndex) -> None:
        self.day_requested.emit(self._days.day_at(index.row()))

    @override
    def drawn(self, theme: Theme) -> PicturePage:
        return scatter_picture(theme, self.pair, self.chart.size())


class SideMark(QWidget):
    """A measure's mark beside its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side: Side | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_side(self, side: Side) -> None:
        """Draw another measure's mark."""
        self._side = side
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(16), self._theme.px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._side is None:
            return
        painter = QPainter(self)
        middle: QPointF = QRectF(self.rect()).center()
        paint_mark(painter, middle, self._theme.px(10), self._side.shape, self._theme.colour(self._side.colour))
        painter.end()


def _with_stretch(mark: QWidget, words: QWidget) -> QHBoxLayout:
    line = row(mark, words, spacing=6)
    line.setStretch(1, 1)
    return line
