"""The card with the time chart, its legend, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.plots_legend import Legend, LegendRow, Sign
from diary.ui.kit.plots_panel import is_run
from diary.ui.kit.plots_series import Step, step_for, within
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.plots_table import ChartTable
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.surfaces import Card
from diary.ui.kit.tables import QuietTable
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.look_back.chart_picture import ChartPicture, redrawn
from diary.ui.look_back.panels_dialog import PanelsDialog
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtCore import QModelIndex

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.plots_state import ChartState
    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.state import PanelChoice


class ChartCard(Card):
    """Chart or table of the same days; ``range_changed`` carries the first and last day in view."""

    day_requested = Signal(object)
    range_changed = Signal(object)
    save_requested = Signal(object)
    compare_requested = Signal(bool)
    panels_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.chart = TimeChart(icons.theme)
        self._legend = Legend(icons.theme)
        self.bar = PictureBar(icons, self, say("Day by day"))
        self._choices: tuple[PanelChoice, ...] = ()
        self.choose = Button(icons, say("Choose what is shown"), "link", icon="settings")
        self.compare = Tick(icons, say("Compare with the days before"))
        self._hint = Words("", "caption", wrap=True)
        self._model = ChartTable()
        self.days = QuietTable(icons.theme, self._model, say("Day by day, as a table"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.days)
        self._top = QGridLayout()
        self._top.setHorizontalSpacing(16)
        self._top.setColumnStretch(1, 1)
        self._is_compact: bool | None = None
        self._shows_table = False
        self._top.addWidget(Title(say("Day by day")), 0, 0)
        controls = QWidget()
        controls.setLayout(FlowLayout(self.compare, self.choose, spacing=20, line_spacing=0))
        self._top.addWidget(controls, 2, 0, 1, 2)
        self._top.addWidget(self._legend, 3, 0, 1, 2)
        self.set_compact(is_compact=False)
        self.body.addLayout(self._top)
        self.body.addWidget(self.bar.message)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._hint)
        self.compare.clicked.connect(self.compare_requested)
        self.choose.clicked.connect(self._choose_panels)
        self.bar.swapped.connect(self._show_table)
        self.bar.save_requested.connect(self.save_requested)
        self.chart.day_requested.connect(self.day_requested)
        self.chart.range_changed.connect(self._range_changed)
        self.days.activated.connect(self._open_row)

    def render_state(
        self, state: ChartState, *, compares: bool, is_whole: bool = True, choices: tuple[PanelChoice, ...] = ()
    ) -> None:
        """Draw another diary, or the days before as well; ``choices`` are the measures that can be shown.

        Until the diary ``is_whole`` there are no days before, and measures can't be chosen: some may be missing.
        """
        self._choices = choices
        self.choose.setVisible(bool(choices) and not self._shows_table)
        if state is not self.chart.state:
            self.chart.render_state(state)
        self.compare.setChecked(compares)
        self.choose.setEnabled(is_whole)
        self.chart.compare(is_on=compares and is_whole)

    def show_range(self, first: date, last: date) -> None:
        """Show a range."""
        self.chart.show_range(first, last)

    def set_compact(self, *, is_compact: bool) -> None:
        """Put the buttons below the title where it is narrow."""
        if is_compact is self._is_compact:
            return
        self._is_compact = is_compact
        # Beside the title the buttons, which are higher, bring room of their own.
        self.body.setContentsMargins(20, 16 if is_compact else 6, 20, 16)
        if is_compact:
            self._top.addWidget(self.bar, 1, 0, 1, 2)
        else:
            self._top.addWidget(self.bar, 0, 1, Qt.AlignmentFlag.AlignTrailing)

    def _range_changed(self, shown: tuple[date, date]) -> None:
        state = self.chart.state
        self._model.render_state(state, *shown)
        step = step_for((shown[1] - shown[0]).days + 1)
        first, last = (day.toordinal() for day in shown)
        before = [LegendRow(Sign.DASHED, say("average of the days before"))] if self._shows_before(first) else []
        self._legend.show_rows((*before, *_legend(state, step, first, last)))
        self._hint.setText(_hint(step))
        self.range_changed.emit(shown)

    def _choose_panels(self) -> None:
        dialog = PanelsDialog(self._icons, self._choices, self)
        dialog.panels_requested.connect(self.panels_requested)
        dialog.open()

    def _shows_before(self, first: int) -> bool:
        return self.chart.compares and first > self.chart.state.first

    def _show_table(self, is_shown: bool) -> None:
        self._stack.setCurrentWidget(self.days if is_shown else self.chart)
        self._legend.setVisible(not is_shown)
        self._shows_table = is_shown
        self.compare.setVisible(not is_shown)
        self.choose.setVisible(bool(self._choices) and not is_shown)
        self._hint.setVisible(not is_shown)
        self.days.fit()

    @property
    def last_day(self) -> date:
        """The last day in view."""
        return self.chart.visible_range[1]

    def drawn(self, theme: Theme) -> ChartPicture:
        """The days in view: the chart on the screen where its colours are wanted, else another in those."""
        if theme is self._icons.theme:
            return ChartPicture(theme, self.chart, self._legend)
        return redrawn(self.chart, self._legend.rows, theme)

    def table(self) -> Content:
        """The days in view, the newest first."""
        return self._model.saved

    def _open_row(self, index: QModelIndex) -> None:
        self.day_requested.emit(self._model.day_at(index))


def _hint(step: Step) -> str:
    if step is Step.DAY:
        read = say("Left and right arrow: read out a day. Enter or click: open it.")
    else:
        read = say("Left and right arrow: read it out. Enter or click: come closer.")
    move = say("Drag: choose dates. Shift and drag: other dates. + and −: closer and further. Backspace: back.")
    return f"{read} {move}"


def _legend(state: ChartState, step: Step, first: int, last: int) -> Iterator[LegendRow]:
    if any(not panel.noticed for panel in state.panels):
        if step is Step.DAY:
            yield from _of_days(state, first, last)
        else:
            names = {
                Step.WEEK: say("average of a week"),
                Step.MONTH: say("average of a month"),
                Step.YEAR: say("average of a year"),
            }
            yield LegendRow(Sign.LINE, names[step])
            yield LegendRow(Sign.BLOCK, say("lowest to highest"))
    if noticed := next((panel for panel in state.panels if panel.noticed), None):
        yield LegendRow(Sign.HOLLOW, noticed.label, "carer", Shape.TRIANGLE)
    yield from _without_numbers(state, step, first, last)


def _of_days(state: ChartState, first: int, last: int) -> Iterator[LegendRow]:
    answered = [(panel, within(panel.series.days, first, last)) for panel in state.panels if not panel.noticed]
    has_line = any(
        panel.has_average and any(one is not None for one in panel.series.averages[part]) for panel, part in answered
    )
    if has_line:
        yield LegendRow(Sign.LINE, say("7-day average"))
    later = [is_later for panel, part in answered for is_later in panel.series.later[part]]
    if not all(later):
        yield LegendRow(Sign.FAINT if has_line else Sign.STRONG, say("a day"))
    if any(later):
        yield LegendRow(Sign.HOLLOW, say("filled in later"))


def _without_numbers(state: ChartState, step: Step, first: int, last: int) -> Iterator[LegendRow]:
    """Explain only what is in view."""
    without, by_day = state.without, step is Step.DAY
    if any(first <= day <= last for day in without.bad_days):
        sign, shape = (Sign.STRONG, Shape.CROSS) if by_day else (Sign.TICK, Shape.CIRCLE)
        yield LegendRow(sign, say("bad day, couldn’t log"), "text2", shape)
    if by_day and any(first <= day <= last for day in without.nothing_to_log):
        yield LegendRow(Sign.STRONG, say("nothing to log"), "text2", Shape.BAR)
    unknown = [run for run in without.unknown if run[0] <= last and run[1] >= first]
    if any(not is_run(run, step, last - first + 1) for run in unknown):
        yield LegendRow(Sign.DOT, say("not filled in"))
    if any(is_run(run, step, last - first + 1) for run in unknown):
        yield LegendRow(Sign.THIN, say("days not filled in"))
    rough = (part for span in state.spans for part in span.unsure)
    if any(begin <= last and end >= first for begin, end in rough):
        yield LegendRow(Sign.EDGE, say("known to the month or year"), "event")
    if any(begin <= last and end >= first for begin, end in without.pauses):
        yield LegendRow(Sign.SHADE, say("paused"))
