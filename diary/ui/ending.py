"""Told by the system that every program shall end: at logging out, or when the computer is shut down."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_TOLD = ("SIGTERM", "SIGHUP")


class EndWatch(QObject):
    """``told`` comes at once, from Qt's loop: a signal alone would wait until Python has something to do.

    Windows sends none: there, and where a desktop asks first, Qt's ``commitDataRequest`` tells.
    """

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[signal.Signals, object] = {}
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        self._listen()

    def _listen(self) -> None:
        if sys.platform != "win32":
            self._pipe = read, write = os.pipe()
            for end in self._pipe:
                os.set_blocking(end, False)
            self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._wake)
            signal.set_wakeup_fd(write, warn_on_full_buffer=False)
            for number in (signal.Signals[name] for name in _TOLD):
                self._before[number] = signal.signal(number, _awake)

    def end(self) -> None:
        """Leave the signals to who had them before."""
        if self._pipe is None or self._notifier is None:
            return
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal returned
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _wake(self) -> None:
        """Tell it of one of ours alone: the interpreter's own, as Ctrl+C, come through the pipe too."""
        if self._pipe is None:
            return
        came = b""
        with suppress(BlockingIOError):
            came = os.read(self._pipe[0], 64)
        if any(number in came for number in self._before):
            self.told.emit()


def _awake(_number: int, _frame: FrameType | None) -> None:
    """Being called is enough: the pipe has the number."""
