"""One question or part that Today can ask: ticked when it does, with the ways to move and change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Divider, column
from diary.ui.kit.ticks import Tick
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

GAP = 4


class AskedRow(QWidget):
    """``ticked`` and ``moved`` (-1 up, 1 down) tell what is wanted; ``change`` and ``words`` are for questions."""

    ticked = Signal(bool)
    moved = Signal(int)

    def __init__(self, icons: Icons, label: str, *, is_own: bool = False, has_words: bool = False) -> None:
        super().__init__()
        self.label = label
        self.tick = Tick(icons, label, 44)
        self.tick.setToolTip(label)
        self.change = Button(icons, say("Change"), "link")
        self.change.setAccessibleName(say("Change: {question}", question=label))
        if not is_own:
            self.change.hide()
        self.words = Button(icons, say("In my words"), "link")
        self.words.setAccessibleName(say("What the numbers mean to you: {question}", question=label))
        self._has_words = has_words
        self.up = IconButton(icons, "chevron-up", say("Move up: {question}", question=label))
        self.down = IconButton(icons, "chevron-down", say("Move down: {question}", question=label))
        ways = QWidget()
        ways.setLayout(FlowLayout(self.change, self.words, self.up, self.down, spacing=GAP))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        ways.setSizePolicy(policy)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(GAP)
        self._line.addWidget(self.tick, 1)
        self._line.addWidget(ways, 0, Qt.AlignmentFlag.AlignRight)
        self.setLayout(column(self._line, Divider(), spacing=GAP))
        self.tick.clicked.connect(self.ticked)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)

    def show_asked(self, *, is_asked: bool, is_first: bool, is_last: bool) -> None:
        """Draw whether it is asked, and where it can go; what isn't asked, or is alone, has no place in an order."""
        self.tick.setChecked(is_asked)
        self.words.setVisible(is_asked and self._has_words)
        for button, ends in ((self.up, is_first), (self.down, is_last)):
            had_keyboard = button.hasFocus()
            button.setVisible(is_asked and not (is_first and is_last))
            button.setEnabled(not ends)
            if had_keyboard and not button.isEnabled():
                other = self.down if button is self.up else self.up
                (other if other.isEnabled() else self.tick).setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, width_px: int) -> None:
        """Stand the buttons beside the words, or under them where both have no room."""
        ways = [one.sizeHint().width() + GAP for one in self.stops[1:] if not one.isHidden()]
        is_narrow = width_px < self.tick.sizeHint().width() + sum(ways)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in it, in their order."""
        return self.tick, self.change, self.words, self.up, self.down

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)
