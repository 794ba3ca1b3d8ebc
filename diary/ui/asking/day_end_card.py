"""When the person's day ends: what is written at night belongs to the day before."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.today import LATEST_DAY_END
from diary.ui.asking.gestures import ChooseDayEnd
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.words import say
from diary.words.dates import clock_time

if TYPE_CHECKING:
    from diary.ui.asking.state import Asked
    from diary.ui.kit.icons import Icons


class DayEndCard(Card):
    """``gesture_requested`` carries a ``ChooseDayEnd``."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 18), spacing=10)
        words = say("What you write at night, up to this hour, belongs to the day before.")
        still = say("Days that you wrote about stay where they are.")
        self.hour = ChoiceBox(icons, say("The hour at which your day ends"))
        for hour in range(LATEST_DAY_END + 1):
            self.hour.addItem(clock_time(time(hour)) if hour else say("Midnight"), hour)
        self.body.addWidget(Title(say("When your day ends"), wrap=True))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addLayout(row(self.hour, None))
        self.body.addWidget(Words(still, "caption", wrap=True))
        self.hour.activated.connect(self._choose)

    def show_hour(self, asked: Asked) -> None:
        """Draw the hour in force."""
        self.hour.setCurrentIndex(asked.choices.day_ends_at)

    def _choose(self, hour: int) -> None:
        self.gesture_requested.emit(ChooseDayEnd(hour))
