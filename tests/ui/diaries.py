"""Made-up diaries for the screens' tests and pictures: seeded, with gaps, bad days, a carer and late answers."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from diary.catalogue.scales import measures
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.days import Period
from diary.domain.entries import DayMark, Entry, Event, MarkKind, Note, Pause, RoughDate, Score
from diary.domain.extract import Extract
from diary.domain.measures import PAIN
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.domain.places import BodySite, Side

TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(0))


def at(day: date, hour: int = 20, days_later: int = 0) -> datetime:
    """An instant on a day, or some days after it."""
    return datetime.combine(day + timedelta(days=days_later), time(hour), ZONE)


def entry(
    day: date,
    *,
    recorder: str = PERSON,
    basis: Basis = Basis.SELF,
    days_later: int = 0,
    source: str = "",
    **scores: float,
) -> Entry:
    """What somebody wrote about a day: ``entry(day, pain=6, mood=3)``."""
    written = at(day, days_later=days_later)
    given = tuple(Score(measure, value, written) for measure, value in scores.items())
    return Entry(f"{day}|{recorder}|{basis}|{source}", day, recorder, basis, written, given, source)


def made_day(day: date, *entries: Entry, mark: MarkKind | None = None) -> Day:
    """A day with its values and state worked out by the diary's own rules."""
    marks = (DayMark(day, PERSON, Basis.SELF, mark, at(day)),) if mark else ()
    values = day_values(entries, {})
    return Day(day, day_state(values, marks, paused=False), values, tuple(entries), marks)


def hurt(day: date, basis: Basis = Basis.SELF, *, nowhere_else: bool = False, **scores: float) -> Day:
    """A day with scores by place: ``hurt(TODAY, knee_left=6, neck=3)``."""
    given = []
    for name, value in scores.items():
        place, _, side = name.rpartition("_")
        site = BodySite(place, Side(side)) if side in set(Side) and place else BodySite(name)
        given.append(Score(PAIN, value, at(day), site))
    recorder = "alex" if basis is Basis.OBSERVED else PERSON
    one = Entry(f"{day}|{basis}", day, recorder, basis, at(day), tuple(given), nowhere_else=nowhere_else)
    return made_day(day, one)


def made_extract(
    *days: Day, events: tuple[Event, ...] = (), pauses: tuple[Pause, ...] = (), with_carer: bool = False
) -> Extract:
    """A diary of Sam's with these days."""
    recorders = {PERSON: Recorder(PERSON, "Sam")}
    if with_carer:
        recorders["alex"] = Recorder("alex", "Alex", "partner")
    ordered = tuple(sorted(days, key=lambda d: d.day))
    first = ordered[0].day if ordered else None
    last = ordered[-1].day if ordered else None
    period = Period(first or TODAY, max(last or TODAY, TODAY))
    return Extract(
        period,
        Person("Sam", date(1981, 3, 4)),
        ordered,
        measures(),
        recorders,
        first,
        last,
        events=events,
        pauses=pauses,
    )


def whole_diary(days: int, *, seed: int = 7, today: date = TODAY, with_carer: bool = True) -> Extract:
    """A believable diary of ``days`` days up to ``today``."""
    chance = random.Random(seed)
    made: list[Day] = []
    anxiety, pain = 4.5, 5.0
    gap_left = 0
    for n in range(days):
        day = today - timedelta(days=days - 1 - n)
        anxiety += 0.3 * (4.5 - anxiety) + chance.gauss(0, 1.3)
        pain += 0.3 * (3.2 + 0.4 * anxiety - pain) + chance.gauss(0, 1.1)
        if gap_left:
            gap_left -= 1
            continue
        if chance.random() < 0.012:
            gap_left = chance.choice((3, 5, 8, 14))
        fate = chance.random()
        if fate < 0.06:
            continue
        if fate < 0.12:
            made.append(made_day(day, mark=MarkKind.BAD_DAY if fate < 0.10 else MarkKind.NOTHING_TO_LOG))
            continue
        made.append(made_day(day, *_entries(chance, day, anxiety, pain, with_carer=with_carer)))
    events = _events(today, days)
    return made_extract(*made, events=events, with_carer=with_carer)


def _entries(chance: random.Random, day: date, anxiety: float, pain: float, *, with_carer: bool) -> list[Entry]:
    scores = {
        "sleep_hours": round(min(max(7 - pain / 5 + chance.gauss(0, 1), 2), 12) * 2) / 2,
        "mood": _score(7.5 - 0.4 * anxiety + chance.gauss(0, 1.2)),
        "anxiety": _score(anxiety),
        "pain": _score(pain),
    }
    if chance.random() < 0.1:
        del scores["anxiety"]
    later = chance.choice((1, 3)) + 1 if chance.random() < 0.1 else 0
    told = with_carer and chance.random() < 0.06
    writer = {"recorder": "alex", "basis": Basis.TOLD} if told else {}
    entries = [entry(day, days_later=later, **writer, **scores)]  # type: ignore[arg-type]  # keywords of two kinds
    if with_carer and chance.random() < 0.2:
        entries.append(
            entry(day, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=chance.choice((0, 1, 1, 2, 3)))
        )
    return entries


def _score(value: float) -> float:
    return float(min(max(round(value), 0), 10))


def _events(today: date, days: int) -> tuple[Event, ...]:
    if days < 30:
        return ()
    return (
        Event("e1", "Started physiotherapy", RoughDate(today - timedelta(days=min(days - 5, 69)))),
        Event("e2", "New medicine", RoughDate(today - timedelta(days=27))),
    )


def with_notes(extract: Extract, *notes: Note) -> Extract:
    """The same diary with these notes."""
    return replace(extract, notes=notes)
