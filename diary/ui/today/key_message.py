"""Why keys that were pressed on Today did nothing, said over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.messages import FloatingMessage
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons


class KeyMessage(FloatingMessage):
    """``other_requested`` asks to write a note, where words belong."""

    def __init__(self, icons: Icons, page: QWidget) -> None:
        super().__init__(icons, page, other=say("Write a note"))

    def say_words(self, *, can_write: bool) -> None:
        """Say of letters typed one after the other why they do nothing, and where words belong."""
        self.offer_other(can_write)
        title = say("That looked like words, so nothing was changed")
        self.say(title, say("Letters are keys here, one at a time. A note is the place for words."))

    def say_whole(self) -> None:
        """Say why a digit after a point did nothing, which would have answered the next question."""
        self.offer_other(False)
        self.say(say("Whole numbers here"), say("The digit after the point was not used."))
