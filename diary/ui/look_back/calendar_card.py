"""The card with the calendar, its legend, the choice of what it shows, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.tables import QuietTable
from diary.ui.kit.text import Title, Words
from diary.ui.look_back.calendar_grid import CalendarGrid
from diary.ui.look_back.calendar_key import CalendarKey
from diary.ui.look_back.calendar_picture import CalendarPicture
from diary.ui.look_back.calendar_state import CalendarState, heat_name
from diary.ui.look_back.calendar_table import CalendarTable
from diary.words import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QModelIndex

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.plots_state import Panel
    from diary.ui.kit.theme import Theme

CHOICE_LETTERS, TABLE_PX = 18, 260


class CalendarCard(Card):
    """Calendar or table of the same days; ``heat_requested`` carries a measure's id, or nothing for the plain one."""

    day_requested = Signal(object)
    heat_requested = Signal(str)
    moved = Signal(object)
    save_requested = Signal(object)

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
        self.bar = PictureBar(icons, self, say("Calendar"))
        self._said = Words("", "caption", wrap=True)
        self._model = CalendarTable()
        self.days = QuietTable(icons.theme, self._model, say("Calendar, as a table"), least_px=TABLE_PX)
        self._key = CalendarKey(icons.theme)
        self.body.addLayout(row(Title(say("Calendar")), self.choice, None, spacing=12))
        self.body.addWidget(self.bar)
        self.body.addWidget(self.bar.message)
        for widget in (self.grid, self.days, self._key, self._said):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.days.hide()
        self._connect()

    def render_state(self, calendar: CalendarState, heat: str) -> None:
        """Draw another diary, or another measure of it."""
        panel = calendar.heat_named(heat)
        if calendar is self._calendar and panel is self._heat:
            return
        self._calendar, self._heat = calendar, panel
        self._offer()
        self.grid.render_state(calendar, panel)
        self._key.explain(self.grid)
        self._fill_table()

    def show_range(self, first: date, last: date) -> None:
        """Show the months of a range; its legend explains only what is in them."""
        if self._range == (first, last):
            return
        self._range = (first, last)
        self.grid.show_range(first, last)
        self._key.explain(self.grid)
        self._fill_table()

    @property
    def last_day(self) -> date:
        """The last day that is shown."""
        return self.grid.shown_range[1]

    def drawn(self, theme: Theme) -> CalendarPicture:
        """The days as they are shown."""
        return CalendarPicture(theme, self.grid)

    def table(self) -> Content:
        """The days in view, the newest first."""
        return self._model.saved

    def _connect(self) -> None:
        self.bar.swapped.connect(self._show_table)
        self.bar.save_requested.connect(self.save_requested)
        self.choice.activated.connect(self._choose)
        self.grid.day_requested.connect(self.day_requested)
        self.grid.pointed.connect(self._say)
        self.grid.moved.connect(self.moved)
        self.days.activated.connect(self._open_row)

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

    def _fill_table(self) -> None:
        if self._range is not None and not self.days.isHidden():
            self._model.render_state(self._calendar, self._heat, *self._range)
            self.days.fit()

    def _show_table(self, is_shown: bool) -> None:
        for widget in (self.grid, self._key, self._said):
            widget.setVisible(not is_shown)
        self.days.setVisible(is_shown)
        self._fill_table()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence or say("Arrow keys: read out a day. Enter or click: open it."))

    def _open_row(self, index: QModelIndex) -> None:
        self.day_requested.emit(self._model.day_at(index))
