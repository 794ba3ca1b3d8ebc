"""log, history."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app import carers, journal, looking_back
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.days import checked_day
from diary.domain.entries import MarkKind
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import OWN_VOICE, Basis, Voice
from diary.words import say
from diary.words.dates import clock_time, plain_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.app.values import HistoryRow
    from diary.domain.day_values import ValueKey

SEEMED = "pain_as_seemed"


def log(typed: Namespace, shell: Shell) -> int:
    """Write about a day: everything typed, or nothing when one part of it can't be."""
    own = {SLEEP: typed.sleep, MOOD: typed.mood, ANXIETY: typed.anxiety, PAIN: typed.pain}
    scores: dict[ValueKey, float | None] = {
        (measure, None): answers.number(text) for measure, text in own.items() if text is not None
    }
    for text in typed.place:
        site, value = answers.place(text)
        scores[PAIN, site] = value
    scores = _as_seen(scores) if typed.basis == Basis.OBSERVED else scores
    note = shell.standard_input() if typed.note == "-" else typed.note
    if not scores and not typed.bad_day and not (note or "").strip():
        raise DiaryError("nothing_to_write")
    if (typed.by is None) != (typed.basis is None):
        raise DiaryError("by_needs_basis")
    with shell.to_write(typed.diary, typed.passphrase_file) as diary:
        day = checked_day(answers.day(typed.day, diary.today()), diary.today())
        journal.checked_text(note or "")
        voice = _voice(typed, diary)
        if scores:
            journal.give_scores(diary, day, scores, voice=voice, from_notes=typed.from_notes)
        if typed.bad_day:
            journal.mark_day(diary, day, MarkKind.BAD_DAY, voice=voice)
        if note:
            journal.write_note(diary, day, note, voice=voice)
    shell.tell(say("Saved for {day}.", day=plain_day(day)))
    return 0


def _as_seen(scores: dict[ValueKey, float | None]) -> dict[ValueKey, float | None]:
    """What a carer noticed: pain as it seemed to them; nobody can notice another's mood, anxiety or hours of sleep."""
    if any(measure != PAIN or site is not None for measure, site in scores):
        raise DiaryError("observed_only_pain")
    return {(SEEMED, site): value for (_, site), value in scores.items()}


def _voice(typed: Namespace, diary: OpenDiary) -> Voice:
    if typed.by is None:
        return OWN_VOICE
    return Voice(carers.carer_named(diary, typed.by), Basis(typed.basis))


def history(typed: Namespace, shell: Shell) -> int:
    """Print what changed, newest first."""
    with shell.to_read(typed.diary, typed.passphrase_file) as diary:
        day = answers.day(typed.day, diary.today()) if typed.day else None
        rows = looking_back.history(diary, day)
        names = carers.names(diary)
    for row in rows:
        shell.tell(_line(row, names))
    if not rows:
        shell.tell(say("Nothing has been written yet."))
    return 0


def _line(row: HistoryRow, names: dict[str, str]) -> str:
    return say(
        "{day}, written {written} at {time} by {who}: {what} {old} → {new}",
        day=plain_day(row.day or row.at.date()),
        written=row.at.date().isoformat(),
        time=clock_time(row.at),
        who=_who(row, names),
        what=_what(row),
        old=_shown(row.old),
        new=_shown(row.new),
    )


def _who(row: HistoryRow, names: dict[str, str]) -> str:
    name = names.get(row.recorder, row.recorder)
    match row.basis:
        case Basis.TOLD:
            return say("{carer} (told by the person)", carer=name)
        case Basis.OBSERVED:
            return say("{carer} (noticed)", carer=name)
    return name


def _what(row: HistoryRow) -> str:
    measure = catalogue.measures().get(row.what)
    name = say(measure.label) if measure else row.what.replace("_", " ")
    if row.site is None:
        return name
    place = catalogue.places()[row.site.place]
    return f"{name}, {row.site.side} {say(place.label)}".replace("  ", " ")


def _shown(value: str | float | None) -> str:
    match value:
        case None:
            return "–"
        case str():
            return value.replace("\n", " ")
    return short_number(value)


def first_and_last(first: date | None, last: date | None) -> str:
    """A span of days in words, for accounts."""
    if first is None or last is None:
        return say("nothing written yet")
    return say("{first} to {last}", first=plain_day(first), last=plain_day(last))
