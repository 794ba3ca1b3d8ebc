"""A diary's emblem: one of the catalogue's shapes with the first letter of its label, to tell diaries apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from diary import catalogue
from diary.ui.kit.overriding import override
from diary.ui.kit.square_mark import SquareMark
from diary.ui.kit.theme import Weight
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="{colour}" d="{path}"/></svg>'


def look_words(emblem: str, colour: str) -> str:
    """An emblem in words: "Leaf, purple"; one that was never given a look is drawn as a new diary's."""
    shapes, colours = catalogue.emblems(), catalogue.emblem_colours()
    shape = shapes.get(emblem) or next(iter(shapes.values()))
    name = colours.get(colour) or next(iter(colours.values()))
    return say("{shape}, {colour}", shape=say(shape.label), colour=say(name))


class EmblemMark(SquareMark):
    """The emblem at a size; ``colour`` is a token's name or a colour, empty for the accent."""

    def __init__(self, theme: Theme, size_px: int) -> None:
        super().__init__(theme, size_px)
        self._path = ""
        self._colour = "accent"
        self._letter = ""

    def show_emblem(self, label: str, emblem: str = "", colour: str = "") -> None:
        """Draw the emblem of a diary; an unknown one is drawn as a new diary's."""
        shapes = catalogue.emblems()
        shape = shapes.get(emblem) or next(iter(shapes.values()))
        self._path = shape.path
        self._colour = colour or "accent"
        self._letter = label.strip()[:1].upper()
        self.update()

    @override
    def paint_square(self, painter: QPainter) -> None:
        ground = self._ground()
        picture = _PICTURE.format(path=self._path, colour=ground.name())
        QSvgRenderer(picture.encode()).render(painter, QRectF(self.rect()))
        is_light = ground.lightnessF() > 0.5  # noqa: PLR2004  # where dark letters read better than white ones
        painter.setPen(QColor("#06211e") if is_light else QColor("#ffffff"))
        painter.setFont(self._theme.font(self._size_px * 0.38, Weight.SEMIBOLD))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._letter)

    def _ground(self) -> QColor:
        if hasattr(self._theme.tokens, self._colour):
            return self._theme.colour(self._colour)
        return QColor(self._colour)
