"""A few days a week: on which days the person means to write, where every day is too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.asking.gestures import ChooseWeekDays
from diary.ui.kit.chips import Chip
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Card
from diary.ui.kit.text import Title, Words
from diary.words import say
from diary.words.dates import first_weekday, weekday_names

if TYPE_CHECKING:
    from diary.ui.asking.state import Asked
    from diary.ui.kit.icons import Icons

WEEK = 7


class WeekCard(Card):
    """A chip for each day of the week; ``gesture_requested`` carries a ``ChooseWeekDays``."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 18), spacing=10)
        names, first = weekday_names(), first_weekday()
        order = [(first + n) % WEEK for n in range(WEEK)]
        self.days = {day: Chip(icons, names[day]) for day in order}
        self._meaning = Words("", "caption", wrap=True)
        chips = QWidget()
        chips.setLayout(FlowLayout(*self.days.values(), spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        self.body.addWidget(Title(say("A few days a week"), wrap=True))
        words = say("Choose some days if every day is too much. You can still write on any other day.")
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addWidget(chips)
        self.body.addWidget(self._meaning)
        for chip in self.days.values():
            chip.clicked.connect(self._choose)

    def show_days(self, asked: Asked) -> None:
        """Draw the days that were chosen, and what follows from them."""
        chosen = asked.choices.week_days
        for day, chip in self.days.items():
            chip.show_checked(day in chosen)
        every_day = say("No day is chosen, so every day is as good as another.")
        few = say("On the days you did not choose, Today says that nothing is needed.")
        self._meaning.setText(few if chosen else every_day)

    def _choose(self) -> None:
        days = frozenset(day for day, chip in self.days.items() if chip.isChecked())
        self.gesture_requested.emit(ChooseWeekDays(days))
