"""Says that a file is being made, and lets it be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.messages import Message
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import Making, ShareState


class MakingLine(Message):
    """Hidden while nothing is made; ``stop_requested`` carries the ``Making``."""

    stop_requested = Signal(object)

    def __init__(self, icons: Icons, making: Making, said: str = "") -> None:
        super().__init__(icons, action=say("Stop"))
        self._making = making
        self._said = said or say("Making the file…")
        self.action_requested.connect(self._stop)

    def render_state(self, state: ShareState) -> None:
        """Say what is going on: what was stopped may still take a moment to end."""
        said = say("Stopping…") if self._making in state.stopping else self._said
        self.say(said if self._making in state.makings else "")

    def _stop(self) -> None:
        self.stop_requested.emit(self._making)
