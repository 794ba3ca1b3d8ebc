"""One number of a scale: a real push button, painted so that its state never rests on colour alone."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override
from diary.ui.kit.strip_layout import HEIGHT, LEAST_WIDTH
from diary.ui.kit.theme import Weight, mixed

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from diary.ui.kit.theme import Theme

RADIUS = 9
NUMBER_PX = 15
HOVER_PX = 2
"""How thick the edge is under the pointer."""


class Look(Enum):
    """Outlined is free to choose, solid is chosen, tinted or grey is the rest of an answered scale."""

    UNANSWERED = auto()
    CHOSEN = auto()
    BELOW = auto()
    REST = auto()


class NumberButton(QPushButton):
    """A checkable button; arrow keys, Tab and everything typed are left to the strip it stands in.

    ``walked`` carries the step of an arrow key (-1 or 1) and the end where it begins, as an index (0 or -1):
    Right and Down begin at the first number, Left and Up at the last. Space presses the button while
    ``takes_space``, and is left to the page else. ``focused`` tells that the keyboard came or went;
    ``tab_held`` that Tab was pressed while ``holds_tab`` kept the keyboard here.
    """

    walked = Signal(int, int)
    focused = Signal()
    tab_held = Signal()

    def __init__(self, theme: Theme, text: str, colour: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._colour = colour
        self._look = Look.UNANSWERED
        self._is_hovered = False
        self.shows_ring = False
        self.holds_tab = False
        self.takes_space = True
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_look(self, look: Look) -> None:
        """Draw the button as one of the four."""
        if look is not self._look:
            self._look = look
            self.update()

    @property
    def look(self) -> Look:
        """How the button is drawn."""
        return self._look

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST_WIDTH), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's own name of the argument
        """Keep Tab while the strip waits for a second digit: it ends the wait and is used up there."""
        return False if self.holds_tab else super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            mirrored = self.isRightToLeft() and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            step = -step if mirrored else step
            is_upright = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}
            self.walked.emit(step, 0 if (step > 0) is not is_upright else -1)
        elif self.holds_tab and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.tab_held.emit()
        elif event.key() == Qt.Key.Key_Space and self.takes_space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, text, weight = self._paint()
        inset = 0.5 if self._look is Look.CHOSEN else 1.5
        where = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, HOVER_PX if self._is_hovered else 1))
        painter.drawRoundedRect(where, RADIUS, RADIUS)
        painter.setPen(text)
        painter.setFont(self._theme.font(NUMBER_PX, weight))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.shows_ring:
            paint_ring(painter, self._theme, QRectF(self.rect()), RADIUS)
        painter.end()

    def _paint(self) -> tuple[QColor, QColor, QColor, int]:
        """Its ground, edge, text and weight; under the pointer only the edge changes: a fill would look chosen."""
        tokens = self._theme.tokens
        colour = str(getattr(tokens, self._colour))
        match self._look:
            case Look.CHOSEN:
                on_colour = tokens.bg if tokens.is_dark else tokens.surface
                return QColor(colour), QColor(colour), QColor(on_colour), Weight.SEMIBOLD
            case Look.BELOW:
                ground, edge, text = mixed(colour, tokens.surface, tokens.tint), None, tokens.text
            case Look.REST:
                ground, edge, text = QColor(tokens.sunken), None, tokens.text2
            case Look.UNANSWERED:
                plain = tokens.strong if tokens.is_high_contrast else tokens.outline
                ground, edge, text = QColor(tokens.surface), plain, tokens.text
        if self._is_hovered:
            edge = tokens.strong
        return ground, ground if edge is None else QColor(edge), QColor(text), Weight.MEDIUM
