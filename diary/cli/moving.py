"""move."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import carers, diaries, moving
from diary.app.moves import OtherRefusedError, Speaker, Wish
from diary.cli import answers
from diary.cli.looking_back import on_one_line
from diary.cli.shell import Shell
from diary.domain.days import wall_time_of
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, Basis, Voice
from diary.words import say
from diary.words.dates import plain_day
from diary.words.problems import sentence

if TYPE_CHECKING:
    from diary.app.moves import Account
    from diary.app.opened import OpenDiary


def move(typed: Namespace, shell: Shell) -> int:
    """Move an entry to the other diary, or only say what would be; exit code 1 where it is in both afterwards."""
    if (typed.by is None) != (typed.basis is None):
        raise DiaryError("by_needs_basis")
    with shell.to_add(typed.diary, typed.passphrase_file) as diary:
        wish = _wish(typed, diary, shell)
        try:
            secret = _secret(typed, shell)
            if typed.dry_run:
                _tell(moving.look(diary, typed.other, secret, wish), typed.other, shell)
                shell.tell(say("A move can’t be undone. Older backups hold the words until newer ones replace them."))
                return 0
            moved = moving.move(diary, typed.other, secret, wish)
        except OtherRefusedError as fault:
            raise DiaryError("other_refused", file=typed.other.name, why=sentence(fault)) from fault
    if moved.is_kept:
        raise DiaryError("move_half", file=typed.other.name, why=sentence(DiaryError(moved.why)))
    _tell(moved.account, typed.other, shell)
    what = {"day": plain_day(wish.day), "file": typed.other.name}
    shell.tell(say("Moved: {day}, to {file}.", **what) if moved.account.goes else say("Nothing was moved."))
    return 0


def _wish(typed: Namespace, diary: OpenDiary, shell: Shell) -> Wish:
    day = answers.day(typed.day, diary.today())
    voice = OWN_VOICE
    if typed.by is not None:
        voice = Voice(_writer(diary, typed.by), Basis(typed.basis))
    to = None
    if typed.other_own:
        to = Speaker()
    elif typed.other_by is not None:
        to = Speaker(typed.other_by, Basis.TOLD if voice.basis.is_own else Basis.OBSERVED)
    return Wish(day, voice, _since(typed.since, day, diary, shell), to)


def _writer(diary: OpenDiary, name: str) -> str:
    """The carer with this name, who may have stopped since."""
    same = [one.recorder.id for one in carers.carers(diary) if one.recorder.name.casefold() == name.strip().casefold()]
    if len(same) > 1:
        raise DiaryError("carer_ambiguous")
    if not same:
        raise DiaryError("carer_unknown")
    return same[0]


def _since(text: str | None, day: date, diary: OpenDiary, shell: Shell) -> datetime | None:
    """A time of the day that the entry is about, or a day with a time, on this computer's clock."""
    if text is None:
        return None
    zone = shell.computer.surroundings.now().tzinfo
    at = answers.clock_time(text)
    if at is not None:
        return wall_time_of(day, at, diary.day_ends_at).replace(tzinfo=zone)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=zone)
    except ValueError as fault:
        raise DiaryError("time_unreadable") from fault


def _secret(typed: Namespace, shell: Shell) -> str | None:
    other: Path = typed.other
    try:
        asks = diaries.needs_secret(other, shell.computer)
    except DiaryError as fault:
        raise OtherRefusedError(fault.slug, **fault.values) from fault
    return shell.secrets.to_open_other(typed.other_passphrase_file, other.name) if asks else None


def _tell(account: Account, other: Path, shell: Shell) -> None:
    """Say what goes, what stays and why, and what the other diary learns by it; never what was answered."""
    lines = (
        (account.goes, say("To {file} goes: {what}.", file=other.name, what=_listed(account.goes))),
        (account.stays, say("Here stays, because it has an answer there: {what}.", what=_listed(account.stays))),
        (account.made_known, say("Made known there by name: {what}.", what=_listed(account.made_known))),
    )
    for names, line in lines:
        if names:
            shell.tell(line)
    if account.goes:
        shell.tell(_whose(account))


def _whose(account: Account) -> str:
    """Whose words they are there."""
    to = account.to
    if not to.name:
        return say("There they are {person}’s own answers.", person=account.person)
    if account.is_new_carer:
        return say("There they are by {carer}, who did not write there before.", carer=to.name)
    return say("There they are by {carer}.", carer=to.name)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(on_one_line, names))
