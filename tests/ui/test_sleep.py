"""The computer's sleep is heard of where the system tells, and held off until the diary is put away."""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from ctypes import wintypes
from datetime import timedelta
from pathlib import Path

import pytest

from diary.ui import sleep
from diary.ui.sleep import LOGIND, LOGIND_MANAGER, LOGIND_PATH, SleepWatch
from tests.guards import PROJECT
from tests.storage.builders import World

PATIENCE_S = 20

linux = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="logind speaks over D-Bus, on Linux"
)


@contextmanager
def running(command: list[str], environ: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    program = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ, cwd=PROJECT, text=True
    )
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


@linux
def test_sleep_is_heard_of_and_held_off_until_all_is_put_away() -> None:
    from jeepney import DBusAddress, new_method_return, new_signal
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with ExitStack() as stack:
        bus = stack.enter_context(
            running(["dbus-daemon", "--session", "--nofork", "--print-address"], dict(os.environ))
        )
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        logind = stack.enter_context(open_dbus_connection(bus=address, enable_fds=True))
        logind.send_and_get_reply(message_bus.RequestName(LOGIND), timeout=PATIENCE_S)
        environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
        sleeper = stack.enter_context(running([sys.executable, "-m", "tests.ui.sleeper"], environ))
        assert sleeper.stdout is not None
        while (asked := logind.receive(timeout=PATIENCE_S)).header.fields.get(3) != "Inhibit":
            pass
        assert [asked.body[0], asked.body[1], asked.body[3]] == ["sleep", "Alongside", "delay"]
        held_by, held = os.pipe()
        logind.send(new_method_return(asked, "h", (held,)))
        os.close(held)
        assert sleeper.stdout.readline() == "listens\n"
        assert not select.select([held_by], [], [], 0.2)[0], "the program holds the sleep off"
        manager = DBusAddress(LOGIND_PATH, interface=LOGIND_MANAGER)
        logind.send(new_signal(manager, "PrepareForSleep", "b", (True,)))
        assert sleeper.stdout.readline() == "falls asleep\n"
        assert select.select([held_by], [], [], PATIENCE_S)[0], "it lets go"
        os.close(held_by)


@linux
def test_a_computer_that_tells_nothing_is_no_matter(tmp_path: Path) -> None:
    environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path / 'no bus'}"}
    with running([sys.executable, "-m", "tests.ui.sleeper"], environ) as sleeper:
        assert sleeper.stdout is not None
        assert sleeper.stdout.readline() == "listens\n"


@pytest.mark.parametrize(
    ("message", "state", "heard"),
    [(sleep.WM_POWERBROADCAST, sleep.PBT_APMSUSPEND, 1), (sleep.WM_POWERBROADCAST, 7, 0), (0x100, 4, 0)],
)
def test_of_the_messages_of_windows_only_the_one_about_sleep_is_heard(message: int, state: int, heard: int) -> None:
    watch = SleepWatch(World().at)
    times: list[None] = []
    watch.falls_asleep.connect(lambda: times.append(None))
    said = wintypes.MSG()
    said.message, said.wParam = message, state
    messages = sleep._WindowsMessages(watch)
    assert messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said)) == (False, 0)
    assert messages.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(said)) == (False, 0)
    assert len(times) == heard


@pytest.mark.parametrize(("seconds", "is_told", "heard"), [(59, False, 0), (60, False, 1), (28_800, True, 1)])
def test_a_sleep_that_nobody_told_of_is_seen_by_the_clock_at_waking(seconds: int, is_told: bool, heard: int) -> None:
    """macOS tells a program like this nothing, and a diary was open to whoever woke the computer."""
    world = World()
    watch = SleepWatch(world.at)
    times: list[None] = []
    watch.falls_asleep.connect(lambda: times.append(None))
    if is_told:
        watch.tell()
    world.now += timedelta(seconds=seconds)
    watch.look()
    assert len(times) == heard
    world.now += timedelta(seconds=5)
    watch.look()
    assert len(times) == heard
