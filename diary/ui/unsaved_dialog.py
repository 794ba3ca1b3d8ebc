"""Asks before the diary is put away while something in it could not be saved, or is not known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons

WIDTH = 420


class LeavingDialog(QDialog):
    """``accepted`` means: leave without it. Esc and Enter stay, because staying loses nothing."""

    def __init__(self, icons: Icons, parent: QWidget, title: str, words: str, stay: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(icons.theme.px(WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(Title(title))
        layout.addWidget(Words(words, wrap=True))
        self.stay = Button(icons, stay, "primary")
        self.leave = Button(icons, say("Leave without it"), "quiet")
        self.stay.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)
        layout.addLayout(row(self.stay, None, self.leave))
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)


class UnsavedDialog(LeavingDialog):
    """Something could not be saved: whoever stays finds it on its page."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        words = say("Some of what you wrote could not be saved. It is still on the page, where you can try again.")
        super().__init__(icons, parent, say("Not saved yet"), words, say("Stay and try again"))


class StillSavingDialog(LeavingDialog):
    """The disk has not answered: whoever waits leaves as soon as all is written."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        words = say("The disk is slow, and what you wrote is not saved yet. You can wait. The rest goes on by itself.")
        super().__init__(icons, parent, say("Still saving"), words, say("Wait"))
