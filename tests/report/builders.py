"""Small builders of what a diary holds, for the page's tests."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from diary import catalogue
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.days import Period
from diary.domain.entries import DayMark, Entry, Event, MarkKind, Pause, RoughDate, Score
from diary.domain.extract import Extract
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.domain.places import BodySite, Side

LAST = date(2026, 11, 22)
HERE = timezone(timedelta(0))
NOW_MEASURES = {"pain_now": "pain", "anxiety_now": "anxiety", "mood_now": "mood"}

Answers = dict[str | BodySite, float]
LOWER_BACK, NECK = BodySite("lower_back"), BodySite("neck")
LEFT_FOREARM = BodySite("forearm", Side.LEFT)


def day(
    on: date,
    answers: Answers | None = None,
    *,
    told: Answers | None = None,
    noticed: Answers | None = None,
    days_later: int = 0,
    mark: MarkKind | None = None,
) -> Day:
    """One day: own answers, what a carer wrote down, what a carer noticed, and a mark; written in the evening."""
    written = datetime.combine(on + timedelta(days=days_later), time(20), HERE)
    given = ((Basis.SELF, answers), (Basis.TOLD, told), (Basis.OBSERVED, noticed))
    entries = tuple(_entry(on, basis, some, written) for basis, some in given if some)
    marks = (DayMark(on, PERSON, Basis.SELF, mark, written),) if mark else ()
    values = day_values(entries, NOW_MEASURES)
    return Day(on, day_state(values, marks, paused=False), values, entries, marks)


def extract(
    *days: Day,
    length: int = 28,
    last: date = LAST,
    person: Person | None = None,
    first_day: date | None = None,
    events: tuple[Event, ...] = (),
    pauses: tuple[Pause, ...] = (),
) -> Extract:
    """The extract of the ``length`` days up to ``last``."""
    return Extract(
        period=Period.ending(last, length),
        person=person or Person("Sam Carter", date(1981, 3, 4)),
        days=tuple(sorted(days, key=lambda d: d.day)),
        measures=catalogue.measures(),
        recorders={PERSON: Recorder(PERSON, "Sam Carter"), "alex": Recorder("alex", "Alex", "partner")},
        first_day=first_day or min((d.day for d in days), default=None),
        last_day=max((d.day for d in days), default=None),
        events=events,
        pauses=pauses,
    )


def back(days: int) -> date:
    """The day so many days before the last one."""
    return LAST - timedelta(days=days)


def event(label: str, days_back: int) -> Event:
    """An event known to the day."""
    return Event(f"event {days_back} {label}", label, RoughDate(back(days_back)))


def _entry(on: date, basis: Basis, answers: Answers, written: datetime) -> Entry:
    scores = tuple(
        Score("pain", value, written, name) if isinstance(name, BodySite) else Score(name, value, written)
        for name, value in answers.items()
    )
    return Entry(f"{on} {basis}", on, PERSON if basis is Basis.SELF else "alex", basis, written, scores)
