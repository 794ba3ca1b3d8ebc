"""Two things are chosen to be looked at together; what that costs is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Divider, column
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.together.state import Thing


class AddPair(QFrame):
    """Asks for two things; ``add_requested`` carries their ids, ``close_requested`` follows Cancel and Escape."""

    add_requested = Signal(str, str)
    close_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._things: tuple[Thing, ...] = ()
        self.first = ChoiceBox(icons, say("The first thing"))
        self.second = ChoiceBox(icons, say("The second thing"))
        for box in (self.first, self.second):
            box.view().setAccessibleName(box.accessibleName())
            box.currentIndexChanged.connect(self._check)
        self.add = Button(icons, say("Add"), "primary")
        self._cancel = Button(icons, say("Cancel"))
        cost = say("Each pair adds three questions. The more questions, the more care is taken before a link is named.")
        since = say("A pair counts from the day it is added, and stays in your diary until you remove it.")
        choices = FlowLayout(spacing=8)
        for widget in (self.first, Words(say("and")), self.second, self.add, self._cancel):
            choices.addWidget(widget)
        inside = column(Divider(), Words(cost, "caption", wrap=True), Words(since, "caption", wrap=True), choices)
        self.setLayout(inside)
        self.add.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.close_requested)

    def offer(self, things: tuple[Thing, ...]) -> None:
        """Offer other things."""
        if things == self._things:
            return
        self._things = things
        for at, box in enumerate((self.first, self.second)):
            box.clear()
            box.addItems([thing.label for thing in things])
            box.setCurrentIndex(min(at, len(things) - 1))

    def start(self) -> None:
        """Take the keyboard."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _check(self, _: int) -> None:
        self.add.setEnabled(self.first.currentIndex() != self.second.currentIndex())

    def _ask(self) -> None:
        chosen = [self._things[box.currentIndex()] for box in (self.first, self.second)]
        x, y = sorted(chosen, key=_rank)
        self.add_requested.emit(x.id, y.id)


def _rank(thing: Thing) -> int:
    return thing.rank
