"""Whose diary this is, for the top of a page where answers go, on a computer that has several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from diary.ui.kit.emblems import EmblemMark
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Elided, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons

EMBLEM_PX = 46


class WhoseMark(QWidget):
    """The diary's emblem and label; takes up no room where ``whose`` is ``None``, because there is only one."""

    def __init__(self, icons: Icons, whose: DiaryCard | None) -> None:
        super().__init__()
        self._emblem = EmblemMark(icons.theme, EMBLEM_PX)
        line = row(self._emblem, spacing=12)
        label = whose.label if whose else ""
        named = column(Words(say("You are writing in the diary"), "second"), Elided(label, "headline"), spacing=0)
        line.addLayout(named, 1)
        self.setLayout(line)
        if whose is not None:
            self.show_look(whose)
        else:  # to show it here, before it has a page, would open a window of its own
            self.hide()

    def show_look(self, whose: DiaryCard) -> None:
        """Draw the diary's emblem."""
        self._emblem.show_emblem(whose.label, whose.emblem, whose.colour)
