"""What no test may do or leave behind: network connections, running threads and timers, open windows."""

from __future__ import annotations

import gc
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final
from weakref import WeakKeyDictionary

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PROJECT = Path(__file__).parent.parent
PATIENCE_S = 2.0
"""How long a thread that was told to end may take; only a test that left one waits at all."""

_WITHIN_THE_MACHINE = getattr(socket, "AF_UNIX", None)
_LOOK_UPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})

_threads: Final[WeakKeyDictionary[threading.Thread, str]] = WeakKeyDictionary()
_timers: Final[WeakKeyDictionary[QTimer, str]] = WeakKeyDictionary()
_set_apart: Final[list[object]] = []


def set_apart() -> None:
    """Keep all there is to the end: searches for garbage, of which there are thousands, pass it over from now on."""
    _set_apart.extend(gc.get_objects())
    gc.freeze()


def everything_alive() -> list[object]:
    """Every container of this process, what was set apart included."""
    return [*_set_apart, *gc.get_objects()]


def no_network(event: str, args: tuple[object, ...]) -> None:
    """Fail the test that opens a connection: the diary promises to open none. An audit hook."""
    if event in _LOOK_UPS or (event == "socket.__new__" and args[1] != _WITHIN_THE_MACHINE):
        pytest.fail(f"{event}: the diary opens no network connection, and neither may its tests")


def _caller() -> str:
    """The innermost line of the project that led here, for a message that says where to look."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PROJECT) and ".venv" not in path.parts:
            return f"{path.relative_to(PROJECT)}:{frame.f_lineno}"
        frame = frame.f_back
    return "an unknown line"


def watch_threads() -> None:
    """Note where each thread is started from now on."""
    start = threading.Thread.start

    def start_noting_where(thread: threading.Thread) -> None:
        _threads[thread] = _caller()
        start(thread)

    threading.Thread.start = start_noting_where  # type: ignore[method-assign,assignment] # the point of this function


def watch_timers() -> None:
    """Note where each timer is started from now on."""
    start: Callable[..., None] = QTimer.start

    def start_noting_where(timer: QTimer, *args: int) -> None:
        _timers[timer] = _caller()
        start(timer, *args)

    QTimer.start = start_noting_where  # type: ignore[method-assign] # the point of this function


def delete_what_waits_for_it() -> None:
    """Delete what was to be deleted later: closed pages stayed, and each test dressed those of all before it again."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _running() -> list[tuple[QTimer, str]]:
    return [(timer, where) for timer, where in list(_timers.items()) if isValid(timer) and timer.isActive()]


def left_over_timers() -> list[str]:
    """Where each timer that still runs was started; it is stopped, so that the next test isn't blamed for it."""
    if not _running():
        return []
    delete_what_waits_for_it()
    gc.collect()
    running = _running()
    for timer, _ in running:
        timer.stop()
    return [f"a timer started at {where}" for _, where in running]


def left_over_threads(before: set[threading.Thread]) -> list[str]:
    """Where each thread that outlives its test was started."""
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(PATIENCE_S)
    return [
        f"thread {thread.name!r} started at {_threads.get(thread, 'an unknown line')}"
        for thread in left
        if thread.is_alive()
    ]


def let_go_of_keys() -> None:
    """End Ctrl, Alt and Shift: Qt takes those of one key for held until the next one, here that of another test."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_F35)


def left_over_windows() -> list[str]:
    """Each window that is still open: often a part that was shown before it had its place on a page."""
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    return [f"window {type(widget).__name__} {widget.windowTitle()!r}" for widget in left]
