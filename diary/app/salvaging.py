"""Saving what can be read of a damaged diary: it becomes a backup of its own, and the damaged file stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app import keeping
from diary.app.values import BACKUP_SUFFIX, DAMAGED, Salvaged
from diary.domain.errors import DiaryError
from diary.files.whole import PRIVATE_FOLDER, write_error
from diary.storage import backups, salvage
from diary.storage.store import DIARY_FILE, Store, Writer
from diary.storage.swapping import SALVAGED, beside
from diary.vault import key_file
from diary.vault.pages import SALT_BYTES

if TYPE_CHECKING:
    from diary.app.computer import Computer
    from diary.storage.salvage import Found
    from diary.vault.keys import KeyFile
    from diary.vault.slots import OpenedKeys


def save_what_is_left(folder: Path, secret: str | None, computer: Computer) -> Salvaged:
    """Read what can be read of the diary in ``folder``, and keep it as a checked backup beside the others.

    ``secret`` opens the diary; where its key file is damaged too, that of a backup serves. Raises ``DiaryError``:
    ``nothing_left``, ``diary_in_use``, ``disk_full`` …, and as ``open_diary``.
    """
    key_slots, opened = _unlocked(folder, secret, computer)
    with keeping.lock_for(folder, computer):
        found = salvage.read(folder / DIARY_FILE, opened.data_key, _salts(folder))
        fresh = beside(folder, SALVAGED)
        try:
            backups.remove_folder(fresh)
            fresh.mkdir(PRIVATE_FOLDER)
            return _kept(folder, fresh, key_slots, opened, found, computer)
        except OSError as fault:
            raise write_error(folder, fault) from fault
        finally:
            with suppress(OSError):
                backups.remove_folder(fresh)


def is_anything_there(folder: Path) -> bool:
    """Whether the diary in ``folder`` has a file at all, with something in it."""
    with suppress(OSError):
        return (folder / DIARY_FILE).stat().st_size > 0
    return False


def _kept(  # noqa: PLR0917 - what a backup is made of, and where
    folder: Path, fresh: Path, key_slots: KeyFile, opened: OpenedKeys, found: Found, computer: Computer
) -> Salvaged:
    writer = Writer(computer.surroundings.new_id(), computer.surroundings)
    store = Store.create(
        fresh / DIARY_FILE, opened.data_key, catalogue.built_in_revisions(), writer, diary_id=opened.diary_id
    )
    try:
        store.take_in(found.rows)
        now = computer.surroundings.now()
        target = keeping.backups_folder(folder) / f"{now:%Y-%m-%d %H.%M.%S} what was left{BACKUP_SUFFIX}"
        backups.make(store, opened.data_key, key_file.to_bytes(key_slots), target, now)
        return Salvaged(target, keeping.holding(store), found.lost)
    finally:
        store.close()


def _unlocked(folder: Path, secret: str | None, computer: Computer) -> tuple[KeyFile, OpenedKeys]:
    """The diary's own keys, or, where they are damaged or missing, those of its newest backup that open."""
    first: DiaryError | None = None
    for load in _key_files(folder):
        try:
            key_slots = load()
            return key_slots, keeping.unlocked(key_slots, secret, computer)
        except DiaryError as fault:
            first = first or fault
            if fault.slug not in DAMAGED:
                break
    assert first is not None
    raise first


def _key_files(folder: Path) -> Iterator[Callable[[], KeyFile]]:
    yield partial(key_file.load_keys, folder)
    for backup in keeping.backups_of(folder):
        yield partial(_keys_in, backup.file)


def _keys_in(backup: Path) -> KeyFile:
    return key_file.from_bytes(backups.keys_in(backup))


def _salts(folder: Path) -> Iterator[bytes]:
    for backup in keeping.backups_of(folder):
        with suppress(DiaryError):
            yield backups.beginning_of(backup.file, SALT_BYTES)
