"""The view that a chart's items stand in."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGraphicsScene


def plot_view() -> Any:  # noqa: ANN401  # pyqtgraph is untyped
    """A view without a frame and without the keyboard, which belongs to the chart around it.

    Its scene keeps no index: a chart is made anew with all its few items, and an index can still hold one that is gone.
    """
    view = pg.GraphicsView()
    view.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    view.setFrameShape(QFrame.Shape.NoFrame)
    for part in (view, view.viewport()):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return view
