"""From a diary's content to the time chart's state; it runs in the worker, because ten years are many days."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.day_values import DayState, overruled
from diary.domain.entries import MarkKind, Precision
from diary.domain.look_back import PANELS, panels_from
from diary.domain.measures import ANXIETY, CORE, MOOD, PAIN, SLEEP, ScaleKind
from diary.domain.people import Basis, name_among
from diary.ui.kit.plots_marks import mark_of
from diary.ui.kit.plots_series import runs, series
from diary.ui.kit.plots_state import ChartState, EventLine, Panel, Shape, WithoutNumbers
from diary.ui.look_back.rows import lower_first, name_of, named, who_of
from diary.ui.look_back.spans import spans
from diary.words import say
from diary.words.numbers import answer, label_beside, measure_words, short_number
from diary.words.writers import who_wrote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from diary.domain.day_values import Day
    from diary.domain.entries import Entry, Score
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure

OWN_PANELS = (
    (PAIN, Shape.CIRCLE, "pain"),
    (ANXIETY, Shape.DIAMOND, "anxiety"),
    (MOOD, Shape.SQUARE, "mood"),
    (SLEEP, Shape.BAR, "sleep"),
)
"""Measure, shape and colour, from top to bottom."""
NOTICED_PANELS = ("noticed_in_pain", "pain_as_seemed")
"""What a carer noticed of pain, in words or as a number; each gets its own panel, apart from the person's."""
NIGHT_HOURS, MORE_HOURS = 12, 6
"""Sleep's axis ends at 12 hours, and grows by 6 when somebody slept longer."""
COUNTED_STEP = 10
"""The axis of what is counted ends at the next ten."""
NOTHING_HIGHER: Mapping[str, float] = {}
"""Where the whole diary was read, no answer is higher than those that were."""
NO_ANSWER = frozenset({"Could not tell", "Not sure"})
"""Steps that are an answer to the question but not a point on its scale."""


def chart_state(
    extract: Extract, today: date, *, begin: date | None = None, highest: Mapping[str, float] = NOTHING_HIGHER
) -> ChartState:
    """The whole extract as a chart, up to today.

    Where only a part was read, the chart begins at ``begin``, and ``highest`` has the whole diary's highest answers.
    """
    diary_first = min((day.day for day in extract.days), default=extract.first_day or today)
    if begin is not None and extract.first_day is not None:
        diary_first = extract.first_day
    first, last = (begin or diary_first).toordinal(), max(today, extract.last_day or today).toordinal()
    offered = tuple(all_panels(extract, highest))
    return ChartState(
        first,
        last,
        shown_panels(extract, offered),
        tuple(sorted((*_events(extract), *_new_words(extract)), key=_day_of)),
        _without_numbers(extract, first, today.toordinal()),
        tuple(day.day.toordinal() for day in extract.days),
        {day.day.toordinal(): tuple(_who_wrote(day, extract)) for day in extract.days},
        spans(extract, diary_first.toordinal(), last),
        offered,
    )


def has_panels(extract: Extract, chart: ChartState, answered: Iterable[str]) -> bool:
    """Whether a chart of a part of the diary has every panel that one of the whole would show, by what was answered."""
    there = {panel.measure.id for panel in chart.offered}
    return there.issuperset(_shown_ids(extract, _known(extract, there.union(answered))))


def all_panels(extract: Extract, highest: Mapping[str, float] = NOTHING_HIGHER) -> Iterator[Panel]:
    """Everything that was answered or noticed, in the order in which it is offered; not what was scored at places."""
    core = [measure_id for measure_id, _, _ in OWN_PANELS]
    for measure_id, shape, colour in OWN_PANELS:
        measure = extract.measures.get(measure_id)
        if measure is not None and (panel := _own_panel(extract, measure, shape, colour, highest)):
            yield panel
    answered = {measure_id for day in extract.days for measure_id, _ in day.values}
    others = sorted((extract.measures[one] for one in _known(extract, answered - set(core))), key=_own_first)
    for measure in others:
        if panel := _own_panel(extract, measure, mark_of(measure)[0], "accent", highest):
            yield panel
    seen = _known(extract, _noticed_at_all(extract))
    for measure in (extract.measures[one] for one in sorted(seen, key=_noticed_pain_first)):
        if noticed := list(_noticed(extract, measure)):
            yield _noticed_panel(extract, measure, noticed)


def shown_panels(extract: Extract, offered: Sequence[Panel]) -> tuple[Panel, ...]:
    """The panels that the person chose; at first the core, their own measures, and what was noticed of pain."""
    by_id = {one.measure.id: one for one in offered}
    return tuple(by_id[one] for one in _shown_ids(extract, list(by_id)))


def _shown_ids(extract: Extract, offered: Sequence[str]) -> Sequence[str]:
    core = {measure_id for measure_id, _, _ in OWN_PANELS}
    at_first = [one for one in offered if one in core or extract.measures[one].own or one in NOTICED_PANELS]
    return panels_from(json.loads(extract.settings.get(PANELS, "null")), list(offered), at_first)


def _known(extract: Extract, ids: Collection[str]) -> list[str]:
    """Those that are measures of the diary, in the order in which it offers them."""
    return [measure_id for measure_id in extract.measures if measure_id in ids]


def _noticed_at_all(extract: Extract) -> set[str]:
    observed = (entry for day in extract.days for entry in day.entries if entry.basis is Basis.OBSERVED)
    return {score.measure for entry in observed for score in entry.scores}


def _noticed_pain_first(measure_id: str) -> int:
    return NOTICED_PANELS.index(measure_id) if measure_id in NOTICED_PANELS else len(NOTICED_PANELS)


def _own_first(measure: Measure) -> bool:
    return not measure.own


def _own_panel(
    extract: Extract, measure: Measure, shape: Shape, colour: str, highest_of: Mapping[str, float]
) -> Panel | None:
    answers = [(day.day, v.value, v.filled_in_later) for day in extract.days if (v := day.value(measure.id))]
    if not answers:
        return None
    seen = max(value for _, value, _ in answers)
    highest = _highest(measure, max(seen, highest_of.get(measure.id, seen)))
    return Panel(
        measure,
        _label(measure),
        shape,
        colour,
        series(answers),
        measure.lowest,
        highest,
        _ticks(measure, highest),
        lower_first(measure_words(measure, measure.low_words)),
        say("hours") if measure.kind is ScaleKind.HOURS else lower_first(measure_words(measure, measure.high_words)),
    )


def _label(measure: Measure) -> str:
    """What it is called; an earlier version on another scale says that it is one."""
    label = measure_words(measure, measure.label)
    return say("{measure}, as asked before", measure=label) if measure.former_of else label


def _noticed_panel(extract: Extract, measure: Measure, noticed: list[_Seen]) -> Panel:
    """What all carers noticed: a mark for each of them, and where they were several, in words whose it is."""
    names = {one.recorder: name_of(one.recorder, extract) for one in noticed}
    only = noticed[0].recorder if len(names) == 1 else ""
    label = who_of(Basis.OBSERVED, only, extract) if only else say("Carers’ view")
    said: dict[int, list[str]] = {}
    for one in noticed if len(names) > 1 else ():
        words = say("{name}: {answer}", name=names[one.recorder], answer=_answer_words(measure, one.value))
        said.setdefault(one.day.toordinal(), []).append(words)
    is_words = measure.kind is ScaleKind.STEPS
    told = [say(step) for step in measure.steps if step not in NO_ANSWER]
    highest = len(told) - 1 if is_words else measure.highest
    ticks: tuple[tuple[float, str], ...] = tuple((float(n), "") for n in range(len(told)))
    return Panel(
        measure,
        label,
        Shape.TRIANGLE,
        "carer",
        series((one.day, one.value, False) for one in noticed),
        measure.lowest,
        highest,
        ticks if is_words else _ticks(measure, highest),
        lower_first(told[0]) if is_words else lower_first(say(measure.low_words)),
        lower_first(told[-1]) if is_words else lower_first(say(measure.high_words)),
        lower_first(label_beside(measure)),
        noticed=True,
        said={day: "; ".join(answers) for day, answers in said.items()},
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a carer noticed on a day."""

    day: date
    recorder: str
    value: float


def _noticed(extract: Extract, measure: Measure) -> Iterator[_Seen]:
    """The latest thing that each carer noticed on each day; "could not tell" is no point on the scale."""
    for day in extract.days:
        latest: dict[str, float] = {}
        for entry in sorted(day.entries, key=_written_at):
            if entry.basis is Basis.OBSERVED and (score := entry.score(measure.id)):
                latest[entry.recorder] = score.value
        for recorder, value in latest.items():
            if not (measure.steps and measure.steps[int(value)] in NO_ANSWER):
                yield _Seen(day.day, recorder, value)


def _written_at(entry: Entry) -> datetime:
    return entry.written_at


def _answer_words(measure: Measure, value: float) -> str:
    return short_number(value) if measure.kind is ScaleKind.SCORE else lower_first(answer(measure, value))


def _highest(measure: Measure, seen: float) -> float:
    if measure.kind is ScaleKind.COUNT:
        return max(COUNTED_STEP, COUNTED_STEP * -(-seen // COUNTED_STEP))
    if measure.kind is not ScaleKind.HOURS:
        return measure.highest
    over = max(0.0, seen - NIGHT_HOURS)
    return NIGHT_HOURS + MORE_HOURS * -(-over // MORE_HOURS)


def _ticks(measure: Measure, highest: float) -> tuple[tuple[float, str], ...]:
    if measure.kind is ScaleKind.YES_NO:
        return ((measure.lowest, say("no")), (measure.highest, say("yes")))
    if measure.kind is ScaleKind.HOURS:
        values = [float(v) for v in range(0, int(highest) + 1, MORE_HOURS)]
    else:
        values = [measure.lowest, (measure.lowest + highest) / 2, highest]
    return tuple((value, short_number(value)) for value in values)


def _events(extract: Extract) -> Iterator[EventLine]:
    """Events known to the day; a line at the first of a month would look more exact than it is."""
    for event in sorted(extract.events, key=lambda e: e.on.day):
        if event.on.precision is Precision.DAY:
            yield EventLine(event.on.day.toordinal(), event.label)


def _new_words(extract: Extract) -> Iterator[EventLine]:
    """Days from which numbers of a scale mean something else to the person than before."""
    for id_ in dict.fromkeys(anchor.measure for anchor in extract.anchors):
        since = sorted({anchor.since for anchor in extract.anchors if anchor.measure == id_})
        if measure := extract.measures.get(id_):
            words = say("Other words for {measure}", measure=_label(measure))
            yield from (EventLine(day.toordinal(), words) for day in since[1:])


def _day_of(line: EventLine) -> int:
    return line.day


def _without_numbers(extract: Extract, first: int, last: int) -> WithoutNumbers:
    by_state: dict[DayState, set[int]] = {state: set() for state in DayState}
    for day in extract.days:
        by_state[day.state].add(day.day.toordinal())
    pauses = [
        (pause.first.toordinal(), min(pause.last.toordinal(), last) if pause.last else last) for pause in extract.pauses
    ]
    paused = {day for begin, end in pauses for day in range(max(begin, first), end + 1)}
    # An imported or corrected day can be marked as bad and have numbers: it is on the panels then.
    known = set().union(*(by_state[state] for state in DayState if state is not DayState.UNKNOWN))
    unknown = (day for day in range(first, last) if day not in known and day not in paused)
    return WithoutNumbers(
        tuple(sorted(by_state[DayState.BAD_DAY])),
        tuple(sorted(by_state[DayState.NOTHING_TO_LOG])),
        tuple(runs(unknown)),
        tuple(pause for pause in pauses if pause[0] <= pause[1]),
    )


def _who_wrote(day: Day, extract: Extract) -> Iterator[str]:
    """Whole lines: who wrote what counts, where that could be in doubt, and whether any of it was filled in later."""
    names = {one: name_among(extract.recorders, one) for one in extract.recorders}
    writers: dict[tuple[str, Basis], list[Score]] = {}
    for entry in day.entries:
        instead = overruled(entry, day.entries)
        if entry.basis.is_own and (not entry.scores or len(instead) < len(entry.scores)):
            counting = (score for score in entry.scores if score not in instead)
            writers.setdefault((entry.recorder, entry.basis), []).extend(counting)
    if len(names) > 1 or any(basis is Basis.TOLD for _, basis in writers):
        for (recorder, basis), scores in writers.items():
            who = who_wrote(basis, extract.person.name, names.get(recorder, ""))
            if basis is not Basis.TOLD:
                yield say("written by {name}", name=who)
            elif len(writers) > 1 and scores:
                yield say("{who}: {what}", who=who, what=_named(scores, extract))
            else:
                yield who
    if day.state is not DayState.BAD_DAY and any(
        mark.kind is MarkKind.BAD_DAY and mark.basis.is_own for mark in day.marks
    ):
        yield say("marked as a bad day")
    if any(value.filled_in_later for value in day.values.values()):
        yield say("filled in later")


def _named(scores: Iterable[Score], extract: Extract) -> str:
    """What was answered, in the order in which it is asked."""
    order = list(dict.fromkeys((*CORE, *extract.measures)))
    known = sorted((one for one in scores if one.measure in extract.measures), key=lambda one: order.index(one.measure))
    return ", ".join(dict.fromkeys(named(extract.measures[one.measure], one.site) for one in known))


def filled_days(days: Iterable[Day]) -> tuple[int, ...]:
    """The ordinals of days with an own answer, ascending."""
    return tuple(day.day.toordinal() for day in days if day.state in {DayState.RECORDED, DayState.PARTLY})


def later_days(days: Iterable[Day]) -> tuple[int, ...]:
    """The ordinals of days of which an answer was filled in later, ascending."""
    return tuple(day.day.toordinal() for day in days if any(value.filled_in_later for value in day.values.values()))
