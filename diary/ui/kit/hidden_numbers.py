"""What stands in the place of numbers and charts while a person doesn't want to see them, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

SWAP_KEYS = "Ctrl+N"
"""Hides numbers and charts, or shows them again, on every page that has some."""


class HideButton(Button):
    """Hides numbers and charts at one click; its tip names the key."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, say("Hide numbers"), "link", icon="eye-off")
        self.setAccessibleName(say("Hide numbers and charts"))
        self.setToolTip(say("I don’t want to see them now ({keys})", keys=SWAP_KEYS))


class HiddenNumbers(Card):
    """``show_requested`` asks for the numbers, ``always_requested`` says whether to hide them every time."""

    show_requested = Signal()
    always_requested = Signal(bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(28, 24), spacing=10)
        self.show_again = Button(icons, say("Show them again"), icon="eye")
        self.always = Tick(icons, say("Hide them every time"), 44)
        self.body.addWidget(Title(say("Numbers and charts are hidden"), wrap=True))
        self.body.addWidget(Words(say("They are still in your diary, and nothing is lost."), wrap=True))
        self.body.addLayout(row(self.show_again, None))
        self.body.addLayout(row(self.always, None))
        self.show_again.clicked.connect(self.show_requested)
        self.always.clicked.connect(self.always_requested)

    def render_state(self, *, is_hidden: bool, always: bool) -> None:
        """Stand there or not."""
        self.setVisible(is_hidden)
        self.always.setChecked(always)
