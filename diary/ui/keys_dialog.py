"""Which keys work, in one list; opened by the question mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.key_names import key_name
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Key, Title, Words
from diary.words import msgid, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.kit.icons import Icons

ON_TODAY = (
    (("S", "M", "A", "P"), msgid("go to sleep, mood, anxiety or pain")),
    (("0", "9"), msgid("answer, from 0 to 9")),
    (("1", "0"), msgid("answer 10, typed one after the other")),
    (("x",), msgid("answer 10 with one key")),
    (("←", "→"), msgid("mark a number, which Space then answers")),
    ((".",), msgid("add half an hour of sleep")),
    (("Tab",), msgid("go on to the next question")),
    (("+",), msgid("show or hide what is under More")),
    (("N",), msgid("say how it is right now, under More")),
    (("Backspace",), msgid("take an answer away")),
    (("B",), msgid("mark a bad day")),
    (("Alt", "←"), msgid("the day before")),
    (("Alt", "→"), msgid("the day after")),
)
ON_ASKING = (
    (("Alt", "↑"), msgid("move one up")),
    (("Alt", "↓"), msgid("move one down")),
    (("Space",), msgid("ask or don’t ask, hide or show")),
    (("F2",), msgid("give another name, in the list of what can be part of a day")),
)
ON_QUESTIONNAIRES = (
    (("0", "9"), msgid("take the answer with that number, counted from 0, and go on")),
    (("Backspace",), msgid("take an answer away")),
)
ON_CHARTS = (
    (("←", "→"), msgid("read out the day before or after")),
    (("Home", "End"), msgid("the first day, the last day")),
    (("Enter",), msgid("open the day that is read out")),
    (("+", "-"), msgid("come closer to the days on the chart, or go further away")),
    (("Ctrl", "←"), msgid("earlier days on the chart")),
    (("Ctrl", "→"), msgid("later days on the chart")),
    (("Backspace",), msgid("back to the days that were on the chart before")),
)
EVERYWHERE = (
    (("Ctrl", "Z"), msgid("undo")),
    (("Ctrl", "Y"), msgid("redo")),
    (("Ctrl", "N"), msgid("hide numbers and charts, or show them again")),
    (("Ctrl", "F"), msgid("find a setting, in Settings")),
    (("Ctrl", "T"), msgid("today")),
    (("Ctrl", "1"), msgid("the first page, with 2 the second, and so on")),
    (("Ctrl", "L"), msgid("lock the diary")),
    (("F9",), msgid("hide the window at once, and lock")),
    (("F1",), msgid("get help now")),
    (("Esc",), msgid("leave what was opened, such as this list")),
    (("?",), msgid("this list")),
)
GROUPS = (
    (msgid("On Today"), ON_TODAY),
    (msgid("Where you choose what Today asks"), ON_ASKING),
    (msgid("On a questionnaire"), ON_QUESTIONNAIRES),
    (msgid("On charts and the calendar"), ON_CHARTS),
    (msgid("On every page"), EVERYWHERE),
)
"""Caps and what they do; the letters are those of the language in use, and a Mac's caps its own."""
MARGIN, GAP, CLEAR = 28, 32, 48
"""Around the list, within it, and what the window keeps free around the dialog, in pixels."""


class KeysDialog(QDialog):
    """The list, which scrolls where the window is small; Esc closes it, and it is gone when it is closed."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Keys"))
        inside = QWidget()
        inside.setObjectName("keys")
        room = parent.window().size() - QSize(CLEAR, CLEAR)
        columns = _lines(GROUPS[:3]), _lines(GROUPS[3:])
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP)
        for column in columns:
            beside.addLayout(column)
            column.setRowStretch(column.rowCount(), 1)
        if inside.sizeHint().width() > room.width() - 2 * MARGIN:
            beside.setDirection(QBoxLayout.Direction.TopToBottom)
        self.list = QScrollArea()
        self.list.setAccessibleName(say("Keys"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWidgetResizable(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWidget(inside)
        close = Button(icons, say("Close"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 24, MARGIN, 20)
        layout.setSpacing(14)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(None, close))
        wanted = inside.sizeHint()
        bar = self.list.verticalScrollBar().sizeHint().width()
        height = wanted.height() + close.sizeHint().height() + 64
        self.resize(QSize(wanted.width() + bar + 2 * MARGIN + 8, height).boundedTo(room))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _lines(groups: Sequence[tuple[str, Sequence[tuple[tuple[str, ...], str]]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    at = 0
    for title, keys in groups:
        if at:
            grid.setRowMinimumHeight(at, 10)
            at += 1
        grid.addWidget(Title(say(title)), at, 0, 1, 2)
        for caps, words in keys:
            at += 1
            grid.addLayout(row(*(Key(key_name(cap)) for cap in caps), None, spacing=5), at, 0)
            grid.addWidget(Words(say(words), wrap=True), at, 1)
        at += 1
    return grid
