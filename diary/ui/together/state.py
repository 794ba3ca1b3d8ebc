"""What Together shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from diary.app.links import LinkState
    from diary.ui.kit.plots_intervals import Interval, IntervalAxis
    from diary.ui.kit.plots_scatter import ScatterState, Side

PairIds = tuple[str, str]
"""The ids of both things of a pair."""


@dataclass(frozen=True, slots=True)
class AverageRow:
    """The plain mean of one group of days: its words, and where it lies on the scale."""

    label: str
    words: str
    days: str
    mean: float


@dataclass(frozen=True, slots=True)
class AveragesState:
    """The two plain averages on one scale, and how they can differ from the figure that is told."""

    title: str
    rows: tuple[AverageRow, ...]
    side: Side
    note: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One direction: its question, its interval where it could be answered, what is said of it, and since when.

    ``figures`` are the same in words: estimate, from and to; empty where there are none.
    """

    title: str
    interval: Interval | None
    words: str
    history: str
    state: LinkState
    figures: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class LanesState:
    """The three directions on one axis, and the words at its ends."""

    lanes: tuple[Lane, ...]
    axis: IntervalAxis
    lower: str
    higher: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One ``question`` in the list of everything that was looked at, and what shows."""

    state: LinkState
    words: str
    question: str


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One pair that was looked at, found or not; one that the person added can be removed."""

    ids: PairIds
    title: str
    second: str
    cells: tuple[Cell, Cell, Cell]
    is_own: bool


@dataclass(frozen=True, slots=True)
class LookedAtState:
    """Everything that was looked at, with the heading of each column."""

    columns: tuple[str, str, str]
    rows: tuple[LookedAt, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatisticsState:
    """The figures for those who want them: a row for each, with a value for each direction."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairState:
    """The pair on show, ready to be drawn; ``emphasis`` is the part of the headline that carries the size."""

    state: LinkState
    headline: str
    emphasis: str
    details: tuple[str, ...]
    days: tuple[str, ...]
    history: tuple[str, ...]
    always: str
    scatter: ScatterState
    scatter_note: str
    upward: str
    averages: AveragesState | None
    lanes: LanesState
    looked_at: LookedAtState
    limits: tuple[str, ...]
    statistics: StatisticsState
    title: str
    span: str
    last_day: date | None
    still_looking_back: str

    @property
    def picture_title(self) -> str:
        """The pair and its dates, as they stand above a picture."""
        return f"{self.title} · {self.span}" if self.span else self.title


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be compared: its id and what it is called; pain comes last in a pair, a yes or no first."""

    id: str
    label: str
    rank: int = 1


@dataclass(frozen=True, slots=True)
class TogetherState:
    """The whole page: which pair of ``titles`` is shown, and what is said of it (``None`` until it is worked out).

    ``things`` can be made into another pair; ``removed`` names a pair that was removed a moment ago, and ``saved`` says
    which file was written.
    ``hides_numbers``: all that is said of pairs is out of sight, ``always_hides`` each time.
    """

    titles: tuple[str, ...] = ()
    chosen: int = 0
    pair: PairState | None = None
    things: tuple[Thing, ...] = ()
    removed: str = ""
    saved: str = ""
    hides_numbers: bool = False
    always_hides: bool = False
    is_working: bool = True
    problem: str = ""
    reason: str = ""
