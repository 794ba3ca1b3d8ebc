"""Which made-up diaries insight is tried on, and what must hold of each: the five promises, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tests.insight.diaries import MONDAY_AND_THURSDAY, WEEKEND, Recipe

MEMORIES = (0.0, 0.3, 0.6, 0.8)
Put = Literal["same_day", "next_day", "day_before", "year", "announced"]
"""What is asked of a diary: pain with anxiety on the same day, the day after, the other way round; or, in weekly looks
at nine questions, whether any link is named (``year``), or anxiety's with pain (``announced``)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Diaries of one kind, what is asked of them and what must hold; a limit of ``None`` is not promised."""

    group: str
    recipe: Recipe
    put: Put = "same_day"
    most_said: float | None = None
    least_said: float | None = None
    least_covered: float | None = None
    most_covered: float | None = None

    @property
    def name(self) -> str:
        """What sets it apart."""
        made = self.recipe
        parts = [f"n={made.n} phi={made.phi}"]
        parts += [f"r={made.r}"] if made.r else []
        parts += [f"after={made.after}"] if made.after else []
        parts += [f"pushed={made.pushed}"] if made.pushed else []
        parts += [f"{made.missing:.0%} {'blocks' if made.in_blocks else 'days'} out"] if made.missing else []
        parts += [f"trend {made.trend_x:g}/{made.trend_y:g}"] if made.trend_x or made.trend_y else []
        days = "weekend" if made.week_on == WEEKEND else "Mon, Thu"
        parts += [f"{days} {made.week:g}"] if made.week else []
        parts += [self.put.replace("_", " ")] if self.put in {"next_day", "day_before"} else []
        return " ".join(parts)


def plain() -> Iterator[Cell]:
    """Nothing linked, nothing left out."""
    for n in (21, 30, 60, 90, 180, 365):
        for phi in MEMORIES:
            yield _unlinked("plain", Recipe(n, phi), 0.07 if n == 21 else 0.06)


def gaps() -> Iterator[Cell]:
    """Nothing linked, days or whole weeks left out."""
    for n in (60, 90, 180, 365):
        for phi in MEMORIES:
            for missing in (0.2, 0.4):
                for in_blocks in (False, True):
                    yield _unlinked("gaps", Recipe(n, phi, 0, missing, in_blocks), 0.07)


def shapes() -> Iterator[Cell]:
    """Nothing linked, but one or both drift, follow the week, or do both."""
    for n in (30, 60, 90, 180, 365):
        for phi in MEMORIES:
            for trend_x, trend_y, week in ((3, 0, 0), (3, 3, 0), (0, 0, 1.5), (3, 3, 1.5)):
                yield _unlinked("shapes", Recipe(n, phi, 0, 0, False, trend_x, trend_y, week), 0.07)


def _unlinked(group: str, recipe: Recipe, most_said: float) -> Cell:
    if recipe.n < 30:
        return Cell(group, recipe, most_said=most_said)
    return Cell(group, recipe, most_said=most_said, least_covered=0.92, most_covered=0.98)


def links() -> Iterator[Cell]:
    """A link of known size: is its interval right, and is it seen?"""
    power = {(90, 0.3): 0.65, (60, 0.5): 0.88, (180, 0.3): 0.90}
    for n in (30, 60, 90, 180, 365):
        for r in (0.2, 0.3, 0.5):
            for phi in MEMORIES:
                yield Cell("links", Recipe(n, phi, r), least_covered=0.90, least_said=power.get((n, r)))
    for phi in MEMORIES:
        yield Cell("links", Recipe(90, phi, 0.3, 0.4), least_covered=0.90, least_said=0.46)


def day_after() -> Iterator[Cell]:
    """Nothing follows a day later, both ways, also where the same day is linked; then what does follow."""
    for r in (0.0, 0.3, 0.5):
        for n in (30, 60, 90, 180, 365):
            for phi in MEMORIES:
                yield Cell("after", Recipe(n, phi, r), "next_day", most_said=0.07)
                yield Cell("after", Recipe(n, phi, r), "day_before", most_said=0.07)
    for n, least in ((90, 0.58), (180, 0.88)):
        for phi in MEMORIES:
            yield Cell("after", Recipe(n, phi, after=0.3), "next_day", least_said=least)


def yearly() -> Iterator[Cell]:
    """Weekly looks at nine questions: a year without any link, and how soon one is named."""
    for phi in MEMORIES:
        yield Cell("yearly", Recipe(365, phi), "year", most_said=0.07)
    for n, r, least in ((91, 0.5, 0.75), (182, 0.3, 0.55)):
        for phi in MEMORIES:
            yield Cell("yearly", Recipe(n, phi, r), "announced", least_said=least)


def limits() -> Iterator[Cell]:
    """Known limits, promised nothing.

    Below 56 days the only weekday term is the weekend's. Where the day before pushes pain and both linger, the day
    after is seen less often, the longer they linger.
    """
    for n in (30, 55, 56, 90):
        for phi in MEMORIES:
            yield Cell("limits", Recipe(n, phi, week=1.5, week_on=MONDAY_AND_THURSDAY))
    for n in (90, 180):
        for phi in MEMORIES:
            yield Cell("limits", Recipe(n, phi, pushed=0.3), "next_day")


CELLS: dict[str, Callable[[], Iterator[Cell]]] = {
    "plain": plain,
    "gaps": gaps,
    "shapes": shapes,
    "links": links,
    "after": day_after,
    "yearly": yearly,
    "limits": limits,
}
DIARIES = {"plain": 2000, "yearly": 200}
"""Diaries a cell; the others have ``VARIANTS``."""
VARIANTS, FULL = 500, 2000
