"""What was typed on the command line, read into the diary's values."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from diary import catalogue
from diary.domain.days import Period
from diary.domain.errors import DiaryError
from diary.domain.places import BodySite, Side

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)
_EPOCH = re.compile(r"\d{1,11}", re.ASCII)


def number(text: str) -> float:
    """A number with a decimal point or comma; raises ``DiaryError("number_unreadable")``."""
    if not _NUMBER.fullmatch(text.strip()):
        raise DiaryError("number_unreadable")
    return float(text.replace(",", "."))


def day(text: str | None, today: date) -> date:
    """An ISO day, ``today`` or ``yesterday``; today when nothing was typed. Raises ``DiaryError("day_unreadable")``."""
    match ("today" if text is None else text).strip().lower():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
        case typed:
            try:
                return date.fromisoformat(typed)
            except ValueError as fault:
                raise DiaryError("day_unreadable") from fault


def clock_time(text: str) -> time | None:
    """A wall time such as ``20:40``; ``None`` for anything else."""
    try:
        return time.fromisoformat(text.strip()) if _CLOCK.fullmatch(text.strip()) else None
    except ValueError:
        return None


def period(first: str | None, last: str | None, whole: Period) -> Period:
    """The period typed; an end that was not typed is that of ``whole``."""
    start = day(first, whole.last) if first else None
    end = day(last, whole.last) if last else None
    return Period(start or min(whole.first, end or whole.first), end or max(whole.last, start or whole.last))


def place(text: str) -> tuple[BodySite, float]:
    """A place with its score: ``lower back=6``, ``left forearm=6``.

    Raises ``DiaryError``: ``place_unreadable``, ``place_unknown``, ``number_unreadable``.
    """
    name, equals, value = text.rpartition("=")
    if not equals:
        raise DiaryError("place_unreadable")
    return site(name), number(value)


def site(text: str) -> BodySite:
    """A place by its English name or its id, with its side before it or after it.

    Raises ``DiaryError``: ``place_unreadable``, ``place_unknown``, ``side_unknown``.
    """
    words = text.lower().replace("_", " ").replace(",", " ").split()
    sides = [Side(word) for word in words if word in {Side.LEFT, Side.RIGHT}]
    name = " ".join(word for word in words if word not in {Side.LEFT, Side.RIGHT, "your"})
    if len(sides) > 1:
        raise DiaryError("place_unreadable")
    for known in catalogue.places().values():
        if name in {known.label.lower(), known.id.replace("_", " ")}:
            if sides and sides[0] not in known.sides:
                raise DiaryError("side_unknown")
            return BodySite(known.id, sides[0] if sides else Side.NONE)
    raise DiaryError("place_unknown")


def text(data: bytes) -> str:
    """Words that were piped in as UTF-8, a byte-order mark aside; raises ``DiaryError("text_unreadable")``."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        raise DiaryError("text_unreadable") from fault


def epoch_day(seconds: str) -> date:
    """The date of ``SOURCE_DATE_EPOCH`` in UTC; raises as ``epoch_instant`` does."""
    return epoch_instant(seconds).date()


def epoch_instant(seconds: str) -> datetime:
    """The instant of ``SOURCE_DATE_EPOCH``; raises ``DiaryError("epoch_unreadable")``."""
    if not _EPOCH.fullmatch(seconds):
        raise DiaryError("epoch_unreadable")
    return datetime.fromtimestamp(int(seconds), UTC)
