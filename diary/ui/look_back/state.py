"""What Look back shows, as frozen values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from diary.domain.days import Period
from diary.domain.people import PERSON
from diary.ui.kit.plots_state import ChartState
from diary.ui.kit.unsaved import KeepingState
from diary.ui.look_back.calendar_state import CalendarState, heat_name
from diary.ui.look_back.places_state import PlacesState
from diary.ui.look_back.seeking import SeekChoices, Sought
from diary.words import msgid, say, say_n
from diary.words.dates import day_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.domain.people import Voice
    from diary.domain.plain_averages import MomentAnswer


class RangeChoice(IntEnum):
    """The ranges offered, in the order of their buttons."""

    TWO_WEEKS = 0
    MONTH = 1
    THREE_MONTHS = 2
    SIX_MONTHS = 3
    TWELVE_MONTHS = 4
    ALL = 5


RANGE_WORDS = (msgid("2 weeks"), msgid("Month"), msgid("3 months"), msgid("6 months"), msgid("12 months"), msgid("All"))
RANGE_DAYS = {
    RangeChoice.TWO_WEEKS: 14,
    RangeChoice.MONTH: 31,
    RangeChoice.THREE_MONTHS: 92,
    RangeChoice.SIX_MONTHS: 183,
    RangeChoice.TWELVE_MONTHS: 366,
}
RECENT_DAYS = RANGE_DAYS[RangeChoice.THREE_MONTHS]
"""The days up to today that can be shown before all were read."""
SHORTEST_DAYS = 14
"""A young diary is shown on two weeks, so that a day keeps its width while it grows."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry, mark or note in the list: whose it is, in words, and what it says.

    ``entry_id`` is empty for a mark or a note alone, which are changed on their day. What follows ``note_ids`` is what
    a search looks at: all words folded, notes included, the answers by measure and place, the places, and the factors.
    """

    day: date
    who: str
    what: str
    note: str = ""
    is_noticed: bool = False
    entry_id: str = ""
    note_ids: tuple[str, ...] = ()
    sought_in: str = ""
    answers: Mapping[tuple[str, str], tuple[float, ...]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    factors: frozenset[str] = frozenset()
    is_later: bool = False
    voice: Voice | None = None
    """Whose words it is, for what can be moved to another diary."""
    answers_words: str = ""
    """What goes when the entry is deleted, where it stands beside notes: they stay on their day."""

    @property
    def is_deletable(self) -> bool:
        """Whether it can be deleted here."""
        return bool(self.entry_id)

    @property
    def leaves_notes(self) -> bool:
        """Whether notes stay when the entry is deleted."""
        return bool(self.entry_id and self.note_ids)

    @property
    def things(self) -> tuple[str, ...]:
        """The ids of all that goes when it is removed for good; empty for a mark, which has no words."""
        return (self.entry_id, *self.note_ids) if self.entry_id else self.note_ids


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change: when, who, about what, from what to what.

    ``revision`` is what brings the new value back, ``None`` where it stands or is empty; ``after`` says that value.
    """

    when: str
    who: str
    what: str
    change: str
    revision: tuple[str, int] | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class HistoryState:
    """The history of a day, newest first; with a ``voice`` first of what it said, and then the ``rest`` of the day."""

    day: date
    lines: tuple[HistoryLine, ...]
    voice: Voice | None = None
    rest: tuple[HistoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelChoice:
    """A measure that the time chart can show, and whether it does."""

    id: str
    label: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """Days with an own answer, and those with one that was filled in later; ordinals, ascending."""

    days: tuple[int, ...] = ()
    later: tuple[int, ...] = ()


_NO_CHART = ChartState(0, 0)
_NOTHING_FILLED = Filled()
_NO_CALENDAR = CalendarState()
_NO_PLACES = PlacesState()
_ALL = Sought()
_NO_CHOICES = SeekChoices()


@dataclass(frozen=True, slots=True)
class LookBackState(KeepingState):
    """The whole page. ``asked`` are the entries that may be deleted, ``done`` says what was just done (undo offered).

    ``asks_for_good``: they are asked about to be removed for good, and ``removed`` says that some were.
    ``heat`` is the id of the measure that colours the calendar, or empty; ``pattern`` that of the measure whose
    patterns are shown, and ``moments`` what was answered at moments, by measure. ``compares``: the days before those
    in view are shown too. ``hides_numbers``: numbers and charts are out of sight, ``always_hides`` each time.
    ``saved`` says that a picture was written. Until it ``is_whole``, only what three months show was read.
    ``may_move``: this computer has other diaries, to which an entry may belong. ``writer`` is who writes now.
    """

    today: date
    choice: RangeChoice = RangeChoice.THREE_MONTHS
    is_loaded: bool = False
    is_whole: bool = False
    chart: ChartState = _NO_CHART
    calendar: CalendarState = _NO_CALENDAR
    places: PlacesState = _NO_PLACES
    heat: str = ""
    pattern: str = ""
    compares: bool = False
    hides_numbers: bool = False
    always_hides: bool = False
    moments: Mapping[str, tuple[MomentAnswer, ...]] = field(default_factory=dict)
    filled: Filled = _NOTHING_FILLED
    entries: tuple[EntryRow, ...] = ()
    history: HistoryState | None = None
    sought: Sought = _ALL
    choices: SeekChoices = _NO_CHOICES
    asked: tuple[EntryRow, ...] = ()
    asks_for_good: bool = False
    done: str = ""
    removed: str = ""
    saved: str = ""
    may_move: bool = False
    writer: str = PERSON

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written."""
        return self.is_loaded and not self.entries

    def may_change(self, row: EntryRow) -> bool:
        """Whether who writes now may delete or move it: the person all of it, a carer what they wrote."""
        return self.writer == PERSON or row.voice is None or row.voice.recorder == self.writer

    @property
    def lacks_days(self) -> bool:
        """Whether the chosen range needs days that weren't read yet."""
        return self.is_loaded and not self.is_whole and RANGE_DAYS.get(self.choice, RECENT_DAYS + 1) > RECENT_DAYS

    @property
    def shows_before(self) -> bool:
        """Whether the days before are shown beside those in view: once all were read."""
        return self.compares and self.is_whole

    @property
    def is_waiting(self) -> bool:
        """Whether something was asked for that is still being read."""
        asks = self.lacks_days or (self.is_loaded and self.compares and not self.is_whole)
        return asks and not self.problem

    @property
    def panel_choices(self) -> tuple[PanelChoice, ...]:
        """Every measure that the chart can show: those shown in their order, then the others."""
        shown = [panel.measure.id for panel in self.chart.panels]
        others = [panel for panel in self.chart.offered if panel.measure.id not in shown]
        listed = (*((panel, True) for panel in self.chart.panels), *((panel, False) for panel in others))
        return tuple(PanelChoice(panel.measure.id, heat_name(panel), is_shown) for panel, is_shown in listed)

    @property
    def first_day(self) -> date:
        """The diary's first day."""
        return date.fromordinal(max(self.chart.first, 1))

    @property
    def range(self) -> tuple[date, date]:
        """The first and last day of the chosen range: up to today, and not from before the diary began."""
        first = self.first_day
        if self.choice in RANGE_DAYS:
            first = max(first, self.today - timedelta(days=RANGE_DAYS[self.choice] - 1))
        return min(first, self.today - timedelta(days=SHORTEST_DAYS - 1)), self.today


def header_sentence(state: LookBackState, first: date, last: date) -> str:
    """Return "1 September to 22 November 2026 · entries on 68 of 83 days, 9 filled in later"."""
    first = max(first, state.first_day)
    last = max(first, min(last, state.today))
    days, later = (_between(days, first, last) for days in (state.filled.days, state.filled.later))
    span = day_span(Period(first, last))
    total = (last - first).days + 1
    if not later:
        return say_n(
            "{span} · entries on {filled} of {n} day",
            "{span} · entries on {filled} of {n} days",
            total,
            span=span,
            filled=days,
        )
    return say_n(
        "{span} · entries on {filled} of {n} day, {later} filled in later",
        "{span} · entries on {filled} of {n} days, {later} filled in later",
        total,
        span=span,
        filled=days,
        later=later,
    )


def with_notes_left(said: str, rows: Sequence[EntryRow]) -> str:
    """What is said of deleted entries, and that a note beside them stays."""
    stay = sum(len(row.note_ids) for row in rows if row.leaves_notes)
    if not stay:
        return said
    stays = say_n("The note beside it stays.", "The {n} notes beside it stay.", stay)
    if len(rows) > 1:
        stays = say_n("{n} note beside them stays.", "{n} notes beside them stay.", stay)
    return say("{said} {stays}", said=said, stays=stays)


def entries_between(entries: Sequence[EntryRow], first: date, last: date) -> Sequence[EntryRow]:
    """The rows (newest first) of the days from ``first`` to ``last``."""
    begin = bisect_left(entries, -last.toordinal(), key=_newest_first)
    return entries[begin : bisect_right(entries, -first.toordinal(), key=_newest_first)]


def _newest_first(row: EntryRow) -> int:
    return -row.day.toordinal()


def _between(days: Sequence[int], first: date, last: date) -> int:
    return bisect_right(days, last.toordinal()) - bisect_left(days, first.toordinal())
