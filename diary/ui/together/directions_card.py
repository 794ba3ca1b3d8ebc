"""The three directions side by side: an interval for each on one axis, what is said of it, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_intervals import IntervalLane, IntervalScale
from diary.ui.kit.surfaces import Divider
from diary.ui.kit.tables import QuietTable, TwinTable
from diary.ui.kit.text import Words
from diary.ui.together.directions_picture import directions_picture
from diary.ui.together.pair_card import PairCard
from diary.ui.together.signs import sign_words
from diary.words import say
from diary.words.numbers import number

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_page import PicturePage
    from diary.ui.kit.picture_saving import Cell
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import Lane, LanesState, PairState

DIRECTIONS = 3


class LanesTable(TwinTable):
    """The same figures as the lanes, one direction a row; ``None`` where the days are too few for figures."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: tuple[Lane, ...] = ()

    def render_state(self, state: LanesState) -> None:
        """Hold other figures."""
        self.beginResetModel()
        self._lanes = state.lanes
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return say("Question"), say("Most likely"), say("From"), say("To"), say("What shows")

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple((lane.title, *_figures(lane), sign_words(lane.state)) for lane in self._lanes)

    @property
    @override
    def length(self) -> int:
        return len(self._lanes)

    @override
    def text(self, row: int, column: int) -> str:
        cell = self.rows[row][column]
        if cell is None:
            return ""
        return cell if isinstance(cell, str) else _signed(cell)

    @override
    def spoken(self, row: int, column: int) -> str:
        lane = self._lanes[row]
        return (lane.title, *lane.figures, sign_words(lane.state))[column]


class DirectionsCard(PairCard):
    """Same day, the day after one, and the day after the other."""

    def __init__(self, icons: Icons) -> None:
        figures = LanesTable()
        super().__init__(icons, say("Three directions, side by side"), figures)
        self._figures = figures
        self._lanes = [_LaneRow(icons.theme) for _ in range(DIRECTIONS)]
        self._scale = IntervalScale(icons.theme)
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
        rows = QuietTable(icons.theme, self._figures, say("Three directions, as a table"), widest=0)
        self.lay_out(picture, rows)

    def render_state(self, pair: PairState) -> None:
        """Draw other directions."""
        state, self._pair = pair.lanes, pair
        for row_, lane in zip(self._lanes, state.lanes, strict=True):
            row_.render_state(lane, state)
        self._scale.show_axis(state.axis, state.lower, state.higher)
        self._note.setVisible(any(lane.interval is not None for lane in state.lanes))
        self._figures.render_state(state)

    @override
    def drawn(self, theme: Theme) -> PicturePage:
        note = "" if self._note.isHidden() else self._note.text()
        return directions_picture(theme, self.pair, self._scale.width(), note)


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


def _figures(lane: Lane) -> tuple[float | None, ...]:
    """The middle of the interval, and its ends."""
    one = lane.interval
    return (None, None, None) if one is None else (one.middle, one.low, one.high)


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
