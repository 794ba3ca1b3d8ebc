"""What stands on the doctor's page, as plain values: every number already a word, so that layout knows nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.domain.days import Period


class Paper(StrEnum):
    """The sheet to print on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose to hand over: name and date of birth only when ticked."""

    period: Period
    with_name: bool = False
    with_birth_date: bool = False
    with_carers_view: bool = True
    wish: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence, printed strong or not."""

    text: str
    strong: bool = False


Rich = tuple[Run, ...]
"""A sentence with its strong pieces."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; ``inner`` rows are places, set in below the measure they belong to."""

    key: str
    label: str
    cells: tuple[str, ...]
    aside: str = ""
    inner: bool = False
    rule_above: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of figures under their column heads, the first head above the labels; ``notes`` stand below."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one day; ``place`` is where it lies on its scale from 0 (left end) to 1, ``None`` for hours."""

    label: str
    text: str
    place: float | None = None
    low_words: str = ""
    high_words: str = ""


@dataclass(frozen=True, slots=True)
class OneDay:
    """A single day: each answer on its own scale, and apart from them what a carer noticed."""

    heads: tuple[str, str, str, str]
    answers: tuple[Answer, ...]
    noticed_heading: str = ""
    noticed: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a panel: ``x`` from 0 (first day) to 1, ``y`` from 0 (foot of the panel) to 1."""

    x: float
    y: float
    shape: str = "dot"
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over time; ``lines`` join neighbouring days only, ``bars`` run from lowest to highest of a week.

    ``dashes`` are the answers of weeks with too few of them for a middle value.
    """

    key: str
    label: str
    note: str
    low_words: str
    high_words: str
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...] = ()
    bars: tuple[tuple[float, float, float], ...] = ()
    dashes: tuple[tuple[float, float], ...] = ()
    average: float | None = None
    carer: bool = False


@dataclass(frozen=True, slots=True)
class EventLine:
    """A dated event at ``x``, with its words."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A shape of the picture and what it means."""

    shape: str
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Who wrote on which day, one shape a day at ``x``; over long periods the share of each week that was filled in."""

    label: str
    note: str = ""
    shapes: tuple[tuple[float, str], ...] = ()
    shares: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Panels one above the other on one date axis; ``alt`` says in words what they show."""

    heading: str
    alt: str
    panels: tuple[Panel, ...]
    strip: Strip
    grid: tuple[float, ...] = ()
    dates: tuple[tuple[float, str], ...] = ()
    dates_in_middle: bool = False
    events: tuple[EventLine, ...] = ()
    events_left_out: int = 0
    more_events: str = ""
    key: tuple[KeyItem, ...] = ()
    key_sentence: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The content of the doctor's page, before it is laid out.

    ``name`` and ``born`` are empty unless ticked. Exactly one of ``table`` and ``one_day`` can be given, neither when
    nobody gave an own answer. ``left_out`` names what had to make room.
    """

    language: str
    made_on: tuple[int, int, int]
    title: str
    name: str
    born: str
    header: tuple[Rich, ...]
    caveat: str
    wish_heading: str
    wish: str
    questions_heading: str
    questions: tuple[str, ...]
    short_heading: str
    in_short: tuple[Rich, ...]
    footer: str
    page_label: str
    table: Table | None = None
    one_day: OneDay | None = None
    picture: Picture | None = None
    story_heading: str = ""
    story: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    left_out_sentence: str = ""
