"""history."""

from __future__ import annotations

import unicodedata
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app import carers, journal, looking_back
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.entries import Helped, MarkKind
from diary.domain.measures import ScaleKind
from diary.domain.people import PERSON
from diary.domain.places import BodySite, Side
from diary.words import msgid, say
from diary.words.changed import changed_thing, gone_change, moved_words, sealed_change, told_answer
from diary.words.dates import clock_time, plain_day
from diary.words.numbers import answer, short_number
from diary.words.writers import carer_words, who_changed, who_wrote

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.app.values import HistoryRow
    from diary.domain.measures import Measure

CHOSEN = {
    "day_mark": {
        MarkKind.BAD_DAY.value: msgid("bad day, couldn’t log"),
        MarkKind.NOTHING_TO_LOG.value: msgid("nothing to log"),
    },
    "intake": {
        Helped.YES.value: msgid("yes"),
        Helped.A_BIT.value: msgid("a bit"),
        Helped.NO.value: msgid("no"),
        Helped.NOT_SURE.value: msgid("not sure"),
    },
}
"""What is chosen from a few words and kept by their ids, by kind."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ids of a history stand for."""

    people: Mapping[str, str]
    measures: Mapping[str, Measure]


def history(typed: Namespace, shell: Shell) -> int:
    """Print what changed, newest first."""
    with shell.to_read(typed.diary, typed.passphrase_file) as diary:
        day = answers.day(typed.day, diary.today()) if typed.day is not None else None
        rows = looking_back.history(diary, day)
        names = _names(diary)
    for row in rows:
        shell.tell(_line(row, names))
    if not rows:
        shell.tell(say("Nothing has been written yet.") if day is None else say("Nothing was written about that day."))
    return 0


def _names(diary: OpenDiary) -> _Names:
    return _Names(
        people=carers.names(diary),
        measures=journal.day_page(diary, diary.today()).measures,
    )


def _line(row: HistoryRow, names: _Names) -> str:
    who = _who(row, names.people)
    parts = {
        "day": plain_day(row.day or row.at.date()),
        "written": plain_day(row.at.date()),
        "time": clock_time(row.at),
        "who": say("{who}, from another app", who=who) if row.is_imported else who,
        "what": _what(row, names),
        "old": _stood(row.old, row, names),
        "new": _stood(row.new, row, names),
    }
    if moved := moved_words(row.what, row.new):
        return say("{day}: {what}: {moved} ({who}, {written} at {time})", **parts, moved=moved)
    person = names.people.get(PERSON, "")
    if row.is_gone or row.is_sealed:
        read = sealed_change(on_one_line(str(row.new or "")), person)
        change = gone_change(person, is_sealed=row.is_sealed) if row.is_gone else read
        return say("{day}: {what}: {change} ({who}, {written} at {time})", change=change, **parts)
    if row.is_undo:
        return say("{day}: {what}: taken back, {old} → {new} ({who}, {written} at {time})", **parts)
    return say("{day}: {what}: {old} → {new} ({who}, {written} at {time})", **parts)


def _who(row: HistoryRow, names: Mapping[str, str]) -> str:
    """Whose words they are, as the window says it, and who changed them where that was somebody else."""
    person, writer = names.get(PERSON, ""), row.said_by or row.recorder
    name = names.get(writer, "")
    whose = carer_words(name) if row.basis is None else who_wrote(row.basis, person, name)
    return who_changed(whose, carer_words(names.get(row.recorder, ""))) if row.is_anothers else whose


def _what(row: HistoryRow, names: _Names) -> str:
    measure = names.measures.get(row.what)
    if measure is None:
        return on_one_line(changed_thing(row.what, row.called))
    label = measure.label if measure.own else say(measure.label)
    return label if row.site is None else _at_place(label, row.site)


def _at_place(label: str, site: BodySite) -> str:
    known = catalogue.places().get(site.place)
    place = say(known.label) if known else site.place
    match site.side:
        case Side.LEFT:
            return say("{measure}, left {place}", measure=label, place=place)
        case Side.RIGHT:
            return say("{measure}, right {place}", measure=label, place=place)
    return say("{measure}, {place}", measure=label, place=place)


def _stood(value: str | float | None, row: HistoryRow, names: _Names) -> str:
    """What counted: the own answer, and while that was empty what was told to a carer."""
    measure = names.measures.get(row.what)
    if value is None and row.told is not None:
        return told_answer(_shown(row.what, row.told, measure), carer_words(names.people.get(row.told_to, "")))
    return _shown(row.what, value, measure)


def _shown(what: str, value: str | float | None, measure: Measure | None) -> str:
    match value:
        case None:
            return say("not filled in")
        case bool():
            return say("yes") if value else say("no")
        case str():
            words = CHOSEN.get(what, {}).get(value)
            return say(words) if words else f"“{on_one_line(value)}”"
    return answer(measure, value) if measure and measure.kind is not ScaleKind.SCORE else short_number(value)


def on_one_line(text: str) -> str:
    """A person's words without line ends and signs that a terminal would obey instead of showing."""
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)


def first_and_last(first: date | None, last: date | None) -> str:
    """A span of days in words, for accounts."""
    if first is None or last is None:
        return say("nothing written yet")
    return say("{first} to {last}", first=plain_day(first), last=plain_day(last))
