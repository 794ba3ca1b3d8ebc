"""The mouse on a panel: dragging marks a span of days; with Shift, or the middle button, it moves the days instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.overriding import override
from diary.ui.kit.plots_library import pg

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


NOTCH = 120
"""What Qt calls one notch of a wheel."""


@dataclass(frozen=True, slots=True)
class WheelMove:
    """How far a wheel was turned, in notches upwards or leftwards, and whether that zooms or pans."""

    notches: float
    is_zoom: bool


def wheel_move(event: QWheelEvent) -> WheelMove | None:
    """Zoom at a wheel with Ctrl, pan at one with Shift or sideways; any other belongs to the page."""
    turned, held = event.angleDelta(), event.modifiers()
    if held & Qt.KeyboardModifier.ControlModifier:
        return WheelMove((turned.y() or turned.x()) / NOTCH, is_zoom=True)
    if held & Qt.KeyboardModifier.ShiftModifier:
        return WheelMove((turned.x() or turned.y()) / NOTCH, is_zoom=False)
    return WheelMove(turned.x() / NOTCH, is_zoom=False) if abs(turned.x()) > abs(turned.y()) else None


class PanelBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph is untyped
    """``span_dragged`` carries where a drag began, where it is, and whether it has ended."""

    span_dragged = Signal(float, float, bool)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0)
        self.setMouseEnabled(x=True, y=False)
        self._moves = False

    @override
    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Mark days, or move them; what a drag begins as it stays, even when Shift is let go on the way."""
        if ev.isStart():
            has_shift = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._moves = has_shift or ev.button() == Qt.MouseButton.MiddleButton
        if ev.button() == Qt.MouseButton.RightButton:
            ev.ignore()
        elif self._moves:
            super().mouseDragEvent(ev, axis)
        else:
            ev.accept()
            begin, now = (self.mapToView(at).x() for at in (ev.buttonDownPos(), ev.pos()))
            self.span_dragged.emit(begin, now, ev.isFinish())
