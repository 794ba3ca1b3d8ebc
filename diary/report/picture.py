"""The one picture: pain, anxiety, mood and sleep on one date axis, never flipped, gaps open, and the same in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from diary.domain.day_values import DayState, MadeFrom
from diary.domain.entries import Event, Precision
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.report.axis import FOUR_WEEKS, WEEK, Axis, axis, dates_below
from diary.report.carers_view import carers_panel
from diary.report.figures import SHORTEST_WITH_AVERAGES, average_text, figures, range_text
from diary.report.labels import label, rough_day, shortened
from diary.report.rich import kept_together
from diary.report.sentences import EVENT_LENGTH, was_noticed
from diary.report.values import EventLine, KeyItem, Mark, Panel, Picture, Strip
from diary.words import msgid, say, say_n
from diary.words.dates import day_span, short_day
from diary.words.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.day_values import Day, DayValue
    from diary.domain.entries import Treatment
    from diary.domain.extract import Extract

_PANELS = (PAIN, ANXIETY, MOOD, SLEEP)
_MOST_EVENTS = 8
_USUAL_SLEEP_HOURS, _LONG_SLEEP_HOURS = 12.0, 24.0
_HIGHEST_SCORE = 10.0

_KEY = {
    "dot": msgid("the person"),
    "dot_later": msgid("filled in later"),
    "square": msgid("told to a carer"),
    "square_later": msgid("the same, filled in later"),
    "triangle": msgid("carer’s view"),
    "bad_day": msgid("bad day"),
    "nothing": msgid("nothing to log"),
    "paused": msgid("paused"),
    "empty": msgid("not filled in"),
}


@dataclass(frozen=True, slots=True)
class _Drawn:
    marks: tuple[Mark, ...]
    joined: tuple[tuple[tuple[float, float], ...], ...]
    bars: tuple[tuple[float, float, float], ...] = ()
    dashes: tuple[tuple[float, float], ...] = ()


def picture(extract: Extract, *, with_carers_view: bool) -> Picture:
    """Return the picture of an extract of two days or more."""
    of = axis(extract.period)
    drawn = tuple(day for day in extract.days if day.day in of.drawn)
    panels = [panel for measure in _PANELS if (panel := _panel(extract, drawn, measure, of))]
    if with_carers_view and (noticed := carers_panel(extract, drawn, of)):
        panels.append(noticed)
    strip = (
        _strip_by_day(extract, drawn, of, with_carers_view=with_carers_view)
        if of.step == 1
        else _strip_by_step(drawn, of)
    )
    labels, grid = dates_below(of)
    events, left_out = _event_lines(extract, of)
    whole = Picture(
        heading={1: say("Day by day"), WEEK: say("Week by week")}.get(of.step, say("Every 4 weeks")),
        span=day_span(extract.period),
        alt="",
        panels=tuple(panels),
        strip=strip,
        grid=grid,
        dates=labels,
        dates_in_middle=len(of.drawn) < SHORTEST_WITH_AVERAGES,
        events=events,
        events_left_out=left_out,
        more_events=more_events(left_out),
        key=_key(strip, panels) if of.step == 1 else (),
        key_sentences=() if of.step == 1 else _key_sentences(extract, of, panels),
    )
    return replace(whole, alt=_alt(whole))


def with_panels(picture: Picture, panels: tuple[Panel, ...]) -> Picture:
    """Return the picture with fewer panels: neither its key nor its words tell of what is not drawn any more."""
    fewer = replace(picture, panels=panels, key=_key(picture.strip, panels) if picture.key else ())
    if not any(panel.carer for panel in panels):
        sentences = tuple(sentence for sentence in picture.key_sentences if sentence != _carers_key())
        fewer = replace(fewer, key_sentences=sentences)
    return replace(fewer, alt=_alt(fewer))


def with_events(picture: Picture, count: int) -> Picture:
    """Return the picture with the latest ``count`` of its events, and how many are gone."""
    gone = len(picture.events) - count + picture.events_left_out
    events = picture.events[-count:] if count else ()
    fewer = replace(picture, events=events, events_left_out=gone, more_events=more_events(gone))
    return replace(fewer, alt=_alt(fewer))


def events_of(extract: Extract) -> tuple[Event, ...]:
    """Return the period's events in their order, the beginnings of treatments among them.

    Where the person told such a beginning in their own words, those stand alone.
    """
    started = [
        Event(treatment.id, say("{treatment} started", treatment=treatment.name), treatment.first)
        for treatment in extract.treatments.values()
        if treatment.first and not any(_tells_of(event, treatment) for event in extract.events)
    ]
    dated = [event for event in (*extract.events, *started) if event.on.day in extract.period]
    return tuple(sorted(dated, key=lambda event: (event.on.day, event.label, event.id)))


def _tells_of(event: Event, treatment: Treatment) -> bool:
    return event.on == treatment.first and treatment.name.casefold() in event.label.casefold()


def _panel(extract: Extract, drawn: Sequence[Day], measure_id: str, of: Axis) -> Panel | None:
    answered = [(day, value) for day in drawn if (value := day.value(measure_id))]
    if not answered:
        return None
    measure = extract.measures[measure_id]
    top = _HIGHEST_SCORE
    if measure_id == SLEEP:
        is_long = max(value.value for _, value in answered) > _USUAL_SLEEP_HOURS
        top = _LONG_SLEEP_HOURS if is_long else _USUAL_SLEEP_HOURS
    found = figures(extract.days, (measure_id, None))
    average = found.average if len(extract.period) >= SHORTEST_WITH_AVERAGES else None
    lines = _by_day(answered, of, top) if of.step == 1 else _by_step(answered, of, top)
    return Panel(
        key=measure_id,
        label=label(measure_id),
        note="" if average is None else say("average {average}", average=number(float(average), 1)),
        low_words=say(measure.low_words),
        high_words=say("Hours") if measure_id == SLEEP else say(measure.high_words),
        ticks=tuple((share, f"{top * share:g}") for share in (0.0, 0.5, 1.0)),
        average=None if average is None else float(average) / top,
        marks=lines.marks,
        lines=lines.joined,
        bars=lines.bars,
        dashes=lines.dashes,
        alt=say_n(
            "{measure}: average {average}, {range}, on {n} day.",
            "{measure}: average {average}, {range}, on {n} days.",
            found.days,
            measure=label(measure_id),
            average=average_text(found),
            range=range_text(found),
        ),
    )


def _by_day(answered: Sequence[tuple[Day, DayValue]], of: Axis, top: float) -> _Drawn:
    marks = tuple(
        Mark(
            of.at(day.day),
            value.value / top,
            "square" if value.made_from is MadeFrom.TOLD else "dot",
            value.filled_in_later,
        )
        for day, value in answered
    )
    points = [(day.day.toordinal(), (mark.x, mark.y)) for (day, _), mark in zip(answered, marks, strict=True)]
    return _Drawn(marks, neighbours(points))


def _by_step(answered: Sequence[tuple[Day, DayValue]], of: Axis, top: float) -> _Drawn:
    by_step: dict[int, list[float]] = defaultdict(list)
    for day, value in answered:
        by_step[of.step_of(day.day)].append(value.value / top)
    full = {step: values for step, values in by_step.items() if len(values) >= of.enough}
    points = [(step, (of.middle_of(step), median(values))) for step, values in sorted(full.items())]
    return _Drawn(
        marks=tuple(Mark(x, y) for _, (x, y) in points),
        joined=neighbours(points),
        bars=tuple((of.middle_of(step), min(values), max(values)) for step, values in sorted(full.items())),
        dashes=tuple(
            (of.middle_of(step), value)
            for step, values in sorted(by_step.items())
            if step not in full
            for value in sorted(set(values))
        ),
    )


def neighbours(points: Sequence[tuple[int, tuple[float, float]]]) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the lines that join points whose numbers follow each other; a gap stays open."""
    lines: list[list[tuple[float, float]]] = []
    last = None
    for place, point in points:
        if last is not None and place == last + 1:
            lines[-1].append(point)
        else:
            lines.append([point])
        last = place
    return tuple(tuple(line) for line in lines if len(line) > 1)


def _strip_by_day(extract: Extract, drawn: Sequence[Day], of: Axis, *, with_carers_view: bool) -> Strip:
    by_date = {day.day: day for day in drawn}
    shapes = []
    for date in of.drawn:
        paused = any(pause.covers(date) for pause in extract.pauses)
        day = by_date.get(date)
        shapes.append((of.at(date), _shape(day, with_carers_view) if day else "paused" if paused else "empty"))
    return Strip(say("Entries"), shapes=tuple(shapes))


def _shape(day: Day, with_carers_view: bool) -> str:  # noqa: FBT001  private, and its name is said at the only call
    if day.state in (DayState.RECORDED, DayState.PARTLY):
        is_told = any(value.made_from is MadeFrom.TOLD for value in day.values.values())
        is_later = any(value.filled_in_later for value in day.values.values())
        return ("square" if is_told else "dot") + ("_later" if is_later else "")
    if day.state is DayState.BAD_DAY:
        return "bad_day"
    if with_carers_view and was_noticed(day):
        return "triangle"
    return {DayState.NOTHING_TO_LOG: "nothing", DayState.PAUSED: "paused"}.get(day.state, "empty")


def _strip_by_step(drawn: Sequence[Day], of: Axis) -> Strip:
    counts = [0] * of.steps
    for day in drawn:
        counts[of.step_of(day.day)] += day.state in (DayState.RECORDED, DayState.PARTLY)
    note = say("Days per week (of 7)") if of.step == WEEK else say("Days (of 28)")
    return Strip(
        say("Entries"),
        note,
        shares=tuple((of.middle_of(n), count / of.step) for n, count in enumerate(counts) if count),
    )


def _event_lines(extract: Extract, of: Axis) -> tuple[tuple[EventLine, ...], int]:
    exact = [event for event in events_of(extract) if event.on.precision is Precision.DAY and event.on.day in of.drawn]
    lines = tuple(
        EventLine(
            of.at(event.on.day),
            kept_together(
                say(
                    "{event}, {day}",
                    event=shortened(event.label, EVENT_LENGTH),
                    day=rough_day(event.on, extract.period),
                )
            ),
        )
        for event in exact[-_MOST_EVENTS:]
    )
    return lines, len(exact) - len(lines)


def more_events(count: int) -> str:
    """Return how many events are not shown, nothing when all are."""
    return say_n("and {n} earlier, in the diary", "and {n} earlier, in the diary", count) if count else ""


def _key(strip: Strip, panels: Sequence[Panel]) -> tuple[KeyItem, ...]:
    """Name every mark that is drawn: a day with two writers is one mark in the strip and several in the panels."""
    present = {shape for _, shape in strip.shapes}
    present |= {mark.shape + ("_later" if mark.hollow else "") for panel in panels for mark in panel.marks}
    return tuple(KeyItem(shape, say(words)) for shape, words in _KEY.items() if shape in present)


def _carers_key() -> str:
    return say("△: carer’s view.")


def _key_sentences(extract: Extract, of: Axis, panels: Sequence[Panel]) -> tuple[str, ...]:
    if of.step == FOUR_WEEKS:
        sentences = [
            say("Dot: middle value of 4 weeks with 12 or more days. Bar: lowest to highest. Short dash: fewer days.")
        ]
    else:
        sentences = [
            say("Dot: middle value of a week with 3 or more days. Bar: lowest to highest. Short dash: 1 or 2 days.")
        ]
    if any(panel.carer for panel in panels):
        sentences.append(_carers_key())
    if left_over := len(extract.period) - len(of.drawn):
        sentences.append(
            say_n(
                "Not drawn: the first day, {days}.",
                "Not drawn: the first {n} days.",
                left_over,
                days=short_day(extract.period.first),
            )
        )
    return tuple(sentences)


def _alt(of: Picture) -> str:
    opening = say_n(
        "{n} chart over {span}, one above the other.",
        "{n} charts over {span}, one above the other.",
        len(of.panels),
        span=of.span,
    )
    panels = [panel.alt for panel in of.panels]
    return " ".join([opening, *panels, *(say("{event}.", event=event.label) for event in of.events)])
