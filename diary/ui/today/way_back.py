"""The way back to the page on whose picture the day was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import row
from diary.ui.kit.ways_out import lead_out

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class WayBack(QWidget):
    """A link above the day; hidden until a page leads here."""

    back_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.button = Button(icons, "", "link", "chevron-left")
        lead_out(self.button)
        self.setLayout(row(self.button, None))
        self.button.clicked.connect(self.back_requested)
        self.hide()

    def offer(self, words: str) -> None:
        """Offer the way back in these words; empty words: there is none."""
        self.button.setText(words)
        self.setVisible(bool(words))
