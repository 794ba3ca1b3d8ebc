"""Backups: one sealed file each, opened and checked when made, and brought back beside what is there."""

from __future__ import annotations

import json
import stat
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import (
    PRIVATE,
    PRIVATE_FOLDER,
    keep_on_disk,
    patiently,
    remove_whole,
    replace_whole,
    write_error,
    write_whole,
)
from diary.storage import swapping
from diary.storage.engine import engine_for, faults_of
from diary.storage.store import DIARY_FILE, Store
from diary.storage.swapping import LOOK, NEW, SALVAGED, beside, put_in_place
from diary.storage.whole_file import always, broken_off, integrity_faults

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1
KEYS_FILE = "keys.json"
ABOUT_FILE = "about.json"
BACKUPS = swapping.BACKUPS
_LEFT_OVER = (".part", ".db", ".db-journal")
_IN_USE = timedelta(hours=1)
"""Since then another program may be at it: the largest diary is copied to the slowest stick in less."""
_CHUNK = 1 << 20
_LARGEST = 4 * 1024**3
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What ``zipfile`` raises at a damaged file, by where the damage lies."""
_MEMBERS = {DIARY_FILE, KEYS_FILE, ABOUT_FILE}


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself without being opened."""

    diary_id: str
    made_at: datetime


def make(
    store: Store,
    key: bytes,
    keys: bytes,
    target: Path,
    now: datetime,
    *,
    goes_on: Callable[[], bool] = always,
) -> None:
    """Write a backup of an open diary and its ``keys`` to ``target``, after its copy was opened and found whole.

    ``goes_on`` is asked all the while. Raises ``DiaryError``: ``file_exists``, ``backup_not_whole``,
    ``backup_unfinished``, ``disk_full`` …; a failed one leaves nothing behind.
    """
    if target.exists():
        raise DiaryError("file_exists", file=target.name)
    copy, draft = target.with_name(f".{target.name}.db"), target.with_name(f".{target.name}.part")
    try:
        remove_whole(copy)
        store.copy_whole(copy, goes_on)
        _check_copy(copy, key, goes_on)
        about = {"format": FORMAT, "diary": store.diary_id, "made_at": now.isoformat(timespec="seconds")}
        _pack(draft, copy, keys, json.dumps(about).encode(), goes_on)
        replace_whole(draft, target)
    except OSError as fault:
        raise write_error(target, fault) from fault
    finally:
        _clear_away(copy, draft)


def reseal(backup: Path, keys: bytes, key: bytes) -> None:
    """Put other ``keys`` into a backup, after the diary in it was opened by its ``key`` and found whole.

    Raises ``DiaryError``: ``backup_damaged`` where it isn't, and as ``about`` and ``write_whole``; it is as it was.
    """
    about(backup)
    copy, draft = backup.with_name(f".{backup.name}.db"), backup.with_name(f".{backup.name}.part")
    try:
        copy.touch(PRIVATE)
        with zipfile.ZipFile(backup) as archive:
            said = archive.read(ABOUT_FILE)
            with archive.open(DIARY_FILE) as packed, copy.open("wb") as unpacked:
                _pour(packed, unpacked, always)
        _check_whole(copy, key, backup)
        _pack(draft, copy, keys, said, always)
        replace_whole(draft, backup)
    except _NO_ZIP as fault:
        raise DiaryError("backup_damaged", file=backup.name) from fault
    except OSError as fault:
        raise write_error(backup, fault) from fault
    finally:
        _clear_away(copy, draft)


def _clear_away(*files: Path) -> None:
    """Remove what was only needed on the way; what can't be removed now is a left-over for the next time."""
    for file in files:
        with suppress(DiaryError):
            remove_whole(file)


def _check_whole(copy: Path, key: bytes, backup: Path) -> None:
    try:
        _check_copy(copy, key, always)
    except DiaryError as fault:
        raise DiaryError("backup_damaged", file=backup.name) from fault


def _pack(draft: Path, copy: Path, keys: bytes, said: bytes, goes_on: Callable[[], bool]) -> None:
    """Write a backup's members to ``draft``, and have them on the disk before it gets its name."""
    draft.touch(PRIVATE)
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
        with copy.open("rb") as source, archive.open(DIARY_FILE, "w", force_zip64=True) as packed:
            _pour(source, packed, goes_on)
        archive.writestr(KEYS_FILE, keys)
        archive.writestr(ABOUT_FILE, said)
    with draft.open("rb+") as written:
        keep_on_disk(written.fileno())


def copy_to(backup: Path, target: Path, goes_on: Callable[[], bool] = always) -> None:
    """Copy a backup under another name, whole or not at all; raises as ``make`` does."""
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.touch(PRIVATE)
        with backup.open("rb") as source, draft.open("wb") as written:
            _pour(source, written, goes_on)
            written.flush()
            keep_on_disk(written.fileno())
        replace_whole(draft, target)
    except OSError as fault:
        raise write_error(target, fault) from fault
    finally:
        _clear_away(draft)


def _pour(source: IO[bytes], target: IO[bytes], goes_on: Callable[[], bool]) -> None:
    while chunk := source.read(_CHUNK):
        target.write(chunk)
        if not goes_on():
            raise DiaryError("backup_unfinished")


def is_half_made(name: str, suffix: str) -> bool:
    """Whether a file of this name is what a killed program left of a backup whose name ends in ``suffix``."""
    return name.startswith(".") and name.endswith(tuple(suffix + end for end in _LEFT_OVER))


def remove_leftovers(folder: Path, suffix: str) -> None:
    """Remove what a killed program left half made of backups whose names end in ``suffix``, and nothing else."""
    for file in list(folder.glob(".*")):
        if is_half_made(file.name, suffix):
            remove_whole(file)


def remove_abandoned(folder: Path, suffix: str, now: datetime) -> None:
    """Remove the same from a folder where other programs may be writing: only what none has written in for an hour.

    What can't be removed is left: a backup there takes other names.
    """
    latest = (now - _IN_USE).timestamp()
    with suppress(OSError):
        for file in list(folder.glob(".*")):
            if is_half_made(file.name, suffix) and _is_file_of(file, latest):
                _clear_away(file)


def _is_file_of(path: Path, latest: float) -> bool:
    try:
        found = path.lstat()
    except OSError:  # gone by now
        return False
    return stat.S_ISREG(found.st_mode) and found.st_mtime < latest


def _check_copy(copy: Path, key: bytes, goes_on: Callable[[], bool]) -> None:
    engine = engine_for(copy, key, read_only=True)
    try:
        with faults_of(copy), engine.connect() as connection, broken_off(connection, goes_on):
            found = integrity_faults(connection)
    except DiaryError as fault:  # of the copy: the diary itself is as it was
        if fault.slug == "backup_unfinished":
            raise
        raise DiaryError("backup_not_whole", file=copy.name) from fault
    finally:
        engine.dispose()
    if found:
        raise DiaryError("backup_not_whole", file=copy.name)


def about(backup: Path) -> About:
    """What ``backup`` says of itself; raises ``not_a_backup``, ``backup_newer``, ``file_missing``."""
    said = _member(backup, ABOUT_FILE)
    try:
        values = json.loads(said)
        if values["format"] > FORMAT:
            raise DiaryError("backup_newer", file=backup.name)
        return About(str(values["diary"]), datetime.fromisoformat(values["made_at"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise DiaryError("not_a_backup", file=backup.name) from fault


def keys_in(backup: Path) -> bytes:
    """The key file in ``backup``; raises as ``about`` does."""
    about(backup)
    return _member(backup, KEYS_FILE)


def beginning_of(backup: Path, size: int) -> bytes:
    """The first bytes of the diary in ``backup``; raises as ``about`` does."""
    about(backup)
    return _member(backup, DIARY_FILE, size)


def _member(backup: Path, name: str, size: int = -1) -> bytes:
    try:
        with zipfile.ZipFile(backup) as archive:
            if set(archive.namelist()) != _MEMBERS or sum(one.file_size for one in archive.infolist()) > _LARGEST:
                raise DiaryError("not_a_backup", file=backup.name)
            with archive.open(name) as member:
                return member.read(size)
    except FileNotFoundError as fault:
        raise DiaryError("file_missing", file=backup.name) from fault
    except _NO_ZIP as fault:
        raise DiaryError("not_a_backup", file=backup.name) from fault
    except OSError as fault:
        raise DiaryError("file_unreadable", file=backup.name) from fault


def look_into(backup: Path, folder: Path, proof: Callable[[Path], None]) -> None:
    """Hand what is in ``backup`` to ``proof`` in a new folder beside ``folder``, which is removed again.

    Raises as ``unpack``; nothing is left.
    """
    about(backup)
    fresh = beside(folder, LOOK)
    try:
        _unpack_into(fresh, backup)
        proof(fresh)
    except _NO_ZIP as fault:
        raise DiaryError("backup_damaged", file=backup.name) from fault
    except OSError as fault:
        raise write_error(folder, fault) from fault
    finally:
        with suppress(OSError):  # it is removed the next time that the diary is opened
            remove_folder(fresh)


def remove_unpacked(folder: Path) -> None:
    """Remove what a killed program left unpacked beside the diary ``folder``; sealed, but nobody's any more."""
    for purpose in (LOOK, NEW, SALVAGED):
        with suppress(OSError):
            remove_folder(beside(folder, purpose))


def _unpack_into(fresh: Path, backup: Path) -> None:
    remove_folder(fresh)
    fresh.mkdir(PRIVATE_FOLDER, parents=True)
    with zipfile.ZipFile(backup) as archive:
        for name in (DIARY_FILE, KEYS_FILE):
            write_whole(fresh / name, archive.read(name))


def unpack(backup: Path, folder: Path, proof: Callable[[Path], None]) -> None:
    """Bring ``backup`` back as the diary ``folder``; a diary that is there already is kept beside it, renamed.

    It goes into a new folder first, where ``proof`` opens and checks it; when that raises, nothing has changed.
    """
    about(backup)
    fresh = beside(folder, NEW)
    try:
        _unpack_into(fresh, backup)
        proof(fresh)
        put_in_place(fresh, folder)
    except _NO_ZIP as fault:
        raise DiaryError("backup_damaged", file=backup.name) from fault
    except OSError as fault:
        raise write_error(folder, fault) from fault
    finally:
        with suppress(OSError):  # it is removed the next time that the diary is opened
            remove_folder(fresh)


def remove_folder(folder: Path) -> None:
    """Remove a folder of files, where it is there; raises ``OSError`` where it holds another folder."""
    if folder.exists():
        for file in folder.iterdir():
            patiently(file.unlink)
        patiently(folder.rmdir)
