"""check, backup, restore."""

from __future__ import annotations

from argparse import Namespace

from diary.app import keeping
from diary.cli.looking_back import first_and_last
from diary.cli.shell import Shell
from diary.domain.errors import DiaryError
from diary.words import say, say_n


def check(typed: Namespace, shell: Shell) -> int:
    """Say whether the diary is whole; raises ``DiaryError``: ``diary_damaged``, ``diary_differs``."""
    opened = shell.to_write if typed.repair else shell.to_read
    with opened(typed.diary, typed.passphrase_file) as diary:
        health = keeping.check(diary)
        if typed.repair and not health.file_faults and health.wrong_rows:
            keeping.repair(diary)
            shell.tell(say("What the diary shows was worked out again from its history."))
            health = keeping.check(diary)
    for fault in health.file_faults:
        shell.tell(say("The file is damaged: {fault}", fault=fault))
    for kind, count in health.wrong_rows.items():
        n = count
        shell.tell(
            say_n(
                "{kind}: {n} row differs from its history.", "{kind}: {n} rows differ from their history.", n, kind=kind
            )
        )
    if health.file_faults:
        raise DiaryError("diary_damaged")
    if health.wrong_rows:
        raise DiaryError("diary_differs")
    days = first_and_last(health.holding.first_day, health.holding.last_day)
    shell.tell(say_n("All is well: {n} day, {days}.", "All is well: {n} days, {days}.", health.holding.days, days=days))
    return 0


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
    return 0
