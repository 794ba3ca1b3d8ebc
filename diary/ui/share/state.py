"""What Share shows and what the person chose, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING

from diary.domain.days import Period
from diary.ui.kit.unsaved import KeepingState
from diary.words import msgid

if TYPE_CHECKING:
    from pathlib import Path

    from diary.domain.entries import Appointment
    from diary.report.values import NotPrinted

LONGEST_WISH, LONGEST_QUESTION, QUESTIONS = 300, 90, 3
USUAL_DAYS, MONTHS_DAYS = 28, 92


class PeriodChoice(IntEnum):
    """The periods offered, in the order of their list."""

    FOUR_WEEKS = 0
    THIS_MONTH = 1
    THREE_MONTHS = 2
    SINCE_APPOINTMENT = 3
    OTHER = 4


class Making(Enum):
    """The files that are made here, each at most one at a time."""

    PAGES = auto()
    RECORD = auto()
    EVERYTHING = auto()


PERIOD_WORDS = (
    msgid("4 weeks up to the last entry"),
    msgid("This month"),
    msgid("3 months up to the last entry"),
    msgid("Since my last appointment"),
    msgid("Other days"),
)


@dataclass(frozen=True, slots=True)
class Basics:
    """What the page needs to know of a diary before anything is chosen; days are ``None`` while it is empty.

    ``appointments`` are those with a day, newest first; ``last_appointment`` is the day of the last one before today.
    ``reads_sealed``: there are notes that only the person can read, who has the diary open. ``handed_out_for`` is the
    person's name where a carer hands it out, else empty.
    """

    first_day: date | None = None
    last_day: date | None = None
    born_on: date | None = None
    has_carers: bool = False
    has_treatments: bool = False
    has_questionnaires: bool = False
    wish: str = ""
    questions: tuple[str, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    last_appointment: date | None = None
    reads_sealed: bool = False
    handed_out_for: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What the person wants from the appointment, and their questions, in their own words."""

    wish: str = ""
    questions: tuple[str, ...] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Content:
    """What the person ticked: name and date of birth only when they did.

    ``with_answers`` is ``None`` until they chose whether single answers of questionnaires go with the totals.
    ``notes_on`` and ``notes_off`` are the notes, by id, about which they decided otherwise than on the note's day.
    """

    with_name: bool = False
    with_birth_date: bool = False
    with_carers_view: bool = True
    with_together: bool = True
    with_treatments: bool = True
    with_questionnaires: bool = True
    with_places: bool = True
    with_answers: bool | None = None
    notes_on: frozenset[str] = frozenset()
    notes_off: frozenset[str] = frozenset()

    def with_note(self, note_id: str, *, is_on: bool) -> Content:
        """The same with a note ticked or not."""
        one = frozenset({note_id})
        if is_on:
            return replace(self, notes_on=self.notes_on | one, notes_off=self.notes_off - one)
        return replace(self, notes_on=self.notes_on - one, notes_off=self.notes_off | one)

    def has_note(self, note: OwnNote) -> bool:
        """Whether a note goes with the pages."""
        return note.id not in self.notes_off and (note.is_shared or note.id in self.notes_on)


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note of the days that were chosen; ``is_shared``: the person ticked it on its day.

    ``who`` says whose words it is where a carer wrote them down, and is empty for what the person wrote.
    """

    id: str
    day: date
    text: str
    is_shared: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be on the pages: which days, what was ticked, and the person's own words."""

    period: Period
    content: Content = Content()
    words: Words = Words()


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages as PNG pictures, the names of what had to make room, and what of the words can't be printed.

    ``asks_about_answers``: a questionnaire on them asks about self-harm, so single answers are chosen every time.
    """

    pages: tuple[bytes, ...] = ()
    left_out: tuple[str, ...] = ()
    asks_about_answers: bool = False
    not_printed: NotPrinted | None = None


@dataclass(frozen=True, slots=True)
class ShareState(KeepingState):
    """The whole page. ``preview_problem`` says why there is no picture; ``saved`` and ``problem`` follow a saving.

    ``saved_file`` are pages that can be opened now. ``makings`` are the files under way, which can be stopped, and
    ``stopping`` those of them that were.
    ``appointment_said`` tells what was done with an appointment last, and can be undone;
    ``appointment_note`` tells why nothing was.
    """

    today: date
    basics: Basics = Basics()
    is_loaded: bool = False
    choice: PeriodChoice = PeriodChoice.FOUR_WEEKS
    wanted: Wanted | None = None
    notes: tuple[OwnNote, ...] = ()
    shown: Shown = Shown()
    is_drawing: bool = False
    preview_problem: str = ""
    saved: str = ""
    saved_note: str = ""
    can_try_again: bool = False
    saved_file: Path | None = None
    makings: frozenset[Making] = frozenset()
    stopping: frozenset[Making] = frozenset()
    appointment_said: str = ""
    appointment_note: str = ""

    @property
    def must_choose_answers(self) -> bool:
        """Whether it has to be said first if single answers go with the pages."""
        content = self.wanted.content if self.wanted is not None else Content()
        return self.shown.asks_about_answers and content.with_questionnaires and content.with_answers is None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written."""
        return self.is_loaded and self.basics.last_day is None


def period_of(choice: PeriodChoice, basics: Basics, today: date, chosen: Period) -> Period:
    """The days of a choice; ``chosen`` are the days taken by hand."""
    last_day, appointment = basics.last_day or today, basics.last_appointment
    match choice:
        case PeriodChoice.FOUR_WEEKS:
            return Period.ending(last_day, USUAL_DAYS)
        case PeriodChoice.THREE_MONTHS:
            return Period.ending(last_day, MONTHS_DAYS)
        case PeriodChoice.THIS_MONTH:
            return Period(today.replace(day=1), today)
        case PeriodChoice.SINCE_APPOINTMENT if appointment is not None:
            return Period(appointment, max(appointment, last_day))
        case _:
            return chosen


def first_choice(basics: Basics) -> PeriodChoice:
    """Where the page begins: at the last appointment, when something was written since."""
    appointment, last_day = basics.last_appointment, basics.last_day
    is_since = appointment is not None and last_day is not None and appointment < last_day
    return PeriodChoice.SINCE_APPOINTMENT if is_since else PeriodChoice.FOUR_WEEKS


def with_first(period: Period, first: date) -> Period:
    """The same period from another day; the last day gives way when it lies before."""
    return Period(first, max(first, period.last))


def with_last(period: Period, last: date) -> Period:
    """The same period to another day; the first day gives way when it lies after."""
    return Period(min(period.first, last), last)
