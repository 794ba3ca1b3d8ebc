"""A line to search with; a cross in it, as large as the words, empties it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from diary.ui.kit.buttons import IconButton
from diary.ui.kit.overriding import override
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.ui.kit.icons import Icons

EDGE_PX = 1


class SeekField(QLineEdit):
    """``name`` is for a screen reader, ``hint`` stands in the empty field; Qt's own cross stays small at 200 %."""

    def __init__(self, icons: Icons, hint: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.cross = IconButton(icons, "x", say("Clear the search"), "quiet")
        self.cross.setParent(self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.hide()
        self.cross.clicked.connect(self._empty)
        self.textChanged.connect(self._show_cross)
        icons.theme.changed.connect(self._place_cross)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def _place_cross(self) -> None:
        size = self.cross.sizeHint()
        is_mirrored = self.isRightToLeft()
        margins = (size.width(), 0) if is_mirrored else (0, size.width())
        self.setTextMargins(margins[0], 0, margins[1], 0)
        x = EDGE_PX if is_mirrored else self.width() - size.width() - EDGE_PX
        self.cross.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())

    def _show_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))

    def _empty(self) -> None:
        self.clear()
        self.textEdited.emit("")
