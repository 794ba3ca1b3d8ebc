"""What a person can do under "More": each knows how it is written down, and how it looks until it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from diary.domain.entries import MarkKind, PauseFor

if TYPE_CHECKING:
    from datetime import date, time

    from diary.app.values import Changes, DayPage
    from diary.domain.entries import Intake, Treatment
    from diary.domain.helping import IsHelping
    from diary.domain.places import BodySite
    from diary.ui.today.more_state import MoreState


class MoreJournal(Protocol):
    """What "More" asks of an open diary; every call runs on the diary's lane."""

    def day_page(self, day: date) -> DayPage:
        """The day as it stands."""

    def score_place(self, day: date, site: BodySite, value: float | None) -> Changes:
        """Keep how bad pain was at a place, or with ``None`` take it back."""

    def score_numbness(self, day: date, site: BodySite, value: float | None) -> Changes:
        """Keep how much pins and needles or numbness bothered at a place, or with ``None`` take it back."""

    def say_spread(self, day: date, start: BodySite, end: BodySite, *, said: bool) -> Changes:
        """Keep that pain spread from one place to another, or take that back."""

    def clear_place(self, day: date, site: BodySite) -> Changes:
        """Take back all that was said of a place."""

    def say_nowhere_else(self, day: date, *, said: bool) -> Changes:
        """Keep that it hurt nowhere else, or take that back."""

    def tick_factor(self, day: date, factor_id: str, *, was_there: bool) -> Changes:
        """Keep that something was part of the day, or take that back."""

    def look_through_factors(self, day: date) -> Changes:
        """Keep that the list of factors was looked through."""

    def add_factor(self, label: str) -> Changes:
        """Add to the person's list; one of that name that was hidden is shown again."""

    def write_good_thing(self, day: date, text: str) -> Changes:
        """Keep one good thing; empty words take it away."""

    def mark_day(self, day: date, mark: MarkKind | None) -> Changes:
        """Mark a day, or take the mark back."""

    def take(self, day: date, treatment_id: str, *, at: time | None = None, intake_id: str = "") -> Changes:
        """Keep that a treatment was taken or done, under an id of its own where it is taken as needed."""

    def change_intake(self, intake: Intake) -> Changes:
        """Keep when it was taken and whether it helped."""

    def untake(self, intake: Intake) -> Changes:
        """Take back that a treatment was taken."""

    def keep_treatment(self, wanted: Treatment) -> Changes:
        """Add a treatment, or change the one with its id."""

    def delete_treatment(self, treatment_id: str) -> Changes:
        """Take a treatment off the list."""

    def answer_headache(self, day: date, *, had: bool | None) -> Changes:
        """Keep whether there was a headache; its number and its hours are asked anew."""

    def say_notes(self, day: date, *, has_notes: bool) -> Changes:
        """Keep whether late days are filled in from notes made at the time."""

    def answer_moment(self, day: date, moment_id: str, at: time, measure_id: str, value: float | None) -> Changes:
        """Keep an answer about a moment, or with ``None`` take it back."""

    def move_moment(self, day: date, moment_id: str, at: time) -> Changes:
        """Keep another time for a moment."""

    def delete_moment(self, moment_id: str) -> Changes:
        """Delete a moment with its answers."""

    def pause(self, length: PauseFor) -> Changes:
        """Pause from today on."""

    def end_pause(self) -> Changes:
        """End the pause that is running."""

    def answer_helping(self, answer: IsHelping) -> Changes:
        """Keep whether the diary helps."""

    def choose_low_energy(self, *, on: bool) -> Changes:
        """Ask the core alone, or all that was chosen again."""


class Gesture(Protocol):
    """One thing done under "More"; ``about`` names what it replaces while both are on their way."""

    @property
    def about(self) -> str:
        """What it is about."""

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Write it down; runs on the lane."""

    def drawn_on(self, more: MoreState) -> MoreState:
        """What is on screen until it is written."""


@dataclass(frozen=True, slots=True)
class ScorePlace:
    """How bad pain was at a place; ``None`` takes the place away."""

    site: BodySite
    value: float | None

    @property
    def about(self) -> str:
        """The place."""
        return f"place {self.site.place} {self.site.side}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep the score."""
        return journal.score_place(day, self.site, self.value)

    def drawn_on(self, more: MoreState) -> MoreState:
        """The places with this one, or without it."""
        places = {site: value for site, value in more.places.items() if site != self.site or self.value is not None}
        if self.value is not None:
            places[self.site] = self.value
        return replace(more, places=MappingProxyType(places))


@dataclass(frozen=True, slots=True)
class SayNowhereElse:
    """That it hurt nowhere else today."""

    said: bool

    @property
    def about(self) -> str:
        """The one answer of its kind."""
        return "nowhere else"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.say_nowhere_else(day, said=self.said)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Said or not."""
        return replace(more, nowhere_else=self.said)


@dataclass(frozen=True, slots=True)
class TickFactor:
    """That something was part of the day."""

    factor: str
    was_there: bool

    @property
    def about(self) -> str:
        """The factor."""
        return f"factor {self.factor}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.tick_factor(day, self.factor, was_there=self.was_there)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Ticked or not; either way the list was looked through."""
        ticked = more.ticked | {self.factor} if self.was_there else more.ticked - {self.factor}
        return replace(more, ticked=ticked, looked_through=True)


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """That nothing on the list was part of the day."""

    @property
    def about(self) -> str:
        """The one answer of its kind."""
        return "none of these"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep that the list was looked through."""
        return journal.look_through_factors(day)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Looked through."""
        return replace(more, looked_through=True)


@dataclass(frozen=True, slots=True)
class AddFactor:
    """A new factor of the person's own, which was part of the day."""

    label: str

    @property
    def about(self) -> str:
        """The new factor, by its name."""
        return f"new factor {self.label.casefold()}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Add it where it is new, then tick it."""
        if self._id(journal, day) is None:
            journal.add_factor(self.label)
        found = self._id(journal, day)
        return journal.tick_factor(day, found, was_there=True) if found else journal.look_through_factors(day)

    def drawn_on(self, more: MoreState) -> MoreState:
        """As before: a chip without an id could not be ticked off again."""
        return more

    def _id(self, journal: MoreJournal, day: date) -> str | None:
        words = " ".join(self.label.split()).casefold()
        known = journal.day_page(day).factors
        return next((one.id for one in known if one.label.casefold() == words), None)


@dataclass(frozen=True, slots=True)
class ChooseLowEnergy:
    """The core alone, or all that was chosen."""

    on: bool

    @property
    def about(self) -> str:
        """The one choice of its kind."""
        return "low energy"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep the choice; it is the same on every day."""
        del day
        return journal.choose_low_energy(on=self.on)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Shown or hidden at once."""
        return replace(more, choices=replace(more.choices, low_energy=self.on))


@dataclass(frozen=True, slots=True)
class WriteGoodThing:
    """One good thing about the day; empty words take it away."""

    text: str

    @property
    def about(self) -> str:
        """The one answer of its kind."""
        return "good thing"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it; its draft is done with."""
        return journal.write_good_thing(day, self.text)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Written."""
        return replace(more, good_thing=self.text, good_thing_is_draft=False)


@dataclass(frozen=True, slots=True)
class SayNothingToLog:
    """That there was nothing to log on the day: a fact without numbers."""

    said: bool

    @property
    def about(self) -> str:
        """The day's mark, of which there is one."""
        return "mark"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Mark the day, or take the mark back."""
        return journal.mark_day(day, MarkKind.NOTHING_TO_LOG if self.said else None)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Marked or not."""
        return replace(more, is_nothing_to_log=self.said)


@dataclass(frozen=True, slots=True)
class AnswerHeadache:
    """Whether there was a headache; without one there is neither a number nor a time."""

    had: bool | None

    @property
    def about(self) -> str:
        """The one answer of its kind."""
        return "headache"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.answer_headache(day, had=self.had)

    def drawn_on(self, more: MoreState) -> MoreState:
        """As before: it is an answer of the page, which has it when it is written."""
        return more


@dataclass(frozen=True, slots=True)
class SayNotes:
    """Whether late days are filled in from notes made at the time; asked once a sitting."""

    has_notes: bool

    @property
    def about(self) -> str:
        """The one answer of its kind."""
        return "notes"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it, for this day and for what is filled in after."""
        return journal.say_notes(day, has_notes=self.has_notes)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Asked no more."""
        return replace(more, asks_for_notes=False)


@dataclass(frozen=True, slots=True)
class PauseDiary:
    """Not logging for a while, by choice."""

    length: PauseFor

    @property
    def about(self) -> str:
        """The one pause that runs."""
        return "pause"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Begin it, from today on."""
        del day
        return journal.pause(self.length)

    def drawn_on(self, more: MoreState) -> MoreState:
        """As before, until it is written and has an end."""
        return more


@dataclass(frozen=True, slots=True)
class EndPause:
    """Back again."""

    @property
    def about(self) -> str:
        """The one pause that runs."""
        return "pause"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """End it."""
        del day
        return journal.end_pause()

    def drawn_on(self, more: MoreState) -> MoreState:
        """Not paused."""
        return replace(more, pause=None)


@dataclass(frozen=True, slots=True)
class AnswerHelping:
    """Whether keeping the diary helps."""

    answer: IsHelping

    @property
    def about(self) -> str:
        """The one answer of its kind."""
        return "helping"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it, as given today."""
        del day
        return journal.answer_helping(self.answer)

    def drawn_on(self, more: MoreState) -> MoreState:
        """As before: it is no matter of the day."""
        return more
