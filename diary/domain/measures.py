"""What is scored: the question, the words at both ends, the direction and the range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from diary.domain.errors import DiaryError

SLEEP, MOOD, ANXIETY, PAIN = "sleep_hours", "mood", "anxiety", "pain"
CORE = (SLEEP, MOOD, ANXIETY, PAIN)
"""The four questions of Today, in their order on the page: pain last, so that the day isn't framed by it."""
RECORDED_NEEDS = (MOOD, ANXIETY, PAIN)
"""A day is *recorded* when all three are answered."""


class Direction(StrEnum):
    """Which way a measure runs; mood runs the other way from pain and is never flipped."""

    HIGHER_IS_WORSE = "higher_is_worse"
    HIGHER_IS_BETTER = "higher_is_better"
    NEUTRAL = "neutral"


class ScaleKind(StrEnum):
    """How a measure is answered."""

    SCORE = "score"
    HOURS = "hours"
    YES_NO = "yes_no"
    STEPS = "steps"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Scale:
    """What a number on a measure means: how it is given, its range and its steps."""

    kind: ScaleKind
    lowest: float
    highest: float
    step: float = 1
    unit: str = ""


MOST_COUNTED = 999

OWN_SCALES = {
    "0to10": Scale(ScaleKind.SCORE, 0, 10),
    "0to4": Scale(ScaleKind.SCORE, 0, 4),
    "1to5": Scale(ScaleKind.SCORE, 1, 5),
    "yes_no": Scale(ScaleKind.YES_NO, 0, 1),
    "hours": Scale(ScaleKind.HOURS, 0, 24, 0.5, "h"),
    "count": Scale(ScaleKind.COUNT, 0, MOST_COUNTED),
}
"""The scales that a person's own measure may have."""


FORMER = "~"
"""Between a measure's id and the version of it that had another scale."""


def former_id(measure_id: str, version: int) -> str:
    """The id under which an earlier version with another scale stands beside the measure of today."""
    return f"{measure_id}{FORMER}{version}"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is scored, from ``lowest`` to ``highest`` in steps of ``step``.

    Texts are msgids, or the person's own words where ``own``.
        ``steps`` names the answers of a ``STEPS`` measure, its value the index into them (0 the first).
    ``moment_of`` is the daily measure that this one asks about *right now*; ``observed`` marks what a carer noticed.
    ``former_of``: an earlier version of that measure, with another scale, kept for the answers given on it.
    """

    id: str
    label: str
    question: str
    low_words: str = ""
    high_words: str = ""
    direction: Direction = Direction.HIGHER_IS_WORSE
    kind: ScaleKind = ScaleKind.SCORE
    lowest: float = 0
    highest: float = 10
    step: float = 1
    unit: str = ""
    steps: tuple[str, ...] = ()
    moment_of: str | None = None
    observed: bool = False
    own: bool = False
    version: int = 1
    archived: bool = False
    former_of: str | None = None

    @property
    def scale(self) -> Scale:
        """What a number on it means, its words aside."""
        return Scale(self.kind, self.lowest, self.highest, self.step, self.unit)

    def counts_like(self, other: Measure) -> bool:
        """Whether a number means the same on both: one line on a chart, one average."""
        return (self.scale, self.direction, self.steps) == (other.scale, other.direction, other.steps)

    def as_former(self, current: Measure) -> Measure:
        """This earlier version beside ``current``, under an id of its own."""
        return replace(self, id=former_id(self.id, self.version), former_of=current.id, archived=True)

    @property
    def column_name(self) -> str:
        """Its column in an exported table, range and direction included: ``mood_0to10_higher_is_better``."""
        if self.kind is ScaleKind.HOURS:
            return self.id if self.id.endswith("_hours") else f"{self.id}_hours"
        counted = self.kind is ScaleKind.COUNT
        name = f"{self.id}_count" if counted else f"{self.id}_{self.lowest:g}to{self.highest:g}"
        return name if self.direction is Direction.NEUTRAL else f"{name}_{self.direction}"


def checked_score(measure: Measure, value: float) -> float:
    """Return ``value`` when the measure's scale has it.

    Raises ``DiaryError("score_out_of_range")`` outside the range and ``("score_between_steps")`` off its steps;
    never rounds, because a rounded answer is not the person's.
    """
    values: dict[str, str | float] = {"measure": measure.id, "lowest": measure.lowest, "highest": measure.highest}
    if not measure.lowest <= value <= measure.highest:  # what is no number lies in no range
        raise DiaryError("score_out_of_range", **values)
    if (value - measure.lowest) % measure.step:
        raise DiaryError("score_between_steps", **values, step=measure.step)
    return value


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """What a person wants to score themselves: their words, and which of ``OWN_SCALES``."""

    label: str
    question: str = ""
    low_words: str = ""
    high_words: str = ""
    direction: Direction = Direction.HIGHER_IS_WORSE
    scale: str = "0to10"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a number on a scale means to the person, in their own words, from the day ``since`` on."""

    measure: str
    since: date
    number: float
    words: str


def own_words(anchors: Iterable[Anchor], measure_id: str, day: date) -> dict[float, str]:
    """What the numbers of a measure meant to the person on a day: the words of the latest set by then."""
    until_then = [one for one in anchors if one.measure == measure_id and one.since <= day]
    latest = max((one.since for one in until_then), default=None)
    return {one.number: one.words for one in sorted(until_then, key=_by_number) if one.since == latest and one.words}


def _by_number(anchor: Anchor) -> float:
    return anchor.number
