"""What Together hands up: pairs that were looked at, as frozen values without numpy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from diary.domain.days import Period
from diary.domain.measures import Measure


class LinkState(StrEnum):
    """What can be said of a question, in the order in which the first that holds is said."""

    LINK = "link"
    NOT_ENOUGH = "not_enough"
    TOO_STEADY = "too_steady"
    WITHDRAWN = "withdrawn"
    PERHAPS = "perhaps"
    SMALL_AT_MOST = "small_at_most"
    CANT_TELL = "cant_tell"


@dataclass(frozen=True, slots=True)
class AskedPair:
    """The ids of two things; y is looked at on days with more or less of x. ``added``: when the person asked for it."""

    x: str
    y: str
    added: date | None = None

    def as_json(self) -> dict[str, str]:
        """The pair as it is kept."""
        return {"x": self.x, "y": self.y, "added": self.added.isoformat() if self.added else ""}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> AskedPair:
        """The pair that was kept."""
        return cls(kept["x"], kept["y"], date.fromisoformat(kept["added"]) if kept["added"] else None)


@dataclass(frozen=True, slots=True)
class Figures:
    """A finding's figures (explained there), ``None`` for each that can't be given."""

    kind: str
    n: int
    verdict: str
    reason: str
    p: float | None
    p_forward: float | None
    p_reverse: float | None
    q: float | None
    slope: float | None
    slope_low: float | None
    slope_high: float | None
    r: float | None
    r_low: float | None
    r_high: float | None
    cut: float | None
    n_high: int
    n_low: int
    delta_x: float | None
    mean_x: float | None
    mean_y: float | None
    mean_high: float | None
    mean_low: float | None
    points: float | None
    points_low: float | None
    points_high: float | None
    persistence: float | None
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Average:
    """The plain mean of y on one group of days, with its words: "Anxiety 5 or more", "about 6"."""

    label: str
    words: str
    mean: float
    n: int


@dataclass(frozen=True, slots=True)
class ScatterDay:
    """A day that has both answers; one that doesn't ``count`` was filled in too late for statistics."""

    day: date
    x: float
    y: float
    filled_in_later: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class LinePoint:
    """Where the line is at ``x``, and the edges of its 95 % band."""

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Told:
    """A difference with its 95 % interval, in y's units, as the sentence tells it: of the days that it speaks of."""

    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of a pair (``title``), and everything that is said of it.

    The day after, y is of the day after x. ``emphasis`` is the part of the headline that carries the size. Figures are
    those of the last look (``as_of``); while there is none, of all days. ``announced`` is ``None`` while it takes
    looking back further to know. ``averages`` begin with the days that the sentence speaks of (``days_told``, in
    words; ``tells_of_lower``: those with less of x) and, like ``told``, are there only when it could be answered.
    """

    x: Measure
    y: Measure
    kind: str
    title: str
    state: LinkState
    headline: str
    emphasis: str
    details: tuple[str, ...]
    short: str
    figures: Figures
    told: Told | None
    days_needed: int
    days_sentence: str
    averages: tuple[Average, ...]
    days_told: str
    tells_of_lower: bool
    as_of: date | None
    as_of_sentence: str
    announced: bool | None
    first_seen: date | None
    withdrawn_on: date | None
    history: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Everything that is said, in one paragraph."""
        return " ".join((self.headline, *self.details))


@dataclass(frozen=True, slots=True)
class Link:
    """One pair that was looked at: its three questions, from which days, and what its picture shows.

    ``answers`` are y with x on the same day, y the day after x, and x the day after y; what a link says of itself is
    the first. ``days`` are all days with both, as far back as is looked. ``line`` has three points or, without an
    answer, none. ``left_out`` of them don't count; ``only_one`` counts the days with one answer of the two.
    """

    asked: AskedPair
    title: str
    answers: tuple[Answer, Answer, Answer]
    left_out: int
    left_out_sentence: str
    only_one: int
    averages_title: str
    days: tuple[ScatterDay, ...]
    line: tuple[LinePoint, ...]
    picture: str

    @property
    def same_day(self) -> Answer:
        """Y with x on the same day."""
        return self.answers[0]

    @property
    def period(self) -> Period | None:
        """From the first to the last day that its answers are made from, ``None`` while no day has both."""
        first = min((one.figures.first_day for one in self.answers if one.figures.first_day), default=None)
        last = max((one.figures.last_day for one in self.answers if one.figures.last_day), default=None)
        return Period(first, last) if first and last else None

    @property
    def x_id(self) -> str:
        """What is looked at more and less of."""
        return self.asked.x

    @property
    def y_id(self) -> str:
        """What may be higher or lower with it."""
        return self.asked.y

    @property
    def state(self) -> LinkState:
        """What can be said of the same day."""
        return self.same_day.state

    @property
    def headline(self) -> str:
        """The sentence that answers first."""
        return self.same_day.headline

    @property
    def details(self) -> tuple[str, ...]:
        """What follows it."""
        return self.same_day.details

    @property
    def short(self) -> str:
        """A few words for a list."""
        return self.same_day.short

    @property
    def figures(self) -> Figures:
        """The figures of the same day."""
        return self.same_day.figures

    @property
    def days_needed(self) -> int:
        """How many more days with both are needed."""
        return self.same_day.days_needed

    @property
    def days_sentence(self) -> str:
        """How many days it is made from."""
        return self.same_day.days_sentence

    @property
    def averages(self) -> tuple[Average, ...]:
        """The plain averages of y in both groups of days."""
        return self.same_day.averages

    @property
    def sentence(self) -> str:
        """Everything that is said of the same day, in one paragraph."""
        return self.same_day.sentence


@dataclass(frozen=True, slots=True)
class LooksToKeep:
    """Looks that were made and not kept yet, and, once every look was made, the keys of all that are still of use."""

    news: Mapping[tuple[str, date], Mapping[str, float | None]]
    only: frozenset[tuple[str, date]] | None


@dataclass(frozen=True, slots=True)
class TogetherPage:
    """The pair on show, and everything that was looked at, found or not.

    ``still_looking_back`` is a sentence, empty when every weekly look has been made. ``last_look`` and ``next_look``
    are ``None`` before the first, and while the diary is empty.
    """

    shown: Link
    looked_at: tuple[Link, ...]
    looked_at_sentences: tuple[str, ...]
    always: str
    limits: tuple[str, ...]
    still_looking_back: str
    last_look: date | None
    next_look: date | None
