"""Making, opening and closing diaries, and changing what opens them."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

from diary import catalogue
from diary.app import keeping, looks, ways_in
from diary.app.computer import Computer
from diary.app.new_carer import checked_name, consent_changes, recorder_changes
from diary.app.opened import OpenDiary
from diary.app.values import BegunBy
from diary.app.ways_in import KeychainKey
from diary.domain.days import DAY_ENDS_AT, diary_day
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Agreed
from diary.files import folders, preferences
from diary.files.preferences import Device, KnownDiary, Preferences
from diary.files.whole import PRIVATE_FOLDER, make_private, remove_drafts, write_error
from diary.storage import backups, swapping
from diary.storage.revisions import FieldChange
from diary.storage.store import DIARY_FILE, Store, Writer
from diary.vault import key_file, keys, unprotected
from diary.vault.keys import KeyFile
from diary.vault.passphrases import Argon2Cost
from diary.vault.slots import OpenedKeys

UNFINISHED = -1
"""The device's highest seq while a diary is open: after a crash it can't be trusted, so a new device id begins."""


def create(
    folder: Path,
    about: str,
    passphrase: str | None,
    computer: Computer,
    *,
    begun_by: BegunBy | None = None,
    cost: Argon2Cost = keys.DEFAULT_COST,
) -> tuple[OpenDiary, str]:
    """Make a diary about ``about`` in the new folder ``folder``; return it open, and its recovery code.

    ``passphrase`` ``None`` keeps the key on this computer instead. ``begun_by`` is a carer who makes it for somebody
    else: then what opens it is the carer's, who writes in it from now on. Raises ``DiaryError``: ``diary_exists``,
    ``name_empty``, ``name_too_long``, ``passphrase_empty``, ``folder_read_only``, ``disk_full``; nothing is left.
    """
    name = checked_name(about)
    diary_id = computer.surroundings.new_id()
    owner, carer = _owner(begun_by, name, computer)
    try:
        if folder.exists():
            raise DiaryError("diary_exists", file=folder.name)
        folder.mkdir(PRIVATE_FOLDER, parents=True)
    except OSError as fault:
        raise write_error(folder, fault) from fault
    with ExitStack() as if_it_fails:
        if_it_fails.callback(_remove_half_made, folder)
        if_it_fails.callback(unprotected.forget_key, computer.configuration_folder, diary_id)
        key_slots, code, opened = keys.create(
            diary_id,
            owner,
            passphrase,
            random_bytes=computer.surroundings.random_bytes,
            configuration_folder=computer.configuration_folder,
            cost=cost,
        )
        lock = keeping.lock_for(folder, computer)
        lock.take()
        if_it_fails.callback(lock.free)
        writer = Writer(computer.surroundings.new_id(), computer.surroundings)
        store = Store.create(
            folder / DIARY_FILE, opened.data_key, catalogue.built_in_revisions(), writer, diary_id=diary_id
        )
        if_it_fails.callback(store.close)
        key_file.save_keys(folder, key_slots, lambda: None)
        diary = OpenDiary(folder, folders.label_of(folder), store, opened, computer, lock, recorder=owner)
        diary.key_slots()
        first = [
            FieldChange("person", PERSON, "name", name),
            FieldChange("recorder", PERSON, "name", name),
            FieldChange("slot_owner", owner, "recorder", owner),
            *carer,
        ]
        store.write(first, recorder=owner)
        _remember(diary, UNFINISHED)
        if_it_fails.pop_all()
    return diary, code


def _owner(begun_by: BegunBy | None, person: str, computer: Computer) -> tuple[str, list[FieldChange]]:
    """Whose ways into a new diary are, and what makes them known in it."""
    if begun_by is None:
        return PERSON, []
    if begun_by.agreed is Agreed.NO:
        raise DiaryError("carer_not_agreed")
    if checked_name(begun_by.name).casefold() == person.casefold():
        raise DiaryError("carer_has_persons_name")
    carer, now = computer.surroundings.new_id(), computer.surroundings.now()
    named = recorder_changes(carer, begun_by.name, begun_by.relationship, diary_day(now, DAY_ENDS_AT))
    return carer, [*named, *consent_changes(carer, begun_by.agreed, carer, now)]


def _remove_half_made(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def open_diary(folder: Path, secret: str | KeychainKey | None, computer: Computer) -> OpenDiary:
    """Open a diary to write in, with a passphrase, a recovery code or a key that the keychain had.

    ``None`` uses the key that this computer keeps in a file.

    Raises ``DiaryError``: ``not_a_diary``, ``diary_in_use``, ``passphrase_needed``, and as ``vault.keys.unlock`` and
    ``Store.open``.
    """
    opened = _unlocked(folder, secret, computer)
    lock = keeping.lock_for(folder, computer)
    lock.take()
    _tidy(folder)
    try:
        device = _known_device(folder, opened.diary_id, computer)
        writer = Writer(device.device_id if device else computer.surroundings.new_id(), computer.surroundings)
        store = Store.open(
            folder / DIARY_FILE,
            opened.data_key,
            catalogue.built_in_revisions(),
            writer,
            before_migrating=lambda store: keeping.back_up_store(store, folder, opened, computer),
        )
    except BaseException:
        lock.free()
        raise
    diary = OpenDiary(folder, folders.label_of(folder), store, opened, computer, lock, recorder=opened.owner)
    try:
        key_file.settle_keys(folder, opened)
        diary.key_slots()
        diary.reread_choices()
        if device:
            diary.earlier = store.last_act(device.device_id)
            diary.pick_up()
        if device and device.highest_seq != store.last_seq:
            store.device = computer.surroundings.new_id()
        _note_beginning(diary)
    except BaseException:
        _let_go(diary)
        raise
    return diary


def _tidy(folder: Path) -> None:
    """Clear away what a killed program left half done, and take older diaries from other accounts' eyes."""
    remove_drafts(folder)
    backups.remove_unpacked(folder)
    make_private(folder / DIARY_FILE)
    make_private(folder / backups.BACKUPS, PRIVATE_FOLDER)


def open_to_read(folder: Path, secret: str | None, computer: Computer) -> OpenDiary:
    """Open a diary only to read, which works beside a window that has it open, and on a read-only disk."""
    opened = _unlocked(folder, secret, computer)
    writer = Writer(computer.surroundings.new_id(), computer.surroundings)
    store = Store.open_to_read(folder / DIARY_FILE, opened.data_key, writer)
    diary = OpenDiary(folder, folders.label_of(folder), store, opened, computer, None, recorder=opened.owner)
    diary.reread_choices()
    return diary


def close(diary: OpenDiary) -> None:
    """Let go of a diary; what was written is safe already, so this only notes under which number it ended.

    Where that can't be noted it is no matter: a new device id begins the next time.
    """
    try:
        if diary.lock is not None:
            with suppress(DiaryError):
                diary.key_slots()
                _remember(diary, diary.store.last_seq)
    finally:
        _let_go(diary)


def _let_go(diary: OpenDiary) -> None:
    diary.store.close()
    if diary.lock is not None:
        diary.lock.free()


def needs_secret(folder: Path, computer: Computer) -> bool:
    """Whether somebody has to type a passphrase or a recovery code to open the diary in ``folder``.

    A diary without a passphrase asks for its recovery code on a computer that doesn't keep its key.
    """
    return keeping.asks_for_secret(_key_file(folder), computer)


def check_secret(diary: OpenDiary, secret: str) -> None:
    """Raise ``DiaryError`` unless ``secret`` opens the diary for whoever has it open; another's is a wrong one."""
    if keys.unlock(diary.key_slots(), secret).owner != diary.keys.owner:
        raise DiaryError("wrong_passphrase")


def change_passphrase(diary: OpenDiary, new: str, *, cost: Argon2Cost = keys.DEFAULT_COST) -> None:
    """Let ``new`` open the diary from now on; the old passphrase, or the key on this computer, no longer does."""
    old = key_file.load_keys(diary.folder)
    random_bytes = diary.computer.surroundings.random_bytes
    changed = keys.with_passphrase_changed(old, diary.keys, diary.keys.owner, new, random_bytes=random_bytes, cost=cost)
    ways_in.save_proven(diary, changed, lambda saved: keys.unlock(saved, new))
    if not old.needs_secret:
        unprotected.forget_key(diary.computer.configuration_folder, diary.keys.diary_id)


def recovery_code(diary: OpenDiary) -> str:
    """The recovery code of whoever opened the diary, to be shown again."""
    return keys.shown_recovery_code(key_file.load_keys(diary.folder), diary.keys)


def _key_file(folder: Path) -> KeyFile:
    swapping.put_back(folder)
    try:
        is_one = folder.is_dir() and ((folder / DIARY_FILE).exists() or (folder / key_file.FILE_NAME).exists())
    except OSError as fault:
        raise DiaryError("file_unreadable", file=folder.name) from fault
    if not is_one:
        raise DiaryError("not_a_diary" if folder.exists() else "diary_missing", file=folder.name)
    return key_file.load_keys(folder)


def _unlocked(folder: Path, secret: str | KeychainKey | None, computer: Computer) -> OpenedKeys:
    key_slots = _key_file(folder)
    if isinstance(secret, KeychainKey):
        return keys.unlock_by_keychain(key_slots, secret.name, secret.key)
    return keeping.unlocked(key_slots, secret, computer)


def _known_device(folder: Path, diary_id: str, computer: Computer) -> Device | None:
    return preferences.load(computer.configuration_folder).device_for(diary_id, folder.resolve())


def _note_beginning(diary: OpenDiary) -> None:
    """Note that the device writes; where this computer can't, as on a full disk, write as one that is never met again.

    The diary may lie on another disk, and must not be shut because of this one.
    """
    try:
        _remember(diary, UNFINISHED)
    except DiaryError:
        diary.store.device = diary.computer.surroundings.new_id()


def _remember(diary: OpenDiary, highest_seq: int) -> None:
    folder = diary.folder.resolve()

    opens_by_itself = not needs_secret(diary.folder, diary.computer)

    def changed(old: Preferences) -> Preferences:
        known = next((one for one in old.diaries if one.folder == folder), KnownDiary(folder, diary.label))
        known = replace(known, opens_by_itself=opens_by_itself, day_ends_at=diary.day_ends_at)
        known = looks.told_apart(known, old.diaries)
        device = Device(diary.keys.diary_id, folder, diary.store.device, highest_seq)
        return old.with_diary(known).with_device(device)

    preferences.change(diary.computer.configuration_folder, changed)
