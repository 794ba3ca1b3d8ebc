"""Tab goes through parts as they are read: by itself it comes last to what was made last."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def order_keys(before: QWidget, *parts: QWidget) -> None:
    """Let Tab come from ``before`` to the parts, and go through each in the order in which it is laid out."""
    stops = [before, *(stop for part in parts for stop in stops_of(part))]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def stops_of(part: QWidget) -> Iterator[QWidget]:
    """Where the keyboard can be in a part, in the order in which it is read."""
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield part
    layout = part.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from stops_of(widget)
        elif inner is not None:
            yield from _laid_out(inner)
