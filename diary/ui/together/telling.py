"""From what was worked out to the page's values: the finding, its directions, everything looked at, the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.links import LinkState
from diary.domain.measures import ScaleKind
from diary.ui.kit.plots_intervals import Interval, axis_of
from diary.ui.together.picturing import averages_of, lower_first, mark_of, scatter_of, upward_words
from diary.ui.together.state import Cell, Lane, LanesState, LookedAt, LookedAtState, PairState, StatisticsState
from diary.words import say, say_n
from diary.words.comparing import in_units, inside, name, starting
from diary.words.dates import day_span, near_day, plain_day
from diary.words.numbers import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from diary.app.links import Answer, Figures, Link, TogetherPage

NOTHING = "–"
"""Stands in a table where a figure can't be given."""
MOST_DAYS_LISTED = 10
"""Days left out that are named one by one; a line of more is not read."""


def pair_state(page: TogetherPage) -> PairState:
    """Make the page's values of what was worked out; it runs beside the lane."""
    link = page.shown
    same = link.same_day
    scatter = scatter_of(link)
    return PairState(
        state=link.state,
        headline=link.headline,
        emphasis=same.emphasis,
        details=link.details,
        days=tuple(_days_used(link)),
        history=same.history,
        always=page.always,
        scatter=scatter,
        scatter_note=_scatter_note(link),
        upward=upward_words(same.y, scatter.y),
        averages=averages_of(link),
        lanes=lanes_of(link),
        looked_at=_looked_at(page),
        limits=page.limits,
        statistics=_statistics(link),
        title=link.title,
        span=day_span(link.period) if link.period else "",
        last_day=link.days[-1].day if link.days else None,
        still_looking_back=page.still_looking_back,
    )


def _days_used(link: Link) -> Iterator[str]:
    """How many days it is made from, up to when; where days are wanting the headline has said so."""
    if link.state is not LinkState.NOT_ENOUGH:
        yield link.days_sentence
    if link.same_day.as_of_sentence:
        yield link.same_day.as_of_sentence
    if link.left_out_sentence:
        yield link.left_out_sentence


def _scatter_note(link: Link) -> str:
    if not link.days:
        return say("No day has both yet.")
    if not link.line:
        return say("Each mark is a day. There is no line yet.")
    is_later = any(day.filled_in_later for day in link.days)
    marks = say("Each mark is a day, hollow if filled in later.") if is_later else say("Each mark is a day.")
    notes = [marks, say("The line is the best guess. The true one likely lies within the band.")]
    if link.state is not LinkState.LINK:
        notes.append(say("A line that slopes is not a link by itself."))
    as_of = link.same_day.as_of
    if as_of is not None and link.days[-1].day > as_of:
        notes.append(say("Days after {day} are not in the line yet.", day=near_day(as_of, link.days[-1].day)))
    return " ".join(notes)


def lanes_of(link: Link) -> LanesState:
    """The three directions on one axis: a point of a scale, an hour and one day in ten are equally far along it."""
    lanes = tuple(_lane(link, answer) for answer in link.answers)
    axis = axis_of(lane.interval for lane in lanes if lane.interval is not None)
    in_points = all(answer.y.kind not in {ScaleKind.HOURS, ScaleKind.YES_NO} for answer in link.answers)
    if in_points:
        return LanesState(lanes, axis, say("points lower"), say("points higher"))
    return LanesState(lanes, axis, say("lower"), say("higher"))


def _lane(link: Link, one: Answer) -> Lane:
    interval, figures = None, ("", "", "")
    if one.told is not None:
        low, middle, high = (in_units(one.y, value) for value in (one.told.low, one.told.points, one.told.high))
        interval = Interval(low, middle, high, mark_of(one.y)[0], named=one.state is LinkState.LINK)
        figures = (_signed(middle), _signed(low), _signed(high))
    return Lane(
        one.title,
        interval,
        _lane_words(one, is_same_day=one is link.same_day),
        "" if one is link.same_day else " ".join(one.history),
        one.state,
        figures,
    )


def _lane_words(one: Answer, *, is_same_day: bool) -> str:
    if one.state is LinkState.NOT_ENOUGH:
        return say("Not enough days yet: {days}.", days=one.short) if one.days_needed else one.sentence
    if one.state is LinkState.TOO_STEADY:
        return one.headline
    if is_same_day and one.told is not None:
        days = say("{days}: {what}.", days=one.days_told, what=inside(one.short))
        return f"{days} {one.days_sentence}"
    return f"{one.sentence} {one.days_sentence}" if one.told is not None else one.sentence


def _signed(value: float) -> str:
    text = number(abs(value), 1)
    if float(f"{value:.1f}") == 0:
        return text
    return say("{size} higher", size=text) if value > 0 else say("{size} lower", size=text)


def _looked_at(page: TogetherPage) -> LookedAtState:
    return LookedAtState(_columns(page), tuple(map(_row, page.looked_at)), page.looked_at_sentences)


def _columns(page: TogetherPage) -> tuple[str, str, str]:
    """The heading of each column; while all pairs share their second thing it is named."""
    same = say("On the same days")
    second = {link.y_id for link in page.looked_at}
    if len(second) > 1:
        return same, say("The day after"), say("The day after, the other way round")
    y = name(page.looked_at[0].same_day.y)
    return same, say("{y}, the day after", y=starting(y)), say("The day after {y}", y=y)


def _row(link: Link) -> LookedAt:
    cells = [Cell(one.state, one.short, one.title) for one in link.answers]
    second = lower_first(link.averages[0].label) if link.averages else ""
    if link.asked.added is not None:
        since = say("looked at since {day}", day=near_day(link.asked.added))
        second = f"{second} · {since}" if second else since
    return LookedAt(
        (link.x_id, link.y_id), link.title, second, (cells[0], cells[1], cells[2]), link.asked.added is not None
    )


def _statistics(link: Link) -> StatisticsState:
    """The figures for readers who want them, each with a place for every direction."""
    figures = [one.figures for one in link.answers]
    rows: list[tuple[str, Callable[[Figures], str]]] = [
        (say("Days used"), _days),
        (say("Correlation r"), _r),
        (say("95% interval of r"), _r_interval),
        (say("Slope, for one more of the first"), _slope),
        (say("95% interval of the slope"), _slope_interval),
        (say("Persistence: how alike neighbouring days are, 0 to 1"), _persistence),
        (say("p, the larger of both ways round"), _p),
        (say("q, with all questions counted"), _q),
    ]
    table = tuple((label, tuple(read(one) for one in figures)) for label, read in rows)
    return StatisticsState(tuple(one.title for one in link.answers), table, tuple(_notes(link)))


def _notes(link: Link) -> Iterator[str]:
    yield link.left_out_sentence or say("No day with both was left out.")
    yield from _days_left_out([day.day for day in link.days if not day.counts])
    if link.only_one:
        yield say_n("{n} day has only one of both.", "{n} days have only one of both.", link.only_one)
    yield say("A day counts when both were filled in by you within three days.")
    yield say("Method: a straight line by generalised least squares, over at most the last 365 days.")
    yield say("It has terms for a slow trend and the weekday; the day after also has the day before.")
    yield say("Days may be alike in 22 ways, and each counts by how well it fits.")
    yield say("Reference: Benjamini and Hochberg 1995 for many questions; Salaffi 2004 for what is small.")


def _days_left_out(days: list[date]) -> Iterator[str]:
    """Which they are, newest first; the table of days marks every one of them."""
    if not days:
        return
    shown = ", ".join(plain_day(day) for day in days[: -MOST_DAYS_LISTED - 1 : -1])
    if len(days) <= MOST_DAYS_LISTED:
        yield say("Left out: {days}.", days=shown)
    else:
        yield say("Left out, the newest: {days}. The table of days marks them all.", days=shown)


def _days(one: Figures) -> str:
    return str(one.n)


def _r(one: Figures) -> str:
    return _to_2(one.r)


def _r_interval(one: Figures) -> str:
    return _span(one.r_low, one.r_high)


def _slope(one: Figures) -> str:
    return _to_2(one.slope)


def _slope_interval(one: Figures) -> str:
    return _span(one.slope_low, one.slope_high)


def _persistence(one: Figures) -> str:
    return _to_2(one.persistence)


def _p(one: Figures) -> str:
    return _chance(one.p)


def _q(one: Figures) -> str:
    return _chance(one.q)


def _to_2(value: float | None) -> str:
    return NOTHING if value is None else number(value, 2)


def _span(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return NOTHING
    return say("{low} to {high}", low=number(low, 2), high=number(high, 2))


SMALLEST_SHOWN = 0.001


def _chance(value: float | None) -> str:
    if value is None:
        return NOTHING
    if value < SMALLEST_SHOWN:
        return say("under {number}", number=number(SMALLEST_SHOWN, 3))
    return number(value, 3)
