"""Asks before the diary is put away while something in it could not be saved, or is not known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout

from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons

WIDTH = 420


class LeavingDialog(QDialog):
    """``accepted`` means: leave without it. Esc and Enter stay, because staying loses nothing."""

    def __init__(self, icons: Icons, parent: QWidget | None, title: str, words: str, stay: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(Title(title))
        layout.addWidget(Words(words, wrap=True))
        self.stay = Button(icons, stay, "primary")
        self.leave = Button(icons, say("Leave without it"), "quiet")
        self.stay.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)
        layout.addLayout(row(self.stay, None, self.leave))
        self.setFixedWidth(max(icons.theme.px(WIDTH), layout.minimumSize().width()))
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)


class UnsavedDialog(LeavingDialog):
    """Something could not be saved: whoever stays finds it on its page."""

    def __init__(self, icons: Icons, parent: QWidget | None) -> None:
        words = say("Some of what you wrote could not be saved. It is still on the page, where you can try again.")
        super().__init__(icons, parent, say("Not saved yet"), words, say("Stay and try again"))


class StillSavingDialog(LeavingDialog):
    """The disk has not answered: whoever waits leaves as soon as all is written."""

    def __init__(self, icons: Icons, parent: QWidget | None) -> None:
        words = say("The disk is slow, and what you wrote is not saved yet. You can wait. The rest goes on by itself.")
        super().__init__(icons, parent, say("Still saving"), words, say("Wait"))


class ComeBackDialog(LeavingDialog):
    """Something could not be saved while nobody was there: whoever comes back says first that the diary is theirs.

    ``secret_typed`` carries a passphrase or a recovery code. Esc leaves the page covered.
    """

    secret_typed = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None) -> None:
        words = say("Some of what you wrote could not be saved, so the diary is not locked. Its page is covered.")
        super().__init__(icons, parent, say("Not saved yet"), words, say("Show the page"))
        self._secret = SecretField(icons, say("Passphrase or recovery code"))
        self._problem = Message(icons, is_warning=True)
        for at, part in enumerate((self._secret, self._problem), start=2):
            self._layout.insertWidget(at, part)
        self.stay.clicked.disconnect(self.reject)
        self.stay.clicked.connect(self._type)
        self._secret.entered.connect(self._type)
        self._secret.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, words: str) -> None:
        """Say why the page stays covered; what was typed can be typed over."""
        self._problem.say(words)
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))
        self._secret.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._secret.field.selectAll()

    def _type(self) -> None:
        self.secret_typed.emit(self._secret.text)
