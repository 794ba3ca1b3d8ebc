"""Backups: one sealed file each, opened and checked when made, and brought back beside what is there."""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import read_whole, remove_whole, replace_whole, write_error, write_whole
from diary.storage.engine import engine_for, faults_of, integrity_faults
from diary.storage.store import DIARY_FILE, Store

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1
KEYS_FILE = "keys.json"
ABOUT_FILE = "about.json"
BACKUPS = "backups"
"""The folder within a diary's where its backups lie; it stays with the diary when one of them is brought back."""
_LARGEST = 4 * 1024**3
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What ``zipfile`` raises at a damaged file, by where the damage lies."""
_MEMBERS = {DIARY_FILE, KEYS_FILE, ABOUT_FILE}


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself without being opened."""

    diary_id: str
    made_at: datetime


def make(store: Store, key: bytes, keys_file: Path, target: Path, now: datetime) -> None:
    """Write a backup of an open diary to ``target``, after its copy was opened and found whole.

    Raises ``DiaryError``: ``file_exists``, ``backup_not_whole``, ``disk_full`` …; a failed one leaves nothing behind.
    """
    if target.exists():
        raise DiaryError("file_exists", file=target.name)
    copy, draft = target.with_name(f".{target.name}.db"), target.with_name(f".{target.name}.part")
    try:
        remove_whole(copy)
        store.copy_whole(copy)
        _check_copy(copy, key)
        about = {"format": FORMAT, "diary": store.diary_id, "made_at": now.isoformat(timespec="seconds")}
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
            archive.write(copy, DIARY_FILE)
            archive.writestr(KEYS_FILE, read_whole(keys_file))
            archive.writestr(ABOUT_FILE, json.dumps(about))
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        replace_whole(draft, target)
    except OSError as fault:
        raise write_error(target, fault) from fault
    finally:
        remove_whole(copy)
        remove_whole(draft)


def _check_copy(copy: Path, key: bytes) -> None:
    engine = engine_for(copy, key, read_only=True)
    try:
        with faults_of(copy), engine.connect() as connection:
            found = integrity_faults(connection)
    except DiaryError as fault:  # of the copy: the diary itself is as it was
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


def _member(backup: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(backup) as archive:
            if set(archive.namelist()) != _MEMBERS or sum(one.file_size for one in archive.infolist()) > _LARGEST:
                raise DiaryError("not_a_backup", file=backup.name)
            return archive.read(name)
    except FileNotFoundError as fault:
        raise DiaryError("file_missing", file=backup.name) from fault
    except _NO_ZIP as fault:
        raise DiaryError("not_a_backup", file=backup.name) from fault
    except OSError as fault:
        raise DiaryError("file_unreadable", file=backup.name) from fault


def unpack(backup: Path, folder: Path, proof: Callable[[Path], None]) -> None:
    """Bring ``backup`` back as the diary ``folder``; a diary that is there already is kept beside it, renamed.

    It goes into a new folder first, where ``proof`` opens and checks it; when that raises, nothing has changed.
    """
    about(backup)
    fresh = folder.with_name(f".{folder.name}.new")
    try:
        _remove_folder(fresh)
        fresh.mkdir(mode=0o700, parents=True)
        with zipfile.ZipFile(backup) as archive:
            for name in (DIARY_FILE, KEYS_FILE):
                write_whole(fresh / name, archive.read(name))
        proof(fresh)
        _put_in_place(fresh, folder)
    except _NO_ZIP as fault:
        raise DiaryError("backup_damaged", file=backup.name) from fault
    except OSError as fault:
        raise write_error(folder, fault) from fault
    finally:
        _remove_folder(fresh)


def _put_in_place(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.replace(folder)
        return
    kept = _kept_name(folder)
    folder.replace(kept)
    try:
        fresh.replace(folder)
    except OSError:
        kept.replace(folder)
        raise
    if (kept / BACKUPS).exists():
        (kept / BACKUPS).replace(folder / BACKUPS)


def _kept_name(folder: Path) -> Path:
    number = 1
    while (kept := folder.with_name(f"{folder.stem} replaced {number}{folder.suffix}")).exists():
        number += 1
    return kept


def _remove_folder(folder: Path) -> None:
    if folder.exists():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
