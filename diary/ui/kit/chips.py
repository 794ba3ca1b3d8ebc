"""A chip: one of several things that can each be ticked; the tick takes the icon's place and moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QIcon

from diary.ui.kit.buttons import ICON_GAP_PX, Button
from diary.ui.kit.icons import ICON_PX
from diary.ui.kit.theme import TextSize, Weight

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

PADDING_PX, HEIGHT_PX = 16, 44


class Chip(Button):
    """A checkable button with room for its tick and its bold words from the beginning."""

    def __init__(self, icons: Icons, text: str, icon: str = "") -> None:
        self._plain = icon
        super().__init__(icons, text, "chip", icon, checkable=True)
        self.toggled.connect(self._show_tick)

    def show_checked(self, is_checked: bool) -> None:  # noqa: FBT001  # what Qt's own call takes
        """Show it ticked or not, without asking for anything."""
        self.blockSignals(True)
        self.setChecked(is_checked)
        self.blockSignals(False)
        self._show_tick(is_checked)

    @override
    def sizeHint(self) -> QSize:
        theme = self._icons.theme
        bold = QFontMetrics(theme.font(TextSize.BODY, Weight.SEMIBOLD)).horizontalAdvance(self.text())
        return QSize(bold + theme.px(ICON_PX) + ICON_GAP_PX + 2 * PADDING_PX + 4, theme.px(HEIGHT_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _show_tick(self, is_checked: bool) -> None:  # noqa: FBT001  # what Qt's signal carries
        name = "check" if is_checked else self._plain
        self.show_icon(name)
        if not name:
            self.setIcon(QIcon())
