"""Lays a strip's buttons out in one row of equal widths, or in two when the text has grown too large for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle

from diary.ui.kit.overriding import override
from diary.ui.kit.wrapping import WrappingLayout

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

GAP = 6
LEAST_WIDTH, HEIGHT = 40, 48
"""A button's smallest width and its height in pixels at 100 %: a target of at least 44 with half the gaps."""
APART = 9
"""How much further off the last button stands where it is of another kind than the rest."""
RING = 6
"""Room around the strip for the ring that shows the keyboard's place."""


class StripLayout(WrappingLayout):
    """Buttons side by side; the rows' places follow the direction of reading."""

    def __init__(self, theme: Theme, *, last_apart: bool = False) -> None:
        super().__init__()
        self._apart = APART if last_apart else 0
        self._theme = theme
        self.setContentsMargins(RING, RING, RING, RING)

    def rows_for(self, width: int) -> int:
        """How many rows the buttons need in ``width`` pixels."""
        needed = len(self._items) * (self._theme.px(LEAST_WIDTH) + GAP) - GAP
        return 1 if width - 2 * RING >= needed + self._apart else 2

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self.rows_for(width)
        return rows * (self._theme.px(HEIGHT) + GAP) - GAP + 2 * RING

    @override
    def sizeHint(self) -> QSize:
        width = len(self._items) * (self._theme.px(LEAST_WIDTH) + GAP) - GAP + 2 * RING
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        in_a_row = -(-len(self._items) // 2)
        return QSize(in_a_row * (self._theme.px(LEAST_WIDTH) + GAP) + 2 * RING, self._theme.px(HEIGHT) + 2 * RING)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        if not self._items or parent is None:
            return
        rows = self.rows_for(rect.width())
        in_a_row = -(-len(self._items) // rows)
        apart = self._apart if rows == 1 else 0
        width = (rect.width() - 2 * RING + GAP - apart) / in_a_row
        height = self._theme.px(HEIGHT)
        for index, item in enumerate(self._items):
            line, place = divmod(index, in_a_row)
            shift = apart if index == len(self._items) - 1 else 0
            left, right = round(place * width) + shift, round((place + 1) * width) - GAP + shift
            corner = rect.topLeft() + QPoint(RING + left, RING + line * (height + GAP))
            where = QRect(corner, QSize(right - left, height))
            item.setGeometry(QStyle.visualRect(parent.layoutDirection(), rect, where))
