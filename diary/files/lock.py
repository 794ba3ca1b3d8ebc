"""One program at a time writes in a diary: a lock that the system frees at a crash, and a note of who holds it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout

from diary.domain.errors import DiaryError
from diary.files.whole import PRIVATE, read_whole, remove_whole, write_error, write_whole

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LOCK_NAME = "lock"
HOLDER_NAME = "lock.json"


@dataclass(frozen=True, slots=True)
class Holder:
    """Which program has a diary open: the account's name, never the person's; ``since`` is aware, in local time."""

    user: str
    program: str
    pid: int
    since: datetime


class DiaryLock:
    """The right to write in one diary folder, as a context manager or by ``take`` and ``free``, from any thread."""

    def __init__(self, folder: Path, holder: Holder) -> None:
        self._folder = folder
        self._holder = holder
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, mode=PRIVATE, thread_local=False)

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._lock.is_locked

    def take(self) -> None:
        """Take the lock at once or not at all.

        Raises ``DiaryError``: ``diary_in_use`` (program, user, day, at), ``…_by_unknown``, and as ``write_whole``.
        """
        if not self._folder.is_dir():  # the lock would make it: an empty diary where a disk was pulled out
            raise DiaryError("folder_missing", file=LOCK_NAME)
        try:
            self._lock.acquire()
        except Timeout as fault:
            raise _in_use(self._folder) from fault
        except OSError as fault:
            raise write_error(self._folder / LOCK_NAME, fault) from fault
        # The lock is what counts: on a full disk the diary still opens, only nameless to a second program.
        with suppress(DiaryError):
            remove_whole(self._folder / HOLDER_NAME)
            write_whole(self._folder / HOLDER_NAME, _to_bytes(self._holder))

    def free(self) -> None:
        """Give the lock back; a second time does nothing."""
        if not self.is_held:
            return
        with suppress(DiaryError):
            remove_whole(self._folder / HOLDER_NAME)
        self._lock.release()

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.free()


def holder_of(folder: Path) -> Holder | None:
    """Who wrote their name beside the lock, where it can be read; after a crash the name outlives the lock."""
    try:
        values = json.loads(read_whole(folder / HOLDER_NAME))
        return Holder(
            user=str(values["user"]),
            program=str(values["program"]),
            pid=int(values["pid"]),
            since=datetime.fromisoformat(values["since"]),
        )
    except (DiaryError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _to_bytes(holder: Holder) -> bytes:
    values = {
        "user": holder.user,
        "program": holder.program,
        "pid": holder.pid,
        "since": holder.since.isoformat(timespec="seconds"),
    }
    return json.dumps(values).encode()


def _in_use(folder: Path) -> DiaryError:
    holder = holder_of(folder)
    if holder is None or not holder.user:
        return DiaryError("diary_in_use_by_unknown")
    day, at = holder.since.date().isoformat(), f"{holder.since:%H:%M}"
    return DiaryError("diary_in_use", program=holder.program, user=holder.user, day=day, at=at)
