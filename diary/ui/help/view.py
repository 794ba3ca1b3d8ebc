"""The page Get help now: static text by country, never chosen by what somebody wrote; when locked, the numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from diary.ui.kit.buttons import Button
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, Page, row
from diary.ui.kit.text import Heading, Title, Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from diary.catalogue import HelpLine, HelpNow
    from diary.ui.kit.icons import Icons


class HelpView(Page):
    """Names the emergency number and the lines that listen; ``back_requested`` leads to where one was."""

    back_requested = Signal()

    def __init__(self, icons: Icons, now: HelpNow, *, is_locked: bool) -> None:
        super().__init__(icons.theme)
        self._back = Button(icons, say("Back"), icon="chevron-left")
        self._back.clicked.connect(self.back_requested)
        self.body.addLayout(row(Heading(say("Get help now")), None, self._back))
        self.body.addWidget(self._danger(now))
        if now.lines:
            self.body.addWidget(self._lines(now))
        if not is_locked:
            self.body.addWidget(self._back_pain(now))
        self.body.addStretch(1)
        self.setAccessibleName(say("Get help now"))

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
