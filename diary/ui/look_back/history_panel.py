"""The history of a day, beside the list of entries: who changed what, and what can be brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Divider, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ways_out import lead_out
from diary.ui.look_back.entries_list import name_of_day
from diary.ui.look_back.history_rows import brings_back
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from diary.ui.kit.icons import Icons
    from diary.ui.look_back.state import HistoryLine, HistoryState

LEAST_PX = 300


class HistoryPanel(QFrame):
    """Who changed what about a day, and when, the newest first; ``bring_back_requested`` carries a ``HistoryLine``."""

    close_requested = Signal()
    bring_back_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self._icons = icons
        self._title = Title("", wrap=True)
        self._shown: HistoryState | None = None
        self._close = Button(icons, say("Close"), "link")
        lead_out(self._close)
        self._close.setAccessibleName(say("Close the history"))
        self._close.clicked.connect(self.close_requested)
        self._lines = QWidget()
        self._lines.setObjectName("history_lines")
        self._lines.setStyleSheet("QWidget#history_lines { background: transparent; }")
        self._rows = QVBoxLayout(self._lines)
        self._rows.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setObjectName("history")
        scroll.setStyleSheet("QScrollArea#history { background: transparent; }")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(say("History"))
        scroll.setWidget(self._lines)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        top = row(self._title, self._close)
        top.setStretch(0, 1)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)
        self.hide()
        icons.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Room for some four changes: below the list the panel is as low as it may be."""
        self._scroll.setMinimumHeight(self._icons.theme.px(LEAST_PX))

    def render_state(self, history: HistoryState | None, today: date) -> None:
        """Show a day's history, or nothing."""
        self.setVisible(history is not None)
        if history is None or history == self._shown:
            self._shown = history
            return
        self._shown = history
        self._title.setText(say("History of {day}", day=name_of_day(history.day, today)))
        had_keyboard = self._lines.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._add(history.lines)
        if history.rest:
            self._rows.addWidget(Divider())
            self._rows.addWidget(Title(say("The rest of this day"), wrap=True))
            self._add(history.rest)
        if not history.lines:
            self._rows.addWidget(Words(say("Nothing was written about this day."), "second", wrap=True))
        self._rows.addStretch(1)
        if had_keyboard:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, lines: Sequence[HistoryLine]) -> None:
        for number, line in enumerate(lines):
            if number:
                self._rows.addWidget(Divider())
            self._rows.addWidget(self._row(line))

    def _row(self, line: HistoryLine) -> ChangeRow:
        made = ChangeRow(self._icons, line)
        made.bring_back_requested.connect(self.bring_back_requested)
        return made


class ChangeRow(QWidget):
    """One change: what, from what to what, who and when, and a button where its value can come back."""

    bring_back_requested = Signal(object)

    def __init__(self, icons: Icons, line: HistoryLine) -> None:
        super().__init__()
        self._line = line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Words(say("{what}: {change}", what=line.what, change=line.change), "strong", wrap=True))
        layout.addWidget(Words(say("{who} · {when}", who=line.who, when=line.when), "caption", wrap=True))
        if line.revision is not None:
            button = Button(icons, brings_back(line), "link", icon="undo-2")
            button.setAccessibleName(say("Bring back {what}: {answer}", what=line.what, answer=line.after))
            button.clicked.connect(self._ask)
            layout.addLayout(row(button, None))

    def _ask(self) -> None:
        self.bring_back_requested.emit(self._line)
