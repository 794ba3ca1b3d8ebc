"""Runs a command of Python's with every socket forbidden but those within the machine: the kernel kills who tries.

``python -m tests.journeys.offline MODULE [ARGUMENT …]``. Unlike an audit hook this sees libraries in C as well, such as
Qt and SQLite. Linux only: a filter of system calls (seccomp), which no privilege is needed for and nothing takes off.
"""

from __future__ import annotations

import ctypes
import platform
import runpy
import socket
import struct
import sys

NO_NEW_PRIVILEGES, SET_FILTER, FILTER_MODE = 38, 22, 2
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
KILL_PROCESS, ALLOW = 0x80000000, 0x7FFF0000
NUMBER_AT, FIRST_ARGUMENT_AT = 0, 16
SOCKET_CALL = {"x86_64": 41, "aarch64": 198}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def forbid_sockets() -> None:
    """From now on, in this process and its children, the call for a socket of another kind than AF_UNIX kills."""
    steps = (
        (LOAD, 0, 0, NUMBER_AT),
        (JUMP_IF_EQUAL, 0, 3, SOCKET_CALL[platform.machine()]),
        (LOAD, 0, 0, FIRST_ARGUMENT_AT),
        (JUMP_IF_EQUAL, 1, 0, socket.AF_UNIX),
        (RETURN, 0, 0, KILL_PROCESS),
        (RETURN, 0, 0, ALLOW),
    )
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    kept = ctypes.create_string_buffer(code)
    program = _Program(len(steps), ctypes.addressof(kept))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(
        SET_FILTER, FILTER_MODE, ctypes.byref(program), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "the kernel takes no filter of system calls")


def main() -> None:
    """Forbid, then run the module."""
    forbid_sockets()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
