"""The line that says which keys work on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.key_names import key_name
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Key, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState


class KeyHints(QWidget):
    """Small caps with words, wrapped where the width ends; ``hide_requested`` asks for less."""

    hide_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        letters = [Key(say(letter)) for letter in ("S", "M", "A", "P")]
        hints = (
            _hint(*letters, Words(say("go to a question"), "axis")),
            _hint(Key("0"), Words("–", "axis"), Key("9"), Words(say("answer and move on"), "axis")),
            _hint(Key("1"), Key("0"), Words(say("or"), "axis"), Key(say("x")), Words("10", "axis")),
            _hint(Key(key_name("Backspace")), Words(say("clear"), "axis")),
            _hint(Key(key_name("Ctrl")), Key("Z"), Words(say("undo"), "axis")),
        )
        flow = QWidget()
        flow.setLayout(FlowLayout(*hints, spacing=20, line_spacing=6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        flow.setSizePolicy(policy)
        hide = Button(icons, say("Hide key hints"), "quiet")
        hide.setProperty("small", True)
        layout = row(spacing=20)
        layout.addWidget(flow, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(hide, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        hide.clicked.connect(self.hide_requested)

    def show_where_they_work(self, state: TodayState, *, is_compact: bool) -> None:
        """Name the keys only where they do something: a bad day without its scales has none."""
        self.setVisible(state.shows_hints and state.letters_work and state.shows_scales and not is_compact)


def _hint(*parts: QWidget) -> QWidget:
    hint = QWidget()
    hint.setLayout(row(*parts, spacing=6))
    return hint
