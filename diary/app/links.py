"""What Together hands up: pairs that were looked at, as frozen values without numpy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LinkState(StrEnum):
    """What can be said of a pair."""

    NOT_ENOUGH = "not_enough"
    TOO_STEADY = "too_steady"
    PERHAPS = "perhaps"
    SMALL_AT_MOST = "small_at_most"
    CANT_TELL = "cant_tell"


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
class Link:
    """One pair that was looked at: what is said of it, from which days, and what its picture shows.

    ``days_needed`` is how many more days with both it needs, ``line`` has three points or, without an answer, none.
    """

    x_id: str
    y_id: str
    title: str
    state: LinkState
    headline: str
    details: tuple[str, ...]
    short: str
    figures: Figures
    days_needed: int
    days_sentence: str
    left_out: int
    left_out_sentence: str
    averages_title: str
    averages: tuple[Average, ...]
    days: tuple[ScatterDay, ...]
    line: tuple[LinePoint, ...]
    picture: str

    @property
    def sentence(self) -> str:
        """Everything that is said of the pair, in one paragraph."""
        return " ".join((self.headline, *self.details))


@dataclass(frozen=True, slots=True)
class TogetherPage:
    """The pair on show, and everything that was looked at, found or not."""

    shown: Link
    looked_at: tuple[Link, ...]
    looked_at_sentences: tuple[str, ...]
    always: str
    limits: tuple[str, ...]
