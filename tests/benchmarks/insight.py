"""Does the same-day question keep its promises, and what does it cost? Made-up diaries, each cell with its own margin.

    uv run python -m tests.benchmarks.insight [--cells time,plain,gaps,shapes,links,limits] [--diaries N] [--seed N]

For every cell: how often a link is said (p <= .05) beside naive Pearson on the same diaries, how often the 95 %
interval holds the true slope, both with their own 95 % margin. A rate passes when it keeps its limit, margin allowed.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import stdtr

from diary.insight import same_day
from tests.insight.diaries import MONDAY_AND_THURSDAY, WEEKEND, Recipe, made_up

if TYPE_CHECKING:
    from tests.insight.diaries import Array

WORKERS = 2
REPEATS = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """Diaries of one kind and what must hold of them; a limit of ``None`` is not promised."""

    group: str
    recipe: Recipe
    most_alarms: float | None = None
    least_covered: float | None = None
    least_power: float | None = None

    @property
    def name(self) -> str:
        """What sets the recipe apart."""
        made = self.recipe
        parts = [f"n={made.n} phi={made.phi}"]
        parts += [f"r={made.r}"] if made.r else []
        parts += [f"{made.missing:.0%} {'blocks' if made.in_blocks else 'days'} out"] if made.missing else []
        parts += [f"trend {made.trend_x:g}/{made.trend_y:g}"] if made.trend_x or made.trend_y else []
        days = "weekend" if made.week_on == WEEKEND else "Mon, Thu"
        parts += [f"{days} {made.week:g}"] if made.week else []
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Rates:
    """Of how many diaries a cell's shares are; ``answered`` weren't refused."""

    diaries: int
    answered: int
    said: float
    naive: float
    covered: float


def plain() -> Iterator[Cell]:
    """Nothing linked, nothing left out."""
    for n in (21, 30, 60, 90, 180, 365):
        for phi in (0.0, 0.3, 0.6, 0.8):
            yield Cell("plain", Recipe(n, phi), 0.07 if n == 21 else 0.06, 0.92 if n >= 30 else None)


def gaps() -> Iterator[Cell]:
    """Nothing linked, days or whole weeks left out."""
    for n in (60, 90, 180, 365):
        for phi in (0.3, 0.8):
            for missing in (0.2, 0.4):
                for in_blocks in (False, True):
                    yield Cell("gaps", Recipe(n, phi, 0, missing, in_blocks), 0.07, 0.92)


def shapes() -> Iterator[Cell]:
    """Nothing linked, but one or both drift, follow the week, or do both."""
    for n in (30, 90, 180, 365):
        for phi in (0.0, 0.3, 0.6, 0.8):
            for trend_x, trend_y, week in ((3, 0, 0), (3, 3, 0), (0, 0, 1.5), (3, 3, 1.5)):
                yield Cell("shapes", Recipe(n, phi, 0, 0, False, trend_x, trend_y, week), 0.07, 0.92)


def links() -> Iterator[Cell]:
    """A link of known size: is its interval right, and is it seen?"""
    power = {(90, 0.3): 0.65, (60, 0.5): 0.88, (180, 0.3): 0.90}
    for n in (30, 60, 90, 180):
        for r in (0.2, 0.3, 0.5):
            for phi in (0.0, 0.3, 0.6, 0.8):
                yield Cell("links", Recipe(n, phi, r), None, 0.90, power.get((n, r)))
    for phi in (0.0, 0.3, 0.6, 0.8):
        yield Cell("links", Recipe(90, phi, 0.3, 0.4), None, 0.90, 0.46)


def limits() -> Iterator[Cell]:
    """A known limit, promised nothing: below 56 days the only weekday term is the weekend's."""
    for n in (30, 55, 56, 90):
        for phi in (0.0, 0.3, 0.6, 0.8):
            yield Cell("limits", Recipe(n, phi, week=1.5, week_on=MONDAY_AND_THURSDAY))


CELLS: dict[str, Callable[[], Iterator[Cell]]] = {
    "plain": plain,
    "gaps": gaps,
    "shapes": shapes,
    "links": links,
    "limits": limits,
}


def naive_p(x: Array, y: Array) -> float:
    """What an ordinary correlation test would say."""
    both = ~np.isnan(x) & ~np.isnan(y)
    r = float(np.corrcoef(x[both], y[both])[0, 1])
    freedom = int(both.sum()) - 2
    return float(2 * stdtr(freedom, -abs(r) * math.sqrt(freedom / (1 - r * r))))


def tried(cell: Cell, diaries: int, seed: int) -> Rates:
    """Ask the same-day question of so many diaries of one kind."""
    rng = np.random.default_rng(seed)
    said = naive = answered = covered = 0
    for _ in range(diaries):
        days, x, y = made_up(cell.recipe, rng)
        finding = same_day(days, x, y)
        naive += naive_p(x, y) <= 0.05
        if not finding.reason:
            answered += 1
            said += finding.p <= 0.05
            covered += finding.slope_low <= cell.recipe.true_slope <= finding.slope_high
    return Rates(diaries, answered, said / diaries, naive / diaries, covered / max(1, answered))


def margin(rate: float, n: int) -> float:
    """Half a 95 % interval of a share."""
    return 1.96 * math.sqrt(rate * (1 - rate) / n)


def faults(cell: Cell, rates: Rates) -> list[str]:
    """Which promises a cell breaks by more than the margin at the limit."""
    found = []
    if cell.most_alarms is not None and rates.said > cell.most_alarms + margin(cell.most_alarms, rates.diaries):
        found.append(f"more than {cell.most_alarms:.0%} said")
    if cell.least_power is not None and rates.said < cell.least_power - margin(cell.least_power, rates.diaries):
        found.append(f"less than {cell.least_power:.0%} said")
    if cell.least_covered is not None and rates.answered:
        least = cell.least_covered - margin(cell.least_covered, rates.answered)
        if rates.covered < least:
            found.append(f"less than {cell.least_covered:.0%} covered")
    return found


def row(cell: Cell, rates: Rates) -> str:
    """One line of the table."""
    share = f"{rates.said:6.1%} ±{margin(rates.said, rates.diaries):5.1%}"
    covered = f"{rates.covered:6.1%} ±{margin(rates.covered, max(1, rates.answered)):5.1%}"
    verdict = ", ".join(faults(cell, rates)) or "ok"
    refused = f"{1 - rates.answered / rates.diaries:5.0%}"
    return f"{cell.group:7}{cell.name:34}{share}  {rates.naive:6.1%}  {covered}  {refused}  {verdict}"


def timings() -> Iterator[str]:
    """The cost of one question at n = 365, beside naive Pearson in the same run."""
    days, x, y = made_up(Recipe(365, 0.6, 0.3), np.random.default_rng(1))
    ours, theirs = (_seconds(ask) for ask in (lambda: same_day(days, x, y), lambda: naive_p(x, y)))
    yield f"one same_day at n = 365: {1000 * ours:.1f} ms (best of {REPEATS}), {ours / theirs:.0f} × naive Pearson"


def _seconds(ask: Callable[[], object]) -> float:
    best = math.inf
    for _ in range(REPEATS):
        began = time.perf_counter()
        ask()
        best = min(best, time.perf_counter() - began)
    return best


def trials(groups: list[str], diaries: int, seed: int) -> Iterator[str]:
    """The table, line by line as cells are done, and the mean over each group of unlinked diaries."""
    cells = [cell for group in groups for cell in CELLS[group]()]
    yield f"{'':7}{'diaries of':34}{'link said':>14}  {'naive':>6}  {'covered':>14}  {'refused':>5}"
    said: dict[str, list[float]] = {}
    broken = 0
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
        seeds = range(seed, seed + len(cells))
        for cell, rates in zip(cells, pool.map(tried, cells, [diaries] * len(cells), seeds), strict=True):
            yield row(cell, rates)
            broken += bool(faults(cell, rates))
            if cell.most_alarms:
                said.setdefault(cell.group, []).append(rates.said)
    for group, shares in said.items():
        yield f"mean of {len(shares)} {group} cells: a link said in {sum(shares) / len(shares):.2%} (at most 5.5 %)"
    yield f"{broken} of {len(cells)} cells break a promise; {diaries} diaries a cell, seeds from {seed}"


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", default="time,plain,gaps,shapes,links,limits", help="groups, or time")
    parser.add_argument("--diaries", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20261125)
    asked = parser.parse_args()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    groups = asked.cells.split(",")
    for line in timings() if "time" in groups else ():
        sys.stdout.write(line + "\n")
    groups = [group for group in groups if group != "time"]
    for line in trials(groups, asked.diaries, asked.seed) if groups else ():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
