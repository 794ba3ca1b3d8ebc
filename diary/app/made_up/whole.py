"""The made-up diary put together: its days, and what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random
from typing import Protocol, TypeVar

from diary import catalogue
from diary.app.made_up import words
from diary.app.made_up.course import course
from diary.app.made_up.filled_in import appointments, responses
from diary.app.made_up.pages import TABLETS, Pages, pauses_in, written
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.days import Period
from diary.domain.entries import Appointment, Event, Precision, RoughDate, Treatment
from diary.domain.extract import Extract
from diary.domain.people import Person
from diary.domain.usual_places import with_usual_places


class _Dated(Protocol):
    @property
    def day(self) -> date: ...


_OneDay = TypeVar("_OneDay", bound=_Dated)


def made_up_diary(period: Period, *, seed: int, now: datetime) -> Extract:
    """Return a whole diary about ``period``, the same for the same arguments; nothing in it was written after ``now``.

    The links in it and their sizes stand in ``course``.
    """
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    felt = course(period, chance)
    pages = written(felt, list(pauses_in(period, chance)), chance, now)
    days = _days(pages)
    treatments = _treatments(period)
    return Extract(
        period=period,
        person=Person(words.NAME, date(1979, 5, 14)),
        days=days,
        measures={**catalogue.measures(), words.STIFFNESS.id: words.STIFFNESS},
        recorders={one.id: one for one in (words.PERSON_WRITING, words.CARER)},
        first_day=days[0].day if days else None,
        last_day=days[-1].day if days else None,
        notes=tuple(pages.notes),
        good_things=tuple(pages.good_things),
        factors={factor.id: factor for factor in words.FACTORS},
        treatments={one.id: one for one in treatments},
        intakes=tuple(pages.intakes),
        events=_events(period, treatments),
        pauses=tuple(pages.pauses),
        appointment=Appointment("next", period.last + timedelta(days=9), words.WISH, words.QUESTIONS),
        responses=responses(felt, pages.pauses),
        appointments=appointments(felt),
    )


def _days(pages: Pages) -> tuple[Day, ...]:
    moment_of = {one.id: one.moment_of for one in catalogue.measures().values() if one.moment_of}
    entries, marks = _by_day(pages.entries), _by_day(pages.marks)
    noted = {note.day for note in pages.notes if note.basis.is_own}
    days = []
    for day in sorted({*entries, *marks}):
        written_on, marked = tuple(entries[day]), tuple(marks[day])
        values = day_values(written_on, moment_of)
        state = day_state(values, marked, paused=False, also_answered=day in noted)
        days.append(Day(day, state, values, written_on, marked))
    return with_usual_places(days, {})


def _by_day(things: Iterable[_OneDay]) -> defaultdict[date, list[_OneDay]]:
    by_day: defaultdict[date, list[_OneDay]] = defaultdict(list)
    for thing in things:
        by_day[thing.day].append(thing)
    return by_day


def _treatments(period: Period) -> tuple[Treatment, ...]:
    def part(share: float) -> RoughDate:
        return RoughDate(period.first + timedelta(days=int(share * (len(period) - 1))))

    began = RoughDate(period.first.replace(month=1, day=1) - timedelta(days=365), Precision.YEAR)
    return (
        Treatment(TABLETS, "Ibuprofen", "medicine", "400", began, unit="mg", as_needed=True),
        Treatment("madeup-treatment-physio", "Physiotherapy", "physiotherapy", "", part(0.3), part(0.45)),
        Treatment("madeup-treatment-cbt", "CBT", "talking", "", part(0.55), part(0.8)),
        Treatment("madeup-treatment-massage", "Massage", "other", "", part(0.85)),
    )


def _events(period: Period, treatments: tuple[Treatment, ...]) -> tuple[Event, ...]:
    """Two from before the diary, known to the year and the month, and some within it."""
    accident = (period.first - timedelta(days=400)).replace(day=1)
    began = (period.first - timedelta(days=1100)).replace(month=1, day=1)
    moved = period.first + timedelta(days=len(period) * 2 // 3)
    started = [
        Event(f"{one.id}-start", f"Started {one.name}", one.first)
        for one in treatments
        if one.first and one.first.precision is Precision.DAY
    ]
    return (
        Event("madeup-event-began", "Back pain began", RoughDate(began, Precision.YEAR), in_story=True),
        Event("madeup-event-accident", "Car accident", RoughDate(accident, Precision.MONTH), in_story=True),
        *sorted([*started, Event("madeup-event-moved", "Moved house", RoughDate(moved))], key=lambda one: one.on.day),
    )
