"""A chip: one of several things that can each be ticked; the tick takes the icon's place and moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QSizePolicy

from diary.ui.kit.buttons import ICON_GAP_PX, Button
from diary.ui.kit.icons import ICON_PX
from diary.ui.kit.overriding import override
from diary.ui.kit.theme import TextSize, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.ui.kit.icons import Icons

PADDING_PX, HEIGHT_PX = 16, 44
LEAST_PX = 160
"""However long its words are, a chip can become this narrow."""


class Chip(Button):
    """A checkable button with room for its tick and its bold words from the beginning."""

    def __init__(self, icons: Icons, text: str, icon: str = "") -> None:
        self._plain = icon
        self._words = text
        super().__init__(icons, text, "chip", icon, checkable=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._show_tick)

    def show_checked(self, is_checked: bool) -> None:
        """Show it ticked or not, without asking for anything."""
        if self.isChecked() == is_checked:
            return  # drawing an icon for each of many chips at each key would be felt
        self.blockSignals(True)
        self.setChecked(is_checked)
        self.blockSignals(False)
        self._show_tick(is_checked)

    def say(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self.setText(words)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        return QSize(self._metrics().horizontalAdvance(self._words) + self._around(), theme.px(HEIGHT_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._icons.theme.px(LEAST_PX)), hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten words that are longer than the card is wide; the tip has them whole."""
        super().resizeEvent(event)
        is_whole = self.width() >= self.sizeHint().width()
        room = self.width() - self._around()
        short = self._metrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(self._words if is_whole else short)
        self.setToolTip("" if self.text() == self._words else self.accessibleName() or self._words)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._icons.theme.font(TextSize.BODY, Weight.SEMIBOLD))

    def _around(self) -> int:
        """The width of all that isn't words."""
        return self._icons.theme.px(ICON_PX) + ICON_GAP_PX + 2 * PADDING_PX + 4

    def _show_tick(self, is_checked: bool) -> None:
        name = "check" if is_checked else self._plain
        self.show_icon(name)
        if not name:
            self.setIcon(QIcon())
