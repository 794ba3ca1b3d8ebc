"""When the window has been drawn for the first time: until then nothing else may ask for the interpreter."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PATIENCE_S = 2.0
"""A window that starts minimised is not drawn at all; work begins then all the same."""


class FirstPaint(QObject):
    """Watches a window until it has been drawn, which ``over`` tells; ``wait`` is for threads that can wait for that.

    Modules that load on a thread while the page is drawn double the time to the first picture.
    """

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_over = threading.Event()
        window.installEventFilter(self)

    def wait(self) -> None:
        """Return once the window has been drawn, or was not for ``PATIENCE_S``."""
        self._is_over.wait(PATIENCE_S)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._end)
        return False

    def _end(self) -> None:
        self._is_over.set()
        self.over.emit()
