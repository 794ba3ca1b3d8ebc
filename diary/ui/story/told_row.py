"""One line of My story: what it is, when it was, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import IconButton
from diary.ui.kit.surfaces import Divider, column, row
from diary.ui.kit.text import Words
from diary.ui.kit.ticks import Tick
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class ToldRow(QWidget):
    """An event or a treatment; with ``has_tick`` it can be a line of the summary."""

    change_requested = Signal()
    away_requested = Signal()
    line_requested = Signal()

    def __init__(self, icons: Icons, *, has_tick: bool = False) -> None:
        super().__init__()
        self._has_tick = has_tick
        self._title, self._about = Words("", "strong", wrap=True), Words("", "caption", wrap=True)
        self.tick = Tick(icons, say("On the summary"))
        self.change = IconButton(icons, "pencil", say("Change"))
        self.away = IconButton(icons, "x", say("Take away"))
        for button in (self.change, self.away):
            button.setProperty("kind", "quiet")
        words = column(self._title, self._about, spacing=2)
        head = row(spacing=6)
        head.addLayout(words, 1)
        head.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.change)
        head.addWidget(self.away)
        self.setLayout(column(head, Divider(), spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not has_tick:
            self.tick.hide()
        self.tick.clicked.connect(self.line_requested)
        self.change.clicked.connect(self.change_requested)
        self.away.clicked.connect(self.away_requested)

    def show_words(self, title: str, about: str) -> None:
        """Draw what it is and what is known of it."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for button, name in (
            (self.change, say("Change: {what}", what=title)),
            (self.away, say("Take away: {what}", what=title)),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.tick.setAccessibleName(say("On the summary: {what}", what=title))

    def show_line(self, *, is_line: bool, has_room: bool) -> None:
        """Draw whether it is a line of the summary, and whether it can be one."""
        self.tick.setChecked(is_line)
        self.tick.setVisible(self._has_tick and (is_line or has_room))
