"""Everything in a diary about a period, as plain values: what charts, exports and the doctor's pages are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from diary.domain.day_values import Day
from diary.domain.days import Period
from diary.domain.entries import Appointment, Event, Factor, Intake, Note, Pause, Treatment
from diary.domain.measures import Measure
from diary.domain.people import Person, Recorder


@dataclass(frozen=True, slots=True)
class Extract:
    """A diary's content within ``period``; ``days`` has only those with something written or marked, ascending.

    ``first_day`` and ``last_day`` are the whole diary's, ``None`` while it is empty.
    """

    period: Period
    person: Person
    days: tuple[Day, ...]
    measures: Mapping[str, Measure]
    recorders: Mapping[str, Recorder]
    first_day: date | None = None
    last_day: date | None = None
    notes: tuple[Note, ...] = ()
    factors: Mapping[str, Factor] = field(default_factory=dict)
    treatments: Mapping[str, Treatment] = field(default_factory=dict)
    intakes: tuple[Intake, ...] = ()
    events: tuple[Event, ...] = ()
    pauses: tuple[Pause, ...] = ()
    appointment: Appointment | None = None
