"""What a carer noticed: another instrument, in a panel and a list of its own, never part of an average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.domain.people import Basis
from diary.report.labels import shortened
from diary.report.own_notes import LONGEST_NOTE, more_notes
from diary.report.rich import plain, rich
from diary.report.values import Answer, Grid, Mark, Panel
from diary.words import msgid, say, say_n
from diary.words.dates import plain_day, short_day
from diary.words.numbers import answer, label_beside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from diary.domain.day_values import Day
    from diary.domain.entries import Entry, Note, Score
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.report.axis import Axis
    from diary.report.values import Rich

CARER = "carer"
MOST_CARERS_DAYS = 3
MOST_CARERS_NOTES = 3
_NOTES = {
    "noticed_in_pain": msgid("looked in pain"),
    "noticed_worried": msgid("seemed worried"),
    "noticed_low": msgid("seemed low"),
    "pain_as_seemed": msgid("pain as it seemed"),
}


def carers_panel(extract: Extract, drawn: Sequence[Day], of: Axis) -> Panel | None:
    """Return one panel of what was noticed most often, ``None`` when nothing that can be drawn was."""
    marks = {name: _marks(extract.measures[name], drawn, of) for name in _NOTES if name in extract.measures}
    best = max(marks, key=lambda name: len(marks[name]), default=None)
    if best is None or not marks[best]:
        return None
    measure = extract.measures[best]
    ends = (
        (measure.steps[0], measure.steps[_top(measure)]) if measure.steps else (measure.low_words, measure.high_words)
    )
    return Panel(
        key=CARER,
        label=say("Carer’s view"),
        note=say(_NOTES[best]),
        low_words=say(ends[0]),
        high_words=say(ends[1]),
        ticks=(),
        marks=marks[best],
        carer=True,
        alt=say_n("What the carer noticed: {n} mark.", "What the carer noticed: {n} marks.", len(marks[best])),
    )


def noticed_answers(day: Day, extract: Extract) -> tuple[Answer, ...]:
    """Return what carers noticed on one day, in the catalogue's order; of several carers it is said whose it is."""
    called = _called({entry.recorder for entry in _observed(day) if entry.scores}, extract)
    return tuple(
        Answer(_label(measure, called[carer] if len(called) > 1 else ""), said)
        for measure in extract.measures.values()
        for carer in called
        if measure.observed and (said := _answered(day, carer, measure))
    )


def _label(measure: Measure, called: str) -> str:
    label = label_beside(measure)
    return say("{what} ({who})", what=label, who=called) if called else label


def _marks(measure: Measure, drawn: Sequence[Day], of: Axis) -> tuple[Mark, ...]:
    top = _top(measure)
    levels = {
        (of.at(day.day), score.value / top)
        for day in drawn
        for score in _noticed(day)
        if score.measure == measure.id and score.value <= top
    }
    return tuple(Mark(x, y, "triangle") for x, y in sorted(levels))


def _noticed(day: Day) -> Iterable[Score]:
    return (score for entry in _observed(day) for score in entry.scores)


def _observed(day: Day) -> list[Entry]:
    """What carers wrote of what they noticed, in the order of writing."""
    return sorted((one for one in day.entries if one.basis is Basis.OBSERVED), key=_written)


def _written(entry: Entry) -> tuple[datetime, str]:
    return entry.written_at, entry.id


def _top(measure: Measure) -> int:
    """Return the highest answer that can be drawn: the last step says that the carer could not tell."""
    return len(measure.steps) - 2 if measure.kind is ScaleKind.STEPS else int(measure.highest)


def carers_box(extract: Extract, chosen: Collection[str]) -> Grid | None:
    """Return what was noticed on the last three days on which anything was, and the newest notes that were chosen.

    Where several carers noticed something, each has columns of their own. ``None`` where there is neither.
    """
    columns = _columns(extract)
    notes = [note for note in extract.notes if note.id in chosen and not note.basis.is_own and note.text.strip()]
    notes.sort(key=lambda note: (note.day, note.written_at, note.id))
    if not columns and not notes:
        return None
    asked = [one for one in extract.measures.values() if one.observed and any(_answered(*of, one) for of in columns)]
    rows = tuple((label_beside(one), *(_answered(*of, one) or "–" for of in columns)) for one in asked)
    called = _called({*(carer for _, carer in columns), *(note.recorder for note in notes)}, extract)
    heads = (say("Noticed"), *(_head(day, called[carer] if len(called) > 1 else "") for day, carer in columns))
    said = " ".join(part for part in (_whose(called), _how_many(columns, extract)) if part)
    return Grid(say("Carer’s view △"), heads, rows, said=said, notes=_shown(notes, called))


def _how_many(columns: Sequence[tuple[Day, str]], extract: Extract) -> str:
    """Of how many days these are the last, nothing where all of them are there."""
    shown, of = len({day.day for day, _ in columns}), sum(any(_noticed(day)) for day in extract.days)
    if shown == of:
        return ""
    return say_n("Here is the last of {of} days.", "Here are the last {n} of {of} days.", shown, of=of)


def _columns(extract: Extract) -> list[tuple[Day, str]]:
    """The newest days on which something was noticed, each as often as carers did, three in all; the oldest first."""
    columns: list[tuple[Day, str]] = []
    for day in reversed(extract.days):
        seen = {entry.recorder for entry in _observed(day) if entry.scores}
        of_day = [(day, carer) for carer in _in_order(seen, extract)]
        if columns and len(columns) + len(of_day) > MOST_CARERS_DAYS:
            break
        columns = [*of_day[-MOST_CARERS_DAYS:], *columns]
    return columns


def _head(day: Day, called: str) -> str:
    return say("{day}, {who}", day=short_day(day.day), who=called) if called else short_day(day.day)


def _called(who: Collection[str], extract: Extract) -> dict[str, str]:
    """What the page calls each carer: by the relationship, never by name; who would be called the same is numbered."""
    known = extract.recorders
    relations = {one: known[one].relationship if one in known else "" for one in _in_order(who, extract)}
    called = {one: relation or say("carer") for one, relation in relations.items()}
    twice = {words for words in called.values() if list(called.values()).count(words) > 1}
    for words in twice:
        same = [one for one, its_words in called.items() if its_words == words]
        called |= {one: say("{who} {number}", who=words, number=number) for number, one in enumerate(same, 1)}
    return called


def _shown(notes: Sequence[Note], called: Mapping[str, str]) -> tuple[Rich, ...]:
    """The newest of the notes, oldest first, and how many more there are; of several carers it is said whose."""
    more = more_notes(max(len(notes) - MOST_CARERS_NOTES, 0))
    shown = (_note(note, called[note.recorder] if len(called) > 1 else "") for note in notes[-MOST_CARERS_NOTES:])
    return (*shown, *([rich(more)] if more else []))


def _note(note: Note, called: str) -> Rich:
    words = plain(shortened(note.text, LONGEST_NOTE))
    if called:
        day, who = plain_day(note.day), plain(called)
        return rich(say("A carer’s note ({who}), **{day}**: “{words}”", who=who, day=day, words=words))
    return rich(say("The carer’s note, **{day}**: “{words}”", day=plain_day(note.day), words=words))


def _in_order(who: Collection[str], extract: Extract) -> list[str]:
    """The carers as the diary lists them, on every day in the same order."""
    return [*(one for one in extract.recorders if one in who), *sorted(set(who) - set(extract.recorders))]


def _answered(day: Day, carer: str, measure: Measure) -> str:
    """The latest of what a carer noticed, in words."""
    scores = [one for entry in _observed(day) if entry.recorder == carer and (one := entry.score(measure.id))]
    return answer(measure, scores[-1].value) if scores else ""


def _whose(called: Mapping[str, str]) -> str:
    if len(called) > 1:
        return say("These are carers’ observations, not the person’s own ratings.")
    (relation,) = called.values()
    if relation == say("carer"):
        return say("These are a carer’s observations, not the person’s own ratings.")
    return say("These are a carer’s observations ({relation}), not the person’s own ratings.", relation=relation)
