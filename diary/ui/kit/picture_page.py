"""A picture to save, copy or print that is made of words and drawings below each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from diary.ui.kit.theme import TextSize, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from diary.ui.kit.theme import Theme

MARGIN, GAP = 20, 8
_ENDLESS = 100_000.0


class Part(Protocol):
    """A part of a page, drawn from the painter's origin on; widths and heights in pixels of the screen."""

    def height(self, width: float) -> float:
        """How high it is when it is so wide."""

    def paint(self, painter: QPainter, width: float) -> None:
        """Draw it so wide."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How words are written: pixels at 100 %, weight, and the token of their colour."""

    pixels: float
    weight: int
    colour: str


TITLE = Hand(TextSize.TITLE, Weight.SEMIBOLD, "text")
STRONG = Hand(TextSize.BODY, Weight.SEMIBOLD, "text")
CAPTION = Hand(TextSize.CAPTION, Weight.REGULAR, "text2")


class Sentences:
    """Words in as many lines as they need; without words it takes no room."""

    def __init__(
        self, theme: Theme, text: str, hand: Hand = CAPTION, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading
    ) -> None:
        self._text = text
        self._font = theme.font(hand.pixels, hand.weight)
        self._colour = theme.colour(hand.colour)
        self._flags = int(Qt.TextFlag.TextWordWrap) | side.value

    @property
    def width(self) -> float:
        """How wide they are on one line."""
        return ceil(QFontMetricsF(self._font).horizontalAdvance(self._text)) + 1

    def height(self, width: float) -> float:
        """So many lines as the width asks for."""
        room = QRectF(0, 0, width, _ENDLESS)
        return ceil(QFontMetricsF(self._font).boundingRect(room, self._flags, self._text).height()) if self._text else 0

    def paint(self, painter: QPainter, width: float) -> None:
        """Draw the lines."""
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(QRectF(0, 0, width, self.height(width)), self._flags, self._text)


class Space:
    """Room between groups of parts."""

    def __init__(self, pixels: float) -> None:
        self._pixels = pixels

    def height(self, width: float) -> float:
        """As high at any width."""
        del width
        return self._pixels

    def paint(self, painter: QPainter, width: float) -> None:
        """Leave it free."""


class PicturePage:
    """A title and parts below it in the colours of a theme, ``width`` pixels wide without the margins."""

    def __init__(self, theme: Theme, title: str, width: int, parts: Sequence[Part]) -> None:
        self._theme = theme
        self.title = title
        self._width = width
        self._parts = (Sentences(theme, title, TITLE), *parts)

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        heights = [height for part in self._parts if (height := part.height(self._width))]
        return QSize(self._width + 2 * MARGIN, ceil(sum(heights) + GAP * (len(heights) - 1)) + 2 * MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Draw every part that takes room."""
        size = self.size
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.colour("surface"))
        top = float(MARGIN)
        for part in self._parts:
            if height := part.height(self._width):
                painter.save()
                painter.setLayoutDirection(QGuiApplication.layoutDirection())
                painter.translate(MARGIN, top)
                part.paint(painter, self._width)
                painter.restore()
                top += height + GAP
