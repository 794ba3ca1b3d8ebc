"""The time chart as a picture to save or copy: its dates, its legend and its panels, and no buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from diary.domain.days import Period
from diary.ui.kit.plots_legend import Legend
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import TextSize, Weight
from diary.words.dates import day_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from diary.ui.kit.plots_legend import LegendRow
    from diary.ui.kit.theme import Theme

MARGIN = 20


def redrawn(shown: TimeChart, rows: Sequence[LegendRow], theme: Theme) -> ChartPicture:
    """Draw what a chart shows once more, in another theme's colours."""
    chart, legend = TimeChart(theme), Legend(theme)
    legend.show_rows(rows)
    chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    chart.resize(shown.size())
    chart.render_state(shown.state)
    chart.compare(is_on=shown.compares)
    chart.show()
    chart.show_range(*shown.visible_range)
    return ChartPicture(theme, chart, legend)


class ChartPicture:
    """What is in view, in the colours in force; the same drawing in every form."""

    def __init__(self, theme: Theme, chart: TimeChart, legend: Legend) -> None:
        self._theme = theme
        self._chart = chart
        self._legend = legend

    @property
    def title(self) -> str:
        """The dates in view."""
        return day_span(Period(*self._chart.visible_range))

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        return QSize(self._chart.width() + 2 * MARGIN, round(self._top) + self._chart.height() + MARGIN)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.TITLE, Weight.SEMIBOLD)).height()

    @property
    def _top(self) -> float:
        return MARGIN + self._line + 8 + self._legend.heightForWidth(self._chart.width()) + 8

    def paint(self, painter: QPainter) -> None:
        """Draw the dates, the legend and the panels."""
        size = self.size
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.colour("surface"))
        painter.setFont(self._theme.font(TextSize.TITLE, Weight.SEMIBOLD))
        painter.setPen(self._theme.colour("text"))
        line = QRectF(MARGIN, MARGIN, self._chart.width(), self._line)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.title)
        painter.save()
        painter.translate(MARGIN, MARGIN + self._line + 8)
        self._legend.paint_onto(painter, self._chart.width())
        painter.restore()
        where = QRectF(MARGIN, self._top, self._chart.width(), self._chart.height())
        self._chart.paint_picture(painter, where)
