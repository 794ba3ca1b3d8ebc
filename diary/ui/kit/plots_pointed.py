"""Painted figures that are read out one at a time, by the mouse and by the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from diary.ui.kit.theme import Theme

RING_RADIUS = 10


def describe(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say another sentence about a widget."""
    if sentence != widget.accessibleDescription():
        widget.setAccessibleDescription(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


class PointedPlot(QWidget):
    """Figures by number; ``pointed`` carries the sentence of the one under the mouse or the keys, empty for none."""

    pointed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chosen: int | None = None
        self._hovered: int | None = None
        self.setMouseTracking(True)

    def number_at(self, point: QPointF) -> int | None:
        """The figure under the mouse."""
        raise NotImplementedError

    def sentence_of(self, number: int) -> str:
        """What is read out of one figure."""
        raise NotImplementedError

    @property
    def sentence(self) -> str:
        """What a screen reader says while the keys are on none."""
        return ""

    @property
    def _pointed(self) -> int | None:
        return self._chosen if self._hovered is None else self._hovered

    def _tell(self) -> None:
        """Have a screen reader say the figure that the keys are on, or what there is."""
        describe(self, self.sentence if self._chosen is None else self.sentence_of(self._chosen))
        self.pointed.emit("" if self._pointed is None else self.sentence_of(self._pointed))

    def _choose(self, number: int | None) -> None:
        """Put the keys on a figure, or on none; where the mouse last was counts no longer."""
        self._hovered, self._chosen = None, number
        self._tell()
        self.update()

    def _hover(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            self._tell()
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.number_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)


class SteppedPlot(PointedPlot):
    """Figures in a line, which two arrow keys go along; ``back`` and ``on`` are these keys."""

    def __init__(self, theme: Theme, back: Qt.Key, on: Qt.Key) -> None:
        super().__init__(theme)
        self._steps = {back: -1, on: 1}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def count(self) -> int:
        """How many figures there are."""
        raise NotImplementedError

    @property
    def begins_at_end(self) -> bool:
        """Whether the keys come in at the last figure, the newest, and not at the first."""
        return False

    def paint_shown(self, painter: QPainter) -> None:
        """Draw the figures, with the one that is pointed at."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), self.count - 1
        before = last + 1 if self.begins_at_end else -1
        now = before if self._chosen is None else self._chosen
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        target = now + self._steps[key] if key in self._steps else ends.get(key)
        if target is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._choose(min(max(target, 0), last))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = None
        self._tell()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_shown(painter)
        if self.hasFocus():
            paint_ring(painter, self._theme, QRectF(self.rect()), RING_RADIUS)
        painter.end()
