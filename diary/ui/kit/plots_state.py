"""What a time chart shows, as frozen values: panels, events, days without numbers, and each day in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.ui.kit.plots_series import Series, Step, bounds, within
from diary.words import say, say_n
from diary.words.dates import day_span, long_day, near_day, plain_day
from diary.words.numbers import answer, number, short_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.measures import Measure

from diary.domain.days import Period
from diary.domain.measures import ScaleKind
from diary.domain.plain_averages import AVERAGED


class Shape(StrEnum):
    """One shape, one meaning, on every chart; hollow means filled in later and nothing else."""

    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"
    BAR = "bar"
    TRIANGLE = "triangle"
    CROSS = "cross"
    STAR = "star"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure on the chart: how it is named and drawn, its fixed range, and its answers.

    ``ticks`` are the values with a line and their texts; ``colour`` is a token. A panel of what a carer noticed
    (``noticed``) has marks only: another instrument gets no average beside the person's own. ``said`` has the words of
    days on which the answers of several carers must be told apart.
    """

    measure: Measure
    label: str
    shape: Shape
    colour: str
    series: Series
    lowest: float
    highest: float
    ticks: tuple[tuple[float, str], ...]
    low_words: str = ""
    high_words: str = ""
    second_label: str = ""
    noticed: bool = False
    said: Mapping[int, str] = field(default_factory=dict)

    @property
    def room(self) -> float:
        """The part of the range left free above and below, so that marks at the ends are whole."""
        return 0.2 if self.noticed or self.is_low else 0.07

    @property
    def is_low(self) -> bool:
        """Whether it needs little height: a few steps in words."""
        return self.measure.kind in {ScaleKind.STEPS, ScaleKind.YES_NO}

    @property
    def has_average(self) -> bool:
        """Whether it has a line: not what a carer noticed, and not a yes or a step in words."""
        return not self.noticed and self.measure.kind in AVERAGED

    def answer_on(self, day: int) -> str:
        """The answer of a day in words, or "not filled in"."""
        if day in self.said:
            return self.said[day]
        value = self.series.at(day)
        if value is None or self.measure.kind is not ScaleKind.SCORE:
            return answer(self.measure, value)
        return short_number(value)

    def cell_on(self, day: int) -> str | float | None:
        """The answer of a day for another program: a number where it is one, else its words, ``None`` where none is."""
        value = self.series.at(day)
        is_number = self.measure.kind in {ScaleKind.SCORE, ScaleKind.HOURS} and day not in self.said
        return value if is_number or value is None else self.answer_on(day)


@dataclass(frozen=True, slots=True)
class EventLine:
    """A dated event, drawn as a dashed line with its words."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class SpanBand:
    """A treatment, or an event without an exact day, from ``first`` to ``last`` (ordinals).

    What is sure of it lies from ``sure_first`` to ``sure_last``, the other way round where nothing is. ``words`` say
    it whole; ``begins_on`` and ``ends_on`` are days that are known exactly.
    """

    first: int
    last: int
    label: str
    sure_first: int
    sure_last: int
    words: str
    begins_on: int | None = None
    ends_on: int | None = None

    @property
    def unsure(self) -> tuple[tuple[int, int], ...]:
        """The stretches of which it isn't known whether they belong to it: the month or year of a rough end."""
        if self.sure_first > self.sure_last:
            return ((self.first, self.last),)
        ends = ((self.first, self.sure_first - 1), (self.sure_last + 1, self.last))
        return tuple(end for end in ends if end[0] <= end[1])


@dataclass(frozen=True, slots=True)
class WithoutNumbers:
    """The days that have no numbers, by what is known of them; ``unknown`` and ``pauses`` as runs (first, last)."""

    bad_days: tuple[int, ...] = ()
    nothing_to_log: tuple[int, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    pauses: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartState:
    """A whole diary as a time chart, from ``first`` to ``last`` (ordinals); the view shows a part of it.

    ``days`` are those on which something was written or marked, ascending; ``notes`` says in whole lines who wrote on
    a day and when. ``offered`` are all panels that there could be, in the order in which they are offered.
    """

    first: int
    last: int
    panels: tuple[Panel, ...] = ()
    events: tuple[EventLine, ...] = ()
    without: WithoutNumbers = WithoutNumbers()
    days: tuple[int, ...] = ()
    notes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    spans: tuple[SpanBand, ...] = ()
    offered: tuple[Panel, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.panels and not self.days


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One measure of a read-out: its mark, its name, and what was answered."""

    label: str
    text: str
    shape: Shape
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What the cross-hair says of one day, or of one week or month in a long view."""

    first: int
    last: int
    title: str
    rows: tuple[ReadRow, ...]
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The same for a screen reader, in one breath."""
        parts = [f"{row.label}: {row.text}" for row in self.rows]
        return ". ".join([self.title, *parts, *self.notes])


def read_out(state: ChartState, day: int, step: Step) -> ReadOut:
    """Put one day, or the week, month or year around it, into words; what is not filled in is said to be so."""
    if step is Step.DAY:
        return ReadOut(
            day,
            day,
            long_day(date.fromordinal(day), date.fromordinal(state.last)),
            tuple(
                _day_row(panel, day) for panel in state.panels if not panel.noticed or panel.series.at(day) is not None
            ),
            (*_events_on(state, day, day), *state.notes.get(day, ()), *_absence(state, day)),
        )
    first, last = bounds(day, step)
    return ReadOut(
        first,
        last,
        _span_title(first, last),
        tuple(
            ReadRow(panel.label, _bucket_words(panel, day, step), panel.shape, panel.colour)
            for panel in state.panels
            if panel.has_average
        ),
        _events_on(state, first, last),
    )


def words_before(state: ChartState, day: int) -> tuple[str, ...]:
    """What was answered on the day of the period before that lies under the cross-hair; nothing before the diary."""
    if day < state.first:
        return ()
    when = say("before, {day}", day=near_day(date.fromordinal(day), date.fromordinal(state.last)))
    own = (panel for panel in state.panels if not panel.noticed)
    said = [f"{panel.label} {panel.answer_on(day)}" for panel in own if panel.series.at(day) is not None]
    answers = ", ".join(said) or say("not filled in")
    return (say("{day}: {answers}", day=when, answers=answers),)


def chart_sentence(state: ChartState, first: int, last: int) -> str:
    """What the picture shows, for those who don't see it: measures, period, and how many days have an answer."""
    span = day_span(Period(date.fromordinal(first), date.fromordinal(last)))
    parts = [say("Day by day, {span}.", span=span)]
    for panel in state.panels:
        in_view = len(set(panel.series.days[within(panel.series.days, first, last)]))
        name = f"{panel.label}, {panel.second_label}" if panel.second_label else panel.label
        parts.append(say_n("{name}: {n} day.", "{name}: {n} days.", in_view, name=name))
    parts += [f"{span.words}." for span in state.spans if span.first <= last and span.last >= first]
    parts.append(say("Left and Right read out a day, Enter opens it. The table has every value."))
    return " ".join(parts)


def _day_row(panel: Panel, day: int) -> ReadRow:
    hollow = panel.noticed or panel.series.is_later(day)
    return ReadRow(panel.label, panel.answer_on(day), panel.shape, panel.colour, hollow)


def _bucket_words(panel: Panel, day: int, step: Step) -> str:
    bucket = panel.series.bucket_at(day, step)
    if bucket is None:
        return say("not filled in")
    lowest, highest = short_number(bucket.lowest), short_number(bucket.highest)
    days = say_n("{n} day", "{n} days", bucket.n)
    if bucket.mean is None:
        return say("{lowest} to {highest} · {days}", lowest=lowest, highest=highest, days=days)
    mean = number(bucket.mean)
    return say("about {mean} ({lowest} to {highest}) · {days}", mean=mean, lowest=lowest, highest=highest, days=days)


def _span_title(first: int, last: int) -> str:
    begin, end = date.fromordinal(first), date.fromordinal(last)
    return plain_day(begin) if begin == end else day_span(Period(begin, end))


def _events_on(state: ChartState, first: int, last: int) -> tuple[str, ...]:
    found = [event.label for event in state.events if first <= event.day <= last]
    for span in state.spans:
        if span.begins_on is not None and first <= span.begins_on <= last:
            found.append(say("started: {what}", what=span.label))
        if span.ends_on is not None and first <= span.ends_on <= last:
            found.append(say("ended: {what}", what=span.label))
    return tuple(found)


def _absence(state: ChartState, day: int) -> tuple[str, ...]:
    """Say why a day has no numbers, in words of the legend."""
    without = state.without
    if day in without.bad_days:
        return (say("bad day, couldn’t log"),)
    if day in without.nothing_to_log:
        return (say("nothing to log"),)
    if any(first <= day <= last for first, last in without.pauses) and not state.notes.get(day):
        return (say("paused"),)
    return ()
