"""One folder in place of a diary's: at whatever instant the program is killed, one of the two is there, whole.

Nothing here needs the database: a start page looks for diaries before it is loaded.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from diary.files.whole import patiently

BACKUPS = "backups"
"""The folder within a diary's where its backups lie; it goes over to what takes the diary's place."""
LOOK, NEW, SALVAGED = "look", "new", "saved"


def beside(folder: Path, purpose: str) -> Path:
    """The folder beside a diary's in which something is put together before it counts."""
    return folder.with_name(f".{folder.name}.{purpose}")


def put_in_place(fresh: Path, folder: Path) -> None:
    """Make ``fresh`` the diary ``folder``; one that is there is kept beside it. Raises ``OSError``; nothing changed."""
    if not folder.exists():
        _move(fresh, folder)
        return
    kept = _kept(folder, _last_number(folder) + 1)
    _move(folder, kept)
    try:
        if (kept / BACKUPS).exists():
            _move(kept / BACKUPS, fresh / BACKUPS)
        _move(fresh, folder)
    except OSError:
        _swap_back(kept, fresh, folder)
        raise


def put_back(folder: Path) -> None:
    """Put a diary back that had just been taken away for another when the program was killed; else do nothing."""
    fresh, number = beside(folder, NEW), _last_number(folder)
    if number and fresh.is_dir() and not folder.exists():
        with suppress(OSError):
            _swap_back(_kept(folder, number), fresh, folder)


def _swap_back(kept: Path, fresh: Path, folder: Path) -> None:
    if (fresh / BACKUPS).exists():
        _move(fresh / BACKUPS, kept / BACKUPS)
    _move(kept, folder)


def _move(source: Path, target: Path) -> None:
    patiently(partial(source.replace, target))


def _last_number(folder: Path) -> int:
    number = 0
    while _kept(folder, number + 1).exists():
        number += 1
    return number


def _kept(folder: Path, number: int) -> Path:
    return folder.with_name(f"{folder.stem} replaced {number}{folder.suffix}")
