"""What a screen reader is told of a widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def told(widget: QWidget) -> list[QAccessibleInterface]:
    """The widget and all within it that can be seen."""
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    return list(_visible(root))


def name_of(interface: QAccessibleInterface) -> str:
    """What it is called when it is read out."""
    return interface.text(QAccessible.Text.Name)


def _visible(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if interface.state().invisible:
        return
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and child.isValid():
            yield from _visible(child)
