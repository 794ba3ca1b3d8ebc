"""What stands under "More" is the person's choice, and so is having none of it on a hard day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.today import FACTORS, GOOD_THING, HEADACHE, MOMENTS, NOTE, PLACES, TREATMENTS
from diary.ui.kit.chips import Chip
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.today.gestures import ChooseLowEnergy, ChooseShown
from diary.ui.today.more_state import MoreState
from diary.words import msgid, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

SCALES = ("sleep_quality", "tiredness", "interference", "pain_worst", "tinnitus", "elevated")
"""The optional scales from 0 to 10, asked of the whole day."""
PARTS: Mapping[str, str] = {
    PLACES: msgid("Where it hurts"),
    FACTORS: msgid("What was part of today"),
    TREATMENTS: msgid("Treatments"),
    NOTE: msgid("A note"),
    GOOD_THING: msgid("One good thing"),
    MOMENTS: msgid("How it is right now"),
    HEADACHE: msgid("Headache or migraine"),
}


class ChoosingCard(Card):
    """``gesture_requested`` carries a ``ChooseShown`` or ``ChooseLowEnergy``."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons, measures: Mapping[str, Measure]) -> None:
        super().__init__(padding=(24, 16), spacing=12)
        self._more = MoreState()
        self.chips: dict[str, Chip] = {}
        for part in (PLACES, FACTORS, TREATMENTS, NOTE, GOOD_THING, MOMENTS, *SCALES, HEADACHE):
            label = PARTS[part] if part in PARTS else measures[part].label
            self.chips[part] = Chip(icons, say(label))
        holder = QWidget()
        holder.setLayout(FlowLayout(*self.chips.values(), spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.low_energy = Tick(icons, say("Low energy: show the four questions alone"), 44)
        words = say("Ticked parts are asked every day. What you wrote before stays, whatever you choose.")
        self.body.addWidget(Title(say("What is here")))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addWidget(holder)
        self.body.addLayout(row(self.low_energy, None))
        for chip in self.chips.values():
            chip.clicked.connect(self._chosen)
        self.low_energy.clicked.connect(self._rest)

    def show_more(self, more: MoreState) -> None:
        """Draw what is chosen."""
        self._more = more
        for part, chip in self.chips.items():
            chip.show_checked(part in more.choices.shown)
        self.low_energy.setChecked(more.choices.low_energy)

    def _chosen(self, is_chosen: bool) -> None:  # noqa: FBT001  # what Qt's signal carries
        chip = self.sender()
        part = next(part for part, one in self.chips.items() if one is chip)
        shown = tuple(one for one in self._more.choices.shown if one != part)
        self.gesture_requested.emit(ChooseShown((*shown, part) if is_chosen else shown))

    def _rest(self) -> None:
        self.gesture_requested.emit(ChooseLowEnergy(self.low_energy.isChecked()))
