"""What can be compared in a diary: measures, places and factors, each with its value on every day that has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.day_values import DayValue, MadeFrom, counts_in_statistics, is_later
from diary.domain.errors import DiaryError
from diary.domain.measures import CORE, PAIN, Direction, Measure, ScaleKind
from diary.domain.places import BodySite, Side
from diary.words import say
from diary.words.comparing import AT, pain_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.domain.entries import Entry
    from diary.domain.extract import Extract

_OF_FACTOR = "factor:"
_BEFORE_SIDE = "/"
USUAL_FOR = timedelta(days=90)
"""A place is usual for so long after it was scored; only then does "Nowhere else today" say that it didn't hurt."""
_SMALL_SHARE = 0.1
"""About the smallest difference that matters, of a measure's range (Salaffi 2004); 1 point on 0 to 10."""
_SMALL_HOURS = 1.0
_STEADY_SHARE = 0.5
"""Answers spread less than this share of what is small hardly changed: 0.5 on 0 to 10."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing and its values by day, ascending; a place or a factor is told as a measure of its own."""

    measure: Measure
    values: Mapping[date, DayValue]

    @property
    def small(self) -> float:
        """A difference below this doesn't matter."""
        if self.measure.kind is ScaleKind.HOURS:
            return _SMALL_HOURS
        return _SMALL_SHARE * (self.measure.highest - self.measure.lowest)

    @property
    def smallest_sd(self) -> float:
        """Answers that spread less hardly changed; a yes or no can't be too steady."""
        return 0.0 if self.measure.kind is ScaleKind.YES_NO else _STEADY_SHARE * self.small


def compared(extract: Extract, thing: str) -> Compared:
    """The thing with this id; raises ``DiaryError("measure_unknown")``."""
    measure = measure_of(extract, thing)
    if thing.startswith(_OF_FACTOR):
        return Compared(measure, dict(_with_and_without(extract, thing.removeprefix(_OF_FACTOR))))
    if AT in thing:
        return Compared(measure, dict(_at_place(extract, _site(thing))))
    return Compared(measure, {day.day: value for day in extract.days if (value := day.value(thing))})


def measure_of(extract: Extract, thing: str) -> Measure:
    """How the thing with this id is told; raises ``DiaryError("measure_unknown")``."""
    if thing.startswith(_OF_FACTOR):
        factor = extract.factors.get(thing.removeprefix(_OF_FACTOR))
        if factor is not None:
            kind, neither = ScaleKind.YES_NO, Direction.NEUTRAL
            return Measure(thing, factor.label, "", kind=kind, direction=neither, highest=1, own=True)
    elif AT in thing:
        site = _site(thing)
        place, pain = catalogue.places().get(site.place), extract.measures[PAIN]
        label = pain_at(say(place.label) if place else site.place, site.side)
        return Measure(thing, label, "", low_words=pain.low_words, high_words=pain.high_words)
    elif thing in extract.measures:
        return extract.measures[thing]
    raise DiaryError("measure_unknown")


def offered(extract: Extract) -> tuple[Measure, ...]:
    """Everything with an answer of the person's own: core measures (always), others, places, then factors."""
    answered = {key for day in extract.days for key in day.values}
    core = [extract.measures[one] for one in CORE if one in extract.measures]
    others = [
        measure
        for measure in extract.measures.values()
        if (measure.id, None) in answered and measure.id not in CORE and not measure.observed and not measure.moment_of
    ]
    sites = sorted({site for measure, site in answered if measure == PAIN and site is not None})
    ticked = {factor for day in extract.days for entry in day.entries if entry.basis.is_own for factor in entry.factors}
    factors = [f"{_OF_FACTOR}{one}" for one in extract.factors if one in ticked]
    return (*core, *others, *(measure_of(extract, one) for one in (*map(_place_id, sites), *factors)))


def _place_id(site: BodySite) -> str:
    return f"{PAIN}{AT}{site.place}{_BEFORE_SIDE}{site.side}" if site.side else f"{PAIN}{AT}{site.place}"


def _site(thing: str) -> BodySite:
    place, _, side = thing.partition(AT)[2].partition(_BEFORE_SIDE)
    return BodySite(place, Side(side))


def _at_place(extract: Extract, site: BodySite) -> Iterator[tuple[date, DayValue]]:
    """Scores of a place, and 0 on days that said "Nowhere else today" while it was one of the usual places."""
    last_scored = date.min
    for day in extract.days:
        value = day.value(PAIN, site)
        if value is not None:
            last_scored = day.day
        elif day.day - last_scored <= USUAL_FOR:
            said = [entry for entry in day.entries if entry.basis.is_own and entry.nowhere_else]
            value = _said(0.0, said) if said else None
        if value is not None:
            yield day.day, value


def _with_and_without(extract: Extract, factor: str) -> Iterator[tuple[date, DayValue]]:
    """1 on days with the factor, 0 on those whose list was looked through and had it not."""
    for day in extract.days:
        own = [entry for entry in day.entries if entry.basis.is_own]
        ticked = [entry for entry in own if factor in entry.factors]
        looked = [entry for entry in own if entry.factors_looked_through or entry.factors]
        if ticked or looked:
            yield day.day, _said(1.0 if ticked else 0.0, ticked or looked)


def _said(value: float, entries: Iterable[Entry]) -> DayValue:
    """A value without an instant of its own: as old as the scores beside it, in time where there are none."""
    beside = [(entry, score) for entry in entries for score in entry.scores]
    return DayValue(
        value,
        MadeFrom.DAILY,
        filled_in_later=bool(beside) and all(is_later(*one) for one in beside),
        in_statistics=not beside or any(counts_in_statistics(*one) for one in beside),
    )
