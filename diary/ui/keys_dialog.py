"""Which keys work, in one list; opened by the question mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Key, Title, Words
from diary.words import msgid, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons

KEYS = (
    (("S", "M", "A", "P"), msgid("go to sleep, mood, anxiety or pain")),
    (("0", "9"), msgid("answer, from 0 to 9")),
    (("1", "0"), msgid("answer 10, typed one after the other")),
    (("x",), msgid("answer 10 with one key")),
    (("←", "→"), msgid("mark a number, which Space then answers")),
    ((".",), msgid("add half an hour of sleep")),
    (("+",), msgid("show or hide what is under More")),
    (("N",), msgid("say how it is right now, under More")),
    (("Backspace",), msgid("take an answer away")),
    (("B",), msgid("mark a bad day")),
    (("Ctrl", "Z"), msgid("undo")),
    (("Ctrl", "Y"), msgid("redo")),
    (("Alt", "←"), msgid("the day before")),
    (("Alt", "→"), msgid("the day after")),
    (("Ctrl", "N"), msgid("hide numbers and charts, or show them again")),
    (("Ctrl", "T"), msgid("today")),
    (("Ctrl", "1"), msgid("the first page, Ctrl+2 the second, and so on")),
    (("Ctrl", "L"), msgid("lock the diary")),
    (("F9",), msgid("hide the window at once, and lock")),
    (("F1",), msgid("get help now")),
    (("?",), msgid("this list")),
)
"""Caps and what they do; the letters are those of the language in use."""


class KeysDialog(QDialog):
    """The list; Esc closes it, and it is gone when it is closed."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(Title(say("Keys")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(7)
        for index, (caps, words) in enumerate(KEYS):
            grid.addLayout(row(*(Key(say(cap)) for cap in caps), None, spacing=5), index, 0)
            grid.addWidget(Words(say(words)), index, 1)
        layout.addLayout(grid)
        close = Button(icons, say("Close"))
        close.clicked.connect(self.close)
        layout.addLayout(row(None, close))
