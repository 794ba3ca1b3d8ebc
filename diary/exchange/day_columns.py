"""Days out of a column of text: one format fits it all, because guessing cell by cell swaps day and month."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from diary.domain.errors import DiaryError
from diary.words import say
from diary.words.dates import plain_day

_YEARS = range(1900, 2101)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"({'|'.join(_MONTHS)})[a-z]*\.?", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_CLOCK = (
    r"(?:[T\s,]\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<y>\d{{4}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}}){_CLOCK}", re.IGNORECASE
)
_YEAR_LAST = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])\s?(?P<b>\d{{1,2}})(?P=sep)\s?(?P<y>\d{{4}}|\d\d){_CLOCK}", re.IGNORECASE
)
_NAMED = re.compile(rf"(?P<words>[^:]*?\d){_CLOCK}", re.IGNORECASE)
_EIGHT_DIGITS = re.compile(r"\d{8}")
_NUMBER = re.compile(r"(\d{5})(?:[.,](\d+))?")
_SERIALS = range(20_000, 80_000)
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day numbers have no zone
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?")
_EPOCH_SECONDS_DIGITS = 10
_EXAMPLES = 3
_LONGEST = 60


class DateOrder(StrEnum):
    """Which comes first in 03/04/2026, told by the person where a column leaves it open."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day, and the instant (aware) where the cell also holds a time other than midnight."""

    day: date
    at: datetime | None = None


Reader = Callable[[str, tzinfo], DayCell | None]


def read_days(cells: Sequence[tuple[int, str]], zone: tzinfo, order: DateOrder | None = None) -> Mapping[int, DayCell]:
    """Return row number to day for the rows of ``cells`` (row number, text) that some format can read.

    The one format that reads every cell that can be read at all is used; a time without an offset is in ``zone``.
    Raises ``DiaryError``: ``dates_unreadable`` (no cell can be read), ``dates_mixed`` (no single format fits) or
    ``dates_ambiguous`` (day first and month first both fit, and ``order`` doesn't say which).
    """
    filled = [(row, text.strip()) for row, text in cells if text.strip()]
    read = {name: _read_all(filled, reader, zone) for name, reader in _FORMATS.items()}
    readable = set().union(*read.values())
    if not readable:
        raise DiaryError("dates_unreadable", row=filled[0][0] if filled else 0)
    fitting = {name: days for name, days in read.items() if days.keys() == readable}
    if order is not None and fitting.keys() & _ORDERS.keys():
        fitting = {name: days for name, days in fitting.items() if _ORDERS.get(name) is order}
    if not fitting:
        best = max(read.values(), key=len)
        raise DiaryError("dates_mixed", row=min(readable - best.keys(), default=min(readable)))
    first, *others = fitting.values()
    for other in others:
        _refuse_two_ways(first, other)
    return first


def _read_all(cells: Sequence[tuple[int, str]], reader: Reader, zone: tzinfo) -> dict[int, DayCell]:
    days = {}
    for row, text in cells:
        if len(text) > _LONGEST:
            continue
        try:
            cell = reader(text, zone)
        except (ValueError, OverflowError):
            continue
        if cell is not None and cell.day.year in _YEARS:
            days[row] = cell
    return days


def _refuse_two_ways(first: Mapping[int, DayCell], other: Mapping[int, DayCell]) -> None:
    differing = [row for row, cell in first.items() if other[row].day != cell.day]
    if differing:
        examples = [
            say("row {row}: {one} or {other}", row=row, one=plain_day(first[row].day), other=plain_day(other[row].day))
            for row in differing[:_EXAMPLES]
        ]
        raise DiaryError("dates_ambiguous", examples="; ".join(examples))


def _year_first(text: str, zone: tzinfo) -> DayCell | None:
    if _EIGHT_DIGITS.fullmatch(text):
        return DayCell(date(int(text[:4]), int(text[4:6]), int(text[6:])))
    match = _YEAR_FIRST.fullmatch(text)
    return _timed(date(int(match["y"]), int(match["m"]), int(match["d"])), match, zone) if match else None


def _day_first(text: str, zone: tzinfo) -> DayCell | None:
    match = _YEAR_LAST.fullmatch(text)
    return _timed(date(_year(match["y"]), int(match["b"]), int(match["a"])), match, zone) if match else None


def _month_first(text: str, zone: tzinfo) -> DayCell | None:
    match = _YEAR_LAST.fullmatch(text)
    if match is None or match["sep"] == ".":  # nobody writes the month first with dots
        return None
    return _timed(date(_year(match["y"]), int(match["a"]), int(match["b"])), match, zone)


def _named_month(text: str, zone: tzinfo) -> DayCell | None:
    """English month names: 4 March 2026, March 4th, 2026, Wed 4-Mar-26."""
    match = _NAMED.fullmatch(_WEEKDAY.sub("", text))
    if match is None:
        return None
    words = [word for word in re.split(r"[\s,/-]+", match["words"]) if word]
    named = [at for at, word in enumerate(words) if _MONTH.fullmatch(word)]
    if len(words) != 3 or len(named) != 1:  # noqa: PLR2004 - day, month, year
        return None
    month = _MONTHS.index(words.pop(named[0])[:3].lower()) + 1
    first, second = (re.sub(r"(?<=\d)(st|nd|rd|th)$", "", word, flags=re.IGNORECASE) for word in words)
    if len(first) == 4:  # noqa: PLR2004 - a year in full
        first, second = second, first
    if not (first.isdecimal() and second.isdecimal() and len(second) in (2, 4)):
        return None
    return _timed(date(_year(second), month, int(first)), match, zone)


def _serial(text: str, zone: tzinfo) -> DayCell | None:
    """A spreadsheet's day number, its fraction the time of day; 1 is 1 January 1900 (and 60 a day that never was)."""
    match = _NUMBER.fullmatch(text)
    if match is None or int(match[1]) not in _SERIALS:
        return None
    seconds = round(float(f"0.{match[2] or 0}") * 86_400)
    local = _SERIAL_ZERO + timedelta(days=int(match[1]), seconds=seconds)
    return _cell(local.date(), local.time(), zone)


def _epoch(text: str, zone: tzinfo) -> DayCell | None:
    """Seconds or milliseconds since 1970."""
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    seconds = int(match[1]) if len(match[1]) <= _EPOCH_SECONDS_DIGITS else int(match[1]) / 1000
    local = datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    return DayCell(local.date(), local)


_FORMATS: Mapping[str, Reader] = {
    "year_first": _year_first,
    "day_first": _day_first,
    "month_first": _month_first,
    "named_month": _named_month,
    "serial": _serial,
    "epoch": _epoch,
}
_ORDERS = {"day_first": DateOrder.DAY_FIRST, "month_first": DateOrder.MONTH_FIRST}


def _year(text: str) -> int:
    """The year in full; two digits up to 68 are of this century, as POSIX has it."""
    year = int(text)
    if len(text) == 4:  # noqa: PLR2004 - a year in full
        return year
    return year + (2000 if year <= 68 else 1900)  # noqa: PLR2004 - POSIX's pivot


def _timed(day: date, match: re.Match[str], zone: tzinfo) -> DayCell:
    if match["hour"] is None:
        return DayCell(day)
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    wall = time(hour, int(match["minute"]), int(match["second"] or 0))
    if match["offset"]:
        offset = "+00:00" if match["offset"] in "Zz" else match["offset"]
        return DayCell(day, datetime.fromisoformat(f"{day.isoformat()}T{wall.isoformat()}{offset}"))
    return _cell(day, wall, zone)


def _cell(day: date, wall: time, zone: tzinfo) -> DayCell:
    """A day with its time; midnight alone is how spreadsheets write a day without one."""
    return DayCell(day, datetime.combine(day, wall, zone) if wall != time(0) else None)
