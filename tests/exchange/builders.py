"""Small builders for the exchange tests: the measures they need, tables as bytes, and plans made from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date

from hypothesis import settings

from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Direction, Measure, ScaleKind
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
        Measure("noticed_in_pain", "Looked in pain", "", kind=ScaleKind.STEPS, highest=2, observed=True),
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
