"""A recovery code on screen: two lines of four groups, and read out as one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from diary.ui.kit.text import Words
from diary.words import say


class CodeWords(Words):
    """The code in large letters; it can be selected with the mouse, and the keyboard can stand at it."""

    def __init__(self) -> None:
        super().__init__("", "code")
        self._code = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Recovery code"))

    @property
    def code(self) -> str:
        """The code on one line."""
        return self._code

    def show_code(self, code: str) -> None:
        """Show a code; an empty one leaves the place empty."""
        self._code = code
        groups = code.split("-")
        half = len(groups) // 2
        lines = ("-".join(groups[:half]) + "-", "-".join(groups[half:])) if half else (code,)
        self.setText("\n".join(lines))
        self.setAccessibleDescription(code)
