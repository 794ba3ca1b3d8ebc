"""Line icons (Lucide's SVG files), recoloured from the theme's tokens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.theme import Theme

ICON_PX = 18
DIRECTED = {
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
    "undo-2": "redo-2",
    "redo-2": "undo-2",
}
"""Icons that point along the direction of reading, and what they are the other way round."""


class Icons:
    """The folder of icons, seen in the theme's colours."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self.theme = theme

    def pixmap(self, name: str, colour: str = "text2", size_px: int = ICON_PX, gap_px: int = 0) -> QPixmap:
        """An icon drawn at ``size_px`` (before the person's text scale) in a token's colour, sharp on screen.

        ``gap_px`` is empty room on the side where a button's words follow.
        """
        side = self.theme.px(size_px)
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        pixmap = QPixmap(QSize(side + gap_px, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        mirrored = isinstance(app, QGuiApplication) and app.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.paint(painter, QRectF(gap_px if mirrored else 0, 0, side, side), name, colour)
        painter.end()
        return pixmap

    def icon(
        self, name: str, colour: str = "text2", size_px: int = ICON_PX, *, checked: str | None = None, gap_px: int = 0
    ) -> QIcon:
        """An icon for a button; ``checked`` names another token for its chosen state."""
        icon = QIcon(self.pixmap(name, colour, size_px, gap_px))
        if checked:
            icon.addPixmap(self.pixmap(name, checked, size_px, gap_px), QIcon.Mode.Normal, QIcon.State.On)
        faint = "grid" if self.theme.tokens.is_high_contrast else "strong"
        icon.addPixmap(self.pixmap(name, faint, size_px, gap_px), QIcon.Mode.Disabled, QIcon.State.Off)
        return icon

    def paint(self, painter: QPainter, where: QRectF, name: str, colour: str) -> None:
        """Draw an icon into a painter's rectangle."""
        if name in DIRECTED and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            name = DIRECTED[name]
        _renderer(self._folder / f"{name}.svg", self.theme.colour(colour).name()).render(painter, where)


class IconMark(QWidget):
    """A still icon beside words that say the same; invisible to screen readers."""

    def __init__(self, icons: Icons, name: str, colour: str = "text2", size_px: int = ICON_PX) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._colour = colour
        self._size_px = size_px
        icons.theme.changed.connect(self._measure)
        self._measure()

    def show_icon(self, name: str, colour: str) -> None:
        """Draw another icon instead, or with an empty name none in the same place."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        self._icons.paint(painter, QRectF(self.rect()), self._name, self._colour)
        painter.end()

    def _measure(self) -> None:
        side = self._icons.theme.px(self._size_px)
        self.setFixedSize(side, side)
        self.update()


@lru_cache(maxsize=256)
def _renderer(path: Path, colour: str) -> QSvgRenderer:
    svg = path.read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(svg.encode("utf-8"))
