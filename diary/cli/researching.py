"""research."""

from __future__ import annotations

from argparse import Namespace

from diary.app import looking_back, researching
from diary.cli import answers
from diary.cli.shell import Shell
from diary.words import say


def research(typed: Namespace, shell: Shell) -> int:
    """Print all that would go to a study, or, where a file is named, write it with its codebook beside it."""
    with shell.to_read(typed.diary, typed.passphrase_file) as diary:
        found = looking_back.extract(diary)
        if typed.first or typed.last:
            found = looking_back.extract(diary, answers.period(typed.first, typed.last, found.period))
    leaves = researching.for_research(found, with_answers=typed.with_answers)
    if typed.out is None:
        for table in (leaves.table, leaves.codebook):
            shell.tell(table.as_csv.decode("utf-8-sig").replace("\r\n", "\n"))
        return 0
    beside = researching.save(leaves, typed.out, force=typed.force)
    shell.tell(say("Written: {file} and {other}", file=typed.out, other=beside))
    shell.tell(say("They hold no name, date or word of your own, and they are not encrypted."))
    shell.tell(say("Someone who knows you well may still know you by your days."))
    return 0
