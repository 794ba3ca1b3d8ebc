"""Small builders for the exchange tests: the measures they need, tables as bytes, and plans made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from hypothesis import settings

from diary.domain.day_values import Day, day_state, day_values
from diary.domain.days import Period
from diary.domain.entries import DayMark, Entry, MarkKind, Note, Score
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Direction, Measure, ScaleKind
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.exchange.column_maps import ColumnMap
from diary.exchange.columns import plan_columns
from diary.exchange.day_columns import DateOrder
from diary.exchange.plans import ImportPlan

LAW = settings(deadline=None, derandomize=True, database=None, max_examples=100)
"""The same examples on every run, and a busy machine fails none of them."""

TODAY = date(2026, 11, 25)

MEASURES = {
    measure.id: measure
    for measure in (
        Measure(SLEEP, "Sleep", "", direction=Direction.NEUTRAL, kind=ScaleKind.HOURS, highest=24, step=0.5),
        Measure(MOOD, "Mood", "", direction=Direction.HIGHER_IS_BETTER),
        Measure(ANXIETY, "Anxiety", ""),
        Measure(PAIN, "Pain", ""),
        Measure("pain_now", "Pain now", "", moment_of=PAIN),
        Measure(
            "noticed_in_pain",
            "Looked in pain",
            "",
            kind=ScaleKind.STEPS,
            highest=3,
            steps=("Not at all", "A little", "A lot", "Could not tell"),
            observed=True,
        ),
        Measure("m3f0", "Stiffness, mornings", "", highest=4, own=True),
    )
}


def plan(text: str | bytes, *, columns: ColumnMap | None = None, order: DateOrder | None = None) -> ImportPlan:
    """The plan for a table, read on 25 November 2026 in UTC."""
    data = text if isinstance(text, bytes) else text.encode()
    return plan_columns(data, measures=MEASURES, today=TODAY, zone=UTC, columns=columns, order=order)


def answers(made: ImportPlan) -> list[dict[str, float]]:
    """Each planned entry's overall scores."""
    return [{measure: value for (measure, _), value in entry.scores.items()} for entry in made.entries]


def refusal_of(act: Callable[[], object]) -> DiaryError | None:
    """The world's fault that ``act`` ended in, or ``None``; any other exception is a bug and passes through."""
    try:
        act()
    except DiaryError as fault:
        return fault
    return None


DAY = date(2026, 11, 20)
CARERS = {"c1": Recorder("c1", "Alex", "partner"), "c2": Recorder("c2", "=Kim", "")}
RECORDERS = {PERSON: Recorder(PERSON, "Sam")} | CARERS


def at(day: date, hour: int = 20, *, days_later: int = 0) -> datetime:
    """An instant on (or some days after) a day, at +01:00."""
    return datetime.combine(day + timedelta(days=days_later), time(hour), timezone(timedelta(hours=1)))


def entry(
    scores: Mapping[Any, float],
    day: date = DAY,
    *,
    basis: Basis = Basis.SELF,
    recorder: str | None = None,
    moment: time | None = None,
    source: str = "",
    days_later: int = 0,
    factors: tuple[str, ...] = (),
) -> Entry:
    """An entry written at 20:00, by the person or (told, observed) by Alex; a key is a measure, or one with a place."""
    who = recorder or (PERSON if basis is Basis.SELF else "c1")
    written_at = at(day, days_later=days_later)
    keys = [key if isinstance(key, tuple) else (key, None) for key in scores]
    given = tuple(
        Score(measure, value, written_at, site) for (measure, site), value in zip(keys, scores.values(), strict=True)
    )
    id_ = f"{day}/{who}/{basis}/{source}" if moment is None else f"moment{day}{moment}"
    return Entry(
        id_,
        day,
        who,
        basis,
        written_at,
        given,
        source=source,
        moment=moment,
        factors=factors,
        factors_looked_through=bool(factors),
    )


def mark(kind: MarkKind, day: date = DAY, basis: Basis = Basis.SELF) -> DayMark:
    """A mark of the person's, or of Alex's."""
    return DayMark(day, PERSON if basis is Basis.SELF else "c1", basis, kind, at(day))


def note(text: str, day: date = DAY, basis: Basis = Basis.SELF) -> Note:
    """A private note."""
    return Note(f"n{day}{basis}", day, PERSON if basis is Basis.SELF else "c1", basis, text, at(day))


def extract(
    entries: Sequence[Entry] = (),
    *,
    marks: Sequence[DayMark] = (),
    notes: Sequence[Note] = (),
    **more: Any,
) -> Extract:
    """What storage hands out for these entries, marks and notes."""
    written: list[Entry | DayMark | Note] = [*entries, *marks, *notes]
    days = sorted({one.day for one in written})
    moment_of = {m.id: m.moment_of for m in MEASURES.values() if m.moment_of}
    made = []
    for day in days:
        theirs = tuple(one for one in entries if one.day == day)
        marked = tuple(one for one in marks if one.day == day)
        values = day_values(theirs, moment_of)
        made.append(Day(day, day_state(values, marked, paused=False), values, theirs, marked))
    period = Period(days[0], days[-1]) if days else Period(DAY, DAY)
    return Extract(period, Person("Sam"), tuple(made), MEASURES, RECORDERS, notes=tuple(notes), **more)
