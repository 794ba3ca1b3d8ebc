"""What stands on the doctor's page, as plain values: every number already a word, so that layout knows nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.domain.days import Period
    from diary.domain.measures import Measure


class Paper(StrEnum):
    """The sheet to print on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose to hand over: name and date of birth only when ticked.

    ``with_answers``: every single answer of the questionnaires that are shown, all of them or none. ``notes`` are the
    notes that were chosen, by id.
    """

    period: Period
    with_name: bool = False
    with_birth_date: bool = False
    with_carers_view: bool = True
    wish: str = ""
    questions: tuple[str, ...] = ()
    with_together: bool = True
    with_treatments: bool = True
    with_questionnaires: bool = True
    with_answers: bool = False
    notes: frozenset[str] = frozenset()
    with_places: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A question that was looked at: ``question`` and ``days`` in words, how many days it stands on, what came of it.

    ``told`` is the difference with its interval, low end and high end, in y's units, of the ``days`` against others;
    ``None`` where it could not be answered. ``period`` is that of its pair's answers. ``is_day_after``: it is the
    difference on the day after them.
    """

    question: str
    days: str
    y: Measure
    verdict: Verdict
    n: int
    needed: int
    told: tuple[float, float, float] | None = None
    period: Period | None = None
    is_day_after: bool = False


class Verdict(StrEnum):
    """What can be said of a question."""

    LINK = "link"
    NO_CLEAR_LINK = "no_clear_link"
    CANT_TELL = "cant_tell"
    NOT_ENOUGH = "not_enough"
    TOO_STEADY = "too_steady"


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """That letters can't be printed, and what stands in place of the first of them (``example``).

    ``is_name``: the name has none that can; ``is_most``: more than half of all letters can't.
    """

    is_name: bool
    is_most: bool
    example: str


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
    """Rows of figures under their column heads, the first head above the labels; ``notes`` stand below.

    How many rows were ``gone`` for room is the first note where there were any.
    """

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    gone: int = 0


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

    ``dashes`` are the answers of weeks with too few of them for a middle value. ``alt`` says in words what it shows.
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
    alt: str = ""


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
    """Panels one above the other on one date axis, over the days of ``span``; ``alt`` says in words what they show."""

    heading: str
    span: str
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
    key_sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about two things; ``interval`` lies on the axis from 0 to 1: low end, estimate, high end."""

    words: Rich
    interval: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class MovingTogether:
    """What moved together, each finding beside its interval on one axis of points; ``alt`` describes the picture.

    ``shorter`` is the same with fewer findings, for a page that is too full.
    """

    heading: str
    findings: tuple[Finding, ...]
    note: str
    alt: str = ""
    ticks: tuple[tuple[float, str], ...] = ()
    axis: str = ""
    shorter: MovingTogether | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A numbered place on a body view, ``x`` and ``y`` as shares of its width and height."""

    number: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BodyDrawing:
    """One view of the body; ``sides`` are the words at the left and at the right of the drawing."""

    label: str
    sides: tuple[str, str]
    outline: tuple[tuple[float, float], ...]
    discs: tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The body from both sides, ``ratio`` its height to its width; ``alt`` says in words where the discs are.

    ``named`` are the places in it, each with its number.
    """

    alt: str
    ratio: float
    views: tuple[BodyDrawing, ...]
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A heading and its lines, nothing where there are none; ``more`` says how many lines were ``gone`` for room.

    ``shorter`` is the same in fewer words, for a page that is too full.
    """

    heading: str
    lines: tuple[Rich, ...] = ()
    gone: int = 0
    more: str = ""
    shorter: Listing | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words under a heading and a sentence; ``more`` says how many rows were ``gone`` for room.

    ``notes`` are whole sentences below the rows.
    """

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    said: str = ""
    gone: int = 0
    more: str = ""
    notes: tuple[Rich, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The totals of one questionnaire over time: ``points`` from first to last day, and where the ``bands`` begin.

    All of them are shares from 0 to 1; ``top`` is the highest total, ``dates`` are the first and the last day.
    """

    label: str
    top: str
    dates: tuple[str, str]
    points: tuple[tuple[float, float], ...]
    bands: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Courses:
    """Questionnaires over time beside each other; ``alt`` says in words what they show, ``note`` what lines mean."""

    alt: str
    note: str
    each: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class SecondPage:
    """Page 2: what moved together, where it hurt, daily life, what was tried, what a carer noticed, and the notes.

    ``left_out`` names for the preview what had to make room; the page says it where it stood.
    """

    notes: Listing
    together: MovingTogether | None = None
    places_heading: str = ""
    places: Table | None = None
    body: Body | None = None
    effect: Listing = field(default_factory=lambda: Listing(""))
    others: Listing = field(default_factory=lambda: Listing(""))
    treatments: Grid | None = None
    told: Listing = field(default_factory=lambda: Listing(""))
    questionnaires: Grid | None = None
    courses: Courses | None = None
    carers: Grid | None = None
    is_tight: bool = False
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The content of the doctor's two pages, before they are laid out.

    ``name``, ``initials`` and ``born`` are empty unless ticked. Exactly one of ``table`` and ``one_day`` can be given,
    neither when nobody gave an own answer. ``left_out`` names what had to make room.
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
    second: SecondPage
    table: Table | None = None
    one_day: OneDay | None = None
    picture: Picture | None = None
    story_heading: str = ""
    story: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    left_out_sentence: str = ""
    initials: str = ""
