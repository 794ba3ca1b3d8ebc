"""Is there a screen to open a window on, and has Qt what it needs of the system? Asked before Qt loads.

Qt itself ends in an abort whose text blames libxcb-cursor whatever is missing.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from diary.domain.errors import DiaryError

ANY_WINDOW = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What Qt loads even without a screen, each with the Debian package that brings it."""

X11_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What its X11 window loads besides."""

WAYLAND_WINDOW = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What its Wayland window loads besides."""


class Machine(Protocol):
    """What can be asked of this computer before there is a window."""

    def has(self, library: str) -> bool:
        """Whether the system has a library, by its file name."""

    def x11_answers(self, display: str) -> bool:
        """Whether an X server answers at ``display``."""

    def wayland_answers(self, socket: Path) -> bool:
        """Whether a Wayland compositor listens at ``socket``."""


class ThisMachine:
    """The computer the program runs on; it asks the system's own libraries, never a socket of our own."""

    def has(self, library: str) -> bool:
        """Load the library, as Qt will."""
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    def x11_answers(self, display: str) -> bool:
        """Connect and let go; where libxcb itself is missing nobody can say, and the libraries are asked next."""
        try:
            xcb = ctypes.CDLL("libxcb.so.1")
        except OSError:
            return True
        xcb.xcb_connect.restype = ctypes.c_void_p
        xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
        xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
        xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
        connection = xcb.xcb_connect(display.encode(), None)
        failed: int = xcb.xcb_connection_has_error(connection)
        xcb.xcb_disconnect(connection)
        return not failed

    def wayland_answers(self, socket: Path) -> bool:
        """Look whether the compositor's socket is there."""
        return socket.is_socket()


def check_display(environ: Mapping[str, str], platform: str, machine: Machine | None = None) -> None:
    """Raise what stands in the way of a window; ``platform`` is ``sys.platform``, and only Linux is asked.

    Raises ``DiaryError``: ``no_display``, ``display_dead`` (display) or ``system_library_missing`` (library, command).
    """
    if not platform.startswith("linux"):
        return
    machine = machine or ThisMachine()
    needed = ANY_WINDOW | _of_the_screen(environ, machine)
    missing = {library: package for library, package in needed.items() if not machine.has(library)}
    if missing:
        raise DiaryError("system_library_missing", library=", ".join(missing), command=_install(missing.values()))


def _of_the_screen(environ: Mapping[str, str], machine: Machine) -> dict[str, str]:
    """The libraries that the screen in use needs besides; a Qt platform without a screen needs none."""
    chosen = re.split("[;:]", environ.get("QT_QPA_PLATFORM", ""))[0]
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return {}
    wayland = "" if chosen == "xcb" else environ.get("WAYLAND_DISPLAY", "")
    if wayland and machine.wayland_answers(Path(environ.get("XDG_RUNTIME_DIR", ""), wayland)):
        return WAYLAND_WINDOW
    x11 = "" if chosen.startswith("wayland") else environ.get("DISPLAY", "")
    if x11 and machine.x11_answers(x11):
        return X11_WINDOW
    if wayland or x11:
        raise DiaryError("display_dead", display=x11 or wayland)
    raise DiaryError("no_display")


def _install(packages: Iterable[str]) -> str:
    """The command that adds Debian's ``packages``; root has no need of sudo, and often has none."""
    as_root = "" if sys.platform != "win32" and os.geteuid() == 0 else "sudo "
    return f"{as_root}apt-get update && {as_root}apt-get install -y {' '.join(sorted(packages))}"
