"""A page that another page leads to: the way back, what was done with its undo, and what could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Page, column, row
from diary.ui.kit.text import Heading, Words
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.kit.ways_out import lead_out
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons


class InnerPage(Page):
    """A titled page, what it is ``about`` below; each kind puts its own parts into ``body``."""

    back_requested = Signal()
    undo_requested = Signal()
    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self, icons: Icons, title: str, about: str = "") -> None:
        super().__init__(icons.theme)
        self._icons = icons
        self._back = Button(icons, say("Back"), "link", "chevron-left")
        lead_out(self._back)
        self._about = Words(about, "second", wrap=True)
        self._problem = UnsavedMessage(icons)
        self._said = Message(icons, action=say("Undo"))
        self.body.addLayout(column(row(self._back, None), Heading(title), spacing=2))
        for part in (self._about, self._problem, self._said):
            self.body.addWidget(part)
        self._back.clicked.connect(self.back_requested)
        self._problem.action_requested.connect(self.retry_requested)
        self._problem.other_requested.connect(self.copy_requested)
        self._said.action_requested.connect(self.undo_requested)
        for keys, asks in (("Ctrl+Z", self.undo_requested), ("Alt+Left", self.back_requested)):
            QShortcut(QKeySequence(keys), self).activated.connect(asks)

    def take_keyboard(self) -> None:
        """Begin at the way back, which is there from the start and changes nothing."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self, line: QWidget, heir: QWidget) -> None:
        """Take a line off the page; the keyboard goes to its heir where it was in the line."""
        focus = self.focusWidget()
        had_keyboard = focus is not None and (line is focus or line.isAncestorOf(focus))
        line.hide()
        line.setParent(None)
        line.deleteLater()
        if had_keyboard:
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
