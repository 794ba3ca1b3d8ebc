"""Backups, bringing one back, and the check that a diary is whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app import sealing
from diary.app.values import BACKUP_SUFFIX, BackupFile, Health, Holding
from diary.domain.days import Period
from diary.domain.errors import DiaryError
from diary.files.folders import synced_folder_of
from diary.files.lock import DiaryLock, Holder
from diary.files.whole import PRIVATE_FOLDER, read_whole, write_error
from diary.storage import backups, reading, revisions
from diary.storage.store import DIARY_FILE, Store, Writer
from diary.vault import key_file, keys, unprotected

if TYPE_CHECKING:
    from diary.app.computer import Computer
    from diary.app.opened import OpenDiary
    from diary.vault.keys import KeyFile
    from diary.vault.slots import OpenedKeys


AHEAD = timedelta(days=1)
"""A clock may be an hour or a time zone off; more than this is told."""


def back_up(diary: OpenDiary, target: Path | None = None) -> Path:
    """Make a checked backup at ``target``, or under a name of its own in the diary's ``backups``; return where.

    What a killed program left of an earlier one in the folder of ``target`` is cleared away.
    """
    diary.key_slots()
    if target is not None:
        backups.remove_abandoned(target.parent, BACKUP_SUFFIX, diary.computer.surroundings.now())
    return back_up_store(diary.store, diary.folder, diary.keys, diary.computer, target)


def back_up_store(
    store: Store, folder: Path, opened: OpenedKeys, computer: Computer, target: Path | None = None
) -> Path:
    """The same for a store that is not yet a diary's: before a migration."""
    now = computer.surroundings.now()
    if target is None:
        target = backups_folder(folder) / f"{now:%Y-%m-%d %H.%M.%S}{BACKUP_SUFFIX}"
    backups.make(store, opened.data_key, read_whole(folder / key_file.FILE_NAME), target, now)
    return target


def is_synced(folder: Path, computer: Computer) -> bool:
    """Whether a service keeps ``folder`` in step with other computers, which a diary in use must not be."""
    return synced_folder_of(folder, computer.environment) is not None


def backups_folder(diary: Path) -> Path:
    """The folder of a diary's own backups, made where it is missing; raises as ``write_whole`` does."""
    folder = diary / backups.BACKUPS
    try:
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    except OSError as fault:
        raise write_error(folder, fault) from fault
    return folder


def backups_of(folder: Path) -> tuple[BackupFile, ...]:
    """The backups beside the diary in ``folder``, newest first, without those that are damaged themselves."""
    found = []
    for file in (folder / backups.BACKUPS).glob(f"*{BACKUP_SUFFIX}"):
        with suppress(DiaryError):
            found.append(BackupFile(file, backups.about(file).made_at))
    return tuple(sorted(found, key=_made_at, reverse=True))


def _made_at(backup: BackupFile) -> datetime:
    return backup.made_at


def backup_needs_secret(backup: Path, computer: Computer) -> bool:
    """Whether somebody has to type a passphrase or a recovery code to open ``backup``; raises as ``restore`` does."""
    return asks_for_secret(key_file.from_bytes(backups.keys_in(backup)), computer)


def asks_for_secret(key_slots: KeyFile, computer: Computer) -> bool:
    """Whether these keys open only with something typed: there is no other slot, or its key is elsewhere."""
    kept = unprotected.key_path(computer.configuration_folder, key_slots.diary_id)
    return key_slots.needs_secret or not kept.exists()


def unlocked(key_slots: KeyFile, secret: str | None, computer: Computer) -> OpenedKeys:
    """What ``secret`` opens, or (``None``) the key that this computer keeps; raises as ``vault.keys`` does."""
    if secret is None:
        return keys.unlock_unprotected(key_slots, computer.configuration_folder)
    return keys.unlock(key_slots, secret)


def newest_good_backup(folder: Path, secret: str | None, computer: Computer) -> BackupFile | None:
    """The newest backup beside the diary in ``folder`` that opens with ``secret`` and is whole; each is tried."""
    for backup in backups_of(folder):
        with suppress(DiaryError):
            look_into(backup.file, folder, secret, computer)
            return backup
    return None


def restore(backup: Path, folder: Path, secret: str | None, computer: Computer) -> Holding:
    """Bring ``backup`` back as the diary ``folder``, and return what it holds; a diary already there is kept beside it.

    ``secret`` opens the backup: the passphrase of its time, or the recovery code. Raises ``DiaryError``:
    ``not_a_backup``, ``backup_damaged``, ``backup_of_another_diary``, ``diary_exists``, ``diary_in_use`` and as
    ``open_diary``; then nothing has changed.
    """
    diary_id = backups.about(backup).diary_id
    if folder.exists():
        _check_replaceable(folder, diary_id, backup, computer)
    proof = _Proof(backup, secret, computer)
    backups.unpack(backup, folder, proof.opens_and_is_whole)
    return proof.held[0]


def look_into(backup: Path, folder: Path, secret: str | None, computer: Computer) -> Holding:
    """What ``backup`` holds, to recognise it by before it is brought back as ``folder``; raises as ``restore`` does."""
    proof = _Proof(backup, secret, computer)
    backups.look_into(backup, folder, proof.opens_and_is_whole)
    return proof.held[0]


@dataclass(frozen=True, slots=True)
class _Proof:
    """That a backup opens and is whole; ``held`` is what it held."""

    backup: Path
    secret: str | None
    computer: Computer
    held: list[Holding] = field(default_factory=list)

    def opens_and_is_whole(self, fresh: Path) -> None:
        opened = unlocked(key_file.load_keys(fresh), self.secret, self.computer)
        self.held.append(_whole_holding(fresh / DIARY_FILE, opened, self.computer, self.backup))


def _whole_holding(file: Path, opened: OpenedKeys, computer: Computer, backup: Path) -> Holding:
    writer = Writer(computer.surroundings.new_id(), computer.surroundings)
    try:
        store = _opened_copy(file, opened.data_key, writer)
        try:
            if store.faults():
                raise DiaryError("backup_damaged", file=backup.name)
            return holding(store)
        finally:
            store.close()
    except DiaryError as fault:
        if fault.slug == "diary_damaged":  # the one in the backup: the person's own diary was not even looked at
            raise DiaryError("backup_damaged", file=backup.name) from fault
        raise


def _opened_copy(file: Path, key: bytes, writer: Writer) -> Store:
    """Open a copy of our own; one of an older schema, such as from before a migration, is brought to this one."""
    try:
        return Store.open_to_read(file, key, writer)
    except DiaryError as fault:
        if fault.slug != "diary_older":
            raise
    return Store.open(file, key, catalogue.built_in_revisions(), writer, before_migrating=_is_backed_up)


def _is_backed_up(_store: Store) -> None:
    """The copy was made from a backup, which stays as it is."""


def _check_replaceable(folder: Path, diary_id: str, backup: Path, computer: Computer) -> None:
    """Only the same diary is replaced, and not under a window; where its keys can't say, it is kept beside anyway."""
    if not any((folder / name).exists() for name in (DIARY_FILE, key_file.FILE_NAME)):
        raise DiaryError("diary_exists", file=folder.name)
    try:
        there = key_file.load_keys(folder).diary_id
    except DiaryError:
        there = diary_id
    if there != diary_id:
        raise DiaryError("backup_of_another_diary", file=backup.name)
    with lock_for(folder, computer):
        pass  # not held any longer: an open file in it keeps a folder from being renamed on Windows


def lock_for(folder: Path, computer: Computer) -> DiaryLock:
    """The right to write in the diary ``folder``, not yet taken."""
    now = computer.surroundings.now()
    return DiaryLock(folder, Holder(computer.user, computer.program, computer.pid, now))


def holding(store: Store) -> Holding:
    """What a diary holds: its first and last day, how many days have something, and when it was last written."""
    with store.reading() as connection:
        ends = reading.reach(connection)
        days = reading.days(connection, Period(*ends)) if ends else ()
        last = revisions.last_written_at(connection)
    return Holding(ends[0] if ends else None, ends[1] if ends else None, len(days), last)


def check(diary: OpenDiary) -> Health:
    """Look whether file and keys are whole, and whether the diary shows what its history adds up to."""
    keys_are_whole = key_file.load_keys(diary.folder).is_intact
    if faults := diary.store.faults():
        return Health(tuple(faults), {}, None, keys_are_whole=keys_are_whole)
    held = holding(diary.store)
    last, now = held.last_written_at, diary.computer.surroundings.now()
    ahead = last if last is not None and last > now + AHEAD else None
    wrong = diary.store.projection_differences()
    shut = sealing.shut_notes(diary)
    return Health((), wrong, held, keys_are_whole=keys_are_whole, ahead=ahead, shut_notes=shut)


def repair(diary: OpenDiary) -> None:
    """Work out again from the history what the diary shows; the history itself is never touched."""
    diary.store.rebuild()
