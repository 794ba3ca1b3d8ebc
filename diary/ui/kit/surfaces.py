"""What things stand on: pages that scroll, cards, and lines between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from diary.ui.kit.theme import Theme

MARGIN_X, MARGIN_Y = 32, 26
GAP = 16


class Page(QScrollArea):
    """A screen's page: it scrolls downwards, never sideways, and says when its width asks for one column.

    Put widgets into ``body``.
    """

    compact_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_compact = False
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # PySide has no class for Qt’s own viewport, and to find one it loads every widget there is (20 ms).
        viewport = QWidget()
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        inner = QWidget()
        inner.setObjectName("page_body")
        self.body = QVBoxLayout(inner)
        self.body.setSpacing(GAP)
        self.setWidget(inner)
        self._inner = inner
        theme.changed.connect(self._measure)
        self._measure()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def arrange(self, width_px: int) -> None:
        """Choose what stands beside or above what, for a body this wide; called before the page is measured."""

    def arranged(self, width_px: int) -> None:
        """Choose widths once everything stands where ``arrange`` put it."""

    def _measure(self) -> None:
        window = self.window()
        is_compact = self._theme.is_compact(window.width() if window is not self else self.width())
        x, y = (MARGIN_X // 2, MARGIN_Y // 2) if is_compact else (MARGIN_X, MARGIN_Y)
        # The bar stands in the margin at the end, so that nothing moves when a page grows longer than the window.
        bar = self.width() - self.viewport().width()
        end = max(x - bar, 0)
        self.body.setContentsMargins(*((end, y, x, y) if self.isRightToLeft() else (x, y, end, y)))
        if is_compact != self.is_compact:
            self.is_compact = is_compact
            self.compact_changed.emit(is_compact)
        width = self.viewport().width() - x - end
        self.arrange(width)
        self.arranged(width)
        # A wrapped label's hint is for a width it doesn't get; the height for the real width is the true one.
        height = self.body.totalHeightForWidth(self.viewport().width()) if self.body.hasHeightForWidth() else 0
        self._inner.setMinimumHeight(height)


class Card(QFrame):
    """A white surface with round corners and a thin edge; ``body`` holds its rows."""

    def __init__(self, *, padding: tuple[int, int] = (20, 16), spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding[0], padding[1], padding[0], padding[1])
        self.body.setSpacing(spacing)


class Divider(QFrame):
    """A hairline between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "divider")
        self.setFixedHeight(1)


def row(*items: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """A row of widgets and layouts; a number is a gap in pixels, ``None`` takes up the slack."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        match item:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(item)
            case QWidget():
                layout.addWidget(item)
            case _:
                layout.addLayout(item)
    return layout


def column(*items: QWidget | QLayout | int | None, spacing: int = 8) -> QVBoxLayout:
    """A column of widgets and layouts; a number is a gap in pixels, ``None`` takes up the slack."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        match item:
            case None:
                layout.addStretch(1)
            case int():
                layout.addSpacing(item)
            case QWidget():
                layout.addWidget(item)
            case _:
                layout.addLayout(item)
    return layout
