"""The line that says which keys work on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Key, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class KeyHints(QWidget):
    """Small caps with words; ``hide_requested`` asks for less."""

    hide_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        letters = [Key(say(letter)) for letter in ("S", "M", "A", "P")]
        self.hide_button = Button(icons, say("Hide key hints"), "quiet")
        self.hide_button.setProperty("small", True)
        layout = row(
            *letters, Words(say("go to a question"), "axis"), 12,
            Key("0"), Words("–", "axis"), Key("9"), Words(say("answer and move on"), "axis"), 12,
            Key(say("x")), Words("10", "axis"), 12,
            Key(say("Backspace")), Words(say("clear"), "axis"), 12,
            Key(say("Ctrl")), Key("Z"), Words(say("undo"), "axis"),
            None, self.hide_button, spacing=6,
        )  # fmt: skip
        self.setLayout(layout)
        self.hide_button.clicked.connect(self.hide_requested)
