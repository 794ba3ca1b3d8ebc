"""The card with the scatter, the words of its axes, and the table behind it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.plots_scatter import ScatterChart
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.together.tables import Index, PictureOrTable, table_of
from diary.words import say
from diary.words.dates import plain_day

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.plots_scatter import Dot, ScatterState, Side
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import PairState

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)


class ScatterTable(QAbstractTableModel):
    """The same days as the scatter, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._state: ScatterState | None = None

    def render_state(self, state: ScatterState) -> None:
        """Hold other days."""
        self.beginResetModel()
        self._state = state
        self.endResetModel()

    def dot_at(self, number: int) -> Dot:
        """The day of a row."""
        assert self._state is not None
        return self._state.dots[-1 - number]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() or self._state is None else len(self._state.dots)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as above
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        dot = self.dot_at(index.row())
        day = date.fromordinal(dot.day)
        if role == VALUE_ROLE:
            return (day, dot.x, dot.y, dot.note)[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (plain_day(day), dot.x_text, dot.y_text, dot.note)[index.column()]
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if not is_head or self._state is None:
            return None
        return (say("Day"), self._state.x.label, self._state.y.label, say("What is known of it"))[section]


class ScatterCard(Card):
    """Picture or table of the same days; ``day_requested`` carries the day that was opened."""

    day_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=6)
        self.body.setContentsMargins(20, 6, 20, 16)
        self._icons = icons
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
        self._model = ScatterTable()
        self.table = table_of(self._model, say("Every day that has both, as a table"))
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
        self._stack = PictureOrTable(icons, picture, self.table, widest=3)
        line = row(Title(say("Every day that has both"), wrap=True), self._stack.button)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._note)
        self.body.addWidget(self._stack, 1)
        self.chart.day_requested.connect(self.day_requested)
        self.table.activated.connect(self._open_row)

    def render_state(self, pair: PairState) -> None:
        """Draw other days."""
        state = pair.scatter
        self.chart.render_state(state)
        self._model.render_state(state)
        self._note.setText(pair.scatter_note)
        self._hint.setVisible(bool(state.dots))
        self._y_mark.show_side(state.y)
        self._x_mark.show_side(state.x)
        self._y_words.setText(pair.upward)
        self._x_low.setText(state.x.low_words)
        self._x_name.setText(state.x.label)
        self._x_high.setText(state.x.high_words)

    def _open_row(self, index: QModelIndex) -> None:
        self.day_requested.emit(date.fromordinal(self._model.dot_at(index.row()).day))


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
