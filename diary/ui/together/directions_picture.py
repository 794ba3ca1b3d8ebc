"""The three directions as a picture to save, copy or print: each question with its interval, above one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.picture_page import STRONG, PicturePage, Sentences, Space
from diary.ui.kit.plots_intervals import IntervalLane, IntervalScale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from diary.ui.kit.picture_page import Part
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import PairState


BETWEEN_PX = 6


def directions_picture(theme: Theme, pair: PairState, width: int, note: str) -> PicturePage:
    """Draw a pair's directions so wide."""
    return PicturePage(theme, pair.picture_title, width, tuple(_parts(theme, pair, note)))


def _parts(theme: Theme, pair: PairState, note: str) -> Iterator[Part]:
    state = pair.lanes
    for number, lane in enumerate(state.lanes):
        if number:
            yield Space(BETWEEN_PX)
        yield Sentences(theme, lane.title, STRONG)
        drawn = IntervalLane(theme)
        drawn.show_interval(lane.interval, state.axis, lane.title, lane.words)
        yield _Drawn(drawn)
        yield Sentences(theme, " ".join(filter(None, (lane.words, lane.history))))
    scale = IntervalScale(theme)
    scale.show_axis(state.axis, state.lower, state.higher)
    yield _Drawn(scale)
    yield Sentences(theme, note)


class _Drawn:
    def __init__(self, drawn: IntervalLane | IntervalScale) -> None:
        self._drawn = drawn

    def height(self, width: float) -> float:
        del width
        return self._drawn.sizeHint().height()

    def paint(self, painter: QPainter, width: float) -> None:
        self._drawn.resize(round(width), round(self.height(width)))
        self._drawn.paint_onto(painter)
