"""How pairs move together in a diary: figures, sentences and pictures' values, for window and terminal.

The statistics load only when a question is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from diary.app import asked as asking
from diary.app.asked import FOR_EVERYBODY, add, remove
from diary.app.compared import USUAL_FOR, compared, measure_of, offered
from diary.app.links import AskedPair, Link, LinkState, LooksToKeep, TogetherPage
from diary.domain.days import Period
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.storage import checks, reading
from diary.words import together as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from diary.app.links import Answer
    from diary.app.opened import OpenDiary
    from diary.app.weekly import LookBack
    from diary.domain.entries import Entry

__all__ = [
    "Material",
    "add",
    "insights_json",
    "keep",
    "look_back",
    "material",
    "offered",
    "page",
    "pairs",
    "remove",
]

_RECENT = timedelta(days=640)
"""What the first figures are made from: half a year of looks, each of which sees a year and a usual place's 90 days."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that looking back needs, read once on the diary's lane; the rest can be done elsewhere.

    ``seen_from`` is the first day whose value is sure, where only the newest days were read, and ``first`` the first
    with an answer; both are ``None`` where everything was.
    """

    extract: Extract
    today: date
    added: tuple[AskedPair, ...] = ()
    kept: Mapping[checks.CheckKey, checks.Results] = field(default_factory=dict)
    seen_from: date | None = None
    first: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every day was read."""
        return self.seen_from is None


def material(diary: OpenDiary, *, only_recent: bool = False, read: Extract | None = None) -> Material:
    """Read what looking back needs; ``only_recent``: of a long diary no more than today's figures are made from.

    ``read`` was read a moment ago: where it has all of these days they are not read again.
    """
    today = diary.today()
    with diary.store.reading() as connection:
        ends = reading.reach(connection)
        since = ends[1] - _RECENT if ends and only_recent else None
        first = _first_answered(connection, ends) if ends and since and ends[0] < since else None
        if since is None or first is None or first >= since:
            since = first = None
        span = Period(since or ends[0], ends[1]) if ends else Period(today, today)
        has_all = read is not None and span.first in read.period and span.last in read.period
        extract = _within(read, span) if read and has_all else reading.extract(connection, span, today)
        kept = checks.kept(connection)
        seen_from = since + USUAL_FOR if since else None
        return Material(_slim(extract), today, asking.added(connection), kept, seen_from, first)


def _first_answered(connection: Connection, ends: tuple[date, date]) -> date | None:
    """The first day with an answer of the person's own; what is looked through grows while there is none."""
    known, (first, last) = reading.measures(connection), ends
    span = Period(first, min(first + timedelta(days=30), last))
    while True:
        answered = next((day.day for day in reading.days(connection, span, known) if day.values), None)
        if answered or span.last == last:
            return answered
        span = Period(span.last, min(span.last + 2 * (span.last - span.first), last))


def _within(extract: Extract, span: Period) -> Extract:
    return replace(extract, period=span, days=tuple(day for day in extract.days if day.day in span))


def _slim(extract: Extract) -> Extract:
    """The same without what is never compared, so that ten years are not in memory a second time."""
    days = tuple(replace(day, entries=tuple(filter(_says_more, day.entries)), marks=()) for day in extract.days)
    return replace(extract, days=days, notes=(), intakes=(), good_things=())


def _says_more(entry: Entry) -> bool:
    """Whether an entry says what its day's values don't."""
    return entry.basis.is_own and (entry.nowhere_else or entry.factors_looked_through or bool(entry.factors))


def pairs(found: Material) -> tuple[AskedPair, ...]:
    """Every pair that is looked at, in order: those for everybody, then those added whose things are still there."""
    return tuple(pair for pair in (*FOR_EVERYBODY, *found.added) if _is_there(found.extract, pair))


def _is_there(extract: Extract, pair: AskedPair) -> bool:
    try:
        return measure_of(extract, pair.x) != measure_of(extract, pair.y)
    except DiaryError:
        return False


def look_back(found: Material) -> LookBack:
    """Prepare to look back at every pair, on any one thread; its ``steps`` do the work, its last look first."""
    from diary.app.weekly import LookBack, LookedAt

    things = {thing for pair in pairs(found) for thing in (pair.x, pair.y)}
    known = {thing: compared(found.extract, thing) for thing in things}
    series = [
        LookedAt.of(known[pair.x], known[pair.y], pair.added.toordinal() if pair.added else None)
        for pair in pairs(found)
    ]
    first = found.first or next((day.day for day in found.extract.days if day.values), None)
    return LookBack(
        series,
        first.toordinal() if first else None,
        found.today.toordinal(),
        found.kept,
        read_from=found.seen_from.toordinal() if found.seen_from else None,
    )


def page(found: Material, look: LookBack, shown: int = 0) -> TogetherPage:
    """The page about one of the ``pairs``, beside all that were looked at, as far as ``look`` has come.

    Makes the last look first where that was not made yet.
    """
    links = _links(found, look)
    answers = [answer for link in links for answer in link.answers]
    states = Counter(answer.state for answer in answers)
    refused = states[LinkState.NOT_ENOUGH] + states[LinkState.TOO_STEADY]
    return TogetherPage(
        shown=links[shown],
        looked_at=links,
        looked_at_sentences=words.looked_at(len(answers), states[LinkState.LINK], refused),
        always=words.always(),
        limits=words.limits(),
        still_looking_back="" if look.is_complete else words.still_looking_back(),
        last_look=date.fromordinal(look.days[-1]) if look.days else None,
        next_look=None if look.next_day is None else date.fromordinal(look.next_day),
    )


def _links(found: Material, look: LookBack) -> tuple[Link, ...]:
    from diary.app.answers import link_of

    while not look.is_begun:
        look.advance()
    return tuple(link_of(look, number, asked) for number, asked in enumerate(pairs(found)))


def keep(diary: OpenDiary, looks: LooksToKeep) -> None:
    """Keep looks that were made, so that they need not be made again; on the diary's lane."""
    with diary.store.caching() as connection:
        checks.keep(connection, looks.news)
        if looks.only is not None:
            checks.keep_only(connection, looks.only)


def insights(found: Material, *, every_look: bool = False) -> tuple[tuple[Link, ...], LookBack]:
    """Every pair, looked back at far enough for what is said to be certain, or for all that was ever seen."""
    look = look_back(found)
    while every_look or not look.is_settled:
        if look.advance():
            break
    return _links(found, look), look


def insights_json(links: Iterable[Link], look: LookBack) -> dict[str, object]:
    """What ``insights --json`` prints: every question with its state, sentence and figures, and the weekly looks."""
    return {
        "findings": [_as_json(link, answer) for link in links for answer in link.answers],
        "review": {
            "looks": len(look.days),
            "last_look": _iso(date.fromordinal(look.days[-1]) if look.days else None),
            "next_look": _iso(None if look.next_day is None else date.fromordinal(look.next_day)),
            "still_looking_back": not look.is_complete,
        },
    }


def _as_json(link: Link, answer: Answer) -> dict[str, object]:
    figures: dict[str, Any] = asdict(answer.figures)
    for name in ("first_day", "last_day"):
        figures[name] = _iso(figures[name])
    return {
        "x": answer.x.id,
        "y": answer.y.id,
        "kind": figures.pop("kind"),
        "n": figures.pop("n"),
        "state": answer.state.value,
        "sentence": answer.sentence,
        "title": answer.title,
        "as_of": _iso(answer.as_of),
        "announced": answer.announced,
        "first_seen": _iso(answer.first_seen),
        "withdrawn_on": _iso(answer.withdrawn_on),
        "history": list(answer.history),
        "days_needed": answer.days_needed,
        "left_out": link.left_out,
        "only_one": link.only_one,
        "pair_added": _iso(link.asked.added),
        **figures,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
