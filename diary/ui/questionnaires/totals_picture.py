"""The totals of one questionnaire as a picture to save, copy or print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.picture_page import PicturePage, Sentences
from diary.ui.questionnaires.totals_chart import TotalsChart

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPainter

    from diary.ui.kit.theme import Theme
    from diary.ui.questionnaires.history import History


def totals_picture(theme: Theme, history: History, shown: QSize) -> PicturePage:
    """Draw the totals as large as they are shown."""
    parts = (Sentences(theme, history.summary), _Chart(theme, history, shown))
    return PicturePage(theme, history.name, shown.width(), parts)


class _Chart:
    def __init__(self, theme: Theme, history: History, size: QSize) -> None:
        self._chart = TotalsChart(theme)
        self._chart.resize(size)
        self._chart.render_state(history)

    def height(self, width: float) -> float:
        del width
        return self._chart.height()

    def paint(self, painter: QPainter, width: float) -> None:
        del width
        self._chart.paint_onto(painter)
