"""Deleting everything: a whole diary with its backups, as far as this computer knows of them."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import automatic_backups, ways_in
from diary.app.values import BACKUP_SUFFIX, AllDeleted
from diary.domain.errors import DiaryError
from diary.files import preferences
from diary.files.whole import remove_drafts, remove_whole
from diary.storage import backups
from diary.storage.store import DIARY_FILE
from diary.vault import key_file, unprotected

if TYPE_CHECKING:
    from diary.app.computer import Computer
    from diary.app.opened import OpenDiary

_JOURNALS = ("-journal", "-wal", "-shm")
_OWN = (
    key_file.FILE_NAME,
    key_file.OLD_NAME,
    DIARY_FILE,
    *(DIARY_FILE + ending for ending in _JOURNALS),
    "lock.json",
    "lock",
)
"""The keys go first: what can't be removed then can't be opened either."""
_LOOKED_AT = (".DS_Store", "desktop.ini", "Thumbs.db")
"""What macOS and Windows leave in a folder that somebody looked into."""


def check_may_delete(diary: OpenDiary) -> None:
    """Raise ``DiaryError("only_the_person")`` where a carer's own passphrase opened it: the diary is another's."""
    if not diary.decides:
        raise DiaryError("only_the_person")


def delete_everything(diary: OpenDiary) -> AllDeleted:
    """Close an open diary for ever: its files, its backups here and in the second folder, and what this computer knows.

    Never stops half way: returns what could not be removed. Backups made by hand elsewhere are known to nobody.
    """
    copies, second = automatic_backups.copies_of(diary), automatic_backups.second_folder(diary)
    here, diary_id, computer = diary.folder.resolve(), diary.keys.diary_id, diary.computer
    names = _keychain_names(diary)
    replaced = [folder for folder in _replaced(here) if _is_of(folder, diary_id)]
    diary.store.close()
    left: list[Path] = [] if second is None or second.is_dir() else [second]
    if not _is_elsewhere(diary_id, (here, *replaced), computer):
        with suppress(DiaryError):
            unprotected.forget_key(computer.configuration_folder, diary_id)
    for file in (here / key_file.FILE_NAME, *copies):
        _remove(file, left)
    if diary.lock is not None:
        diary.lock.free()
    for folder in (here, *replaced):
        _remove_diary(folder, left)
    _forget(diary_id, (here, *replaced), computer, left)
    return AllDeleted(diary.label, tuple(dict.fromkeys(left)), names)


def _keychain_names(diary: OpenDiary) -> tuple[str, ...]:
    with suppress(DiaryError):
        return ways_in.keychain_names(diary.folder)
    return ()


def _remove_diary(folder: Path, left: list[Path]) -> None:
    """Remove what is a diary's in a folder; a file that somebody else put there is left, and told."""
    remove_drafts(folder)
    backups.remove_unpacked(folder)
    for name in _OWN:
        _remove(folder / name, left)
    with suppress(OSError):
        for file in sorted((folder / backups.BACKUPS).iterdir()):
            if file.name.endswith(BACKUP_SUFFIX) or backups.is_half_made(file.name, BACKUP_SUFFIX):
                _remove(file, left)
    for empty in (folder / backups.BACKUPS, folder):
        for name in _LOOKED_AT:
            _remove(empty / name, left)
        try:
            empty.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            left += _inside(empty)


def _inside(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [file for file in sorted(folder.iterdir()) if file.name != backups.BACKUPS] or [folder]
    return [folder]


def _remove(file: Path, left: list[Path]) -> None:
    try:
        remove_whole(file)
    except DiaryError as fault:
        if fault.slug != "folder_missing":
            left.append(file)


def _replaced(folder: Path) -> Iterator[Path]:
    """The diaries that were kept beside this one when a backup was brought back over it."""
    with suppress(OSError):
        yield from folder.parent.glob(f"{glob.escape(folder.stem)} replaced *{folder.suffix}")


def _is_of(folder: Path, diary_id: str) -> bool:
    try:
        return key_file.load_keys(folder).diary_id == diary_id
    except DiaryError:
        return False


def _is_elsewhere(diary_id: str, these: tuple[Path, ...], computer: Computer) -> bool:
    """Whether another copy of this diary is known, under another name: its key on this computer is the same."""
    known = preferences.load(computer.configuration_folder).diaries
    return any(one.folder not in these and _is_of(one.folder, diary_id) for one in known)


def _forget(diary_id: str, these: tuple[Path, ...], computer: Computer, left: list[Path]) -> None:
    def changed(old: preferences.Preferences) -> preferences.Preferences:
        return old.without_diary(diary_id, these)

    try:
        preferences.change(computer.configuration_folder, changed)
    except DiaryError:
        left.append(computer.configuration_folder / preferences.FILE_NAME)
