"""A chart's scene drawn elsewhere as vectors: for a file, the clipboard or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGraphicsItem

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter


def paint_scene(view: Any, painter: QPainter, where: QRectF) -> None:
    """Draw all that a ``GraphicsView`` shows, without the caches and marks that are made of pixels."""
    scene = view.scene()
    cached = {item: item.cacheMode() for item in scene.items()}
    for item in cached:
        item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
    drawn = [item for item in cached if hasattr(item, "setExportMode")]
    for item in drawn:
        item.setExportMode(True, {"antialias": True})
    scene.render(painter, where, view.viewRect())
    for item in drawn:
        item.setExportMode(False)
    for item, mode in cached.items():
        item.setCacheMode(mode)
