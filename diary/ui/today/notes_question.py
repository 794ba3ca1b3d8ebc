"""Asked once a sitting, about a day long past: whether there are notes that were made at the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Words
from diary.ui.today.gestures import SayNotes
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

YES, NO = "yes", "no"


class NotesQuestion(Card):
    """``gesture_requested`` carries a ``SayNotes``; nothing is chosen beforehand, and nothing has to be."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 12), spacing=6)
        question = say("Do you have notes that you made at the time?")
        self.choice = SmallChoice(icons.theme, question, {YES: say("Yes"), NO: say("No")})
        why = say("This day is some time ago. With notes it counts as if it was written then.")
        self.body.addWidget(Words(question, "strong", wrap=True))
        self.body.addWidget(Words(why, "second", wrap=True))
        self.body.addLayout(row(self.choice, None))
        self.choice.chosen.connect(self._chosen)

    def _chosen(self, key: str | None) -> None:
        self.gesture_requested.emit(SayNotes(key == YES))
