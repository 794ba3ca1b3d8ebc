"""The key of a diary without a passphrase: outside the diary, so that a copy of its folder alone stays closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import PRIVATE_FOLDER, read_whole, remove_whole, write_error, write_whole
from diary.vault.sealing import KEY_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER_NAME = "keys"


def key_path(configuration_folder: Path, diary_id: str) -> Path:
    """Where the key of a diary lies, whether or not it is there."""
    return configuration_folder / _FOLDER_NAME / f"{diary_id}.key"


def keep_key(configuration_folder: Path, diary_id: str, key: bytes) -> None:
    """Write the key for this account's eyes alone; raises as ``write_whole`` does."""
    path = key_path(configuration_folder, diary_id)
    try:
        path.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as fault:
        raise write_error(path, fault) from fault
    write_whole(path, key)


def kept_key(configuration_folder: Path, diary_id: str) -> bytes:
    """Return the key; raises ``DiaryError``: ``unprotected_key_missing`` or ``unprotected_key_wrong``."""
    try:
        key = read_whole(key_path(configuration_folder, diary_id))
    except DiaryError as fault:
        raise DiaryError("unprotected_key_missing") from fault
    if len(key) != KEY_BYTES:
        raise DiaryError("unprotected_key_wrong")
    return key


def forget_key(configuration_folder: Path, diary_id: str) -> None:
    """Remove the key, once a passphrase protects the diary or the diary is gone; raises as ``write_whole`` does."""
    path = key_path(configuration_folder, diary_id)
    if path.exists():
        remove_whole(path)
