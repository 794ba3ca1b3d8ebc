"""A copy of the diary in another place, with what can't be saved here in it: a full disk must not cost an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app.values import BACKUP_SUFFIX
from diary.domain.errors import DiaryError
from diary.files.whole import remove_whole
from diary.storage import backups
from diary.storage.store import Store, Writer
from diary.vault import key_file

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def save_copy(diary: OpenDiary, target: Path, write: Callable[[OpenDiary], object]) -> None:
    """Make a backup of an open diary at ``target``, with what ``write`` writes in it; the diary is not changed.

    What a killed program left of an earlier one in that folder is cleared away. Raises ``DiaryError`` as
    ``storage.backups.make`` and as ``write``; then nothing is left at ``target``.
    """
    if target.exists():
        raise DiaryError("backup_exists")
    draft = target.with_name(f".unsaved {target.name}.db")
    surroundings = diary.computer.surroundings
    backups.remove_abandoned(target.parent, BACKUP_SUFFIX, surroundings.now())
    try:
        remove_whole(draft)
        diary.store.copy_whole(draft)
        writer = Writer(surroundings.new_id(), surroundings)
        store = Store.open(
            draft, diary.keys.data_key, catalogue.built_in_revisions(), writer, before_migrating=_is_current
        )
        try:
            write(replace(diary, store=store, lock=None, done=[], undone=[], set_up=[], measures={}))
            keys = key_file.to_bytes(diary.key_slots())
            backups.make(store, diary.keys.data_key, keys, target, surroundings.now())
        finally:
            store.close()
    finally:
        remove_whole(draft)


def _is_current(_store: Store) -> None:
    """The copy is as new as the diary it was made of."""
