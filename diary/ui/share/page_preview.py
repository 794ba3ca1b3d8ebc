"""The pages as they will be on paper, drawn as sharp as the screen is."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.overriding import override
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from diary.ui.kit.theme import Theme

PAGE_INCHES = 8.27
"""The width of A4; Letter is 3 % wider, which nobody sees."""
STEP = 16
"""Sharpness changes in such steps of pixels per inch, so that dragging the window's edge seldom draws again."""
WIDEST_PX = 860
GAP_PX = 12
A4_SHAPE = 297 / 210


class PagePreview(QWidget):
    """Shows the pages below each other; ``sharpness_requested`` carries the pixels per inch that the screen shows."""

    sharpness_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: tuple[QPixmap, ...] = ()
        self._pages: tuple[bytes, ...] = ()
        self._asked = 0
        self.setAccessibleName(say("Preview of the pages"))
        self.setAccessibleDescription(say("A picture. The saved file can be read by a screen reader."))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show other pages (PNG)."""
        if pages == self._pages:
            return
        self._pages = pages
        pictures = []
        for page in pages:
            picture = QPixmap()
            picture.loadFromData(page, "PNG")
            pictures.append(picture)
        self._pictures = tuple(pictures)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        page = round(min(width, WIDEST_PX) * self._shape)
        count = max(len(self._pictures), 1)
        return count * page + (count - 1) * GAP_PX

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(560))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_sharpness()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # the window was moved to a sharper screen
            self._ask_sharpness()
        return super().event(event)

    def _ask_sharpness(self) -> None:
        pixels = min(self.width(), WIDEST_PX) * self.devicePixelRatioF()
        wanted = ceil(pixels / PAGE_INCHES / STEP) * STEP
        if wanted != self._asked:
            self._asked = wanted
            self.sharpness_requested.emit(wanted)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width(), WIDEST_PX)
        left, top = (self.width() - width) / 2, 0.0
        for picture in self._pictures or (QPixmap(),):
            where = QRectF(left, top, width, width * self._shape)
            painter.fillRect(where, Qt.GlobalColor.white)
            if not picture.isNull():
                painter.drawPixmap(where, picture, QRectF(picture.rect()))
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5))
            top += where.height() + GAP_PX
        painter.end()

    @property
    def _shape(self) -> float:
        """How much higher than wide a page is."""
        if self._pictures and not self._pictures[0].isNull():
            return self._pictures[0].height() / self._pictures[0].width()
        return A4_SHAPE
