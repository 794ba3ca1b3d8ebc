"""Work off the GUI thread: one lane per thread, answers brought back to the GUI thread in order."""

from __future__ import annotations

import inspect
import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from time import process_time
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

QUIET_S = 10.0
"""So long nothing may move where a lane is waited for at the end: a diary that another program reads keeps it for 5."""
STIR_S = 0.02
"""Processor time that shows, in so long, that something is being done, if only slowly."""


class Tasks(Protocol):
    """Runs work elsewhere and brings its answer to ``done``, or the world's fault to ``failed``, on the GUI thread.

    ``done`` and ``failed`` are bound methods: when their owner is gone by then, the answer is dropped.
    Anything but a ``DiaryError`` is a bug and is raised on the GUI thread.
    """

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Queue ``work``; a fault that nobody listens for is raised."""


class LaneTasks(QObject):
    """One worker thread, first come first served: the only place that touches what is handed to it."""

    _finished = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Queue ``work`` behind everything that was queued before."""
        answer = _Answer(_Held(done), _Held(failed) if failed else None)
        self._pool.submit(self._work, work, answer)

    def wait(self, seconds: float) -> None:
        """Wait, so many seconds at most, until all that was queued is done; its answers are brought afterwards."""
        wait((self._pool.submit(_nothing),), seconds)

    def close(self) -> bool:
        """Wait for the queued work and end the thread; answers that come now are dropped.

        However long it works. Returns ``False`` where a disk that hangs has it instead: nothing moves any more.
        """
        self._finished.disconnect(self._deliver)
        last = self._pool.submit(_nothing)
        self._pool.shutdown(wait=False)
        used = process_time()
        while wait((last,), QUIET_S).not_done:
            used, before = process_time(), used
            if used - before < STIR_S:
                return False
        self._pool.shutdown()
        return True

    def _work(self, work: Callable[[], Any], answer: _Answer) -> None:
        answer.work(work)
        self._finished.emit(answer)

    def _deliver(self, answer: object) -> None:
        assert isinstance(answer, _Answer)
        answer.deliver()


class DetachedTasks(QObject):
    """Each work in a thread of its own that nobody waits for: the keychain may ask the person, who may not answer.

    Such a thread ends with the program at the latest, and what it brings after ``close`` is dropped.
    """

    _finished = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._is_closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Begin ``work`` at once."""
        answer = _Answer(_Held(done), _Held(failed) if failed else None)
        threading.Thread(target=self._work, args=(work, answer), name=self._name, daemon=True).start()

    def close(self) -> None:
        """Drop the answers that come now."""
        self._is_closed = True
        self._finished.disconnect(self._deliver)

    def _work(self, work: Callable[[], Any], answer: _Answer) -> None:
        answer.work(work)
        if not self._is_closed:
            self._finished.emit(answer)

    def _deliver(self, answer: object) -> None:
        assert isinstance(answer, _Answer)
        answer.deliver()


class LatestTasks:
    """A lane on which only the latest request's answer counts; earlier ones that haven't begun are not even run."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._latest = 0
        self._request: _Request | None = None

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Queue ``work`` and drop every answer asked for before."""
        self._latest += 1
        # Held here because the lane holds an answer's owner weakly; an older request may go, nobody waits for it.
        self._request = _Request(self, self._latest, work, _Held(done), _Held(failed) if failed else None)
        self._tasks.run(self._request.work, self._request.done, self._request.failed)

    def is_latest(self, number: int) -> bool:
        """Whether nothing was asked for after request ``number``."""
        return number == self._latest


class ImmediateTasks:
    """Runs everything at once on the calling thread, for tests and pictures."""

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Run ``work`` now."""
        try:
            result = work()
        except DiaryError as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)


def _nothing() -> None:
    """Take a place in the queue: what was asked for before is done by then."""


class _Answer:
    def __init__(self, done: _Held, failed: _Held | None) -> None:
        self.future: Future[Any] = Future()
        self._done = done
        self._failed = failed

    def work(self, work: Callable[[], Any]) -> None:
        future: Future[Any] = Future()
        self.future = future
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001  # carried to the GUI thread, which raises or tells it
            future.set_exception(error)

    def deliver(self) -> None:
        error = self.future.exception()
        if error is None:
            self._done.call(self.future.result())
        elif isinstance(error, DiaryError) and self._failed is not None:
            self._failed.call(error)
        else:
            raise error


class _Request:
    def __init__(
        self, owner: LatestTasks, number: int, work: Callable[[], Any], done: _Held, failed: _Held | None
    ) -> None:
        self._owner = owner
        self._number = number
        self._work = work
        self._done = done
        self._failed = failed

    def work(self) -> Any:  # noqa: ANN401  # the answer's type is the caller's
        return self._work() if self._owner.is_latest(self._number) else None

    def done(self, result: object) -> None:
        if self._owner.is_latest(self._number):
            self._done.call(result)

    def failed(self, error: DiaryError) -> None:
        if not self._owner.is_latest(self._number):
            return
        if self._failed is None:
            raise error
        self._failed.call(error)


class _Held:
    def __init__(self, method: Callable[[Any], None]) -> None:
        self._weak = weakref.WeakMethod(method) if inspect.ismethod(method) else None
        self._strong = None if self._weak else method

    def call(self, value: object) -> None:
        method = self._weak() if self._weak else self._strong
        if method is not None:
            method(value)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where work is done: ``diary`` owns the open diary, ``thinking`` only what the diary has handed out.

    ``waiting`` is for what may wait for the person, and for which nobody waits.
    """

    diary: Tasks
    thinking: Tasks
    waiting: Tasks
