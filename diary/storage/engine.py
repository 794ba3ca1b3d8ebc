"""The one way to the file: an SQLCipher connection with the settings that lost nothing in trials."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlalchemy import Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool

from diary.domain.errors import DiaryError
from diary.files.whole import PRIVATE
from diary.storage.tables import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from sqlalchemy import Connection

BUSY_SECONDS = 2.0
"""Less than leaving a diary waits, so that a save which finds the file busy is told, and not lost, then too."""
HEADER_BYTES = 512
"""An SQLCipher file is never smaller than one page; anything below this is no diary."""
PLAIN = b"SQLite format 3\0"
"""How a database begins that isn't encrypted: another program's, and not a damaged diary."""


def engine_for(path: Path, key: bytes, *, create: bool = False, read_only: bool = False) -> Engine:
    """An engine with exactly one connection to the diary at ``path``, opened by its raw 32-byte ``key``.

    ``BEGIN IMMEDIATE`` on every transaction makes changes to the schema transactional and two writers wait in turn.
    """

    def connect() -> Any:  # noqa: ANN401 - sqlcipher3 has no types
        return _connect(path, key, create=create, read_only=read_only)

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _connect(path: Path, key: bytes, *, create: bool, read_only: bool) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
    if create:
        path.touch(PRIVATE)  # SQLite would let the other accounts of the computer read it
    else:
        _look_at_header(path)
    # Not "ro" for a reader: after a crash SQLite must roll back what was half written before anybody can read.
    # Where the file may not be written it is opened to read all the same.
    raw = sqlcipher3.connect(
        f"{address_of(path.absolute())}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _set_up(raw, path, key, create=create, read_only=read_only)
    except BaseException:
        raw.close()
        raise
    return raw


def address_of(path: PurePath) -> str:
    """SQLite's address of a file (sqlite.org/uri); it takes no host, as Windows names one, so that joins the path."""
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("file://", "file:////", 1)


def _set_up(raw: Any, path: Path, key: bytes, *, create: bool, read_only: bool) -> None:  # noqa: ANN401 - as above
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if create:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    elif raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DiaryError("not_a_diary", file=path.name)
    if read_only:
        raw.execute("PRAGMA query_only = ON")
    else:
        raw.execute("PRAGMA journal_mode = DELETE")
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute("PRAGMA fullfsync = ON")  # a Mac's ordinary one leaves an answer in the disk's own memory
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA secure_delete = ON")


def _look_at_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            begin = file.read(HEADER_BYTES)
    except FileNotFoundError:
        raise DiaryError("diary_file_missing", file=path.name) from None
    except OSError as error:
        raise DiaryError("file_unreadable", file=path.name) from error
    if begin.startswith(PLAIN):
        raise DiaryError("not_a_diary", file=path.name)
    if len(begin) < HEADER_BYTES:
        raise DiaryError("diary_damaged", file=path.name)


_FAULTS = (
    ("disk is full", "disk_full"),
    ("readonly", "folder_read_only"),
    ("locked", "diary_busy"),
    ("not a database", "diary_damaged"),
    ("malformed", "diary_damaged"),
    ("interrupted", "backup_unfinished"),
    ("disk I/O error", "file_unwritable"),
    ("unable to open", "file_unreadable"),
)
"""Words in SQLite's messages, and whose fault they are; its own error codes are not handed on by sqlcipher3."""


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into a ``DiaryError``; anything else is a bug and passes."""
    try:
        yield
    except (exc.DBAPIError, sqlcipher3.DatabaseError) as error:
        said = str(error.orig if isinstance(error, exc.DBAPIError) else error)
        for words, slug in _FAULTS:
            if words in said:
                raise DiaryError(slug if path.parent.exists() else "folder_missing", file=path.name) from error
        raise
