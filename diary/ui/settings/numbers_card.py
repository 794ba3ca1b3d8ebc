"""The card for whoever would rather not see numbers and charts when a diary is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.kit.ticks import Tick
from diary.ui.settings.cards import MatterCard
from diary.ui.settings.state import Choices
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.settings.state import SettingsState


class NumbersCard(MatterCard):
    """``choices_requested`` carries the whole ``Choices``: what is chosen here holds now and every time."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Numbers and charts"))
        self._choices = Choices()
        words = say("Looking at numbers helps some people and worries others. You can show them again at any time.")
        self._hides = Tick(icons, say("Hide them on Look back and Together"))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addLayout(row(self._hides, None))
        self._hides.clicked.connect(self._choose)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choice."""
        self._choices = state.choices
        self._hides.setChecked(state.choices.hides_numbers)

    def _choose(self, hides: bool) -> None:
        self.choices_requested.emit(replace(self._choices, hides_numbers=hides, numbers_hidden=hides))
