"""The card with the calendar, its legend, the choice of what it shows, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from diary.domain.day_values import DayState
from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.look_back.calendar_grid import CalendarGrid
from diary.ui.look_back.calendar_marks import DaySign
from diary.ui.look_back.calendar_state import HEAT_STEPS, CalendarState, DayLook, heat_name, state_words
from diary.ui.look_back.calendar_table import CalendarTable
from diary.words import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QModelIndex

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.plots_state import Panel

CHOICE_LETTERS = 18
WITH_ANSWERS = (DayState.RECORDED, DayState.PARTLY)


class CalendarCard(Card):
    """Calendar or table of the same days; ``heat_requested`` carries a measure's id, or nothing for the plain one."""

    day_requested = Signal(object)
    heat_requested = Signal(str)
    moved = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._calendar = CalendarState()
        self._heat: Panel | None = None
        self._range: tuple[date, date] | None = None
        self.grid = CalendarGrid(icons.theme)
        self.choice = ChoiceBox(icons, say("Days show"))
        self.choice.view().setAccessibleName(say("Days show"))
        self.choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(CHOICE_LETTERS)
        self._swap = Button(icons, say("Table"), "link", icon="table")
        self._swap.setAccessibleName(say("Calendar as a table"))
        self._said = Words("", "caption", wrap=True)
        self._model = CalendarTable()
        self.table = QTableView()
        self._dress_table()
        self._key = QWidget()
        self._scale = DaySign(icons.theme)
        self._signs = {state: DaySign(icons.theme) for state in DayState}
        self._key.setLayout(FlowLayout(self._scale, *self._signs.values(), spacing=16, line_spacing=4))
        self.body.addLayout(row(Title(say("Calendar")), self.choice, None, self._swap, spacing=12))
        for widget in (self.grid, self.table, self._key, self._said):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.table.hide()
        self._connect()
        self._measure()

    def render_state(self, calendar: CalendarState, heat: str) -> None:
        """Draw another diary, or another measure of it."""
        panel = calendar.heat_named(heat)
        if calendar is self._calendar and panel is self._heat:
            return
        self._calendar, self._heat = calendar, panel
        self._offer()
        self.grid.render_state(calendar, panel)
        self._explain()
        self._fill_table()

    def show_range(self, first: date, last: date) -> None:
        """Show the months of a range; its legend explains only what is in them."""
        if self._range == (first, last):
            return
        self._range = (first, last)
        self.grid.show_range(first, last)
        self._explain()
        self._fill_table()

    def _connect(self) -> None:
        self._swap.clicked.connect(self._show_other)
        self.choice.activated.connect(self._choose)
        self.grid.day_requested.connect(self.day_requested)
        self.grid.pointed.connect(self._say)
        self.grid.moved.connect(self.moved)
        self.table.activated.connect(self._open_row)
        self._icons.theme.changed.connect(self._measure)

    def _offer(self) -> None:
        names = [say("What was filled in"), *(heat_name(heat) for heat in self._calendar.heats)]
        if names != [self.choice.itemText(n) for n in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)
        heats = self._calendar.heats
        self.choice.setCurrentIndex(heats.index(self._heat) + 1 if self._heat in heats and self._heat else 0)
        self.choice.setVisible(bool(heats))

    def _choose(self, index: int) -> None:
        self.heat_requested.emit(self._calendar.heats[index - 1].measure.id if index else "")

    def _explain(self) -> None:
        heat = self._heat
        self._scale.setVisible(heat is not None)
        if heat is not None:
            shades = tuple(DayLook(DayState.RECORDED, shade) for shade in range(HEAT_STEPS + 1))
            self._scale.explain(shades, heat.high_words, before=heat.low_words)
        number = "9" if self.grid.has_numbers else ""
        seen = self.grid.states_in_view
        for state, sign in self._signs.items():
            sign.explain((DayLook(state),), state_words(state), number=number)
            sign.setVisible(state in seen and not (heat is not None and state in WITH_ANSWERS))
        self._key.updateGeometry()

    def _fill_table(self) -> None:
        if self._range is not None and not self.table.isHidden():
            self._model.render_state(self._calendar, self._heat, *self._range)
            self.table.resizeColumnsToContents()

    def _show_other(self) -> None:
        """Swap calendar and table; the button says what it would show."""
        shows_table = self.table.isHidden()
        for widget in (self.grid, self._key, self._said):
            widget.setVisible(not shows_table)
        self.table.setVisible(shows_table)
        self._swap.setText(say("Calendar") if shows_table else say("Table"))
        self._swap.setAccessibleName(say("Table as a calendar") if shows_table else say("Calendar as a table"))
        self._swap.show_icon("calendar-days" if shows_table else "table")
        self._fill_table()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence or say("Arrow keys: read out a day. Enter or click: open it."))

    def _open_row(self, index: QModelIndex) -> None:
        self.day_requested.emit(self._model.day_at(index))

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(say("Calendar, as a table"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setObjectName("calendar_days")
        table.setStyleSheet("QTableView#calendar_days::item { padding: 0 12px 0 3px; }")
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setResizeContentsPrecision(0)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()

    def _measure(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._icons.theme.px(30))
        self.table.setMinimumHeight(self._icons.theme.px(260))
