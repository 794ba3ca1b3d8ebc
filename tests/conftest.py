"""What every test gets: a home of its own, no network, no screen needed, and nothing left running behind it."""

from __future__ import annotations

import atexit
import gc
import itertools
import os
import sys
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

_home = tempfile.TemporaryDirectory(prefix="alongside-tests-", ignore_cleanup_errors=True)
_bytecode = tempfile.TemporaryDirectory(prefix="alongside-bytecode-", ignore_cleanup_errors=True)
atexit.register(_home.cleanup)
atexit.register(_bytecode.cleanup)

SET_APART_EVERY = 100
_tests_done = itertools.count(1)


def _live_in(home: Path) -> None:
    """Point every variable that names a folder of the user's at an empty one, before anything reads it."""
    for variable in ("HOME", "USERPROFILE"):
        os.environ[variable] = str(home)
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        folder = home / variable.lower()
        folder.mkdir()
        os.environ[variable] = str(folder)
    for variable in [name for name in os.environ if name.startswith("ALONGSIDE_")]:
        del os.environ[variable]


def _share_bytecode(folder: Path) -> None:
    """Where none may be written, let the programs that tests start keep theirs here: it is half of what a start costs.

    The processes among which the tests are divided inherit it, and what one of them compiled the next one reads.
    """
    if sys.dont_write_bytecode:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


_live_in(Path(_home.name))
_share_bytecode(Path(_bytecode.name))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests import guards  # noqa: E402 - it loads Qt, which reads the platform and the home as it loads

sys.addaudithook(guards.no_network)
guards.watch_threads()
guards.watch_timers()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What collecting makes, a million objects, lives to the end: every search for garbage would walk through it."""
    gc.disable()
    try:
        return (yield)
    finally:
        guards.set_apart()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """What is alive between two tests, such as a made-up diary that many read, mostly lives to the end as well."""
    done = yield
    if next(_tests_done) % SET_APART_EVERY == 0:
        gc.collect()
        guards.set_apart()
    return done


def pytest_unconfigure() -> None:
    _home.cleanup()
    _bytecode.cleanup()


@pytest.fixture(scope="session")
def test_home() -> Path:
    return Path(_home.name)


@pytest.fixture(autouse=True)
def _nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """A timer or thread that outlives its screen holds decrypted words after the lock."""
    before = set(threading.enumerate())
    yield
    guards.delete_what_waits_for_it()
    guards.let_go_of_keys()
    if left := guards.left_over_windows() + guards.left_over_timers() + guards.left_over_threads(before):
        pytest.fail(f"{request.node.name} left running: {'; '.join(left)}")
