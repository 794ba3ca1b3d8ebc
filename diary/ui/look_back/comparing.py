"""The days in view beside as many days before them: two plain averages of each measure, and no word of a trend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.days import Period
from diary.domain.plain_averages import Average, average
from diary.ui.kit.plots_series import within
from diary.words import say, say_n
from diary.words.dates import day_span, plain_day
from diary.words.numbers import number

if TYPE_CHECKING:
    from datetime import date

    from diary.ui.kit.plots_state import Panel
    from diary.ui.look_back.state import LookBackState


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure in both periods."""

    label: str
    now: Average
    before: Average


@dataclass(frozen=True, slots=True)
class ComparisonState:
    """Both periods, as far as they lie in the diary, and every measure that has an average; ``note`` says what lacks.

    ``before`` is ``None`` where the diary has no days before those in view.
    """

    now: Period
    before: Period | None
    rows: tuple[Compared, ...] = ()
    note: str = ""


def comparison_state(state: LookBackState, first: date, last: date) -> ComparisonState:
    """Compare the days from ``first`` to ``last`` with as many days before them."""
    begin = state.first_day
    now = Period(max(first, min(begin, last)), last)
    whole = Period(first, last).before
    if whole.last < begin:
        return ComparisonState(now, None, note=say("The diary has no days before these."))
    before = Period(max(whole.first, begin), whole.last)
    rows = tuple(
        Compared(panel.label, _average(panel, now), _average(panel, before))
        for panel in state.chart.panels
        if panel.has_average
    )
    note = say("The first entry is for {day}, so the days before are fewer.", day=plain_day(begin))
    return ComparisonState(now, before, rows, note if before != whole else "")


def _average(panel: Panel, period: Period) -> Average:
    part = within(panel.series.days, period.first.toordinal(), period.last.toordinal())
    return average(panel.series.values[part])


def compared_words(one: Average, period: Period) -> str:
    """Return "5.2 · 60 of 83 days"."""
    days = say_n("{filled} of {n} day", "{filled} of {n} days", len(period), filled=one.days)
    if not one.days:
        return say("not filled in")
    if one.mean is None:
        return say("too few: {days}", days=days)
    return say("{mean} · {days}", mean=number(one.mean, 1), days=days)


def periods_words(state: ComparisonState) -> str:
    """Return "Now: 23 August to 22 November 2026. Before: 23 May to 22 August 2026."."""
    if state.before is None:
        return ""
    return say("Now: {now}. Before: {before}.", now=day_span(state.now), before=day_span(state.before))
