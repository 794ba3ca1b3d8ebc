"""The guards around every test do fail: a guard that can't is worse than none."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from tests.guards import left_over_threads, left_over_timers, left_over_windows


def test_a_network_socket_fails_the_test() -> None:
    with pytest.raises(pytest.fail.Exception, match="no network"):
        socket.socket(socket.AF_INET)


def test_looking_up_a_host_fails_the_test() -> None:
    with pytest.raises(pytest.fail.Exception, match="no network"):
        socket.getaddrinfo("localhost", 80)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' Python has no such sockets")
def test_sockets_within_the_machine_are_allowed() -> None:
    with socket.socket(socket.AF_UNIX):
        pass


def test_a_running_thread_is_named_with_its_line() -> None:
    may_end = threading.Event()
    before = set(threading.enumerate())
    thread = threading.Thread(target=may_end.wait, name="forgotten", daemon=True)
    thread.start()
    thread.join = lambda _timeout=None: None  # type: ignore[assignment] # no need to wait for what is known to run
    try:
        (left,) = left_over_threads(before)
    finally:
        del thread.join
        may_end.set()
        thread.join()
    assert "forgotten" in left
    assert "test_guards.py:" in left


@pytest.mark.usefixtures("qapp")
def test_a_running_timer_is_named_with_its_line_and_stopped() -> None:
    owner = QObject()
    timer = QTimer(owner)
    timer.start(10_000)
    (left,) = left_over_timers()
    assert "test_guards.py:" in left
    assert not timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_a_timer_that_went_with_its_widget_is_no_fault() -> None:
    label = QLabel()
    QTimer(label).start(10_000)
    label.deleteLater()
    assert left_over_timers() == []


@pytest.mark.usefixtures("qapp")
def test_a_timer_that_nobody_names_is_found_too() -> None:
    owner = QObject()
    QTimer(owner).start(10_000)
    assert len(left_over_timers()) == 1


@pytest.mark.usefixtures("qapp")
def test_a_part_shown_without_a_page_is_found() -> None:
    label = QLabel("Please type a passphrase.")
    label.show()
    assert left_over_windows() == ["window QLabel ''"]
    assert not label.isVisible()


def test_no_folder_of_the_user_is_touched(test_home: Path) -> None:
    assert Path.home() == test_home
    assert Path(platformdirs.user_config_dir("alongside")).is_relative_to(test_home)
    assert Path(platformdirs.user_data_dir("alongside")).is_relative_to(test_home)
