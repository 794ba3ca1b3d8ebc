"""What opens a diary beside its passphrase: a new recovery code, this computer's keychain, and no passphrase at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from diary.app import carers
from diary.app.computer import Computer
from diary.app.opened import OpenDiary
from diary.app.values import WaysIn
from diary.domain.days import ONE_DAY
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage.store import DIARY_FILE, Store, Writer
from diary.vault import key_file, keys, unprotected
from diary.vault.keys import KeyFile
from diary.vault.sealing import KEY_BYTES
from diary.vault.slots import KEYCHAIN, PASSPHRASE, RECOVERY, UNPROTECTED, OpenedKeys

_CODE_ASKED_FROM = "recovery_code_asked_from"
"""The day from which it is asked whether the code is written down; empty once it was said or declined."""


@dataclass(frozen=True, slots=True)
class KeychainKey:
    """A key that the keychain of this computer keeps for a diary, under the name of the slot that it opens."""

    name: str
    key: bytes = field(repr=False)


def ways_in(diary: OpenDiary) -> WaysIn:
    """What opens the diary for whoever has it open, and whether the recovery code did so now."""
    key_slots, owner = diary.key_slots(), diary.keys.owner
    slot = diary.keys.slot
    return WaysIn(
        passphrase=bool(key_slots.of_type(PASSPHRASE, owner)),
        keychain=bool(key_slots.of_type(KEYCHAIN, owner)),
        unprotected=bool(key_slots.of_type(UNPROTECTED, owner)),
        used_code=slot is not None and slot.type == RECOVERY,
        decides=diary.decides,
        carer="" if owner == PERSON else carers.names(diary).get(owner, ""),
    )


def save_proven(diary: OpenDiary, changed: KeyFile, opens: Callable[[KeyFile], OpenedKeys]) -> None:
    """Put ``changed`` in place of the diary's keys once ``opens`` has opened the diary with them; else nothing changes.

    Raises ``DiaryError`` as ``key_file.save_keys``.
    """

    def proof() -> None:
        opened = opens(key_file.load_keys(diary.folder))
        writer = Writer(diary.store.device, diary.computer.surroundings)
        Store.open_to_read(diary.folder / DIARY_FILE, opened.data_key, writer).close()

    key_file.save_keys(diary.folder, changed, proof)
    diary.key_slots()  # not before: until then the old ways in are among them


def new_recovery_code(diary: OpenDiary) -> str:
    """Make another recovery code for whoever has the diary open; the old one no longer opens it."""
    random_bytes = diary.computer.surroundings.random_bytes
    changed, code = keys.with_new_recovery_code(key_file.load_keys(diary.folder), diary.keys, random_bytes)
    save_proven(diary, changed, lambda saved: keys.unlock(saved, code))
    return code


def ask_about_code_later(diary: OpenDiary) -> None:
    """Have it asked, from tomorrow on, whether the recovery code is written down; it is no matter if that can't be."""
    with suppress(DiaryError):
        diary.store.remember(_CODE_ASKED_FROM, (diary.today() + ONE_DAY).isoformat())


def end_asking_about_code(diary: OpenDiary) -> None:
    """Ask no more: it is written down, or nobody wants to be asked. Raises as ``Store.remember``."""
    diary.store.remember(_CODE_ASKED_FROM, "")


def is_time_to_ask_about_code(diary: OpenDiary) -> bool:
    """Whether to ask now, at most once a day; never who came in with the code: it is written down somewhere."""
    asked_from, slot = diary.store.remembered(_CODE_ASKED_FROM), diary.keys.slot
    if not asked_from or date.fromisoformat(asked_from) > diary.today() or (slot and slot.type == RECOVERY):
        return False
    ask_about_code_later(diary)
    return True


def go_unprotected(diary: OpenDiary) -> tuple[str, ...]:
    """Let this computer open the diary without anything typed, in place of the passphrase and the keychain.

    Returns the names of what the keychains need no longer keep. Raises ``DiaryError("only_the_person")`` for a
    carer: it would open to everybody what is another's.
    """
    if not diary.decides:
        raise DiaryError("only_the_person")
    folder, diary_id = diary.computer.configuration_folder, diary.keys.diary_id
    old = key_file.load_keys(diary.folder)
    if _is_unprotected(old, folder):  # its key must not be overwritten before the new one is known to open
        return ()
    random_bytes = diary.computer.surroundings.random_bytes
    kept = random_bytes(KEY_BYTES)
    changed = keys.with_no_passphrase(old, diary.keys, kept, random_bytes)
    unprotected.keep_key(folder, diary_id, kept)
    try:
        save_proven(diary, changed, lambda saved: keys.unlock_unprotected(saved, folder))
    except DiaryError:
        unprotected.forget_key(folder, diary_id)
        raise
    return _of_keychains(old, diary)


def _is_unprotected(key_slots: KeyFile, folder: Path) -> bool:
    try:
        keys.unlock_unprotected(key_slots, folder)
    except DiaryError:
        return False
    return True


def add_keychain(diary: OpenDiary) -> KeychainKey:
    """Add a slot for this computer's keychain; return the key, for ``keep_in_keychain`` to keep in another thread.

    Until it is kept nobody has the key: a slot that nothing opens does no harm.
    """
    random_bytes = diary.computer.surroundings.random_bytes
    key = random_bytes(KEY_BYTES)
    changed, name = keys.with_keychain(key_file.load_keys(diary.folder), diary.keys, key, random_bytes)
    save_proven(diary, changed, lambda saved: keys.unlock_by_keychain(saved, name, key))
    return KeychainKey(name, key)


def remove_keychain(diary: OpenDiary) -> tuple[str, ...]:
    """Remove the keychain's slots; return the names of what their keychains need no longer keep."""
    old = key_file.load_keys(diary.folder)
    changed = keys.without(old, diary.keys, KEYCHAIN)
    key_file.save_keys(diary.folder, changed, _as_before)
    diary.key_slots()
    return _of_keychains(old, diary)


def _of_keychains(key_slots: KeyFile, diary: OpenDiary) -> tuple[str, ...]:
    return tuple(slot.id for slot in key_slots.of_type(KEYCHAIN, diary.keys.owner))


def keychain_names(folder: Path) -> tuple[str, ...]:
    """The names under which keychains keep keys of the diary in ``folder``; raises as ``key_file.load_keys``."""
    return tuple(slot.id for slot in key_file.load_keys(folder).of_type(KEYCHAIN))


def keep_in_keychain(computer: Computer, made: KeychainKey) -> None:
    """Have the keychain keep a key; it may ask the person first. Raises ``keychain_none``, ``keychain_refused``."""
    computer.keychain.keep(made.name, made.key)


def forget_in_keychain(computer: Computer, names: tuple[str, ...]) -> None:
    """Have the keychain keep keys no longer; raises as ``keep_in_keychain``."""
    for name in names:
        computer.keychain.forget(name)


def from_keychain(computer: Computer, names: tuple[str, ...]) -> KeychainKey:
    """The key that this computer's keychain has under one of ``names``; it may ask the person first.

    Raises ``DiaryError``: ``keychain_none``, ``keychain_refused``, ``keychain_empty``.
    """
    for name in names:
        key = computer.keychain.kept(name)
        if key is not None:
            return KeychainKey(name, key)
    raise DiaryError("keychain_empty")


def _as_before() -> None:
    """What is left after a removal opens as it did: its slots were not touched, and the file is read back anyway."""
