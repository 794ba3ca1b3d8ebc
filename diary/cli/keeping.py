"""check, backup, restore."""

from __future__ import annotations

from argparse import Namespace

from diary.app import diaries, keeping
from diary.app.values import DAMAGED, BackupFile, Health, Holding
from diary.cli.looking_back import first_and_last
from diary.cli.shell import Shell
from diary.domain.errors import DiaryError
from diary.words import say, say_n
from diary.words.dates import clock_time, plain_day

FAULTS_TOLD = 5
"""A file that was cut in two has thousands; the first few say as much."""


def check(typed: Namespace, shell: Shell) -> int:
    """Say whether the diary is whole; raises ``DiaryError``: ``diary_damaged``, ``keys_damaged``, ``diary_differs``."""
    secret = _secret(typed, shell)
    try:
        health = _repaired(typed, shell, secret) if typed.repair else _looked_at(typed, shell, secret)
        _tell_faults(health, shell)
        held = _judged(health)
    except DiaryError as fault:
        if fault.slug in DAMAGED:
            _tell_backup(keeping.newest_good_backup(typed.diary, secret, shell.computer), shell)
        raise
    days = first_and_last(held.first_day, held.last_day)
    shell.tell(say_n("All is well: {n} day, {days}.", "All is well: {n} days, {days}.", held.days, days=days))
    return 0


def _secret(typed: Namespace, shell: Shell) -> str | None:
    """What opens the diary; where its keys can't be read, what opens its newest backup is asked for all the same."""
    try:
        return shell.secret(typed.diary, typed.passphrase_file)
    except DiaryError as fault:
        if fault.slug not in DAMAGED:
            raise
    backups = keeping.backups_of(typed.diary)
    asks = bool(backups) and keeping.backup_needs_secret(backups[0].file, shell.computer)
    return shell.secrets.to_open(typed.passphrase_file) if asks else None


def _looked_at(typed: Namespace, shell: Shell, secret: str | None) -> Health:
    diary = diaries.open_to_read(typed.diary, secret, shell.computer)
    try:
        return keeping.check(diary)
    finally:
        diaries.close(diary)


def _repaired(typed: Namespace, shell: Shell, secret: str | None) -> Health:
    diary = diaries.open_diary(typed.diary, secret, shell.computer)
    try:
        health = keeping.check(diary)
        if health.file_faults or not health.wrong_rows:
            return health
        keeping.repair(diary)
        shell.tell(say("What the diary shows was worked out again from its history."))
        return keeping.check(diary)
    finally:
        diaries.close(diary)


def _tell_faults(health: Health, shell: Shell) -> None:
    for fault in health.file_faults[:FAULTS_TOLD]:
        shell.tell(say("The file is damaged: {fault}", fault=fault))
    if more := len(health.file_faults[FAULTS_TOLD:]):
        shell.tell(say_n("And {n} fault more.", "And {n} faults more.", more))
    for kind, count in health.wrong_rows.items():
        n = count
        shell.tell(
            say_n(
                "{kind}: {n} row differs from its history.", "{kind}: {n} rows differ from their history.", n, kind=kind
            )
        )
    if not health.keys_are_whole:
        shell.tell(say("The key file is damaged, though it still opens the diary: keys.json"))
    if health.shut_notes:
        n = health.shut_notes
        shell.tell(say_n("{n} sealed note does not open any more.", "{n} sealed notes do not open any more.", n))
    if health.ahead is not None:
        day = plain_day(health.ahead.date())
        shell.tell(say("The last entry was written by a clock that ran ahead: it said {day}.", day=day))


def _judged(health: Health) -> Holding:
    if health.file_faults or health.holding is None:
        raise DiaryError("diary_damaged")
    if not health.keys_are_whole:
        raise DiaryError("keys_damaged")
    if health.wrong_rows:
        raise DiaryError("diary_differs")
    if health.shut_notes:
        raise DiaryError("sealed_note_shut")
    return health.holding


def _tell_backup(backup: BackupFile | None, shell: Shell) -> None:
    if backup is None:
        shell.tell(say("There is no backup beside it that opens and is whole."))
        return
    day, time = plain_day(backup.made_at.date()), clock_time(backup.made_at)
    shell.tell(say("The newest whole backup is of {day}, {time}: {file}", day=day, time=time, file=str(backup.file)))


def backup(typed: Namespace, shell: Shell) -> int:
    """Make a backup and say where it lies."""
    if typed.out and typed.out.exists():
        raise DiaryError("backup_exists")
    with shell.to_write(typed.diary, typed.passphrase_file) as diary:
        try:
            made = keeping.back_up(diary, typed.out)
        except DiaryError as fault:
            if fault.slug in {"file_unreadable", "folder_read_only"}:  # the diary was just opened: it is the new file
                raise DiaryError("file_unwritable") from fault
            raise
    shell.tell(say("Backed up and checked: {file}", file=str(made)))
    return 0


def restore(typed: Namespace, shell: Shell) -> int:
    """Bring a backup back and say what it holds, and where a diary that was there already is now."""
    was_there = typed.diary.exists()
    asks = keeping.backup_needs_secret(typed.backup, shell.computer)
    secret = shell.secrets.to_open(typed.passphrase_file) if asks else None
    held = keeping.restore(typed.backup, typed.diary, secret, shell.computer)
    days = first_and_last(held.first_day, held.last_day)
    shell.tell(say_n("Brought back: {n} day, {days}.", "Brought back: {n} days, {days}.", held.days, days=days))
    if was_there:
        shell.tell(say("The diary that was there is kept beside it. Its name says “replaced”."))
    shell.warn_of_synced_folder(typed.diary)
    return 0
