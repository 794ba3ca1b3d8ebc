"""Recently deleted: what was deleted in the last 30 days, each with the way to bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.inner_page import InnerPage
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, Divider, column, row
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.look_back.deleted_presenter import DeletedState
    from diary.ui.look_back.deleted_rows import DeletedRow


class DeletedLine(QWidget):
    """One deleted thing; ``back_requested`` and ``remove_requested`` carry its ``DeletedRow``."""

    back_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, icons: Icons, deleted: DeletedRow) -> None:
        super().__init__()
        self._row = deleted
        self.back = Button(icons, say("Bring back"), icon="undo-2")
        self.back.setAccessibleName(say("Bring back: {what}", what=deleted.what))
        self.remove = Button(icons, say("Remove for good"), "quiet")
        self.remove.setAccessibleName(say("Remove for good: {what}", what=deleted.what))
        what, when = Words(deleted.what, "strong", wrap=True), Words(deleted.when, "caption", wrap=True)
        why_not = Words(deleted.why_not, "caption", wrap=True)
        words = column(what, when, why_not, None, spacing=2)
        head = row(spacing=12)
        head.addLayout(words, 1)
        head.addLayout(column(self.back, self.remove, spacing=2))
        self.setLayout(column(head, Divider(), spacing=8))
        self.back.setVisible(deleted.may_recover)
        self.remove.setVisible(deleted.may_remove)
        why_not.setVisible(bool(deleted.why_not))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.back.clicked.connect(self._ask)
        self.remove.clicked.connect(self._ask_to_remove)

    def _ask(self) -> None:
        self.back_requested.emit(self._row)

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self._row)


class DeletedView(InnerPage):
    """The page; ``recover_requested`` and ``remove_requested`` carry a ``DeletedRow``."""

    recover_requested = Signal(object)
    remove_requested = Signal(object)
    removal_confirmed = Signal()
    keep_requested = Signal()
    more_requested = Signal()

    def __init__(self, icons: Icons, state: DeletedState) -> None:
        about = say("What was deleted in the last 30 days. After that it can’t be brought back here.")
        super().__init__(icons, say("Recently deleted"), about)
        self.lines: dict[DeletedRow, DeletedLine] = {}
        self._removed = Message(icons)
        self._question = Message(icons, is_warning=True, action=say("Remove it for good"), other=say("Keep it"))
        self._question.lead_out()
        self._empty = Words(say("Nothing was deleted in the last 30 days."), wrap=True)
        self._rows = column(spacing=8)
        self.more = Button(icons, say("Show older ones"), "link")
        card = Card(padding=(24, 18), spacing=10)
        card.body.addWidget(self._empty)
        card.body.addLayout(self._rows)
        card.body.addLayout(row(self.more, None))
        self.body.addWidget(self._removed)
        self.body.addWidget(self._question)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._question.action_requested.connect(self.removal_confirmed)
        self._question.other_requested.connect(self.keep_requested)
        self.more.clicked.connect(self.more_requested)
        self.render_state(state)

    def render_state(self, state: DeletedState) -> None:
        """Draw a state whole."""
        self._problem.say_why(state.problem, state.reason, can_copy=False)
        self._said.say(state.said)
        self._removed.say(state.removed)
        self._show_question(state.asked)
        shown = state.rows[: state.shown]
        for deleted in [one for one in self.lines if one not in shown]:
            self.let_go(self.lines.pop(deleted), self._back)
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
        line.remove_requested.connect(self.remove_requested)
        return line

    def _show_question(self, asked: DeletedRow | None) -> None:
        """Ask about one, above the list; the keyboard goes to what keeps it, and back to the top."""
        was_shown, had_keyboard = not self._question.isHidden(), self._question.has_keyboard
        reason = say("You can’t undo this. Older backups hold it until newer ones replace them.")
        title = say("Remove this for good? {what}", what=asked.what) if asked else ""
        self._question.say(title, reason if asked else "")
        if asked and not was_shown:
            self._question.take_keyboard()
        elif had_keyboard and not asked:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
