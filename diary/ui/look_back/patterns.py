"""Plain averages of the days in view as rows in words: by weekday, by time of day, and how often each answer came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.domain.plain_averages import (
    AVERAGED,
    NIGHT_HOURS,
    PARTS,
    TIMES_NEED,
    WEEKDAYS_NEED,
    Average,
    Bin,
    PartOfDay,
    by_part_of_day,
    by_weekday,
    spread,
)
from diary.ui.kit.plots_rows import PlotRow, RowsState
from diary.ui.kit.plots_series import within
from diary.words import say, say_n
from diary.words.dates import first_weekday, weekday_names
from diary.words.numbers import answer, number, short_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diary.domain.plain_averages import MomentAnswer
    from diary.ui.kit.plots_state import Panel

TableRow = tuple[str, str, float | None, int]
"""Of which block, which row, its average, and its days."""


@dataclass(frozen=True, slots=True)
class Block:
    """One of the pictures with its rows for the table; ``note`` says why there is nothing, or what it counts."""

    title: str
    plot: RowsState
    cells: tuple[TableRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PatternsState:
    """Everything about one measure on the days in view; ``ends`` says what the ends of its scale mean."""

    label: str = ""
    blocks: tuple[Block, ...] = ()
    ends: str = ""

    @property
    def has_averages(self) -> bool:
        """Whether any average is shown, and not only that the days are too few for one."""
        return any(average is not None for block in self.blocks for _, _, average, _ in block.cells)


def patterns_state(panel: Panel, moments: Sequence[MomentAnswer], first: int, last: int) -> PatternsState:
    """The patterns of a measure from ``first`` to ``last`` (ordinals)."""
    part = within(panel.series.days, first, last)
    days, values = panel.series.days[part], panel.series.values[part]
    blocks = []
    if panel.measure.kind in AVERAGED:
        blocks.append(_weekdays(panel, days, values))
        if moments:
            blocks.append(_times(panel, [one for one in moments if first <= one.day <= last]))
    blocks.append(_spread(panel, values))
    has_ends = panel.measure.kind is ScaleKind.SCORE and panel.low_words and panel.high_words
    ends = say(
        "{lowest} is {low_words}, {highest} is {high_words}.",
        lowest=short_number(panel.lowest),
        low_words=panel.low_words,
        highest=short_number(panel.highest),
        high_words=panel.high_words,
    )
    made = PatternsState(panel.label, tuple(blocks), ends if has_ends else "")
    in_hours = panel.measure.kind is ScaleKind.HOURS and made.has_averages
    return replace(made, ends=say("Averages are in hours.")) if in_hours else made


def _weekdays(panel: Panel, days: Sequence[int], values: Sequence[float]) -> Block:
    title = say("By weekday")
    if len(days) < WEEKDAYS_NEED:
        return _too_few(title, len(days), WEEKDAYS_NEED)
    averages, names = by_weekday(days, values), weekday_names()
    order = [(first_weekday() + n) % len(names) for n in range(len(names))]
    return _averages(panel, title, [(names[n], averages[n]) for n in order])


def _times(panel: Panel, moments: Sequence[MomentAnswer]) -> Block:
    title = say("By time of day")
    days = len({one.day for one in moments})
    if days < TIMES_NEED:
        return _too_few(title, days, TIMES_NEED)
    averages = by_part_of_day(moments)
    return _averages(
        panel, title, [(_part_words(part), averages[part]) for part in PartOfDay], say("From what you said right then.")
    )


def _part_words(part: PartOfDay) -> str:
    words = {
        PartOfDay.MORNING: say("Morning"),
        PartOfDay.AFTERNOON: say("Afternoon"),
        PartOfDay.EVENING: say("Evening"),
        PartOfDay.NIGHT: say("Night"),
    }
    first, end = PARTS.get(part, NIGHT_HOURS)
    return say("{part}, {first} to {end}", part=words[part], first=first, end=end)


def _too_few(title: str, days: int, needed: int) -> Block:
    note = say_n(
        "Too few days: {n} day in view has an answer, and {needed} are needed.",
        "Too few days: {n} days in view have an answer, and {needed} are needed.",
        days,
        needed=needed,
    )
    return Block(title, RowsState(title), (), note)


def _averages(panel: Panel, title: str, rows: Iterable[tuple[str, Average]], note: str = "") -> Block:
    listed = tuple(rows)
    span = panel.highest - panel.lowest
    plot = RowsState(
        say("{pattern}: {measure}", pattern=title, measure=panel.label),
        tuple(
            PlotRow(label, None if one.mean is None else (one.mean - panel.lowest) / span, average_words(one))
            for label, one in listed
        ),
        panel.colour,
        panel.shape,
        tuple(((value - panel.lowest) / span, text) for value, text in panel.ticks if text),
    )
    return Block(title, plot, tuple((title, label, one.mean, one.days) for label, one in listed), note)


def average_words(one: Average) -> str:
    """Return "5.2 · 8 days"; a decimal, because weekdays differ by less than a point."""
    if not one.days:
        return say("not filled in")
    days = say_n("{n} day", "{n} days", one.days)
    if one.mean is None:
        return say("too few: {days}", days=days)
    return say("{mean} · {days}", mean=number(one.mean, 1), days=days)


def _spread(panel: Panel, values: Sequence[float]) -> Block:
    title = say("How often each answer came")
    bins = spread(values, panel.measure)
    if not bins:
        return Block(title, RowsState(title), (), say("No day in view has an answer."))
    most = max(one.days for one in bins)
    listed = [(_bin_words(panel, one), one.days) for one in bins]
    plot = RowsState(
        say("{pattern}: {measure}", pattern=title, measure=panel.label),
        tuple(
            PlotRow(label, days / most if days else None, say_n("{n} day", "{n} days", days) if days else "–")
            for label, days in listed
        ),
        panel.colour,
    )
    return Block(title, plot, tuple((title, label, None, days) for label, days in listed))


def _bin_words(panel: Panel, one: Bin) -> str:
    if one.lowest == one.highest:
        is_number = panel.measure.kind is ScaleKind.SCORE
        return short_number(one.lowest) if is_number else answer(panel.measure, one.lowest)
    lowest, highest = short_number(one.lowest), short_number(one.highest)
    if panel.measure.kind is ScaleKind.HOURS:
        return say("{lowest} to {highest} hours", lowest=lowest, highest=highest)
    return say("{lowest} to {highest}", lowest=lowest, highest=highest)


def shown_panel(panels: Sequence[Panel], chosen: str) -> Panel | None:
    """The chosen measure, or the first that there is; what a carer noticed is no answer of the person's."""
    own = [panel for panel in panels if not panel.noticed]
    return next((panel for panel in own if panel.measure.id == chosen), own[0] if own else None)


def moments_of(moments: Mapping[str, tuple[MomentAnswer, ...]], panel: Panel) -> tuple[MomentAnswer, ...]:
    """The answers at moments that belong to a measure."""
    return moments.get(panel.measure.id, ())
