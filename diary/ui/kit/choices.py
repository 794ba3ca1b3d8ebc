"""A list to choose one of, with the theme's own arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from diary.ui.kit.icons import Icons

ARROW_PX, ARROW_ROOM = 18, 10
LEAST_PX = 180
"""However long its words are, a list can become this narrow."""


def paint_arrow(field: QWidget, icons: Icons) -> None:
    """Paint the arrow of something that drops down, at the end of its field."""
    side = icons.theme.px(ARROW_PX)
    left = ARROW_ROOM if field.isRightToLeft() else field.width() - side - ARROW_ROOM
    painter = QPainter(field)
    icons.paint(painter, QRectF(left, (field.height() - side) / 2, side, side), "chevron-down", "text2")
    painter.end()


class ChoiceBox(QComboBox):
    """A drop-down list; ``name`` is what a screen reader calls it."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._icons = icons
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # by itself the wheel takes it: Page Down would change it

    def offer(self, index: int, *, is_offered: bool) -> None:
        """Let one of the list be chosen, or leave it there as something that can't be chosen now."""
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.item(index).setEnabled(is_offered)

    @override
    def minimumSizeHint(self) -> QSize:
        """Shorten its words where a card is narrower than the longest of the list; opened, the list has them whole."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._icons.theme.px(LEAST_PX)), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, field = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        # Qt cuts what is too long off in the middle of a letter.
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        paint_arrow(self, self._icons)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()
