"""The program opens no network connection: its journeys are run again where the kernel would kill whoever tried."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys

import pytest

from tests.guards import PROJECT
from tests.journeys.offline import SOCKET_CALL

PATIENCE_S = 600
JOURNEYS = (
    "tests/journeys/test_months_of_a_diary.py",
    "tests/ui/test_nothing_left.py::test_what_was_typed_at_the_lock_is_not_reachable_once_it_opened",
    "tests/ui/test_program.py::test_a_diary_is_made_kept_locked_and_opened_by_keys_alone",
    "tests/cli/test_round_trips.py",
    "tests/report/test_pdf.py::test_thirty_seconds_are_enough",
    "tests/report/test_pdf.py::test_a_persons_words_are_printed_as_they_are_and_command_nothing",
    "tests/report/test_pdf.py::test_a_preview_is_a_png_of_each_page_in_the_asked_size",
)
"""A diary made, written, locked and opened by keys; every page of a full one; backups; export, import and the PDF."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in SOCKET_CALL, reason="the filter is Linux's"
)


def offline(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.journeys.offline", module, *arguments]
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return subprocess.run(
        command, cwd=PROJECT, env=environ, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )


def test_the_journeys_try_no_connection() -> None:
    ran = offline("pytest", "-n", "0", "-q", *JOURNEYS)
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK"])
def test_whoever_tried_would_be_killed(family: str) -> None:
    """A ban that nothing can break is proved by breaking it."""
    ran = offline("timeit", "-n", "1", "-r", "1", "-s", "import socket", f"socket.socket(socket.{family})")
    assert ran.returncode == -signal.SIGSYS


def test_sockets_within_the_machine_are_left_alone() -> None:
    ran = offline("timeit", "-n", "1", "-r", "1", "-s", "import socket", "socket.socket(socket.AF_UNIX).close()")
    assert ran.returncode == 0, ran.stderr
