"""What a carer noticed: another instrument, in a panel and a list of its own, never part of an average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.domain.people import Basis
from diary.report.values import Answer, Mark, Panel
from diary.words import msgid, say
from diary.words.numbers import answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diary.domain.day_values import Day
    from diary.domain.entries import Score
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.report.axis import Axis

CARER = "carer"
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
