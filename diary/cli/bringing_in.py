"""import."""

from __future__ import annotations

import json
from argparse import Namespace

from diary.app import bringing_in
from diary.app.values import BroughtIn
from diary.cli.looking_back import first_and_last
from diary.cli.shell import Shell
from diary.words import say, say_n


def bring_in(typed: Namespace, shell: Shell) -> int:
    """Bring a file in, or with ``--dry-run`` only say what that would do; an account of every row either way."""
    opened = shell.to_read if typed.dry_run else shell.to_add
    choices = bringing_in.Choices(typed.format, typed.map, typed.date_order)
    with opened(typed.diary, typed.passphrase_file) as diary:
        done = bringing_in.bring_in(diary, typed.file, choices, dry_run=typed.dry_run)
    if typed.json:
        shell.tell(json.dumps(done.account, indent=2))
    else:
        _tell(done, shell, dry_run=typed.dry_run)
    return 0


def _tell(done: BroughtIn, shell: Shell, *, dry_run: bool) -> None:
    shell.tell(say_n("{n} row was read.", "{n} rows were read.", done.account["rows_read"]))
    if dry_run:
        shell.tell(say_n("{n} entry would be made.", "{n} entries would be made.", done.made))
    else:
        shell.tell(say_n("{n} entry was made.", "{n} entries were made.", done.made))
    if done.known_already:
        n = done.known_already
        shell.tell(say_n("{n} entry was there already.", "{n} entries were there already.", n))
    if done.days:
        shell.tell(say("Days: {days}", days=first_and_last(done.days.first, done.days.last)))
    for name in done.account["columns_left_out"]:
        shell.tell(say("This column was left out: {name}", name=name))
    for cell in done.account["left_out"]:
        shell.tell(say("Row {row}: {reason}", row=cell["row"], reason=cell["reason"]))
