"""What Today shows of a bad day: that it is marked, and that nothing more is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diary.ui.kit.buttons import Button, CardButton
from diary.ui.kit.icons import IconMark
from diary.ui.kit.surfaces import GAP, Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.today.told import ToldWords
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class BadDay(QWidget):
    """Asks to take the mark back, or to add something anyway."""

    back_requested = Signal()
    anyway_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.take_back = Button(icons, say("Take it back"), icon="undo-2")
        self._meaning = Words("", wrap=True)
        self._told = ToldWords(icons)
        words = column(Words(say("Bad day"), "headline"), self._meaning, row(self._told, None), spacing=4)
        card = Card(padding=(28, 26))
        line = row(IconMark(icons, "cloud", "text2", 28), 10, spacing=8)
        line.addLayout(words, 1)
        line.addWidget(self.take_back)
        card.body.addLayout(line)
        inside = row(
            IconMark(icons, "chevron-right"),
            Title(say("Add something anyway")),
            Words(say("Now, or on any later day"), "second"),
            None,
            spacing=12,
        )
        inside.setContentsMargins(20, 16, 20, 16)
        self.anyway = CardButton(icons, say("Add something anyway. Now, or on any later day."), inside, "card")
        layout = column(card, self.anyway, spacing=GAP)
        self.setLayout(layout)
        self.say_what_counts(has_numbers=False)
        self.take_back.clicked.connect(self.back_requested)
        self.anyway.clicked.connect(self.anyway_requested)

    def say_what_counts(self, *, has_numbers: bool, told: str = "") -> None:
        """Say whether the day has numbers as well: the mark takes none of them away. ``told``: who wrote it down."""
        self._told.say(told)
        self._meaning.setText(
            say("Marked. It counts as a bad day, and the numbers on this day count as well.")
            if has_numbers
            else say("Marked. That is all that is needed. It counts as a bad day, not as a number.")
        )
