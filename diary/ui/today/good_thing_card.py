"""One good thing about the day, if there was one: as private as a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card
from diary.ui.kit.text import Title
from diary.ui.today.gestures import WriteGoodThing
from diary.ui.today.more_state import MoreState
from diary.ui.today.note_card import DRAFT_MS, FieldProblem, NoteField
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from diary.ui.kit.icons import Icons

LINES = 2


class GoodThingCard(Card):
    """``gesture_requested`` carries a ``WriteGoodThing``, ``draft_requested`` the words being typed."""

    gesture_requested = Signal(object)
    draft_requested = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        self._more = MoreState()
        self.field = NoteField()
        self.field.setAccessibleName(say("One good thing"))
        self.field.setPlaceholderText(say("If there was one. It can be small."))
        self.field.setTabChangesFocus(True)
        self._problem = FieldProblem(icons, self.field)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_MS)
        self._draft_timer.timeout.connect(self._keep_draft)
        self.body.addWidget(Title(say("One good thing"), wrap=True))
        self.body.addWidget(self.field)
        self.body.addWidget(self._problem)
        self.field.textChanged.connect(self._draft_timer.start)
        self.field.left.connect(self.settle)
        self._theme.changed.connect(self._fit)
        self._fit()

    def show_more(self, more: MoreState, *, is_other_day: bool, is_loaded: bool) -> None:
        """Draw what was written; words being typed are never overwritten, unless the page went to another day."""
        self._more = more
        document = self.field.document()
        is_shown = more.good_thing.strip() == self.field.toPlainText().strip()
        if is_shown:
            document.setModified(False)
        elif is_other_day or not (self.field.hasFocus() and document.isModified()):
            self.field.blockSignals(True)
            self.field.setPlainText(more.good_thing)
            self.field.blockSignals(False)
        policy = Qt.FocusPolicy.StrongFocus if is_loaded else Qt.FocusPolicy.NoFocus
        self.field.setFocusPolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_loaded)

    def say_problem(self, problem: str) -> None:
        """Say below the words why they are not saved."""
        self._problem.say(problem)

    def settle(self) -> None:
        """Ask for what was typed to be kept."""
        self._draft_timer.stop()
        words = self.field.toPlainText().strip()
        if words != self._more.good_thing.strip() or self._more.good_thing_is_draft:
            self.gesture_requested.emit(WriteGoodThing(words))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def _keep_draft(self) -> None:
        self.draft_requested.emit(self.field.toPlainText())

    def _fit(self) -> None:
        self.field.setFixedHeight(LINES * self._theme.px(19) + 20)
