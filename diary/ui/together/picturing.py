"""How a pair becomes a picture: its axes, its days, where they are parted, and the two plain averages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.measures import Measure, ScaleKind
from diary.ui.kit import plots_marks
from diary.ui.kit.plots_scatter import BandPoint, Cut, Dot, ScatterState, Side
from diary.ui.together.state import AverageRow, AveragesState
from diary.words import language, say, say_n
from diary.words.comparing import AT, name, starting
from diary.words.numbers import answer, short_number
from diary.words.together import averages_note

if TYPE_CHECKING:
    from diary.app.links import Link, ScatterDay
    from diary.ui.kit.plots_state import Shape

NIGHT_HOURS = 12
GRID_UP_TO = 12
"""Whole numbers are labelled one by one up to here."""


def mark_of(measure: Measure) -> tuple[Shape, str]:
    """A measure's shape and colour; a place is drawn as pain is."""
    return plots_marks.mark_of(measure, at_place=AT in measure.id)


def scatter_of(link: Link) -> ScatterState:
    """Every day of a pair, with the line where there is one."""
    x, y = link.same_day.x, link.same_day.y
    return ScatterState(
        side(x, max((day.x for day in link.days), default=0)),
        few_ticks(side(y, max((day.y for day in link.days), default=0)), y),
        tuple(_dot(day, x, y) for day in link.days),
        tuple(BandPoint(point.x, point.y, point.low, point.high) for point in link.line),
        _cut(link, x),
        link.picture,
    )


def side(measure: Measure, seen: float) -> Side:
    """One axis of a measure: its own range, for hours as far as was slept."""
    shape, colour = mark_of(measure)
    is_hours = measure.kind is ScaleKind.HOURS
    highest = max(NIGHT_HOURS, -(-seen // 2) * 2) if is_hours else measure.highest
    spread = highest - measure.lowest
    every = 1 if spread <= GRID_UP_TO else spread / 10
    count = round(spread / every)
    values = tuple(measure.lowest + n * every for n in range(count + 1))
    low_words, high_words = _end_words(measure)
    return Side(
        starting(name(measure)),
        shape,
        colour,
        measure.lowest,
        highest,
        tuple((value, _tick(measure, value)) for value in values),
        low_words,
        high_words,
        measure.step,
        measure.kind not in {ScaleKind.SCORE, ScaleKind.HOURS},
    )


def _tick(measure: Measure, value: float) -> str:
    return answer(measure, value) if measure.kind is ScaleKind.YES_NO else short_number(value)


def _end_words(measure: Measure) -> tuple[str, str]:
    if measure.kind is ScaleKind.HOURS:
        return "", say("hours")
    if measure.steps:
        return say(measure.steps[0]), say(measure.steps[-1])
    low, high = (say(words) if words else "" for words in (measure.low_words, measure.high_words))
    return low, high


def few_ticks(one: Side, measure: Measure) -> Side:
    """The same axis with three ticks, for the upright one: a grid only at both ends and the middle."""
    middle = (one.lowest + one.highest) / 2
    values = (one.lowest, one.highest) if middle % one.step else (one.lowest, middle, one.highest)
    ticks = tuple((value, _tick(measure, value)) for value in values)
    return replace(one, ticks=ticks)


def upward_words(measure: Measure, one: Side) -> str:
    """Name the upright measure and say what its ends mean."""
    if measure.kind is ScaleKind.HOURS:
        return say("{measure}, in hours", measure=one.label)
    if not one.high_words:
        return one.label
    if not one.low_words:
        high = lower_first(one.high_words)
        return say(
            "{measure} · {highest} is {high_words}",
            measure=one.label,
            highest=short_number(one.highest),
            high_words=high,
        )
    return say(
        "{measure} · {lowest} is {low_words}, {highest} is {high_words}",
        measure=one.label,
        lowest=short_number(one.lowest),
        low_words=lower_first(one.low_words),
        highest=short_number(one.highest),
        high_words=lower_first(one.high_words),
    )


def _dot(day: ScatterDay, x: Measure, y: Measure) -> Dot:
    note = "" if day.counts else say("left out: filled in more than three days later")
    if day.counts and day.filled_in_later:
        note = say("filled in later")
    return Dot(day.day.toordinal(), day.x, day.y, _text(x, day.x), _text(y, day.y), day.filled_in_later, note)


def _text(measure: Measure, value: float) -> str:
    return short_number(value) if measure.kind is ScaleKind.SCORE else answer(measure, value)


def _cut(link: Link, x: Measure) -> Cut | None:
    cut = link.figures.cut
    if cut is None or not link.averages:
        return None
    below = max((day.x for day in link.days if day.counts and day.x < cut), default=cut - x.step)
    first, others = (lower_first(one.label) for one in link.averages)
    left, right = (first, others) if link.same_day.tells_of_lower else (others, first)
    return Cut((below + cut) / 2, left, right)


def averages_of(link: Link) -> AveragesState | None:
    """The plain averages of both groups, where the pair could be compared."""
    if not link.averages:
        return None
    y = link.same_day.y
    rows = tuple(
        AverageRow(one.label, one.words, say_n("{n} day", "{n} days", one.n), one.mean) for one in link.averages
    )
    upright = few_ticks(side(y, max((day.y for day in link.days), default=0)), y)
    return AveragesState(link.averages_title, rows, upright, averages_note())


def lower_first(words: str) -> str:
    """Lower the first letter, in English only: other languages keep their nouns' capitals."""
    return words[:1].lower() + words[1:] if language() == "en" else words
