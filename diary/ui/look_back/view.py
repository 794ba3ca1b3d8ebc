"""Look back: the range, how complete it is, the charts, and the list of entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout

from diary.ui.kit.buttons import Button, Segmented
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.hidden_numbers import SWAP_KEYS, HiddenNumbers, HideButton
from diary.ui.kit.messages import Message, announce
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import GAP, MARGIN_X, Card, Page, column, row
from diary.ui.kit.text import Heading, Title, Words
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.look_back.calendar_card import CalendarCard
from diary.ui.look_back.chart_card import ChartCard
from diary.ui.look_back.compare_card import CompareCard
from diary.ui.look_back.entries_card import EntriesCard
from diary.ui.look_back.patterns_card import PatternsCard
from diary.ui.look_back.places_card import PlacesCard
from diary.ui.look_back.state import RANGE_WORDS, RangeChoice, header_sentence
from diary.words import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject, QRectF
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.look_back.state import LookBackState

BESIDE_EM = 66
"""From this width on, in em of the scaled text, the entries stand beside the calendar."""

SETTLED_AFTER_MS = 120
"""So long the chart must rest before the cards below it show its days."""


class LookBackView(Page):
    """The page. ``range_requested`` carries the index of a range, ``day_requested`` the day to open in Today."""

    day_requested = Signal(object)
    range_requested = Signal(int)
    heat_requested = Signal(str)
    history_requested = Signal(object, object)
    history_close_requested = Signal()
    bring_back_requested = Signal(object)
    delete_requested = Signal(object)
    remove_requested = Signal(object)
    move_requested = Signal(object)
    delete_confirmed = Signal()
    keep_requested = Signal()
    undo_requested = Signal()
    retry_requested = Signal()
    copy_requested = Signal()
    seek_requested = Signal(object)
    save_requested = Signal(object)
    story_requested = Signal()
    pattern_requested = Signal(str)
    compare_requested = Signal(bool)
    panels_requested = Signal(object)
    hide_requested = Signal(bool)
    always_requested = Signal(bool)
    deleted_requested = Signal()

    def __init__(self, icons: Icons, state: LookBackState) -> None:
        super().__init__(icons.theme)
        self._state = state
        self._shown_choice: tuple[RangeChoice, date, date] | None = None
        self._shown_range: tuple[date, date] | None = None
        self._was_waiting = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_AFTER_MS)
        self._header = Words("", "second", wrap=True)
        self._hide, self._hidden = HideButton(icons), HiddenNumbers(icons)
        choices = [say(words) for words in RANGE_WORDS]
        self._ranges = Segmented(icons, choices, say("Show"))
        self._range_list = ChoiceBox(icons, say("Show"))
        self._range_list.view().setAccessibleName(say("Show"))
        self._range_list.addItems(choices)
        self._range_list.setPlaceholderText(say("Other dates"))
        self._saved = Message(icons)
        self._problem = UnsavedMessage(icons)
        self._empty = EmptyCard(icons)
        self._charts = ChartCard(icons)
        self._compare = CompareCard(icons)
        self._calendar = CalendarCard(icons)
        self._entries = EntriesCard(icons)
        self._places = PlacesCard(icons)
        self._story = Button(icons, say("My story"), "link")
        self._patterns = PatternsCard(icons)
        self._deleted = Button(icons, say("Recently deleted"), "link")
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(GAP)
        self._below.addWidget(self._calendar, 16)
        self._below.addWidget(self._entries, 10)
        self._heading = Heading(say("Look back"))
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addWidget(self._heading, 1)
        self._top.addLayout(column(row(self._ranges, None), row(self._range_list, None)))
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.addWidget(self._header, 1)
        self._second.addLayout(row(self._story, self._deleted, self._hide, None))
        self.body.addLayout(column(self._top, self._second, spacing=2))
        for widget in (self._problem, self._saved, self._empty, self._hidden, self._charts, self._compare):
            self.body.addWidget(widget)
        self.body.addLayout(self._below)
        self.body.addWidget(self._places)
        self.body.addWidget(self._patterns)
        self.body.addStretch(1)
        self._connect()
        self.compact_changed.connect(self._fit)
        self.render_state(state)

    def render_state(self, state: LookBackState) -> None:
        """Draw a state; the chart's range changes only when another was chosen or the diary changed."""
        self._state = state
        self._problem.say_why(state.problem, state.reason, can_copy=state.can_copy)
        self._saved.say(state.saved)
        has_content = state.is_loaded and not state.is_empty
        self._empty.setVisible(state.is_empty)
        shows = has_content and not state.hides_numbers
        for card in (self._charts, self._entries, self._patterns, self._hide):
            card.setVisible(shows)
        self._compare.setVisible(shows and state.shows_before)
        self._calendar.setVisible(has_content)
        self._hidden.render_state(is_hidden=has_content and state.hides_numbers, always=state.always_hides)
        self._fit()
        if not has_content:
            self._places.hide()
            self._header.setText("" if state.is_empty else say("Reading the diary…"))
            return
        self._charts.render_state(
            state.chart, compares=state.compares, is_whole=state.is_whole, choices=state.panel_choices
        )
        bare = replace(state.calendar, heats=()) if state.hides_numbers else state.calendar
        self._calendar.render_state(bare, state.heat)
        self._places.render_state(state.places)
        self._places.setVisible(shows and not self._places.is_empty)
        wanted = (state.choice, *state.range)
        if wanted != self._shown_choice and not state.lacks_days:
            self._shown_choice = wanted
            self._charts.show_range(*state.range)
            self._shown_range = self._charts.chart.visible_range
        self._show_range(self._charts.chart.visible_range)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def settle(self) -> None:
        """Try once more what could not be changed: the page may go now."""
        if self._state.problem:
            self.retry_requested.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._settling.isActive():
            self._show_cards()
        if not event.spontaneous():  # another page takes its place; a window that is put away stays as it is
            self.history_close_requested.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._measure()  # the calendar has grown or shrunk
        return is_done

    def _connect(self) -> None:
        self._hide.clicked.connect(self._swap_numbers)
        QShortcut(QKeySequence(SWAP_KEYS), self).activated.connect(self._swap_numbers)
        self._hidden.show_requested.connect(self._swap_numbers)
        self._hidden.always_requested.connect(self.always_requested)
        self._ranges.chosen.connect(self._ask_range)
        self._range_list.activated.connect(self._ask_range)
        self._problem.action_requested.connect(self.retry_requested)
        self._problem.other_requested.connect(self.copy_requested)
        self._story.clicked.connect(self.story_requested)
        self._deleted.clicked.connect(self.deleted_requested)
        self._empty.today_requested.connect(self._open_today)
        for pictured in (self._charts, self._calendar, self._places):
            pictured.save_requested.connect(self.save_requested)
        self._charts.panels_requested.connect(self.panels_requested)
        self._charts.compare_requested.connect(self.compare_requested)
        self._compare.save_requested.connect(self.save_requested)
        self._patterns.save_requested.connect(self.save_requested)
        self._patterns.measure_requested.connect(self.pattern_requested)
        self._charts.range_changed.connect(self._follow_range)
        self._settling.timeout.connect(self._show_cards)
        for source in (self._charts, self._calendar, self._entries):
            source.day_requested.connect(self.day_requested)
        self._calendar.heat_requested.connect(self.heat_requested)
        self._calendar.moved.connect(self._follow_day)
        self._entries.history_requested.connect(self.history_requested)
        self._entries.history_close_requested.connect(self.history_close_requested)
        self._entries.bring_back_requested.connect(self.bring_back_requested)
        self._entries.delete_requested.connect(self.delete_requested)
        self._entries.remove_requested.connect(self.remove_requested)
        self._entries.move_requested.connect(self.move_requested)
        self._entries.delete_confirmed.connect(self.delete_confirmed)
        self._entries.keep_requested.connect(self.keep_requested)
        self._entries.seek_requested.connect(self.seek_requested)
        self._entries.undo_requested.connect(self.undo_requested)

    def _swap_numbers(self) -> None:
        """Hide or show, and leave the keyboard on what does the opposite."""
        self.hide_requested.emit(not self._state.hides_numbers)
        button = self._hidden.show_again if self._state.hides_numbers else self._hide
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_range(self, index: int) -> None:
        """Show a range afresh, even the one that was chosen before dates were dragged."""
        self._shown_choice = None
        self.range_requested.emit(index)

    def _name_range(self, shown: tuple[date, date]) -> None:
        """Mark the range that is in view, or none after other dates were chosen."""
        is_named = shown == self._shown_range and (self._state.is_waiting or not self._state.lacks_days)
        index = int(self._state.choice) if is_named else -1
        self._ranges.show_choice(index)
        self._range_list.setCurrentIndex(index)

    def _show_range(self, shown: tuple[date, date]) -> None:
        """Show the days in view everywhere, now."""
        self._name_days(shown)
        self._show_cards()

    def _follow_range(self, shown: tuple[date, date]) -> None:
        """Say which days the chart is being moved to; the cards follow when it rests, or each step would take twice."""
        self._name_days(shown)
        if self.isVisible():
            self._settling.start()
        else:
            self._show_cards()

    def _name_days(self, shown: tuple[date, date]) -> None:
        if self._state.is_loaded and not self._state.is_empty:
            self._name_range(shown)
            self._say_days(self._days_words(shown), is_waiting=self._state.is_waiting)

    def _days_words(self, shown: tuple[date, date]) -> str:
        if self._state.is_waiting:
            return say("Reading earlier days…")
        if self._state.hides_numbers:
            return say("Click a day to open it.")
        return header_sentence(self._state, *shown)

    def _say_days(self, words: str, *, is_waiting: bool) -> None:
        """Show the words, and say aloud that what was asked for is being read, and that it is there."""
        self._header.setText(words)
        if is_waiting is not self._was_waiting:
            self._was_waiting = is_waiting
            announce(self._header, words)

    def _show_cards(self) -> None:
        self._settling.stop()
        if not self._state.is_loaded or self._state.is_empty:
            return
        shown = self._charts.chart.visible_range
        if self._state.shows_before:
            self._compare.render_state(self._state, *shown)
        self._calendar.show_range(*shown)
        self._places.show_range(*shown)
        if not self._state.hides_numbers:
            self._patterns.render_state(self._state, *shown)
        self._entries.render_state(self._state, *shown)

    def _follow_day(self, square: QRectF) -> None:
        """Scroll to the day of the calendar that the keys are on."""
        if (inner := self.widget()) is not None:
            point = self._calendar.grid.mapTo(inner, square.center().toPoint())
            self.ensureVisible(point.x(), point.y(), 0, GAP * 3)

    def _open_today(self) -> None:
        self.day_requested.emit(self._state.today)

    def _fit(self) -> None:
        """Ranges stand beside the heading, or below it, or become a list: whatever the width has room for."""
        has_content = self._state.is_loaded and not self._state.is_empty
        room = self.viewport().width() - 2 * MARGIN_X
        needed = self._ranges.sizeHint().width()
        self._ranges.setVisible(has_content and needed <= room)
        self._range_list.setVisible(has_content and needed > room)
        is_beside = needed + self._heading.sizeHint().width() + GAP <= room
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)
        stands_beside = room >= BESIDE_EM * self._theme.em
        way = QBoxLayout.Direction.LeftToRight if stands_beside else QBoxLayout.Direction.TopToBottom
        self._below.setDirection(way)
        self._second.setDirection(way)
        self._charts.set_compact(is_compact=not stands_beside)
        self._places.arrange(room)
        self._patterns.set_compact(is_compact=not stands_beside)
        self._entries.set_compact(stands_beside or self.is_compact)


class EmptyCard(Card):
    """What stands here before anything was written."""

    today_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(28, 28))
        today = Button(icons, say("Go to Today"), "primary")
        today.clicked.connect(self.today_requested)
        self.body.addWidget(Title(say("Nothing is written yet"), wrap=True))
        self.body.addWidget(
            Words(say("What you write in Today shows up here, day by day. There is no hurry."), wrap=True)
        )
        self.body.addLayout(row(today, None))
