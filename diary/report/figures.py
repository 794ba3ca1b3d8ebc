"""Averages and differences exactly as they are printed: one decimal, halves rounded up, worked out in decimals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from diary.domain.measures import MOOD, PAIN
from diary.words import say
from diary.words.numbers import number, short_number

if TYPE_CHECKING:
    from diary.domain.day_values import Day, ValueKey
    from diary.domain.places import BodySite

SHORTEST_WITH_AVERAGES = 7
"""Over fewer days every answer is shown instead."""
ENOUGH_DAYS = 7
"""Two averages are compared only where each stands on so many days."""
HIGH, LOW_MOOD = 7, 3
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Figures:
    """One measure over the days that count; ``average`` is rounded as printed, ``None`` without such days.

    ``far_days`` are those at 7 or more, for mood at 3 or less.
    """

    days: int
    average: Decimal | None = None
    lowest: float = 0
    highest: float = 0
    far_days: int = 0


def figures(days: Iterable[Day], key: ValueKey) -> Figures:
    """Work out a measure's figures; what was filled in more than 72 hours later is left out."""
    values = [v.value for day in days if (v := day.values.get(key)) and v.in_statistics]
    if not values:
        return Figures(0)
    mean = sum((Decimal(str(value)) for value in values), Decimal()) / len(values)
    is_far = (lambda value: value <= LOW_MOOD) if key[0] == MOOD else (lambda value: value >= HIGH)
    return Figures(
        len(values), mean.quantize(_TENTH, ROUND_HALF_UP), min(values), max(values), sum(map(is_far, values))
    )


def average_text(figure: Figures) -> str:
    """Return "5.4", or a dash without days."""
    return "–" if figure.average is None else number(float(figure.average), 1)


def range_text(figure: Figures) -> str:
    """Return "2 to 9", or a dash without days."""
    if not figure.days:
        return "–"
    if figure.lowest == figure.highest:
        return short_number(figure.lowest)
    return say("{lowest} to {highest}", lowest=short_number(figure.lowest), highest=short_number(figure.highest))


def difference_text(now: Figures, then: Figures) -> str:
    """Return "0.5 lower": the difference of the two printed averages, in words and never as a negative number."""
    if now.average is None or then.average is None or min(now.days, then.days) < ENOUGH_DAYS:
        return say("too few days")
    difference = now.average - then.average
    if not difference:
        return say("the same")
    size = number(float(abs(difference)), 1)
    return say("{size} higher", size=size) if difference > 0 else say("{size} lower", size=size)


def most_often_scored(days: Iterable[Day], limit: int | None = 3) -> list[BodySite]:
    """Return the places where pain was scored on most days, ties by name; all of them without a ``limit``."""
    counts = Counter(site for day in days for site in day.scored_places)
    return sorted(counts, key=lambda site: (-counts[site], site))[:limit]


def days_scored(days: Iterable[Day], site: BodySite, *, for_average: bool) -> int:
    """Return on how many days pain was scored at a place; "nowhere else" is no score.

    ``for_average`` leaves out, as an average does, what was filled in more than 72 hours later.
    """
    scored = [day.values[PAIN, site] for day in days if site in day.scored_places]
    return sum(value.in_statistics or not for_average for value in scored)
