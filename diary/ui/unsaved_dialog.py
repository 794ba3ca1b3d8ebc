"""Asks before the diary is put away while something in it could not be saved."""

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


class UnsavedDialog(QDialog):
    """``accepted`` means: leave without it. Esc and Enter stay, because staying loses nothing."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Not saved yet"))
        self.setFixedWidth(icons.theme.px(WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(Title(say("Not saved yet")))
        words = say("Some of what you wrote could not be saved. It is still on the page, where you can try again.")
        layout.addWidget(Words(words, wrap=True))
        stay = Button(icons, say("Stay and try again"), "primary")
        leave = Button(icons, say("Leave without it"), "quiet")
        stay.clicked.connect(self.reject)
        leave.clicked.connect(self.accept)
        layout.addLayout(row(stay, None, leave))
        stay.setFocus(Qt.FocusReason.OtherFocusReason)
