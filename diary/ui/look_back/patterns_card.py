"""The card with plain averages of one measure: by weekday, by time of day, and how often each answer came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.days import Period
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.plots_rows import EDGE, RowsPlot
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.tables import QuietTable
from diary.ui.kit.text import Title, Words
from diary.ui.look_back.calendar_state import heat_name
from diary.ui.look_back.patterns import PatternsState, moments_of, patterns_state, shown_panel
from diary.ui.look_back.patterns_picture import PatternsPicture
from diary.ui.look_back.patterns_table import PatternsTable
from diary.words import say
from diary.words.dates import day_span

if TYPE_CHECKING:
    from datetime import date

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.plots_state import Panel
    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.patterns import Block
    from diary.ui.look_back.state import LookBackState

CHOICE_LETTERS, MOST_BLOCKS, TABLE_PX = 18, 3, 300


class PatternsCard(Card):
    """Patterns of the days in view; ``measure_requested`` carries the id of another measure."""

    measure_requested = Signal(str)
    save_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._state = PatternsState()
        self._panels: tuple[Panel, ...] = ()
        self._span: tuple[date, date] | None = None
        self.choice = ChoiceBox(icons, say("Patterns of"))
        self.choice.view().setAccessibleName(say("Patterns of"))
        self.choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(CHOICE_LETTERS)
        self.bar = PictureBar(icons, self, say("Patterns"))
        self._model = PatternsTable()
        self.rows = QuietTable(icons.theme, self._model, say("Patterns, as a table"), least_px=TABLE_PX)
        self.blocks = tuple(BlockPart(icons.theme) for _ in range(MOST_BLOCKS))
        self._pictures = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._pictures)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(28)
        for block in self.blocks:
            self._beside.addWidget(block, 1)
            block.plot.pointed.connect(self._say)
        self._ends, self._said = Words("", "caption", wrap=True), Words("", "caption", wrap=True)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(row(Title(say("Patterns")), self.choice, None, spacing=12))
        self._top.addWidget(self.bar)
        self.body.addLayout(self._top)
        for widget in (self.bar.message, self._pictures, self.rows, self._ends, self._said):
            self.body.addWidget(widget)
        self.rows.hide()
        self.choice.activated.connect(self._choose)
        self.bar.swapped.connect(self._show_table)
        self.bar.save_requested.connect(self.save_requested)
        self._say("")

    def render_state(self, state: LookBackState, first: date, last: date) -> None:
        """Work out the patterns of a range of days; they take a few milliseconds for ten years."""
        self._offer(tuple(panel for panel in state.calendar.heats if not panel.noticed))
        panel = shown_panel(self._panels, state.pattern)
        self.setVisible(panel is not None)
        if panel is None:
            return
        self.choice.setCurrentIndex(self._panels.index(panel))
        self._span = (first, last)
        shown = patterns_state(panel, moments_of(state.moments, panel), first.toordinal(), last.toordinal())
        if shown == self._state:
            return
        self._state = shown
        for number, part in enumerate(self.blocks):
            part.render_state(shown.blocks[number] if number < len(shown.blocks) else None)
        self._say("")
        self._ends.setText(shown.ends)
        self._ends.setVisible(bool(shown.ends))
        if not self.rows.isHidden():
            self._model.render_state(shown)

    def set_compact(self, *, is_compact: bool) -> None:
        """Put the patterns, and the buttons, below each other where it is narrow."""
        way = QBoxLayout.Direction.TopToBottom if is_compact else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(way)
        self._top.setDirection(way)

    @property
    def last_day(self) -> date:
        """The last day in view."""
        assert self._span is not None
        return self._span[1]

    def drawn(self, theme: Theme) -> PatternsPicture:
        """The rows as they are shown."""
        assert self._span is not None
        return PatternsPicture(theme, self._state, day_span(Period(*self._span)))

    def table(self) -> Content:
        """Every row of every pattern."""
        return self._model.saved

    def _offer(self, panels: tuple[Panel, ...]) -> None:
        names = [heat_name(panel) for panel in panels]
        if names != [heat_name(panel) for panel in self._panels]:
            self.choice.clear()
            self.choice.addItems(names)
        self._panels = panels

    def _choose(self, index: int) -> None:
        self.measure_requested.emit(self._panels[index].measure.id)

    def _show_table(self, is_shown: bool) -> None:
        self._model.render_state(self._state)
        self.rows.setVisible(is_shown)
        self._pictures.setVisible(not is_shown)
        self._said.setVisible(not is_shown)
        self.rows.fit()

    def _say(self, sentence: str) -> None:
        averages = say("Plain averages of the days in view. Small differences may be chance.")
        self._said.setText(sentence or (averages if self._state.has_averages else ""))


class BlockPart(QWidget):
    """One pattern: its title, its rows, and a note where there is one to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Words("", "strong", wrap=True)
        self.plot = RowsPlot(theme)
        self.note = Words("", "caption", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row(EDGE, self._title, spacing=0))
        layout.addWidget(self.plot)
        layout.addLayout(row(EDGE, self.note, spacing=0))
        layout.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def render_state(self, block: Block | None) -> None:
        """Draw a pattern, or none."""
        self.setVisible(block is not None)
        if block is None:
            return
        self._title.setText(block.title)
        self.plot.render_state(block.plot)
        self.plot.setVisible(bool(block.plot.rows))
        self.note.setText(block.note)
        self.note.setVisible(bool(block.note))
