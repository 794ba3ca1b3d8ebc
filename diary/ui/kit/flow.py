"""Stands widgets in a row and goes on in the next row where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle

from diary.ui.kit.overriding import override
from diary.ui.kit.wrapping import WrappingLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(WrappingLayout):
    """Widgets at their own size, wrapped; rows follow the direction of reading.

    ``is_even``: the widgets of a row are as high as the highest of them.
    """

    def __init__(
        self,
        *widgets: QWidget,
        spacing: int = 8,
        line_spacing: int | None = None,
        margin: int = 0,
        is_even: bool = False,
    ) -> None:
        super().__init__()
        self._is_even = is_even
        self._gap = spacing
        self._line_gap = spacing if line_spacing is None else line_spacing
        self.setContentsMargins(margin, margin, margin, margin)
        self.add(*widgets)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        bottom = max((place.bottom() + 1 for _, place in self._places(QRect(0, 0, width, 0))), default=0)
        return bottom + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    @override
    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        smallest = QSize(0, 0)
        for item in self._shown():
            smallest = smallest.expandedTo(item.minimumSize())
        return smallest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, place in list(self._places(rect)):
            item.setGeometry(QStyle.visualRect(direction, rect, place))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, rect: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        right = rect.left() + rect.width() - margins.right()
        x, y = rect.left() + margins.left(), rect.top() + margins.top()
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(right - inner.left(), item.minimumSize().width())))
            if line and x + size.width() > right:
                yield from self._in_line(line)
                y = max(place.bottom() + 1 for _, place in line) + self._line_gap
                x, line = inner.left(), []
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
        yield from self._in_line(line)

    def _in_line(self, line: list[tuple[QLayoutItem, QRect]]) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Stand the widgets of a row on one middle line."""
        height = max((place.height() for _, place in line), default=0)
        for item, place in line:
            if self._is_even:
                yield item, QRect(place.topLeft(), QSize(place.width(), height))
            else:
                yield item, place.translated(0, (height - place.height()) // 2)
