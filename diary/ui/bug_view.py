"""What stands in front of a locked diary when Alongside itself went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from diary.ui.kit.buttons import Button
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

REPORT_HEIGHT = 160


class BugView(Gate):
    """Shows types, files and lines of a bug, to be copied for a report; ``again_requested`` leads back."""

    again_requested = Signal()

    def __init__(self, icons: Icons, report: str) -> None:
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(say("What to report"))
        self._report.setMinimumHeight(REPORT_HEIGHT)
        again = Button(icons, say("Open the diary again"), "primary")
        copy = Button(icons, say("Copy these lines"), icon="copy")
        card = gate_card()
        for part in (
            Title(say("Something in Alongside went wrong"), wrap=True),
            Words(say("Your diary was locked. What was saved before is safe."), wrap=True),
            Words(say("These lines help to find out why. None of your own words are in them."), "second", wrap=True),
            self._report,
        ):
            card.body.addWidget(part)
        card.body.addLayout(row(again, copy, None))
        super().__init__(icons, card)
        again.clicked.connect(self.again_requested)
        copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
