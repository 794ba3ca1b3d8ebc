"""Entries, marks and instants, as short as the examples they stand in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from diary.domain.entries import DayMark, Entry, MarkKind, Score
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite

DAY = date(2026, 11, 20)
ALEX = "alex"


def at(days_later: int, hour: int, minute: int = 0, *, day: date = DAY, offset_hours: int = 1) -> datetime:
    """A wall-clock moment some days after a day."""
    return datetime.combine(
        day + timedelta(days=days_later), time(hour, minute), timezone(timedelta(hours=offset_hours))
    )


EVENING = at(0, 20)


def entry(
    basis: Basis = Basis.SELF,
    *,
    written: datetime | None = EVENING,
    source: str = "",
    moment: time | None = None,
    from_notes: bool = False,
    source_written: datetime | None = None,
    site: BodySite | None = None,
    **scores: float,
) -> Entry:
    """``entry(pain=6)``: Sam's own answers, or what Alex was told or noticed; ``written`` is when they were given."""
    who = PERSON if basis is Basis.SELF else ALEX
    given = tuple(Score(measure, value, written, site) for measure, value in scores.items())
    name = f"{basis}-{source}-{moment}-{written}"
    return Entry(
        name,
        DAY,
        who,
        basis,
        written or EVENING,
        given,
        source=source,
        source_written_at=source_written,
        moment=moment,
        from_notes=from_notes,
    )


def mark(kind: MarkKind, basis: Basis = Basis.SELF) -> DayMark:
    return DayMark(DAY, PERSON if basis is Basis.SELF else ALEX, basis, kind, EVENING)
