"""new, demo."""

from __future__ import annotations

from argparse import Namespace

from diary.app import demo as made_up
from diary.app import diaries
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.days import diary_day
from diary.words import say


def new(typed: Namespace, shell: Shell) -> int:
    """Make a diary and print its recovery code; a program that reads it finds nothing else."""
    diary, code = diaries.create(typed.diary, typed.about, _passphrase(typed, shell), shell.computer)
    diaries.close(diary)
    _tell_code(code, shell)
    shell.warn_of_synced_folder(typed.diary)
    return 0


def demo(typed: Namespace, shell: Shell) -> int:
    """Make a made-up diary and print its recovery code likewise."""
    until = answers.day(typed.until, diary_day(shell.computer.surroundings.now()))
    diary, code = made_up.make(
        typed.diary, _passphrase(typed, shell), shell.computer, years=typed.years, seed=typed.seed, until=until
    )
    diaries.close(diary)
    _tell_code(code, shell)
    shell.warn_of_synced_folder(typed.diary)
    return 0


def _tell_code(code: str, shell: Shell) -> None:
    """Print the code on a line of its own; to somebody who sees it, what it is as well."""
    if shell.is_seen:
        shell.tell(say("The recovery code. It opens the diary if the passphrase is forgotten, so write it down:"))
    shell.tell(code)


def _passphrase(typed: Namespace, shell: Shell) -> str | None:
    return None if typed.no_passphrase else shell.secrets.for_new(typed.passphrase_file)
