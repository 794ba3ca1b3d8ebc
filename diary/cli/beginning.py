"""new, demo."""

from __future__ import annotations

from argparse import Namespace

from diary.app import demo as made_up
from diary.app import diaries
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.days import diary_day


def new(typed: Namespace, shell: Shell) -> int:
    """Make a diary and print its recovery code, on one line that nothing else stands on."""
    diary, code = diaries.create(typed.diary, typed.about, _passphrase(typed, shell), shell.computer)
    diaries.close(diary)
    shell.tell(code)
    shell.warn_of_synced_folder(typed.diary)
    return 0


def demo(typed: Namespace, shell: Shell) -> int:
    """Make a made-up diary and print its recovery code likewise."""
    until = answers.day(typed.until, diary_day(shell.computer.surroundings.now()))
    diary, code = made_up.make(
        typed.diary, _passphrase(typed, shell), shell.computer, years=typed.years, seed=typed.seed, until=until
    )
    diaries.close(diary)
    shell.tell(code)
    shell.warn_of_synced_folder(typed.diary)
    return 0


def _passphrase(typed: Namespace, shell: Shell) -> str | None:
    return None if typed.no_passphrase else shell.secrets.for_new(typed.passphrase_file)
