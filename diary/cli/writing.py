"""log."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app import acts, appointments, journal
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.days import checked_day
from diary.domain.entries import MarkKind
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, checked_score
from diary.domain.people import Basis
from diary.words import say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from diary.domain.day_values import ValueKey

SEEMED = "pain_as_seemed"
MOST_BYTES = 4 * acts.LONGEST_NOTE
"""More than this is more signs than a note can have, however few bytes each takes; the rest isn't even read."""


def log(typed: Namespace, shell: Shell) -> int:
    """Write about a day: everything typed, or nothing when one part of it can't be."""
    if (typed.by is None) != (typed.basis is None):
        raise DiaryError("by_needs_basis")
    scores = _scores(typed)
    note = _piped_note(shell) if typed.note == "-" else acts.checked_text(typed.note or "")
    if not scores and not typed.bad_day and not note.strip() and not typed.appointment:
        raise DiaryError("nothing_to_write")
    with shell.to_add(typed.diary, typed.passphrase_file) as diary:
        day = checked_day(answers.day(typed.day, diary.today()), diary.today())
        told = journal.Told(scores, MarkKind.BAD_DAY if typed.bad_day else None, note, typed.from_notes)
        journal.log_day(diary, day, told, by=typed.by, basis=Basis(typed.basis or Basis.SELF))
        if typed.appointment:
            appointments.keep(diary, day)
    shell.tell(say("Saved for {day}.", day=plain_day(day)))
    return 0


def _scores(typed: Namespace) -> dict[ValueKey, float | None]:
    """What was typed, all of it checked before anything is written: a carer is added only with what they say."""
    own = {SLEEP: typed.sleep, MOOD: typed.mood, ANXIETY: typed.anxiety, PAIN: typed.pain}
    scores: dict[ValueKey, float | None] = {}
    for measure, text in own.items():
        if text is not None:
            scores[measure, None] = checked_score(catalogue.measures()[measure], answers.number(text))
    for text in typed.place:
        site, value = answers.place(text)
        if (PAIN, site) in scores:
            raise DiaryError("place_twice")
        scores[PAIN, site] = checked_score(catalogue.measures()[PAIN], value)
    return _as_seen(scores) if typed.basis == Basis.OBSERVED else scores


def _as_seen(scores: dict[ValueKey, float | None]) -> dict[ValueKey, float | None]:
    """What a carer noticed: pain as it seemed to them; nobody can notice another's mood, anxiety or hours of sleep."""
    if any(measure != PAIN or site is not None for measure, site in scores):
        raise DiaryError("observed_only_pain")
    return {(SEEMED, site): value for (_, site), value in scores.items()}


def _piped_note(shell: Shell) -> str:
    data = shell.standard_input(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DiaryError("note_too_long", most=acts.LONGEST_NOTE)
    return acts.checked_text(answers.text(data))
