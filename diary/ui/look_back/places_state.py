"""Where it hurt over time, as frozen values: each place's scores, and its figures for a period and the one before."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.day_values import MadeFrom
from diary.domain.days import Period
from diary.domain.measures import PAIN
from diary.domain.places import BodySite, Side
from diary.words import say, say_n
from diary.words.numbers import number
from diary.words.places import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.day_values import Day

ENOUGH_DAYS = 7
"""Two averages are compared only where each stands on so many days, as on the doctor's pages."""


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """One place's values by day (ordinals, ascending); the person's own answers only.

    ``sums`` and ``scored`` stand beside them with one more at the front: the total of all values before each, and how
    many of those were scores. A value that is none is the 0 of a day on which "nowhere else" was said.
    """

    site: BodySite
    days: tuple[int, ...]
    values: tuple[float, ...]
    sums: tuple[float, ...]
    scored: tuple[int, ...]

    def figures(self, first: int, last: int) -> PlaceFigures:
        """What the values from ``first`` to ``last`` come to."""
        begin, end = bisect_left(self.days, first), bisect_left(self.days, last + 1)
        days = self.scored[end] - self.scored[begin]
        noughts = end - begin - days
        average = (self.sums[end] - self.sums[begin]) / (end - begin) if end > begin else None
        return PlaceFigures(days, noughts, average)


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """On how many days a place was scored, on how many more it was 0 ("nowhere else"), and the average of both."""

    days: int = 0
    noughts: int = 0
    average: float | None = None

    @property
    def all_days(self) -> int:
        """The days that the average stands on."""
        return self.days + self.noughts


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place in a period, and in the period before (``None`` where the diary had not begun by then)."""

    site: BodySite
    now: PlaceFigures
    before: PlaceFigures | None

    @property
    def difference(self) -> float | None:
        """How much higher the average is than before, in tenths; ``None`` where too few days are there to say."""
        before = self.before
        if before is None or self.now.average is None or before.average is None:
            return None
        if min(self.now.all_days, before.all_days) < ENOUGH_DAYS:
            return None
        return round(tenths(self.now.average) - tenths(before.average), 1)


@dataclass(frozen=True, slots=True)
class PlacesState:
    """A whole diary's places; ``first`` is its first day as an ordinal."""

    first: int = 1
    places: tuple[PlaceScores, ...] = ()

    def rows(self, first: date, last: date) -> tuple[PlaceRow, ...]:
        """The places of a period: those scored on most days first, and at the end those scored only before it."""
        period = Period(first, last)
        has_before = self.has_before(first, last)
        rows = (self._row(place, period, has_before=has_before) for place in self.places)
        shown = [row for row in rows if row.now.all_days or (row.before and row.before.days)]
        return tuple(sorted(shown, key=lambda row: (-row.now.days, -(row.now.average or 0), row.site)))

    def has_before(self, first: date, last: date) -> bool:
        """Whether the diary had begun in the period before."""
        return Period(first, last).before.last.toordinal() >= self.first

    def _row(self, place: PlaceScores, period: Period, *, has_before: bool) -> PlaceRow:
        now = place.figures(period.first.toordinal(), period.last.toordinal())
        span = period.before
        before = place.figures(span.first.toordinal(), span.last.toordinal()) if has_before else None
        return PlaceRow(place.site, now, before)


def places_state(days: Iterable[Day], first: int) -> PlacesState:
    """Every place that was ever scored; what a carer noticed is no answer, and isn't among the days' values."""
    found: dict[BodySite, list[tuple[int, float, bool]]] = {}
    for day in days:
        for (measure, site), value in day.values.items():
            if measure == PAIN and site is not None:
                is_score = value.made_from is not MadeFrom.NOWHERE_ELSE
                found.setdefault(site, []).append((day.day.toordinal(), value.value, is_score))
    return PlacesState(first, tuple(_scores(site, rows) for site, rows in sorted(found.items())))


def _scores(site: BodySite, rows: list[tuple[int, float, bool]]) -> PlaceScores:
    values = tuple(value for _, value, _ in rows)
    return PlaceScores(
        site,
        tuple(day for day, _, _ in rows),
        values,
        tuple(accumulate(values, initial=0.0)),
        tuple(accumulate((int(is_score) for _, _, is_score in rows), initial=0)),
    )


def is_drawn(site: BodySite) -> bool:
    """Whether the drawing has this place: it can't show a knee whose side was not said."""
    return any(region.site == site for view in catalogue.body_figure().values() for region in view.regions)


def site_name(site: BodySite) -> str:
    """A place as the person calls it: "Lower back", "Your left knee"; left is their own left."""
    place = catalogue.places().get(site.place)
    if place is None:
        return site.place
    if Side.LEFT in place.sides and site.side is Side.NONE and not is_drawn(site):
        return say("{place}, side not said", place=place_name(place, Side.NONE))
    return place_name(place, site.side)


def figures_words(figures: PlaceFigures) -> str:
    """Return "about 6, on 12 days", and on how many of them "nowhere else" made it 0; or that it was not scored."""
    if figures.average is None:
        return say("not scored")
    average, days = number(figures.average), say_n("{n} day", "{n} days", figures.all_days)
    if figures.noughts:
        some = number(figures.noughts)
        return say("about {average}, on {days}, {n} of them “nowhere else”", average=average, days=days, n=some)
    return say("about {average}, on {days}", average=average, days=days)


def rounded(figures: PlaceFigures) -> float | None:
    """An average as the whole number that is drawn, halves rounded up."""
    if figures.average is None:
        return None
    return float(Decimal(str(figures.average)).quantize(Decimal(1), ROUND_HALF_UP))


def drawn_values(rows: Iterable[PlaceRow]) -> dict[BodySite, float]:
    """What the drawing shows at each place."""
    return {row.site: value for row in rows if (value := rounded(row.now)) is not None}


def difference_words(row: PlaceRow) -> str:
    """Return "1.2 higher": neither higher nor lower is a verdict; nothing where there is nothing to compare with."""
    if row.before is None:
        return ""
    difference = row.difference
    if difference is None:
        return say("too few days to compare")
    if not difference:
        return say("the same")
    size = number(abs(difference), 1)
    return say("{size} higher", size=size) if difference > 0 else say("{size} lower", size=size)


def compared_words(row: PlaceRow) -> str:
    """Return "1.2 higher than before", which says beside what."""
    if row.difference is None:
        return difference_words(row)
    if not row.difference:
        return say("the same as before")
    size = number(abs(row.difference), 1)
    if row.difference > 0:
        return say("{size} higher than before", size=size)
    return say("{size} lower than before", size=size)


def tenths(value: float) -> float:
    """A value with one decimal as it is printed, halves rounded up."""
    return float(Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP))
