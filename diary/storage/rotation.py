"""Which of the automatic backups stay: close together for last week, further apart the older they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

DAYS, WEEKS, MONTHS = 7, 4, 12
TIMES_THE_DIARY = 10
ROOM_BYTES = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """An automatic backup: its file's name, when it was made (the wall clock of then), and its size in bytes."""

    name: str
    made_at: datetime
    size: int


def staying(backups: Iterable[Kept], diary_size: int) -> tuple[Kept, ...]:
    """Those to keep, newest first: the last of each of 7 days, 4 weeks and 12 months that have one.

    Together they take at most ten times the diary's size in bytes, or 1 GB where that is more, so that a small diary
    keeps its months; the oldest go first, and the newest always stays.
    """
    newest_first = sorted(backups, key=lambda one: (one.made_at, one.name), reverse=True)
    wanted: set[Kept] = set()
    for most, part in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        wanted |= _last_of_each(newest_first, most, part)
    room = max(TIMES_THE_DIARY * diary_size, ROOM_BYTES)
    stay: list[Kept] = []
    for one in newest_first:
        if one not in wanted:
            continue
        room -= one.size
        if stay and room < 0:
            break
        stay.append(one)
    return tuple(stay)


def _last_of_each(newest_first: list[Kept], most: int, part: Callable[[date], tuple[int, ...]]) -> set[Kept]:
    last: dict[tuple[int, ...], Kept] = {}
    for one in newest_first:
        last.setdefault(part(one.made_at.date()), one)
    return set(list(last.values())[:most])


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)
