"""The diary's file as a whole: copied, written anew, and looked over for damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from diary.files.whole import PRIVATE, write_error

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

STEPS_BETWEEN_LOOKS = 1_000
"""Of SQLite's own machine: a look every fraction of a millisecond."""


def always() -> bool:
    """For work that nobody waits for: it may go on."""
    return True


def copy(engine: Engine, target: Path, goes_on: Callable[[], bool]) -> None:
    """A whole, compact copy under the same key at ``target``, which must not exist; it is removed when it fails."""
    _begin_private(target)  # SQLite fills an empty file, and leaves it as private as it is
    try:
        with engine.connect() as connection:
            connection.rollback()
            with broken_off(connection, goes_on):
                _raw(connection).execute("VACUUM INTO ?", (str(target),))
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def write_anew(engine: Engine) -> None:
    """Leave out what was deleted in it; needs as much room again for a moment."""
    with engine.connect() as connection:
        connection.rollback()
        _raw(connection).execute("VACUUM")


def changed_pages(connection: Connection) -> list[str]:
    """Pages that are not as they were written, in SQLCipher's words: a look at all of ten years takes 60 ms."""
    return [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]


def integrity_faults(connection: Connection) -> list[str]:
    """What SQLCipher or SQLite finds wrong with the file, in their words: each check alone missed a planted fault."""
    if found := changed_pages(connection):  # SQLite would only refuse to read such a page
        return found
    said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [line for line in said if line != "ok"]


@contextmanager
def broken_off(connection: Connection, goes_on: Callable[[], bool]) -> Iterator[None]:
    """Ask again and again whether what SQLite does here may go on; raises ``backup_unfinished`` when it may not."""

    def is_over() -> bool:
        return not goes_on()

    raw = _raw(connection)
    raw.set_progress_handler(is_over, STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def _raw(connection: Connection) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
    raw = connection.connection.driver_connection
    assert raw is not None
    return raw


def _begin_private(target: Path) -> None:
    try:
        target.touch(PRIVATE, exist_ok=False)
    except OSError as fault:
        raise write_error(target, fault) from fault
