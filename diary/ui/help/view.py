"""The page Get help now: static text by country, never chosen by what somebody wrote; when locked, the numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from diary import catalogue
from diary.ui.kit.buttons import Button
from diary.ui.kit.country_box import CountryBox
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, Page, row
from diary.ui.kit.text import Heading, Title, Words
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from diary.catalogue import HelpLine, HelpNow
    from diary.ui.kit.icons import Icons


class HelpView(Page):
    """Names the country, its emergency number and the lines that listen.

    ``back_requested`` leads to where one was, ``country_chosen`` carries the code of another country.
    """

    back_requested = Signal()
    country_chosen = Signal(str)

    def __init__(self, icons: Icons, countries: Mapping[str, str], country: str, *, is_locked: bool) -> None:
        super().__init__(icons.theme)
        self._is_locked = is_locked
        self._cards: list[Card] = []
        self._back = Button(icons, say("Back"), icon="chevron-left")
        self._back.clicked.connect(self.back_requested)
        self.body.addLayout(row(Heading(say("Get help now")), None, self._back))
        self._country = CountryBox(icons, countries)
        self.body.addLayout(row(Words(say("Country"), "second"), self._country, None, spacing=12))
        self.body.addStretch(1)
        self.setAccessibleName(say("Get help now"))
        self._country.chosen.connect(self._choose)
        self._show(country)

    def _choose(self, country: str) -> None:
        self._show(country)
        self.country_chosen.emit(country)

    def _show(self, country: str) -> None:
        """Draw the numbers of a country in place of those before."""
        for card in self._cards:
            card.hide()
            self.body.removeWidget(card)
            card.deleteLater()
        now = catalogue.help_lines(country)
        self._country.show_country(country)
        self._cards = [self._danger(now)]
        if now.lines:
            self._cards.append(self._lines(now))
        if not self._is_locked:
            self._cards.append(self._back_pain(now))
        for card in self._cards:
            self.body.insertWidget(self.body.count() - 1, card)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _danger(self, now: HelpNow) -> Card:
        card = Card(padding=(24, 20))
        card.body.addWidget(Words(_filled(now.danger, now.emergency), "headline", wrap=True))
        return card

    def _lines(self, now: HelpNow) -> Card:
        card = Card(padding=(24, 20), spacing=12)
        card.body.addWidget(Title(say("You can also talk to someone")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for index, line in enumerate(now.lines):
            number = Words(_number(line), "title")
            number.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            number.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            number.setAccessibleName(say("{name}: {number}", name=line.name, number=_number(line)))
            grid.addWidget(number, index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(_whose(line), wrap=True), index, 1)
        card.body.addLayout(grid)
        return card

    def _back_pain(self, now: HelpNow) -> Card:
        card = Card(padding=(24, 20))
        card.body.addWidget(Title(_filled(now.back_pain, now.emergency), wrap=True))
        for sign in now.back_pain_signs:
            card.body.addWidget(Words(say("•  {sign}", sign=say(sign)), wrap=True))
        return card


def _filled(sentence: str, emergency: str) -> str:
    return say(sentence, emergency=emergency) if emergency else say(sentence)


def _number(line: HelpLine) -> str:
    return say("Text {word} to {number}", word=line.word, number=line.number) if line.word else line.number


def _whose(line: HelpLine) -> str:
    if line.who and line.after:
        return say("{name}, {who}, {after}", name=line.name, who=say(line.who), after=say(line.after))
    if detail := line.who or line.after:
        return say("{name}, {who}", name=line.name, who=say(detail))
    return line.name
