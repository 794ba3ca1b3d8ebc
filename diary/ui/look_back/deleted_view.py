"""Recently deleted: what was deleted in the last 30 days, each with the way to bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, Divider, Page, column, row
from diary.ui.kit.text import Heading, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.look_back.deleted_presenter import DeletedState
    from diary.ui.look_back.deleted_rows import DeletedRow


class DeletedLine(QWidget):
    """One deleted thing; ``back_requested`` carries its ``DeletedRow``."""

    back_requested = Signal(object)

    def __init__(self, icons: Icons, deleted: DeletedRow) -> None:
        super().__init__()
        self._row = deleted
        self.back = Button(icons, say("Bring back"), icon="undo-2")
        self.back.setAccessibleName(say("Bring back: {what}", what=deleted.what))
        words = column(Words(deleted.what, "strong", wrap=True), Words(deleted.when, "caption", wrap=True), spacing=2)
        head = row(spacing=12)
        head.addLayout(words, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(head, Divider(), spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.back.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.back_requested.emit(self._row)


class DeletedView(Page):
    """The page; ``recover_requested`` carries a ``DeletedRow``."""

    back_requested = Signal()
    recover_requested = Signal(object)
    undo_requested = Signal()
    more_requested = Signal()
    retry_requested = Signal()

    def __init__(self, icons: Icons, state: DeletedState) -> None:
        super().__init__(icons.theme)
        self._icons = icons
        self.lines: dict[DeletedRow, DeletedLine] = {}
        self._back = Button(icons, say("Back"), "link", "chevron-left")
        self._said = Message(icons, action=say("Undo"))
        self._problem = Message(icons, is_warning=True, action=say("Try again"))
        self._empty = Words(say("Nothing was deleted in the last 30 days."), wrap=True)
        self._rows = column(spacing=8)
        self.more = Button(icons, say("Show older ones"), "link")
        about = say("What was deleted in the last 30 days. After that it can’t be brought back here.")
        card = Card(padding=(24, 18), spacing=10)
        card.body.addWidget(self._empty)
        card.body.addLayout(self._rows)
        card.body.addLayout(row(self.more, None))
        self.body.addLayout(column(row(self._back, None), Heading(say("Recently deleted")), spacing=2))
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._said)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._back.clicked.connect(self.back_requested)
        self._said.action_requested.connect(self.undo_requested)
        self._problem.action_requested.connect(self.retry_requested)
        self.more.clicked.connect(self.more_requested)
        for keys, asks in (("Ctrl+Z", self.undo_requested), ("Alt+Left", self.back_requested)):
            QShortcut(QKeySequence(keys), self).activated.connect(asks)
        self.render_state(state)

    def render_state(self, state: DeletedState) -> None:
        """Draw a state whole."""
        self._problem.say(state.problem, state.reason)
        self._said.say(state.said)
        shown = state.rows[: state.shown]
        for deleted in [one for one in self.lines if one not in shown]:
            self._drop(deleted)
        for at, deleted in enumerate(shown):
            line = self.lines.get(deleted) or self._new_line(deleted)
            if self._rows.indexOf(line) != at:
                self._rows.insertWidget(at, line)
                line.show()
        self._empty.setVisible(state.is_loaded and not state.rows)
        self.more.setVisible(len(state.rows) > state.shown)
        self._measure()

    def _new_line(self, deleted: DeletedRow) -> DeletedLine:
        line = self.lines[deleted] = DeletedLine(self._icons, deleted)
        line.back_requested.connect(self.recover_requested)
        return line

    def _drop(self, deleted: DeletedRow) -> None:
        line = self.lines.pop(deleted)
        focus = self.focusWidget()
        had_keyboard = focus is not None and line.isAncestorOf(focus)
        line.hide()
        self._rows.removeWidget(line)
        line.deleteLater()
        if had_keyboard:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
