"""Whether single answers of questionnaires go with their totals: all of them or none, and never chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState

ALL, NONE = "all", "none"


class AnswersPart(QWidget):
    """The question; ``answered`` carries ``True``, ``False``, or ``None`` when it was taken back."""

    answered = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        asked = say("Single answers of questionnaires")
        self._title = Words(asked, "strong", wrap=True)
        about = say("The PHQ-9 asks about thoughts of hurting yourself. So you choose anew for every file.")
        self._about = Words(about, "caption", wrap=True)
        self.choice = SmallChoice(icons.theme, asked, {NONE: say("None of them"), ALL: say("All of them")})
        self._missing = Words(say("Choose one of the two first, then save."), "strong", wrap=True)
        self.setLayout(column(self._title, self._about, self.choice, self._missing, spacing=6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._missing.hide()
        self.choice.chosen.connect(self._take)

    def render_state(self, state: ShareState) -> None:
        """Show what was chosen; that it is asked every time is said where it is."""
        wanted = state.wanted
        self.setVisible(wanted is not None and state.basics.has_questionnaires and wanted.content.with_questionnaires)
        if wanted is not None:
            chosen = wanted.content.with_answers
            self.choice.show_choice(None if chosen is None else ALL if chosen else NONE)
        self._about.setVisible(state.shown.asks_about_answers)
        if not state.must_choose_answers:
            self._missing.hide()

    def insist(self) -> None:
        """Say that it has to be chosen first, and put the keyboard there."""
        self._missing.show()
        self.choice.buttons[NONE].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, key: str | None) -> None:
        self.answered.emit(None if key is None else key == ALL)
