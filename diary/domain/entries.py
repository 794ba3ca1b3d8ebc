"""What was written: entries and their scores, notes, marks and pauses, exactly as somebody gave them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from diary.domain.people import Basis
from diary.domain.places import BodySite


@dataclass(frozen=True, slots=True)
class Score:
    """One answer. ``answered_at`` is aware and local: when it was first given since it was last empty.

    It is ``None`` for an imported answer whose source says nothing of when it was written; that counts as in time.
    """

    measure: str
    value: float
    answered_at: datetime | None
    site: BodySite | None = None
    version: int = 1


class Sharing(StrEnum):
    """Who may read a note: nobody else, the doctor on a summary, or (sealed) not even a carer who opens the diary."""

    PRIVATE = "private"
    SHARED = "shared"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Note:
    """Words about a day, private unless the person said otherwise. ``text`` is theirs and never leaves unasked."""

    id: str
    day: date
    recorder: str
    basis: Basis
    text: str
    written_at: datetime
    sharing: Sharing = Sharing.PRIVATE

    @property
    def is_closed(self) -> bool:
        """Whether it is for the person alone and somebody else asks, so that it has no words."""
        return self.sharing is Sharing.SEALED and not self.text


@dataclass(frozen=True, slots=True)
class GoodThing:
    """One good thing about a day, in somebody's own words; as private as a note."""

    day: date
    recorder: str
    basis: Basis
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True, order=True)
class Spread:
    """That pain spread from one place to another on a day."""

    start: BodySite
    end: BodySite


@dataclass(frozen=True, slots=True)
class Entry:
    """What one recorder wrote about one day on one basis, or about one moment of it.

    ``source`` is empty for what was written here, else it names the source row of an import.
    ``moment`` is the wall time of a *right now* entry. ``written_at`` is aware and local, the latest of its answers.
    ``from_notes``: the person said it was filled in from notes made at the time.
    ``factors`` are the ids of what was part of the day; one that isn't among them was absent only where
    ``factors_looked_through``. ``nowhere_else`` is the answer "Nowhere else today".
    """

    id: str
    day: date
    recorder: str
    basis: Basis
    written_at: datetime
    scores: tuple[Score, ...] = ()
    source: str = ""
    source_written_at: datetime | None = None
    moment: time | None = None
    from_notes: bool = False
    day_ends_at: int = 4
    nowhere_else: bool = False
    factors_looked_through: bool = False
    factors: tuple[str, ...] = ()
    spreads: tuple[Spread, ...] = ()

    def score(self, measure: str, site: BodySite | None = None) -> Score | None:
        """This entry's answer to a measure, at a body site or (``None``) overall."""
        return next((s for s in self.scores if s.measure == measure and s.site == site), None)


class MarkKind(StrEnum):
    """A dated fact without numbers."""

    BAD_DAY = "bad_day"
    NOTHING_TO_LOG = "nothing_to_log"


@dataclass(frozen=True, slots=True)
class DayMark:
    """That a day was too bad to log, or that there was nothing to log; never a 0 or a 10."""

    day: date
    recorder: str
    basis: Basis
    kind: MarkKind
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """That an entry left for another diary or came from one: whose words about which day, by whom, when, no words."""

    day: date
    recorder: str
    basis: Basis
    by: str
    at: datetime
    is_away: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """A span in which the person chose not to log; ``last`` is ``None`` while it goes on."""

    id: str
    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the pause."""
        return self.first <= day and (self.last is None or day <= self.last)


class PauseFor(StrEnum):
    """For how long the person pauses."""

    WEEK = "week"
    MONTH = "month"
    UNTIL_BACK = "until_back"

    def last_day(self, first: date) -> date | None:
        """The last day of a pause that begins on ``first``; ``None`` while it goes on. A month is 30 days."""
        days = {PauseFor.WEEK: 7, PauseFor.MONTH: 30}.get(self)
        return None if days is None else first + timedelta(days=days - 1)


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that can be part of a day, from the person's own list; ``position`` is its place in it, if given."""

    id: str
    label: str
    hidden: bool = False
    position: int | None = None


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class RoughDate:
    """A date known to the day, the month or the year; ``day`` is the first day it can mean."""

    day: date
    precision: Precision = Precision.DAY

    @classmethod
    def of_month(cls, year: int, month: int) -> RoughDate:
        """Some day of a month."""
        return cls(date(year, month, 1), Precision.MONTH)

    @classmethod
    def of_year(cls, year: int) -> RoughDate:
        """Some day of a year."""
        return cls(date(year, 1, 1), Precision.YEAR)

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        match self.precision:
            case Precision.DAY:
                return self.day
            case Precision.MONTH:
                return (self.day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            case Precision.YEAR:
                return self.day.replace(month=12, day=31)


TREATMENT_KINDS = ("medicine", "physiotherapy", "talking", "exercise", "other")
"""What sort of thing a treatment is."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """Physiotherapy, CBT, massage, a medicine …, from and to as far as they are known.

    ``dose`` and ``unit`` are the person's words ("400", "mg"). ``as_needed``: taken at a time, perhaps several a day.
    """

    id: str
    name: str
    kind: str
    dose: str = ""
    first: RoughDate | None = None
    last: RoughDate | None = None
    unit: str = ""
    as_needed: bool = False

    def was_used_on(self, day: date) -> bool:
        """Whether it had begun and not ended by ``day``; what isn't known excludes nothing."""
        return (self.first is None or self.first.day <= day) and (self.last is None or day <= self.last.last_day)


class Helped(StrEnum):
    """The person's answer to "Did it help?"."""

    YES = "yes"
    A_BIT = "a_bit"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Intake:
    """That a treatment was taken or done on a day, and whether it helped (``None``: not said)."""

    treatment: str
    day: date
    recorder: str
    basis: Basis
    at: time | None = None
    helped: Helped | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated mark on the charts ("started physiotherapy"), or part of the story from before the diary.

    ``helped`` is for something that was tried. ``in_story``: the person chose it as a line of the summary's story.
    """

    id: str
    label: str
    on: RoughDate
    helped: Helped | None = None
    in_story: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visit to a doctor, nurse or therapist: its day, what the person wants from it and their questions (up to 3).

    Only the one that is being prepared has a wish and questions.
    """

    id: str
    day: date | None
    wish: str = ""
    questions: tuple[str, ...] = ()
