"""What the page can and can't tell, and the figures for those who want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSpacerItem, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, bring_up, row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from diary.ui.kit.icons import Icons
    from diary.ui.together.state import PairState, StatisticsState


APART_PX = 10
"""Between the figures of two directions that stand below each other."""


class StatisticsCard(Card):
    """Closed until somebody asks: by default no r and no p is shown."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(14, 6), spacing=6)
        self.show_button = Button(icons, say("Show the statistics"), "link", checkable=True)
        self.figures = QWidget()
        self._grid = QGridLayout(self.figures)
        self._grid.setContentsMargins(6, 0, 6, 8)
        self._grid.setHorizontalSpacing(18)
        self._state: StatisticsState | None = None
        self._is_compact = False
        self.figures.hide()
        self.body.addLayout(row(self.show_button, None))
        self.body.addWidget(self.figures)
        self.show_button.toggled.connect(self._toggle)

    def render_state(self, pair: PairState) -> None:
        """Hold other figures."""
        if pair.statistics != self._state:
            self._state = pair.statistics
            self._fill()

    def set_compact(self, *, is_compact: bool) -> None:
        """Put each direction below the other where it is narrow."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._fill()

    def _fill(self) -> None:
        _empty(self._grid)
        state = self._state
        if state is None:
            return
        columns = len(state.columns)
        at = self._fill_one_by_one(state) if self._is_compact else self._fill_side_by_side(state)
        for at_note, note in enumerate(state.notes):
            self._grid.addWidget(Words(note, "caption", wrap=True), at + at_note, 0, 1, columns + 1)

    def _fill_side_by_side(self, state: StatisticsState) -> int:
        for at, title in enumerate(state.columns):
            self._grid.addWidget(Words(title, "said", wrap=True), 0, at + 1, Qt.AlignmentFlag.AlignBottom)
        for number, (name, values) in enumerate(state.rows):
            self._grid.addWidget(Words(name, "second", wrap=True), number + 1, 0)
            for at, value in enumerate(values):
                self._grid.addWidget(Words(value, "strong"), number + 1, at + 1)
        for at in range(len(state.columns) + 1):
            self._grid.setColumnStretch(at, 1)
        return len(state.rows) + 1

    def _fill_one_by_one(self, state: StatisticsState) -> int:
        line = 0
        for at, title in enumerate(state.columns):
            if at:
                self._grid.addItem(QSpacerItem(0, APART_PX), line, 0)
                line += 1
            self._grid.addWidget(Words(title, "said", wrap=True), line, 0, 1, len(state.columns) + 1)
            for name, values in state.rows:
                line += 1
                self._grid.addWidget(Words(name, "second", wrap=True), line, 0, 1, 2)
                self._grid.addWidget(Words(values[at], "strong"), line, 2, 1, 2)
            line += 1
        return line

    def _toggle(self, shows: bool) -> None:
        self.figures.setVisible(shows)
        self.show_button.setText(say("Hide the statistics") if shows else say("Show the statistics"))
        if shows:
            bring_up(self.figures, keep=self.show_button)


class LimitsCard(Card):
    """What this can and can't tell, in five sentences."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._limits: tuple[str, ...] = ()
        self.body.addWidget(Title(say("What this can and can’t tell you"), wrap=True))
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def render_state(self, pair: PairState) -> None:
        """Say other sentences."""
        if pair.limits == self._limits:
            return
        self._limits = pair.limits
        _empty(self._rows)
        for sentence in pair.limits:
            bullet = Words("•", "second")
            bullet.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = row(bullet, spacing=8)
            line.addWidget(Words(sentence, "second", wrap=True), 1)
            holder = QWidget()
            holder.setLayout(line)
            self._rows.addWidget(holder)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
