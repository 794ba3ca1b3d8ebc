"""The page before a diary is open: the program's name above, one card in the middle, a promise below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from diary.ui.kit.icons import IconMark
from diary.ui.kit.surfaces import Card, Page, row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

CARD_WIDTH = 480


class Gate(Page):
    """A page whose ``middle`` is centred; Get help now stands bottom left, where the window puts it."""

    def __init__(self, icons: Icons, middle: QWidget) -> None:
        self._middle = middle
        self._brand = QWidget()
        self._brand.setLayout(row(IconMark(icons, "alongside", "accent", 22), Title(say("Alongside")), None, spacing=9))
        self._promise = Words(say("Everything stays on this computer. Alongside never goes online."), "caption")
        super().__init__(icons.theme)
        self.body.setSpacing(8)
        self.body.addWidget(self._brand)
        self.body.addStretch(5)
        # Not by alignment: the middle's height would then be worked out for the width of the whole page.
        self.body.addLayout(row(None, middle, None, spacing=0))
        self.body.addStretch(7)
        self.body.addLayout(row(None, self._promise))

    def arrange(self, width_px: int) -> None:
        """Leave the name to the top bar where there is one."""
        del width_px
        self._brand.setVisible(not self.is_compact)
        self._promise.setVisible(not self.is_compact)

    def arranged(self, width_px: int) -> None:
        """Give the middle its width, and more where words on its buttons would be cut."""
        layout = self._middle.layout()
        least = 0
        if layout is not None:
            layout.invalidate()  # it doesn't hear of what was moved in a layout inside it
            least = layout.totalMinimumSize().width()
        self._middle.setFixedWidth(min(max(self._theme.px(self._wanted_width()), least), width_px))

    def _wanted_width(self) -> int:
        """The middle's width in pixels at 100 %, when there is room."""
        return CARD_WIDTH


def gate_card() -> Card:
    """The card of a page before the diary: wide padding, rows well apart."""
    return Card(padding=(40, 36), spacing=12)
