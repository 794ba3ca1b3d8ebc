"""What Together shows, as frozen values, and how a link becomes a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.app.links import LinkState
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, ScaleKind
from diary.ui.kit.plots_scatter import BandPoint, Cut, Dot, ScatterState, Side
from diary.ui.kit.plots_state import Shape
from diary.words import language, say, say_n
from diary.words.dates import day_span
from diary.words.numbers import answer, number, short_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.app.links import Link, ScatterDay, TogetherPage
    from diary.domain.measures import Measure

MARKS = {
    PAIN: (Shape.CIRCLE, "pain"),
    ANXIETY: (Shape.DIAMOND, "anxiety"),
    MOOD: (Shape.SQUARE, "mood"),
    SLEEP: (Shape.BAR, "sleep"),
}
NIGHT_HOURS = 12
GRID_UP_TO = 12
"""Whole numbers are labelled one by one up to here."""


@dataclass(frozen=True, slots=True)
class AverageRow:
    """The plain mean of one group of days: its words, and where it lies on the scale."""

    label: str
    words: str
    days: str
    mean: float


@dataclass(frozen=True, slots=True)
class AveragesState:
    """The two plain averages on one scale."""

    title: str
    rows: tuple[AverageRow, ...]
    side: Side


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One pair that was looked at, found or not."""

    title: str
    short: str
    state: LinkState


@dataclass(frozen=True, slots=True)
class PairState:
    """The pair on show, ready to be drawn."""

    headline: str
    details: tuple[str, ...]
    days: tuple[str, ...]
    always: str
    scatter: ScatterState
    scatter_note: str
    averages: AveragesState | None
    looked_at: tuple[LookedAt, ...]
    looked_at_sentences: tuple[str, ...]
    limits: tuple[str, ...]
    statistics: tuple[tuple[str, str], ...]
    span: str


@dataclass(frozen=True, slots=True)
class TogetherState:
    """The whole page: which pair of ``titles`` is shown, and what is said of it (``None`` until it is worked out)."""

    titles: tuple[str, ...] = ()
    chosen: int = 0
    pair: PairState | None = None
    is_working: bool = True
    problem: str = ""
    reason: str = ""


def pair_state(page: TogetherPage) -> PairState:
    """Make the page's values of what was worked out; it runs beside the lane."""
    link = page.shown
    x, y = link.same_day.x, link.same_day.y
    return PairState(
        link.headline,
        link.details,
        tuple(_days_used(link)),
        page.always,
        _scatter(link, x, y),
        _scatter_note(link),
        _averages(link, y),
        tuple(LookedAt(one.title, one.short, one.state) for one in page.looked_at),
        page.looked_at_sentences,
        page.limits,
        tuple(_statistics(link)),
        day_span(Period(link.days[0].day, link.days[-1].day)) if link.days else "",
    )


def _scatter(link: Link, x: Measure, y: Measure) -> ScatterState:
    return ScatterState(
        side(x, max((day.x for day in link.days), default=0)),
        few_ticks(side(y, max((day.y for day in link.days), default=0))),
        tuple(_dot(day, x, y) for day in link.days),
        tuple(BandPoint(point.x, point.y, point.low, point.high) for point in link.line),
        _cut(link, x),
        link.picture,
    )


def side(measure: Measure, seen: float) -> Side:
    """One axis of a measure: its own range, for hours as far as was slept."""
    shape, colour = MARKS.get(measure.id, (Shape.CIRCLE, "text2"))
    is_hours = measure.kind is ScaleKind.HOURS
    highest = max(NIGHT_HOURS, -(-seen // 2) * 2) if is_hours else measure.highest
    spread = highest - measure.lowest
    every = 1 if spread <= GRID_UP_TO else spread / 10
    count = round(spread / every)
    ticks = tuple((v, short_number(v)) for v in (measure.lowest + n * every for n in range(count + 1)))
    return Side(
        say(measure.label),
        shape,
        colour,
        measure.lowest,
        highest,
        ticks,
        say(measure.low_words),
        say("hours") if is_hours else say(measure.high_words),
        measure.step,
    )


def few_ticks(one: Side) -> Side:
    """The same axis with three ticks, for the upright one: a grid only at both ends and the middle."""
    values = (one.lowest, (one.lowest + one.highest) / 2, one.highest)
    ticks = tuple((value, short_number(value)) for value in values)
    return Side(
        one.label, one.shape, one.colour, one.lowest, one.highest, ticks, one.low_words, one.high_words, one.step
    )


def _dot(day: ScatterDay, x: Measure, y: Measure) -> Dot:
    note = "" if day.counts else say("left out: filled in later")
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
    first, others = (_lower_first(one.label) for one in link.averages)
    left, right = (first, others) if link.same_day.tells_of_lower else (others, first)
    return Cut((below + cut) / 2, left, right)


def _averages(link: Link, y: Measure) -> AveragesState | None:
    if not link.averages:
        return None
    rows = tuple(AverageRow(one.label, one.words, _days(one.n), one.mean) for one in link.averages)
    return AveragesState(link.averages_title, rows, few_ticks(side(y, max((day.y for day in link.days), default=0))))


def _days(n: int) -> str:
    return say_n("{n} day", "{n} days", n)


def _days_used(link: Link) -> Iterator[str]:
    """How many days it is made from; where days are wanting the headline has said so."""
    if link.state is not LinkState.NOT_ENOUGH:
        yield link.days_sentence
    if link.left_out_sentence:
        yield link.left_out_sentence


def _scatter_note(link: Link) -> str:
    if not link.days:
        return say("No day has both yet.")
    if not link.line:
        return say("Each mark is a day. There is no line yet.")
    return say("Each mark is a day, hollow if filled in later. The band is how sure the line is.")


def _statistics(link: Link) -> list[tuple[str, str]]:
    """The figures for readers who want them; one that can't be given is left out."""
    figures = link.figures
    rows = [(say("Days used"), str(figures.n)), (say("Days left out, filled in later"), str(link.left_out))]
    if figures.r is not None:
        rows.append((say("Correlation r"), number(figures.r, 2)))
    if figures.r_low is not None and figures.r_high is not None:
        span = say("{low} to {high}", low=number(figures.r_low, 2), high=number(figures.r_high, 2))
        rows.append((say("95% interval of r"), span))
    if figures.slope is not None:
        rows.append((say("Slope, points for each point"), number(figures.slope, 2)))
    if figures.persistence is not None:
        rows.append((say("How alike neighbouring days are, 0 to 1"), number(figures.persistence, 2)))
    return rows


def _lower_first(words: str) -> str:
    """Lower the first letter, in English only: other languages keep their nouns' capitals."""
    return words[:1].lower() + words[1:] if language() == "en" else words
