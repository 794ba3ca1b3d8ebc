"""The line that opens "More", and says what is in it while it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from diary.domain.today import MOMENTS
from diary.ui.kit.buttons import Button, CardButton
from diary.ui.kit.icons import IconMark
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Key, Title, Words
from diary.words import say, say_n

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState

AROUND_PX = 32
"""The card's padding and the gap between what stands on the line."""


class Opener(CardButton):
    """As wide as there is room for: its words wrap."""

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class MoreHeader(Card):
    """``more_requested`` asks to open or close, ``choosing_requested`` for the page that chooses.

    ``now_requested`` asks to say how it is right now, which stands inside while it is open.
    """

    more_requested = Signal(bool)
    choosing_requested = Signal()
    all_requested = Signal()
    now_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(10, 5), spacing=0)
        self._is_open = False
        self._arrow = IconMark(icons, "chevron-right")
        self._title = Title(say("More"))
        self._caption = Words("", "second", wrap=True)
        self._key = Key("+")
        inside = row(self._arrow, self._title, self._key, spacing=12)
        inside.addWidget(self._caption, 1)
        inside.setContentsMargins(10, 9, 10, 9)
        self.opener = Opener(icons, say("More"), inside, "quiet")
        self.opener.setSizePolicy(_as_high_as_its_words())
        self.choose = Button(icons, say("Choose what Today asks"), "link")
        self.all = Button(icons, say("Ask the rest again"), "link")
        self.now = Button(icons, say("How is it right now?"), "link")
        self._line = line = row(spacing=8)
        line.addWidget(self.opener, 1)
        line.addWidget(self.now)
        line.addWidget(self.choose)
        line.addWidget(self.all)
        self.body.addLayout(line)
        self.opener.clicked.connect(self._toggle)
        self.now.clicked.connect(self.now_requested)
        self.choose.clicked.connect(self.choosing_requested)
        self.all.clicked.connect(self.all_requested)

    def render_state(self, state: TodayState) -> None:
        """Draw the line."""
        more = state.more
        low_energy = more.choices.low_energy
        self._is_open = more.is_open
        caption = _within(state)
        if low_energy:
            caption = say("Low energy: only the four questions above are asked")
        elif more.is_open:
            caption = say("Answer as much or as little as you like")
        self._caption.setText(caption)
        self._arrow.show_icon("chevron-down" if more.is_open else "chevron-right", "text2")
        self._arrow.setVisible(not low_energy)
        self._key.setVisible(state.letters_work and not low_energy)
        self.opener.setEnabled(not low_energy)
        state_words = say("open") if more.is_open else say("closed")
        self.opener.setAccessibleName(say("More, {state}. {what}", state=state_words, what=caption))
        asks_now = MOMENTS in more.choices.asked and state.day == state.today
        self.now.setVisible(asks_now and not more.is_open)
        self.choose.setVisible(more.is_open and not low_energy)
        self.all.setVisible(low_energy)

    def arrange(self, width_px: int) -> None:
        """Stand the way elsewhere below the line where both don't fit side by side in ``width_px``."""
        links = sum(one.sizeHint().width() for one in (self.now, self.choose, self.all) if not one.isHidden())
        is_stacked = self.opener.minimumSizeHint().width() + links + AROUND_PX > width_px
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if is_stacked else ways.LeftToRight)

    def _toggle(self) -> None:
        self.more_requested.emit(not self._is_open)


def _as_high_as_its_words() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


def _within(state: TodayState) -> str:
    """What is filled in already, or what there is to fill in."""
    more = state.more
    found = []
    if more.places:
        found.append(say_n("{n} place that hurts", "{n} places that hurt", len(more.places)))
    if more.numbness:
        found.append(say("pins and needles or numbness"))
    if more.ticked:
        found.append(say_n("{n} part of the day", "{n} parts of the day", len(more.ticked)))
    if more.takings:
        taken = len({one.treatment for one in more.takings})
        found.append(say_n("{n} treatment", "{n} treatments", taken))
    if more.moments:
        found.append(say_n("{n} moment", "{n} moments", len(more.moments)))
    if state.note.text.strip():
        found.append(say("a note"))
    if more.good_thing.strip():
        found.append(say("one good thing"))
    within = " · ".join(found)
    if within:
        return within[:1].upper() + within[1:]
    if state.day == state.today:
        return say("Places that hurt, what was part of today, treatments, a note")
    return say("Places that hurt, what was part of this day, treatments, a note")
