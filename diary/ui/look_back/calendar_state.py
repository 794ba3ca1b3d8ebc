"""What the calendar shows, as frozen values: the state of every day, and the measures it can be coloured by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from diary.domain.day_values import DayState
from diary.words import say
from diary.words.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.extract import Extract
    from diary.ui.kit.plots_state import ChartState, Panel

HEAT_STEPS = 5
"""The darkest of the six shades from the lowest to the highest end of a measure."""


@dataclass(frozen=True, slots=True)
class CalendarState:
    """A whole diary's days from ``first`` to ``last`` (ordinals); a day that isn't in ``states`` is unknown.

    ``heats`` are the measures that days can be coloured by, each with its answers.
    """

    first: int = 1
    last: int = 1
    states: Mapping[int, DayState] = field(default_factory=dict)
    heats: tuple[Panel, ...] = ()

    def heat_named(self, measure_id: str) -> Panel | None:
        """The measure of an id, or ``None`` for the plain calendar."""
        return next((heat for heat in self.heats if heat.measure.id == measure_id), None)

    def state_of(self, day: int) -> DayState:
        """What is known of a day."""
        return self.states.get(day, DayState.UNKNOWN)

    def is_open(self, day: int) -> bool:
        """Whether a day can be opened: not in the future."""
        return day <= self.last


@dataclass(frozen=True, slots=True)
class DayLook:
    """How a day is drawn: by its state, or in a shade from 0 to 5 where it has the chosen answer."""

    state: DayState
    heat: int | None = None
    is_today: bool = False


def calendar_state(extract: Extract, chart: ChartState, today: date) -> CalendarState:
    """The whole extract as a calendar, up to today; a pause stands only where nothing else is known of a day."""
    last = today.toordinal()
    states = {
        day: DayState.PAUSED
        for first, end in chart.without.pauses
        for day in range(max(first, chart.first), min(end, last) + 1)
    }
    states.update((day.day.toordinal(), day.state) for day in extract.days if day.state is not DayState.UNKNOWN)
    return CalendarState(chart.first, last, states, chart.offered)


def look_of(calendar: CalendarState, heat: Panel | None, day: int) -> DayLook:
    """How a day is drawn; with a measure chosen, a day without that answer shows only why it has no numbers."""
    state = calendar.state_of(day)
    shade = None if heat is None else shade_of(heat, day)
    if heat is not None and shade is None and state in {DayState.RECORDED, DayState.PARTLY}:
        state = DayState.UNKNOWN
    return DayLook(state, shade, is_today=day == calendar.last)


def shade_of(heat: Panel, day: int) -> int | None:
    """The shade of a day's answer, from 0 at the lowest end to 5 at the highest."""
    value = heat.series.at(day)
    if value is None:
        return None
    share = (value - heat.lowest) / ((heat.highest - heat.lowest) or 1)
    return min(max(round(share * HEAT_STEPS), 0), HEAT_STEPS)


def state_words(state: DayState) -> str:
    """A state in words, the same in the legend, the table and the sentence."""
    return {
        DayState.RECORDED: say("filled in"),
        DayState.PARTLY: say("partly filled in"),
        DayState.BAD_DAY: say("bad day, couldn’t log"),
        DayState.NOTHING_TO_LOG: say("nothing to log"),
        DayState.PAUSED: say("paused"),
        DayState.UNKNOWN: say("not filled in"),
    }[state]


def heat_name(heat: Panel) -> str:
    """A measure as the list names it; a carer's view says of what."""
    return f"{heat.label}: {heat.second_label}" if heat.second_label else heat.label


def day_sentence(calendar: CalendarState, heat: Panel | None, day: int) -> str:
    """Return "Sunday 22 November: filled in. Pain: 6", as the line under the calendar and a screen reader say it."""
    words = long_day(date.fromordinal(day), date.fromordinal(max(calendar.last, 1)))
    if not calendar.is_open(day):
        return say("{day}: not here yet", day=words)
    sentence = say("{day}: {state}", day=words, state=state_words(calendar.state_of(day)))
    if heat is None:
        return sentence
    return say("{day}. {measure}: {answer}", day=sentence, measure=heat_name(heat), answer=heat.answer_on(day))
