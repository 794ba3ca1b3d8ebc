"""Does Together keep its promises, and what does it cost? Made-up diaries, each cell with its own margin.

    uv run python -m tests.benchmarks.insight [--cells time,plain,…] [--full | --diaries N] [--seed N]

About 30 minutes on two cores; ``--full`` has 2,000 diaries in every cell and takes hours; ``--named`` takes the cells
whose names contain a text. For every cell: how often a link is said (p <= .05; in weekly looks: named) beside naive
Pearson on the same diaries, and how often the 95 % interval holds the true slope of the ratings, both with their own
95 % margin; then, promised nothing, how often it holds the slope before rounding. A rate passes when it keeps its
limit, margin allowed.
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

from diary.insight import next_day, review, same_day
from diary.insight.checks import check_days
from diary.insight.questions import one_of_three
from tests.benchmarks.insight_cells import CELLS, DIARIES, FULL, VARIANTS, Cell
from tests.insight.diaries import Recipe, four_measures, made_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from diary.insight import Finding
    from tests.insight.diaries import Array

    Days = NDArray[np.int64]

WORKERS = 2
REPEATS = 100
SAID_AT = 0.05
PAIRS = (("anxiety", "pain"), ("mood", "pain"), ("sleep", "pain"))


@dataclass(frozen=True, slots=True)
class Rates:
    """Of how many diaries a cell's shares are; ``answered`` weren't refused, ``covered`` is NaN where not asked.

    ``covered`` holds the true slope of the ratings, ``unrounded`` that of what they were rounded from.
    """

    diaries: int
    answered: int
    said: float
    naive: float
    covered: float
    unrounded: float


def naive_p(x: Array, y: Array) -> float:
    """What an ordinary correlation test would say."""
    both = ~np.isnan(x) & ~np.isnan(y)
    r = float(np.corrcoef(x[both], y[both])[0, 1])
    freedom = int(both.sum()) - 2
    return float(2 * stdtr(freedom, -abs(r) * math.sqrt(freedom / (1 - r * r))))


def tried(cell: Cell, diaries: int, seed: int) -> Rates:
    """Put the cell's question to so many diaries of its kind."""
    rng = np.random.default_rng(seed)
    trial = _weekly if cell.put in {"year", "announced"} else _once
    outcomes = [trial(cell, rng) for _ in range(diaries)]
    said, naive, answered, covered, unrounded = (sum(column) for column in zip(*outcomes, strict=True))
    of_slope = max(1, answered) if cell.put == "same_day" else math.nan
    return Rates(diaries, answered, said / diaries, naive / diaries, covered / of_slope, unrounded / of_slope)


Outcome = tuple[bool, bool, bool, bool, bool]
"""Whether one diary was said to be linked, by us and by Pearson; whether we answered, and held each true slope."""


def _once(cell: Cell, rng: np.random.Generator) -> Outcome:
    days, x, y = made_up(cell.recipe, rng)
    finding, naive = _put(cell, days, x, y)
    truths = (cell.recipe.true_slope, cell.recipe.slope_before_rounding)
    holds, unrounded = (finding.slope_low <= slope <= finding.slope_high for slope in truths)
    return finding.p <= SAID_AT, naive <= SAID_AT, not finding.reason, holds, unrounded


def _put(cell: Cell, days: Days, x: Array, y: Array) -> tuple[Finding, float]:
    if cell.put == "same_day":
        return same_day(days, x, y), naive_p(x, y)
    if cell.put == "day_before":
        x, y = y, x
    return next_day(days, x, y), naive_p(x[:-1], y[1:])


def _weekly(cell: Cell, rng: np.random.Generator) -> Outcome:
    days, series = four_measures(cell.recipe, rng)
    looks = review(days, series, PAIRS)
    if cell.put == "announced":
        named = any(look.results["anxiety", "pain", "same"][1] for look in looks)
        pairs = [(series["anxiety"], series["pain"])]
    else:
        named = any(stands for look in looks for _, stands in look.results.values())
        same = [(series[a], series["pain"]) for a, _ in PAIRS]
        pairs = [*same, *((a[:-1], pain[1:]) for a, pain in same), *((pain[:-1], a[1:]) for a, pain in same)]
    ends = [look - days[0] + 1 for look in check_days(int(days[0]), int(days[-1]))]
    naive = any(naive_p(x[:end], y[:end]) <= SAID_AT for end in ends for x, y in pairs)
    return named, naive, True, False, False


def margin(rate: float, n: int) -> float:
    """Half a 95 % interval of a share."""
    return 1.96 * math.sqrt(rate * (1 - rate) / n)


def faults(cell: Cell, rates: Rates) -> list[str]:
    """Which promises a cell breaks by more than the margin at the limit."""
    answered = max(1, rates.answered)
    promises = (
        ("said", rates.said, rates.diaries, cell.least_said, cell.most_said),
        ("covered", rates.covered, answered, cell.least_covered, cell.most_covered),
    )
    found = []
    for what, rate, n, least, most in promises:
        if least is not None and rate < least - margin(least, n):
            found.append(f"less than {least:.0%} {what}")
        if most is not None and rate > most + margin(most, n):
            found.append(f"more than {most:.0%} {what}")
    return found


def row(cell: Cell, rates: Rates) -> str:
    """One line of the table."""
    share = f"{rates.said:6.1%} ±{margin(rates.said, rates.diaries):5.1%}"
    covered = f"{rates.covered:6.1%} ±{margin(rates.covered, max(1, rates.answered)):5.1%}"
    covered += f"  {rates.unrounded:6.1%}"
    covered = " " * len(covered) if math.isnan(rates.covered) else covered
    limits = (("≥", cell.least_said), ("≤", cell.most_said))
    limit = " ".join(f"{sign}{number:.0%}" for sign, number in limits if number is not None)
    refused = f"{1 - rates.answered / rates.diaries:5.0%}"
    verdict = ", ".join(faults(cell, rates)) or "ok"
    return f"{cell.group:7}{cell.name:38}{share}  {limit:4}  {rates.naive:6.1%}  {covered}  {refused}  {verdict}"


def timings() -> Iterator[str]:
    """The cost of a pair's three questions at n = 365, beside naive Pearson in the same run."""
    days, x, y = made_up(Recipe(365, 0.6, 0.3), np.random.default_rng(1))
    one, three, theirs = (
        _seconds(ask)
        for ask in (
            lambda: same_day(days, x, y),
            lambda: [one_of_three(number, days, x, y) for number in range(3)],
            lambda: naive_p(x, y),
        )
    )
    yield f"at n = 365, best of {REPEATS}: same_day {1000 * one:.1f} ms, {one / theirs:.0f} × naive Pearson;"
    yield f"a pair's three questions {1000 * three:.1f} ms (at most 60)"


def _seconds(ask: Callable[[], object]) -> float:
    best = math.inf
    for _ in range(REPEATS):
        began = time.perf_counter()
        ask()
        best = min(best, time.perf_counter() - began)
    return best


def trials(groups: list[str], diaries: Callable[[str], int], seed: int, named: str) -> Iterator[str]:
    """The table, line by line as cells are done, and the mean over each group of unlinked diaries."""
    all_cells = [cell for group in groups for cell in CELLS[group]()]
    cells = [cell for cell in all_cells if named in cell.name]
    yield f"{'':7}{'diaries of':38}{'link said':>14}  {'':4}  {'naive':>6}  {'covered':>14}  {'unround':>6}  refused"
    said: dict[str, list[float]] = {}
    broken = 0
    counts, seeds = [diaries(cell.group) for cell in cells], range(seed, seed + len(cells))
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
        for cell, rates in zip(cells, pool.map(tried, cells, counts, seeds), strict=True):
            yield row(cell, rates)
            broken += bool(faults(cell, rates))
            if cell.most_said and cell.put == "same_day":
                said.setdefault(cell.group, []).append(rates.said)
    for group, shares in said.items():
        yield f"mean of {len(shares)} {group} cells: a link said in {sum(shares) / len(shares):.2%} (at most 5.5 %)"
    told = ", ".join(f"{group} {diaries(group)}" for group in groups)
    yield f"{broken} of {len(cells)} cells break a promise; diaries a cell: {told}; seeds from {seed}"


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", default=",".join(("time", *CELLS)), help="groups, or time")
    parser.add_argument("--diaries", type=int, help="as many in every cell")
    parser.add_argument("--full", action="store_true", help="2,000 diaries in every cell")
    parser.add_argument("--named", default="", help="only cells whose name contains this")
    parser.add_argument("--seed", type=int, default=20261125)
    asked = parser.parse_args()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    groups = asked.cells.split(",")
    began = time.perf_counter()

    def diaries(group: str) -> int:
        return int(asked.diaries or (FULL if asked.full else DIARIES.get(group, VARIANTS)))

    for line in timings() if "time" in groups else ():
        sys.stdout.write(line + "\n")
    groups = [group for group in groups if group != "time"]
    for line in trials(groups, diaries, asked.seed, asked.named) if groups else ():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    sys.stdout.write(f"{(time.perf_counter() - began) / 60:.0f} minutes, {WORKERS} workers\n")


if __name__ == "__main__":
    main()
