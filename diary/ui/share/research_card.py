"""Share's card for a study: nothing is made or written before the person has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.share.research_dialog import ResearchDialog
from diary.words import say

if TYPE_CHECKING:
    from diary.domain.days import Period
    from diary.ui.kit.icons import Icons
    from diary.ui.share.research_state import ResearchState
    from diary.ui.share.state import ShareState


class ResearchCard(Card):
    """The card and its dialog. ``look_requested`` carries the period and whether single answers go with it."""

    look_requested = Signal(object, bool)
    save_requested = Signal(object)
    closed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._period: Period | None = None
        self._person = ""
        self.dialog: ResearchDialog | None = None
        self.open = Button(icons, say("Look at what would leave…"))
        about = say("A study can use these days without your name. You see all of it first, and decide each time.")
        self.body.addWidget(Title(say("For a study"), wrap=True))
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addLayout(row(self.open, None))
        self.open.clicked.connect(self._open)

    def render_state(self, state: ShareState) -> None:
        """Know the days, and for whom a carer decides."""
        self._person = state.basics.handed_out_for
        self._period = state.wanted.period if state.wanted else None
        self.open.setEnabled(self._period is not None)

    def render_research(self, state: ResearchState) -> None:
        """Show in the dialog what was made."""
        if self.dialog is not None:
            self.dialog.render_state(state)

    def _open(self) -> None:
        if self._period is None or self.dialog is not None:
            return
        self.dialog = ResearchDialog(self._icons, self, self._person)
        self.dialog.answers_requested.connect(self._look)
        self.dialog.save_requested.connect(self.save_requested)
        self.dialog.finished.connect(self._closed)
        self._look(with_answers=False)
        self.dialog.open()

    def _look(self, with_answers: bool) -> None:
        if self._period is not None:
            self.look_requested.emit(self._period, with_answers)

    def _closed(self) -> None:
        self.dialog = None
        self.closed.emit()
