"""A tick box painted from the theme's tokens: an outlined square, or a solid one with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.icons import Icons

BOX_PX, GAP_PX, HEIGHT_PX = 20, 12, 32
LEAST_PX = 200
"""However long its words are, a tick box can become this narrow; then they go on in the next line."""
AROUND_LINES_PX = 8


class Tick(QCheckBox):
    """A check box, ``height_px`` high at 100 % while its words have room on one line."""

    def __init__(self, icons: Icons, text: str, height_px: int = HEIGHT_PX) -> None:
        super().__init__(text)
        self._height_px = height_px
        self._icons = icons
        self._theme = icons.theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._theme.px(BOX_PX) + GAP_PX + words + 12, self._theme.px(self._height_px))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(LEAST_PX)), hint.height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = width - self._theme.px(BOX_PX) - GAP_PX - 4
        words = self.fontMetrics().boundingRect(QRect(0, 0, max(room, 1), 0), Qt.TextFlag.TextWordWrap, self.text())
        one_line = self._theme.px(self._height_px)
        return one_line if words.height() <= self.fontMetrics().height() else words.height() + AROUND_LINES_PX

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(BOX_PX)
        left = self.width() - side - 4 if self.isRightToLeft() else 4
        box = QRectF(left, (self.height() - side) / 2, side, side)
        ground, edge = ("accent", "accent") if self.isChecked() else ("surface", "strong")
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour(edge), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if self.isChecked():
            self._icons.paint(painter, box.adjusted(3, 3, -3, -3), "check", "on_accent")
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "text3"))
        words = self.rect().adjusted(4 + side + GAP_PX, 0, 0, 0)
        if self.isRightToLeft():
            words = self.rect().adjusted(0, 0, -(4 + side + GAP_PX), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.text())
        if self.hasFocus():
            paint_ring(painter, self._theme, box.adjusted(-4, -4, 4, 4), 9)
        painter.end()
