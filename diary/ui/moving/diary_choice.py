"""The diaries to choose one from: emblem and label, the chosen one solid and ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import CardButton
from diary.ui.kit.emblems import EmblemMark, look_words
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.icons import IconMark
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons

EMBLEM_PX, TICK_PX = 38, 18


class DiaryChoice(QWidget):
    """``chosen`` carries the ``DiaryCard`` that was taken."""

    chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._cards: tuple[DiaryCard, ...] = ()
        self._ticks: list[IconMark] = []
        self.buttons: list[CardButton] = []
        self._layout = FlowLayout(spacing=12)
        self.setLayout(self._layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def render_cards(self, cards: Sequence[DiaryCard], chosen: DiaryCard | None) -> None:
        """Show these diaries and which one was taken."""
        if tuple(cards) != self._cards:
            self._make(tuple(cards))
        for card, button, tick in zip(self._cards, self.buttons, self._ticks, strict=True):
            button.setChecked(card == chosen)
            tick.show_icon("check" if card == chosen else "", "accent")

    def _make(self, cards: tuple[DiaryCard, ...]) -> None:
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._cards, self.buttons, self._ticks = cards, [], []
        for card in cards:
            emblem = EmblemMark(self._icons.theme, EMBLEM_PX)
            emblem.show_emblem(card.label, card.emblem, card.colour)
            tick = IconMark(self._icons, "", "accent", TICK_PX)
            look = look_words(card.emblem, card.colour)
            inside = row(
                emblem, column(Words(card.label, "title"), Words(look, "caption"), spacing=1), 8, tick, spacing=12
            )
            inside.setContentsMargins(16, 10, 16, 10)
            button = CardButton(self._icons, say("The diary {label}", label=card.label), inside, "card")
            button.setAccessibleDescription(look)
            button.setCheckable(True)
            button.clicked.connect(self._choose)
            self._layout.addWidget(button)
            self.buttons.append(button)
            self._ticks.append(tick)

    def _choose(self) -> None:
        button = self.sender()
        number = next(n for n, one in enumerate(self.buttons) if one is button)
        self.buttons[number].setChecked(True)
        self.chosen.emit(self._cards[number])
