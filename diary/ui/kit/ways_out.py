"""Escape presses Back, Cancel or Close of the innermost thing that has such a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

LEADS_OUT = "leads_out"


def lead_out(button: QAbstractButton) -> None:
    """Let Escape press a button; only one that changes nothing and loses no words."""
    button.setProperty(LEADS_OUT, True)


def led_out(event: QKeyEvent, page: QWidget, focus: QWidget | None) -> bool:
    """Press the way out for an Escape that nobody else took; returns whether there was one."""
    if event.isAutoRepeat() or (event.key(), event.modifiers()) != (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier):
        return False
    button = _way_out(page, focus)
    if button is not None:
        button.click()
    return button is not None


def _way_out(page: QWidget, focus: QWidget | None) -> QAbstractButton | None:
    """The nearest around the keyboard, and of several as near the innermost."""
    around: QWidget | None = focus if focus is not None and page.isAncestorOf(focus) else page
    while around is not None:
        found = [one for one in around.findChildren(QAbstractButton) if _can_lead(one)]
        if found:
            return max(found, key=_depth)
        around = None if around is page else around.parentWidget()
    return None


def _can_lead(button: QAbstractButton) -> bool:
    return bool(button.property(LEADS_OUT)) and button.isVisible() and button.isEnabled()


def _depth(widget: QWidget) -> int:
    above = widget.parentWidget()
    return 0 if above is None else 1 + _depth(above)
