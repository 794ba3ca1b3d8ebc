"""When a place counts as 0: only after "Nowhere else today", and only a place that the person usually scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from diary.domain.day_values import Day, DayValue, MadeFrom, ValueKey, counts_in_statistics, is_later
from diary.domain.days import is_filled_in_later, is_too_late_for_statistics
from diary.domain.entries import Entry
from diary.domain.measures import PAIN
from diary.domain.places import BodySite, Side

USUAL_WITHIN_DAYS = 90
"""A place is usual on a day when it was scored on one of the 90 days up to it."""


def with_usual_places(days: Iterable[Day], scored_before: Mapping[BodySite, date]) -> tuple[Day, ...]:
    """Days, ascending, with 0 at each usual place that has no score where "Nowhere else today" was said.

    ``scored_before`` tells when each place was last scored before the first of them.
    """
    last_scored = dict(scored_before)
    found = []
    for day in days:
        scored = set(day.scored_places)
        last_scored |= dict.fromkeys(scored, day.day)
        said = _said_nowhere_else(day.entries)
        found.append(_with_zeros(day, said, last_scored, scored) if said else day)
    return tuple(found)


def _said_nowhere_else(entries: Iterable[Entry]) -> Entry | None:
    said = [entry for entry in entries if entry.nowhere_else and entry.basis.is_own]
    return max(said, key=lambda entry: (entry.written_at, entry.id), default=None)


def _with_zeros(day: Day, said: Entry, last_scored: Mapping[BodySite, date], scored: set[BodySite]) -> Day:
    since = day.day - timedelta(days=USUAL_WITHIN_DAYS - 1)
    usual = {site for site, last in last_scored.items() if last >= since}
    zero = _zero(said)
    zeros: dict[ValueKey, DayValue] = {
        (PAIN, site): zero for site in sorted(usual) if not any(_overlap(site, other) for other in scored)
    }
    return replace(day, values={**day.values, **zeros}) if zeros else day


def _overlap(one: BodySite, other: BodySite) -> bool:
    """Whether two sites can be the same spot: a place without its side may be either."""
    return one.place == other.place and (one.side == other.side or Side.NONE in (one.side, other.side))


def _zero(said: Entry) -> DayValue:
    """As late as the answers it was said beside; alone, as late as it was itself."""
    if said.scores:
        later = any(is_later(said, score) for score in said.scores)
        counts = all(counts_in_statistics(said, score) for score in said.scores)
    else:
        later = is_filled_in_later(said.day, said.written_at)
        counts = said.from_notes or not is_too_late_for_statistics(said.day, said.written_at, said.day_ends_at)
    return DayValue(0, MadeFrom.NOWHERE_ELSE, later, counts)
