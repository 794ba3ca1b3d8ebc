"""What a carer noticed: another instrument, in a panel and a list of its own, never part of an average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.domain.people import Basis
from diary.report.labels import shortened
from diary.report.own_notes import LONGEST_NOTE, more_notes
from diary.report.rich import plain, rich
from diary.report.values import Answer, Grid, Mark, Panel
from diary.words import msgid, say
from diary.words.dates import plain_day, short_day
from diary.words.numbers import answer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from diary.domain.day_values import Day
    from diary.domain.entries import Note, Score
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
    )


def noticed_answers(day: Day, measures: Mapping[str, Measure]) -> tuple[Answer, ...]:
    """Return what a carer noticed on one day, in the catalogue's order."""
    scores = list(_noticed(day))
    return tuple(
        Answer(say(measure.label), answer(measure, score.value))
        for measure in measures.values()
        for score in scores
        if measure.observed and score.measure == measure.id
    )


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
    return (score for entry in day.entries if entry.basis is Basis.OBSERVED for score in entry.scores)


def _top(measure: Measure) -> int:
    """Return the highest answer that can be drawn: the last step says that the carer could not tell."""
    return len(measure.steps) - 2 if measure.kind is ScaleKind.STEPS else int(measure.highest)


def carers_box(extract: Extract, chosen: Collection[str]) -> Grid | None:
    """Return what was noticed on the last three days on which anything was, and the newest notes that were chosen.

    ``None`` where there is neither.
    """
    days = [day for day in extract.days if list(_noticed(day))][-MOST_CARERS_DAYS:]
    notes = [note for note in extract.notes if note.id in chosen and not note.basis.is_own and note.text.strip()]
    notes.sort(key=lambda note: (note.day, note.written_at, note.id))
    if not days and not notes:
        return None
    asked = [one for one in extract.measures.values() if one.observed and any(_answered(day, one) for day in days)]
    rows = tuple((say(one.label), *(_answered(day, one) or "–" for day in days)) for one in asked)
    heads = (say("Noticed"), *(short_day(day.day) for day in days))
    who = {entry.recorder for day in days for entry in day.entries if entry.basis is Basis.OBSERVED}
    whose = _whose(extract, who | {note.recorder for note in notes})
    return Grid(say("Carer’s view △"), heads, rows, said=whose, notes=_shown(notes))


def _shown(notes: Sequence[Note]) -> tuple[Rich, ...]:
    """The newest of the notes, oldest first, and how many more there are."""
    more = more_notes(max(len(notes) - MOST_CARERS_NOTES, 0))
    return (*map(_note, notes[-MOST_CARERS_NOTES:]), *([rich(more)] if more else []))


def _note(note: Note) -> Rich:
    words = plain(shortened(note.text, LONGEST_NOTE))
    return rich(say("The carer’s note, **{day}**: “{words}”", day=plain_day(note.day), words=words))


def _answered(day: Day, measure: Measure) -> str:
    """The latest of what was noticed, in words."""
    scores = [score for score in _noticed(day) if score.measure == measure.id]
    return answer(measure, scores[-1].value) if scores else ""


def _whose(extract: Extract, who: Collection[str]) -> str:
    """By the relationship, never by name: the page names nobody but the person."""
    relations = {extract.recorders[one].relationship for one in who if one in extract.recorders}
    if len(relations) == 1 and (relation := relations.pop()):
        return say("These are a carer’s observations ({relation}), not the person’s own ratings.", relation=relation)
    return say("These are carers’ observations, not the person’s own ratings.")
