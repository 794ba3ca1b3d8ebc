"""The three directions side by side: an interval for each on one axis, what is said of it, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.kit.plots_intervals import IntervalLane, IntervalScale
from diary.ui.kit.surfaces import Card, Divider, row
from diary.ui.kit.text import Title, Words
from diary.ui.together.signs import sign_words
from diary.ui.together.tables import Index, PictureOrTable, table_of
from diary.words import say
from diary.words.numbers import number

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import Lane, LanesState, PairState

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
DIRECTIONS = 3


class LanesTable(QAbstractTableModel):
    """The same figures as the lanes, one direction a row."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: tuple[Lane, ...] = ()

    def render_state(self, state: LanesState) -> None:
        """Hold other figures."""
        self.beginResetModel()
        self._lanes = state.lanes
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._lanes)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as above
        return 0 if parent.isValid() else 5

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        lane, column = self._lanes[index.row()], index.column()
        value = (
            None
            if lane.interval is None
            else {1: lane.interval.middle, 2: lane.interval.low, 3: lane.interval.high}.get(column)
        )
        if role == VALUE_ROLE:
            return value
        if role == Qt.ItemDataRole.DisplayRole and value is not None:
            return _signed(value)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (lane.title, *lane.figures, sign_words(lane.state))[column]
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (say("Question"), say("Most likely"), say("From"), say("To"), say("What shows"))[section]


class DirectionsCard(Card):
    """Same day, the day after one, and the day after the other."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=6)
        self.body.setContentsMargins(20, 6, 20, 16)
        self._lanes = [_LaneRow(icons.theme) for _ in range(DIRECTIONS)]
        self._scale = IntervalScale(icons.theme)
        self.model = LanesTable()
        picture = QWidget()
        inside = QVBoxLayout(picture)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for place, lane in enumerate(self._lanes):
            if place:
                inside.addWidget(Divider())
            inside.addWidget(lane)
        inside.addWidget(self._scale)
        likely = say("Each bar shows where the difference likely is. A full mark shows a link, a hollow one doesn’t.")
        reason = say("Coming first does not make it the reason.")
        self._note = Words(f"{likely} {reason}", "caption", wrap=True)
        inside.addWidget(self._note)
        inside.addStretch(1)
        self.stack = PictureOrTable(icons, picture, table_of(self.model, say("Three directions, as a table")), widest=0)
        title = Title(say("Three directions, side by side"), wrap=True)
        line = row(title, self.stack.button)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)

    def render_state(self, pair: PairState) -> None:
        """Draw other directions."""
        state = pair.lanes
        for row_, lane in zip(self._lanes, state.lanes, strict=True):
            row_.render_state(lane, state)
        self._scale.show_axis(state.axis, state.lower, state.higher)
        self._note.setVisible(any(lane.interval is not None for lane in state.lanes))
        self.model.render_state(state)


class _LaneRow(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Words("", "strong", wrap=True)
        self.lane = IntervalLane(theme)
        self._words = Words("", "caption", wrap=True)
        self._history = Words("", "caption", wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 2, 0, 2)
        inside.setSpacing(4)
        for widget in (self._title, self.lane, self._words, self._history):
            inside.addWidget(widget)

    def render_state(self, lane: Lane, state: LanesState) -> None:
        self._title.setText(lane.title)
        self._words.setText(lane.words)
        self._history.setText(lane.history)
        self._history.setVisible(bool(lane.history))
        self.lane.show_interval(lane.interval, state.axis, lane.title, _sentence(lane))


def _signed(value: float) -> str:
    """The figure with a sign, which says less or more in little room."""
    size = number(abs(value), 1)
    sign = "" if float(f"{value:.1f}") == 0 else "+" if value > 0 else "\N{MINUS SIGN}"
    return f"{sign}{size}"


def _sentence(lane: Lane) -> str:
    """The interval in numbers, for those who don't see it, and for the mouse."""
    middle, low, high = lane.figures
    if lane.interval is None:
        return sign_words(lane.state)
    told = say("Most likely {middle}, from {low} to {high}.", middle=middle, low=low, high=high)
    return f"{sign_words(lane.state)}. {told}"
