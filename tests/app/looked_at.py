"""Diaries whose pairs are looked at, for the tests of what is said of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from diary.app.links import AskedPair, Link, TogetherPage
from diary.app.together import Material, look_back, page
from diary.catalogue import measures
from diary.domain.day_values import Day, DayState, DayValue, MadeFrom, ValueKey
from diary.domain.days import Period
from diary.domain.entries import Entry, Factor
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Measure
from diary.domain.people import PERSON, Basis, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


FIRST = date(2026, 1, 5)


def value(number: float, *, later: bool = False, too_late: bool = False) -> DayValue:
    return DayValue(number, MadeFrom.DAILY, filled_in_later=later or too_late, in_statistics=not too_late)


def a_day(day: date, values: Mapping[str, DayValue], *entries: Entry) -> Day:
    by_key: dict[ValueKey, DayValue] = {(measure, None): given for measure, given in values.items()}
    return Day(day, DayState.PARTLY, by_key, entries)


def diary(days: Sequence[Day], *own: Measure, factors: Iterable[Factor] = ()) -> Extract:
    period = Period(days[0].day, days[-1].day) if days else Period(FIRST, FIRST)
    return Extract(
        period,
        Person("Sam"),
        tuple(days),
        dict(measures()) | {m.id: m for m in own},
        {},
        factors={factor.id: factor for factor in factors},
    )


def written(
    n: int, seed: int = 1, *, link: float = 0.8, also: Mapping[str, Sequence[float]] | None = None
) -> list[Day]:
    """Days with anxiety and pain that move together by ``link`` points, and mood that moves the other way."""
    rng = np.random.default_rng(seed)
    anxiety = rng.integers(1, 9, n)
    pain = np.clip(np.round((2 if link >= 0 else 7) + link * anxiety + rng.normal(0, 1.5, n)), 0, 10)
    columns = {ANXIETY: anxiety, PAIN: pain, MOOD: 10 - anxiety, SLEEP: 5 + rng.integers(0, 8, n) / 2} | dict(
        also or {}
    )
    return [
        a_day(FIRST + timedelta(days=i), {measure: value(float(column[i])) for measure, column in columns.items()})
        for i in range(n)
    ]


def on_last_day(extract: Extract, *added: AskedPair) -> Material:
    return Material(extract, extract.period.last, added)


def looked(days: Sequence[Day], *added: AskedPair, shown: int = 0) -> TogetherPage:
    """The page on the last day that was written, every look made."""
    found = on_last_day(diary(days), *added)
    look = look_back(found)
    list(look.steps())
    return page(found, look, shown)


def link(page: TogetherPage, x: str) -> Link:
    return next(one for one in page.looked_at if one.x_id == x)


def only_two(*parts: Sequence[Day]) -> list[Day]:
    """Anxiety and pain of these days, put one after the other."""
    days = [one for part in parts for one in part]
    return [
        a_day(FIRST + timedelta(days=i), {measure: one.values[measure, None] for measure in (ANXIETY, PAIN)})
        for i, one in enumerate(days)
    ]


def entry(day: date, *, factors: tuple[str, ...] = (), basis: Basis = Basis.SELF, **more: bool) -> Entry:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Entry(f"{day}{basis}", day, PERSON, basis, at, factors=factors, **more)  # type: ignore[arg-type]  # flags
