"""A carer's own passphrase, which opens the diary and says who writes; and the person's own way in, on taking over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app import ways_in
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage.revisions import FieldChange
from diary.vault import key_file, keys

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.vault.passphrases import Argon2Cost


def own_passphrases(diary: OpenDiary) -> frozenset[str]:
    """The carers who have a passphrase of their own, by recorder id."""
    return key_file.load_keys(diary.folder).owners - {PERSON}


def give_passphrase(diary: OpenDiary, carer_id: str, passphrase: str, *, cost: Argon2Cost = keys.DEFAULT_COST) -> str:
    """Let a carer open the diary with a passphrase of their own; returns their recovery code, to be written down.

    Raises ``DiaryError``: ``only_the_person``, ``passphrase_first`` where nothing has to be typed to open the diary,
    ``passphrase_empty``, ``passphrase_taken``.
    """
    check_decides(diary)
    old = key_file.load_keys(diary.folder)
    if not old.needs_secret:
        raise DiaryError("passphrase_first")
    random_bytes = diary.computer.surroundings.random_bytes
    changed, code = keys.with_owner(old, diary.keys, carer_id, passphrase, random_bytes=random_bytes, cost=cost)
    # Kept for as long as there is the diary: who had a key once may have a copy of the diary that it opens.
    diary.store.write([FieldChange("slot_owner", carer_id, "recorder", carer_id)], recorder=diary.recorder)
    ways_in.save_proven(diary, changed, lambda saved: keys.unlock(saved, passphrase))
    return code


def take_passphrase(diary: OpenDiary, carer_id: str) -> None:
    """Let a carer's own passphrase and recovery code open the diary no longer.

    Raises ``DiaryError``: ``only_the_person``, and ``take_over_first`` for those of who keeps it for the person.
    """
    check_decides(diary)
    check_is_no_keeper(diary, carer_id)
    drop_passphrase(diary, carer_id)


def drop_passphrase(diary: OpenDiary, carer_id: str) -> None:
    """Do so for a carer who writes here no longer, whoever said so; nothing happens where they have none."""
    old = key_file.load_keys(diary.folder)
    changed = keys.without_owner(old, carer_id)
    if changed.slots != old.slots and changed.slots:
        key_file.save_keys(diary.folder, changed, _as_before)
        diary.key_slots()


def check_is_no_keeper(diary: OpenDiary, carer_id: str) -> None:
    """Leave its only way in to a diary that the person can't open yet; raises ``DiaryError("take_over_first")``."""
    if carer_id == diary.keys.owner and diary.decides:
        raise DiaryError("take_over_first")


def check_decides(diary: OpenDiary) -> None:
    """Raise ``DiaryError("only_the_person")`` where a carer's own passphrase opened it: they don't say who writes."""
    if not diary.decides:
        raise DiaryError("only_the_person")


def _as_before() -> None:
    """What is left opens as it did: its slots were not touched."""
