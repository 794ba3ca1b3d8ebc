"""A layout whose height depends on its width: what it holds is listed here, each kind says where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class WrappingLayout(QLayout):
    """Holds items in their order, for Qt, which leaves that to each layout."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []

    def add(self, *widgets: QWidget) -> None:
        """Add widgets in their order."""
        for widget in widgets:
            self.addWidget(widget)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True
