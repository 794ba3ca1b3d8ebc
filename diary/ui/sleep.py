"""Notices that the computer is about to sleep, where the system says so: logind on Linux, a message on Windows."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtDBus import QDBusUnixFileDescriptor

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
LOGIND_MANAGER = "org.freedesktop.login1.Manager"
PATIENCE_MS = 500
"""How long logind may take to answer; it needs a few milliseconds."""
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x218, 4


class SleepWatch(QObject):
    """``falls_asleep`` comes before the computer sleeps; it waits, a few seconds at most, until ``let_go``.

    Where nobody tells, as on macOS, nothing comes: the idle minutes then lock when the computer wakes.
    """

    falls_asleep = Signal()

    def __init__(self) -> None:
        super().__init__()
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
            self.falls_asleep.emit()
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
                    self._watch.falls_asleep.emit()
        return False, 0
