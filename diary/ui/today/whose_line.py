"""Whose diary this is, above where answers go, on a computer that has several; and the way out of the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import row
from diary.ui.kit.whose_mark import WhoseMark
from diary.words import say

if TYPE_CHECKING:
    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState


class WhoseLine(QWidget):
    """``wrong_requested``: this entry belongs to another diary. ``whose`` is ``None`` where there is only one."""

    wrong_requested = Signal()

    def __init__(self, icons: Icons, whose: DiaryCard | None) -> None:
        super().__init__()
        self._whose = whose
        self._mark = WhoseMark(icons, whose)
        self.wrong = Button(icons, say("Wrong diary?"), "quiet")
        policy = self.wrong.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the questions below stay where they are
        self.wrong.setSizePolicy(policy)
        line = row(spacing=12)
        line.addWidget(self._mark, 1)
        line.addWidget(self.wrong)
        self.setLayout(line)
        self.wrong.clicked.connect(self.wrong_requested)
        if whose is None:  # to show it here, before it has a page, would open a window of its own
            self.hide()

    def show_look(self, whose: DiaryCard) -> None:
        """Draw the diary's emblem."""
        self._mark.show_look(whose)

    def render_state(self, state: TodayState) -> None:
        """Offer the way out once it is known whose entry it would be."""
        self.wrong.setVisible(self._whose is not None and not state.writing.asks)
