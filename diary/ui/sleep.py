"""Notices that the computer is about to sleep, where the system says so: logind on Linux, a message on Windows.

Where it says nothing, as macOS doesn't to a program like this, it is noticed that the computer slept.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, QTimer, Signal, Slot

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QByteArray
    from PySide6.QtDBus import QDBusUnixFileDescriptor

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
LOGIND_MANAGER = "org.freedesktop.login1.Manager"
PATIENCE_MS = 500
"""How long logind may take to answer; it needs a few milliseconds."""
LOOK_MS = 5_000
"""How often the clock is looked at: so long at most a diary is in sight after a sleep that nobody told of."""
LEAP = timedelta(minutes=1)
"""A clock that went on by this much between two looks did so while the computer slept."""
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x218, 4


class SleepWatch(QObject):
    """``falls_asleep`` comes before the computer sleeps; it waits, a few seconds at most, until ``let_go``.

    Where nobody told, it comes when the computer has woken. ``now`` is the wall clock, which goes on meanwhile.
    """

    falls_asleep = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._looked_at = now()
        self._was_told = False
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self.look)
        self._delay: QDBusUnixFileDescriptor | None = None
        self._falls_asleep = False
        self._messages: _WindowsMessages | None = None

    def begin(self) -> None:
        """Listen from now on; harmless where there is nothing to listen to."""
        if sys.platform == "win32":
            self._messages = _WindowsMessages(self)
            program = QCoreApplication.instance()
            if program is not None:
                program.installNativeEventFilter(self._messages)
        elif sys.platform == "linux":
            self._listen_to_logind()

        self._looked_at = self._now()
        self._looks.start()

    def end(self) -> None:
        """Look no longer."""
        self._looks.stop()

    def look(self) -> None:
        """Look whether the computer slept since the last time without a word."""
        before, self._looked_at = self._looked_at, self._now()
        if self._looked_at - before < LEAP:
            return
        if not self._was_told:
            self.falls_asleep.emit()
        self._was_told = False

    def tell(self) -> None:
        """Tell it, because the system did."""
        self._was_told = True
        self.falls_asleep.emit()

    def let_go(self) -> None:
        """Let the computer sleep now, if it is about to: what had to be put away is."""
        if self._falls_asleep:
            self._delay = None

    def _listen_to_logind(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return
        slot: Any = SLOT("_prepare(bool)")  # PySide's own signature asks for bytes and takes only this
        if bus.connect(LOGIND, LOGIND_PATH, LOGIND_MANAGER, "PrepareForSleep", self, slot):
            self._hold_on()

    def _hold_on(self) -> None:
        """Ask logind for the moment that locking takes; without it the words could go to the disk with the memory."""
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

        ask = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, LOGIND_MANAGER, "Inhibit")
        ask.setArguments(["sleep", "Alongside", "Locks the diary", "delay"])
        given = QDBusConnection.systemBus().call(ask, QDBus.CallMode.Block, PATIENCE_MS).arguments()
        if given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._delay = given[0]

    @Slot(bool)
    def _prepare(self, falls_asleep: bool) -> None:
        self._falls_asleep = falls_asleep
        if falls_asleep:
            self.tell()
        elif self._delay is None:
            self._hold_on()


class _WindowsMessages(QAbstractNativeEventFilter):
    """Looks for the one message among all that Windows sends to the program's windows."""

    def __init__(self, watch: SleepWatch) -> None:
        super().__init__()
        self._watch = watch

    @override
    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if event_type == b"windows_generic_MSG":
            from ctypes import wintypes

            with suppress(ValueError):
                said = wintypes.MSG.from_address(int(message))
                if (said.message, said.wParam) == (WM_POWERBROADCAST, PBT_APMSUSPEND):
                    self._watch.tell()
        return False, 0
