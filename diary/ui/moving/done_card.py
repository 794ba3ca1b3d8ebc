"""What came of a move: it is there now, or it is in both and can be moved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.domain.errors import DiaryError
from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Words
from diary.words import say
from diary.words.problems import sentence

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.moving.state import MovingState


class DoneCard(Card):
    """``again_requested``: finish a move that could not be finished."""

    again_requested = Signal()
    back_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 18), spacing=10)
        self._done, self._half = Message(icons), Message(icons, is_warning=True)
        self._what, self._stays = Words("", wrap=True), Words("", wrap=True)
        self._trace = Words(
            say("Both diaries keep that it was moved, when and by whom. What was answered is only there now."),
            "second", wrap=True,
        )  # fmt: skip
        self._again = Button(icons, say("Try again"), "primary")
        self._back = Button(icons, say("Go back"))
        for part in (self._done, self._half, self._what, self._stays, self._trace):
            self.body.addWidget(part)
        self.body.addLayout(row(self._again, self._back, None))
        self._again.clicked.connect(self.again_requested)
        self._back.clicked.connect(self.back_requested)

    def render_state(self, state: MovingState) -> None:
        """Say what came of it, or take up no room."""
        moved = state.moved
        self.setVisible(moved is not None and state.chosen is not None)
        if moved is None or state.chosen is None:
            return
        label, account = state.chosen.label, moved.account
        self._done.say("" if moved.is_kept else say("It is in {diary} now", diary=label))
        half = say("It is in {diary} now, and also still here. Nothing is lost", diary=label)
        self._half.say(half if moved.is_kept else "", sentence(DiaryError(moved.why)) if moved.is_kept else "")
        self._what.setText(", ".join(account.goes))
        self._stays.setText(say("This stayed here: {what}", what=", ".join(account.stays)))
        self._stays.setVisible(bool(account.stays))
        self._trace.setVisible(not moved.is_kept)
        self._again.setVisible(moved.is_kept)
        self._again.rest(is_resting=state.is_working)

    def take_keyboard(self) -> None:
        """Begin at what is to be done next."""
        (self._back if self._again.isHidden() else self._again).setFocus(Qt.FocusReason.OtherFocusReason)
