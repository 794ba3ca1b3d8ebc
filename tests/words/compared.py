"""Measures of every kind, and differences between days, for the tests of what is said of them."""

from __future__ import annotations

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Direction, Measure, ScaleKind
from diary.words.comparing import Difference

ANXIOUS = Measure(ANXIETY, "Anxiety", "How anxious?")
IN_PAIN = Measure(PAIN, "Pain", "How bad?")
IN_MOOD = Measure(MOOD, "Mood", "How has it been?", direction=Direction.HIGHER_IS_BETTER)
ASLEEP = Measure(SLEEP, "Sleep", "How long?", direction=Direction.NEUTRAL, kind=ScaleKind.HOURS, highest=24, step=0.5)
FOG = Measure("own.fog", "Fog", "How foggy?", own=True)
ENERGY = Measure("own.energy", "Energy", "How much?", own=True, direction=Direction.HIGHER_IS_BETTER)
STAIRS = Measure("own.stairs", "Stairs", "How often?", own=True, kind=ScaleKind.COUNT, highest=99)
STIFF = Measure("own.stiff", "Stiffness", "How stiff?", own=True, highest=4)
RAIN = Measure("factor:rain", "Rain", "", own=True, kind=ScaleKind.YES_NO, highest=1)
FOREARM = Measure("pain@forearm/left", "left forearm pain", "")
EVERY_X = (ANXIOUS, IN_MOOD, ASLEEP, IN_PAIN, FOG, ENERGY, STAIRS, STIFF, RAIN, FOREARM)
EVERY_Y = (IN_PAIN, ASLEEP, FOG, IN_MOOD, RAIN, FOREARM)


def difference(
    points: float = 2.0,
    low: float = 1.0,
    high: float = 3.0,
    *,
    x: Measure = ANXIOUS,
    y: Measure = IN_PAIN,
    cut: float = 5,
    below: float = 4,
    day_after: bool = False,
    link: bool = False,
) -> Difference:
    """Days with x at ``cut`` or more (31) less the others (33)."""
    if x.kind is ScaleKind.YES_NO:
        cut, below = 1, 0
    return Difference(x, y, cut, below, points, low, high, 31, 33, is_day_after=day_after, is_link=link)


def plain(words: str) -> str:
    """Words with ordinary spaces."""
    return words.replace("\u00a0", " ")
