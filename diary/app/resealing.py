"""Old backups, which open with the passphrase or the recovery code of their time, and letting today's open them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import automatic_backups
from diary.app.values import BACKUP_SUFFIX
from diary.domain.errors import DiaryError
from diary.files.whole import read_whole
from diary.storage import backups
from diary.vault import key_file

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def backups_of_old_secrets(diary: OpenDiary) -> tuple[Path, ...]:
    """The backups of this diary, its own and in the second folder, that other secrets open than the diary itself.

    Those that lie elsewhere can't be known, and one that can't be read is left out.
    """
    typed = key_file.load_keys(diary.folder).typed
    folders = (diary.folder / backups.BACKUPS, automatic_backups.second_folder(diary))
    return tuple(file for folder in folders if folder for file in _files(folder) if _differs(file, diary, typed))


def reseal(diary: OpenDiary, backup: Path) -> None:
    """Let what opens the diary now open ``backup``, and nothing else; raises as ``storage.backups.reseal``."""
    backups.reseal(backup, read_whole(diary.folder / key_file.FILE_NAME), diary.keys.data_key)


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(file for file in folder.glob(f"*{BACKUP_SUFFIX}") if file.is_file())
    return []


def _differs(file: Path, diary: OpenDiary, typed: frozenset[str]) -> bool:
    with suppress(DiaryError):
        there = key_file.from_bytes(backups.keys_in(file))
        return there.diary_id == diary.keys.diary_id and there.typed != typed
    return False
