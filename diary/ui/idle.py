"""Notices that nobody has pressed a key or moved the mouse in the window for some minutes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LOOK_MS = 10_000
"""How often the clock is looked at."""
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """``went_idle`` tells that ``minutes`` went by; ``now`` is the wall clock, so that a computer asleep counts too.

    It is an event filter for the system's own window, which sees every key and the mouse before any widget does.
    """

    went_idle = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._last = now()
        self.minutes = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, minutes: int) -> None:
        """Count from now on; 0 minutes is never."""
        self.minutes = minutes
        self._last = self._now()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look whether nobody has been there for long enough; a clock that was set back begins anew."""
        idle = self._now() - self._last
        if idle < timedelta(0):
            self._last = self._now()
        elif self.minutes and idle >= timedelta(minutes=self.minutes):
            self._last = self._now()
            self.went_idle.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS_OF_LIFE:
            self._last = self._now()
        return False
