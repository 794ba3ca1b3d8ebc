"""Everything in a diary about a period, as plain values: what charts, exports and the doctor's pages are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from diary.domain.day_values import Day
from diary.domain.days import Period
from diary.domain.entries import (
    Appointment,
    Event,
    Factor,
    GoodThing,
    Intake,
    Move,
    Note,
    Pause,
    Score,
    Sharing,
    Treatment,
)
from diary.domain.helping import HelpingAnswer
from diary.domain.measures import Anchor, Measure, former_id
from diary.domain.people import PERSON, Consent, Person, Recorder
from diary.domain.questionnaires import Response


@dataclass(frozen=True, slots=True)
class Extract:
    """A diary's content within ``period``; ``days`` has only those with something written or marked, ascending.

    ``first_day`` and ``last_day`` are the whole diary's, ``None`` while it is empty. ``measures`` holds, beside those
    of today, every earlier version with another scale; ``earlier_measures`` are all versions that were replaced.
    ``responses`` are the whole diary's, and ``settings`` its own choices by name, as JSON. ``appointment`` is the one
    that is being prepared, ``appointments`` are the others, each with its day. ``consents`` are by the carer's id.
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
    good_things: tuple[GoodThing, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    earlier_measures: tuple[Measure, ...] = ()
    helping: tuple[HelpingAnswer, ...] = ()
    responses: tuple[Response, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    consents: Mapping[str, Consent] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()

    def measure_of(self, score: Score) -> Measure:
        """The measure that an answer was given on, with the scale it had then."""
        return self.measures.get(former_id(score.measure, score.version)) or self.measures[score.measure]

    def intakes_of(self, treatment: Treatment) -> tuple[Intake, ...]:
        """What the person said of a treatment in the period; what a carer noticed is no answer of theirs."""
        return tuple(
            one for one in self.intakes if one.treatment == treatment.id and one.basis.is_own and one.day in self.period
        )

    @property
    def treatments_used(self) -> tuple[Treatment, ...]:
        """The treatments that were in use within the period, by what was taken and by their dates as far as known."""
        return tuple(one for one in self.treatments.values() if self._was_used(one))

    def _was_used(self, treatment: Treatment) -> bool:
        if self.intakes_of(treatment):
            return True
        first, last = treatment.first, treatment.last
        has_begun = first is not None and first.day <= self.period.last
        return has_begun and (last is None or self.period.first <= last.last_day)

    def without_places(self) -> Extract:
        """The same without anything that was answered about a place of the body."""
        return replace(self, days=tuple(map(_without_places, self.days)))

    def to_hand_out_by(self, recorder: str) -> Extract:
        """What ``recorder`` may hand out: of words that are private to somebody else, those they ticked to be shared.

        The person hands out all of their diary.
        """
        if recorder == PERSON:
            return self
        return replace(
            self,
            notes=tuple(one for one in self.notes if one.recorder == recorder or one.sharing is Sharing.SHARED),
            good_things=tuple(one for one in self.good_things if one.recorder == recorder),
        )

    @property
    def notes_for_others(self) -> tuple[Note, ...]:
        """The notes that may be handed out: one that only the person reads never is, in words or as a line."""
        return tuple(note for note in self.notes if note.sharing is not Sharing.SEALED)

    @property
    def story(self) -> tuple[Event, ...]:
        """The events that the person chose for the summary's story, oldest first."""
        return tuple(sorted((one for one in self.events if one.in_story), key=lambda one: (one.on.day, one.id)))

    @property
    def dated_appointments(self) -> tuple[Appointment, ...]:
        """Every appointment whose day is known, the one that is being prepared among them, oldest first."""
        known = self.appointments if self.appointment is None else (*self.appointments, self.appointment)
        dated = [(one.day, one.id, one) for one in known if one.day is not None]
        return tuple(one for _, _, one in sorted(dated, key=lambda found: found[:2]))

    def appointment_before(self, day: date) -> date | None:
        """The day of the last appointment before ``day``."""
        days = [one.day for one in self.dated_appointments if one.day is not None and one.day < day]
        return days[-1] if days else None


def _without_places(day: Day) -> Day:
    entries = tuple(
        replace(
            entry,
            scores=tuple(score for score in entry.scores if score.site is None),
            nowhere_else=False,
            spreads=(),
        )
        for entry in day.entries
    )
    return replace(day, values={key: value for key, value in day.values.items() if key[1] is None}, entries=entries)
