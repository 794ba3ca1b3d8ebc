"""What things stand on: pages that scroll, cards, and lines between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from diary.ui.kit.theme import Theme

MARGIN_X, MARGIN_Y = 32, 26
GAP = 16
Line = TypeVar("Line", QHBoxLayout, QVBoxLayout)


class _Inner(QWidget):
    """What scrolls; ``laid_out`` tells that its parts were given their places anew."""

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_body")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @override
    def event(self, event: QEvent) -> bool:
        is_taken = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return is_taken


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
        inner = _Inner()
        self.body = QVBoxLayout(inner)
        self.body.setSpacing(GAP)
        self.setWidget(inner)
        self._inner = inner
        inner.laid_out.connect(self._fit_height)
        self._wanted_up: tuple[QWidget, QWidget] | None = None
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._bring_up)
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

    def bring_up(self, part: QWidget, keep: QWidget) -> None:
        """Scroll to a part that was just opened, once it stands in its place, with ``keep`` still in view.

        As much of the part is shown as fits, from its beginning on; where all of it is in view nothing moves.
        """
        self._wanted_up = part, keep
        self._laid_out.start()

    def go_to_top(self) -> None:
        """Show the page from its beginning, whatever was to be brought up."""
        self._wanted_up = None
        self.verticalScrollBar().setValue(0)

    def _bring_up(self) -> None:
        opened, self._wanted_up = self._wanted_up, None
        if opened is None or not all(isValid(one) and self._inner.isAncestorOf(one) for one in opened):
            return
        (top, bottom), (kept_top, kept_bottom) = (self._reach(one) for one in opened)
        room, bar = self.viewport().height(), self.verticalScrollBar()
        lowest, highest = bottom + GAP - room, top - GAP
        if kept_top < top:
            highest = min(highest, kept_top - GAP)
        wanted = min(max(bar.value(), lowest), highest)
        if kept_top > top:
            wanted = max(wanted, min(kept_bottom + GAP - room, highest))
        bar.setValue(wanted)

    def _reach(self, part: QWidget) -> tuple[int, int]:
        top = part.mapTo(self._inner, QPoint()).y()
        return top, top + part.height()

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
        self._fit_height()

    def _fit_height(self) -> None:
        """Be as high as the parts need; one that was just shown says only later how little it needs."""
        # A wrapped label's hint is for a width it doesn't get; the height for the real width is the true one.
        height = self.body.totalHeightForWidth(self.viewport().width()) if self.body.hasHeightForWidth() else 0
        self._inner.setMinimumHeight(height)


def bring_up(part: QWidget, keep: QWidget) -> None:
    """Have the page that ``part`` stands on scroll to it; on a card that stands on no page nothing happens."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, Page):
        around = around.parentWidget()
    if around is not None:
        around.bring_up(part, keep)


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
    return _filled(QHBoxLayout(), items, spacing)


def column(*items: QWidget | QLayout | int | None, spacing: int = 8) -> QVBoxLayout:
    """A column of the same."""
    return _filled(QVBoxLayout(), items, spacing)


def _filled(layout: Line, items: Iterable[QWidget | QLayout | int | None], spacing: int) -> Line:
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
