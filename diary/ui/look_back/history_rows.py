"""From the changes of a day to the lines of its history; it runs in the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.entries import Helped, MarkKind
from diary.domain.measures import ScaleKind
from diary.ui.look_back.rows import lower_first, name_of, named, who_of
from diary.ui.look_back.state import HistoryLine
from diary.words import say
from diary.words.changed import changed_thing, gone_change, moved_words, sealed_change, told_answer
from diary.words.dates import clock_time, plain_day
from diary.words.numbers import answer, short_number
from diary.words.writers import who_changed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.app.values import HistoryRow
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure

LONGEST_ON_BUTTON = 12
"""Letters of an answer that its button can name; of more it says "this"."""


def history_lines(rows: Iterable[HistoryRow], extract: Extract) -> tuple[HistoryLine, ...]:
    """Each change in words: when, who, about what, old → new, and what a button could bring back.

    A change between two empty values is none to read: a moment that comes or goes says nothing but its answers.
    """
    told = (row for row in rows if row.is_gone or row.is_sealed or row.old is not None or row.new is not None)
    return tuple(_history_line(row, extract) for row in told)


def _history_line(row: HistoryRow, extract: Extract) -> HistoryLine:
    measure = extract.measures.get(row.what)
    before, after = (_stood(value, row, extract) for value in (row.old, row.new))
    who = _who(row, extract)
    about = changed_thing(row.what, row.called)
    if moved := moved_words(row.what, row.new):
        change = moved
    elif row.is_gone:
        change = gone_change(extract.person.name, is_sealed=row.is_sealed)
    elif row.is_sealed:
        change = sealed_change(str(row.new or ""), extract.person.name)
    elif row.is_undo:
        change = say("taken back: {old} → {new}", old=before, new=after)
    else:
        change = say("{old} → {new}", old=before, new=after)
    return HistoryLine(
        say("{day}, {time}", day=plain_day(row.at.date()), time=clock_time(row.at)),
        say("{who}, from another app", who=who) if row.is_imported else who,
        named(measure, row.site) if measure else about,
        change,
        row.brought_back_by,
        after,
    )


def _who(row: HistoryRow, extract: Extract) -> str:
    """Whose words they are, and who changed them where that was somebody else."""
    writer = row.said_by or row.recorder
    # What has no basis is nobody's answer, so it is no word of the person's where a carer did it.
    whose = name_of(writer, extract) if row.basis is None else who_of(row.basis, writer, extract)
    return who_changed(whose, name_of(row.recorder, extract)) if row.is_anothers else whose


def _stood(value: str | float | None, row: HistoryRow, extract: Extract) -> str:
    """What counted: the own answer, and while that was empty what was told to a carer."""
    measure = extract.measures.get(row.what)
    if value is None and row.told is not None:
        return told_answer(_shown(row.told, row.what, measure), name_of(row.told_to, extract))
    return _shown(value, row.what, measure)


def _shown(value: str | float | None, kind: str, measure: Measure | None) -> str:
    if value is None:
        return say("not filled in")
    if measure is not None and not isinstance(value, str):
        return short_number(value) if measure.kind is ScaleKind.SCORE else lower_first(answer(measure, value))
    if kind == "day_mark":
        return say("nothing to log") if value == MarkKind.NOTHING_TO_LOG else say("bad day, couldn’t log")
    if kind == "intake":
        return _helped(str(value))
    if isinstance(value, str):
        return f"“{value}”"
    return say("yes") if value == 1 else short_number(value)


def _helped(value: str) -> str:
    words = {
        Helped.YES.value: say("yes"),
        Helped.A_BIT.value: say("a bit"),
        Helped.NO.value: say("no"),
        Helped.NOT_SURE.value: say("not sure"),
    }
    return words.get(value, value)


def brings_back(line: HistoryLine) -> str:
    """What a line's button says: the answer where it is short."""
    if len(line.after) <= LONGEST_ON_BUTTON:
        return say("Bring back {answer}", answer=line.after)
    return say("Bring this back")
