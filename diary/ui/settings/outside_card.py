"""The card for how a diary looks from outside: its shape and its colour, by which it is told from others here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary import catalogue
from diary.ui.kit.emblems import EmblemMark, look_words
from diary.ui.kit.overriding import override
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Title, Words
from diary.ui.settings.cards import MatterCard
from diary.words import say

if TYPE_CHECKING:
    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons
    from diary.ui.settings.state import SettingsState

EMBLEM_PX = 56


class OutsideCard(MatterCard):
    """``look_requested`` carries the ``DiaryCard`` as it is to look."""

    look_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("How this diary looks from outside"), say("emblem, symbol, icon, colour, picture"))
        self._card: DiaryCard | None = None
        self._emblem, self._label = EmblemMark(icons.theme, EMBLEM_PX), Title("", wrap=True)
        self._look = Words("", "second")
        shapes = {one.id: say(one.label) for one in catalogue.emblems().values()}
        colours = {id_: say(name) for id_, name in catalogue.emblem_colours().items()}
        self.shapes = SmallChoice(icons.theme, say("Shape"), shapes)
        self.colours = SmallChoice(icons.theme, say("Colour"), colours)
        head = row(self._emblem, spacing=14)
        head.addLayout(column(None, self._label, self._look, None, spacing=2), 1)
        about = say("Anyone who uses this computer can see it. It tells diaries apart.")
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addLayout(head)
        for words, choice in ((say("Shape"), self.shapes), (say("Colour"), self.colours)):
            self.body.addWidget(Words(words, "second"))
            self.body.addWidget(choice)
        self.shapes.chosen.connect(self._choose_shape)
        self.colours.chosen.connect(self._choose_colour)

    @override
    def has(self, sought: str) -> bool:
        return self._card is not None and super().has(sought)

    def render_state(self, state: SettingsState) -> None:
        """Draw the diary as it is seen."""
        self._card = card = state.card
        if card is None:
            return
        self._emblem.show_emblem(card.label, card.emblem, card.colour)
        self._label.setText(card.label)
        self._look.setText(look_words(card.emblem, card.colour))
        self.shapes.show_choice(card.emblem or next(iter(catalogue.emblems())))
        self.colours.show_choice(card.colour or next(iter(catalogue.emblem_colours())))

    def _choose_shape(self, shape: str | None) -> None:
        if self._card is not None and shape is not None:
            self.look_requested.emit(replace(self._card, emblem=shape))

    def _choose_colour(self, colour: str | None) -> None:
        if self._card is not None and colour is not None:
            self.look_requested.emit(replace(self._card, colour=colour))
