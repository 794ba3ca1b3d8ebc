"""What Today asks below its four core questions, and in which order: the person's choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from diary.domain.days import DAY_ENDS_AT
from diary.domain.measures import Measure

PLACES, FACTORS, TREATMENTS, NOTE, GOOD_THING, MOMENTS = (
    "places", "factors", "treatments", "note", "good_thing", "moments",
)  # fmt: skip
SEALED_NOTE = "sealed_note"
"""The field of a note's words while they are typed, where only the person is to read it."""
SPREADS = "spreads"
NUMBNESS = "numbness"
HEADACHE_TODAY, HEADACHE, HEADACHE_HOURS = "headache_today", "headache", "headache_hours"
AT_FIRST: tuple[str, ...] = (PLACES, FACTORS, TREATMENTS, NOTE, GOOD_THING, MOMENTS)
"""What stands under "More" until the person chooses."""

_OPTIONAL = (
    "sleep_quality", "tiredness", "interference", "pain_worst", HEADACHE, "tinnitus", NUMBNESS, SPREADS, "elevated",
)  # fmt: skip
SHOWN, LOW_ENERGY, DAY_END, WEEK_DAYS = "today_shows", "low_energy", "day_ends_at", "week_days"
"""The names of the settings."""
LATEST_DAY_END = 12
WHOLE_WEEK = frozenset(range(7))
"""Monday is 0."""


@dataclass(frozen=True, slots=True)
class TodayChoices:
    """What the person chose: ``shown`` in its order, whether only the core shows, and the hour at which days end.

    ``offered`` is all that can be chosen: parts of the page, and the ids of optional and own measures. ``week_days``
    are the few days of the week on which the person means to write, Monday is 0; empty where every day is as good.
    """

    shown: tuple[str, ...] = AT_FIRST
    offered: tuple[str, ...] = (*AT_FIRST, *_OPTIONAL)
    low_energy: bool = False
    day_ends_at: int = DAY_ENDS_AT
    week_days: frozenset[int] = frozenset()

    def is_writing_day(self, day: date) -> bool:
        """Whether the person means to write on such a day of the week; they may on every other, too."""
        return not self.week_days or day.weekday() in self.week_days

    @property
    def asked(self) -> tuple[str, ...]:
        """What Today asks now, below the core."""
        return () if self.low_energy else self.shown


def offered(measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Everything that can be chosen, the person's own measures last; headache stands for its three questions."""
    own = [one.id for one in measures.values() if one.own and not one.archived]
    return (*AT_FIRST, *_OPTIONAL, *own)


def choices_from(stored: Mapping[str, object], measures: Mapping[str, Measure]) -> TodayChoices:
    """The choices in a diary's settings; what can't be understood, or is no longer there, is passed over."""
    can_be_shown = offered(measures)
    shown = stored.get(SHOWN)
    return TodayChoices(
        shown=_in_order(shown, can_be_shown) if isinstance(shown, list) else AT_FIRST,
        offered=can_be_shown,
        low_energy=stored.get(LOW_ENERGY) is True,
        day_ends_at=day_end_from(stored.get(DAY_END)),
        week_days=week_days_from(stored.get(WEEK_DAYS)),
    )


def day_end_from(stored: object) -> int:
    """The hour at which days end, 0 to 12; 4 where none was chosen."""
    return stored if type(stored) is int and 0 <= stored <= LATEST_DAY_END else DAY_ENDS_AT


def week_days_from(stored: object) -> frozenset[int]:
    """The few days of the week in a diary's settings; all seven, and what can't be understood, are none."""
    found = frozenset(one for one in stored if type(one) is int) if isinstance(stored, list) else frozenset()
    return found if found < WHOLE_WEEK else frozenset()


def _in_order(wanted: Iterable[object], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in wanted if isinstance(one, str) and one in known))
