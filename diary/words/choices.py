"""What a person can choose from, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diary.domain.entries import Helped, PauseFor
from diary.domain.helping import IsHelping
from diary.domain.measures import Direction
from diary.words import msgid, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.domain.entries import Intake
    from diary.domain.measures import Measure

TREATMENT_KINDS = {
    "medicine": msgid("Medicine"),
    "physiotherapy": msgid("Physiotherapy"),
    "talking": msgid("Talking therapy"),
    "exercise": msgid("Exercise"),
    "other": msgid("Something else"),
}
OWN_SCALES = {
    "0to10": msgid("0 to 10"),
    "0to4": msgid("0 to 4"),
    "1to5": msgid("1 to 5"),
    "yes_no": msgid("Yes or no"),
    "hours": msgid("Hours"),
    "count": msgid("How many times"),
}
PARTS_OF_TODAY = {
    "places": msgid("Where it hurts"),
    "factors": msgid("What was part of today"),
    "treatments": msgid("Treatments"),
    "note": msgid("A note"),
    "good_thing": msgid("One good thing"),
    "moments": msgid("How it is right now"),
    "spreads": msgid("Where pain spread to"),
    "numbness": msgid("Pins and needles or numbness, place by place"),
    "headache": msgid("Headache or migraine"),
}

# Apart by what they answer: members of different kinds that are spelled alike are one key of a dict.
_HELPED = {
    Helped.YES: msgid("Yes"),
    Helped.A_BIT: msgid("A bit"),
    Helped.NO: msgid("No"),
    Helped.NOT_SURE: msgid("Not sure"),
}
_HELPED_TIMES = {
    Helped.YES: msgid("yes {n}"),
    Helped.A_BIT: msgid("a bit {n}"),
    Helped.NO: msgid("no {n}"),
    Helped.NOT_SURE: msgid("not sure {n}"),
}
_PAUSE_FOR = {
    PauseFor.WEEK: msgid("For a week"),
    PauseFor.MONTH: msgid("For a month"),
    PauseFor.UNTIL_BACK: msgid("Until I come back"),
}
_DIRECTIONS = {
    Direction.HIGHER_IS_WORSE: msgid("A high number is a hard day"),
    Direction.HIGHER_IS_BETTER: msgid("A high number is a good day"),
    Direction.NEUTRAL: msgid("Neither"),
}
_IS_HELPING = {
    IsHelping.YES: msgid("Yes"),
    IsHelping.NOT_SURE: msgid("Not sure"),
    IsHelping.NO: msgid("No"),
}


def choice(one: Helped | IsHelping | PauseFor | Direction) -> str:
    """Return a choice in words: "A bit", "For a week", "Not sure"."""
    match one:
        case Helped():
            return say(_HELPED[one])
        case IsHelping():
            return say(_IS_HELPING[one])
        case PauseFor():
            return say(_PAUSE_FOR[one])
        case Direction():
            return say(_DIRECTIONS[one])


def helped_times(intakes: Iterable[Intake]) -> str:
    """Return how often each answer was given: "yes 3, a bit 2"; empty where none was."""
    times = Counter(one.helped for one in intakes if one.helped is not None)
    return ", ".join(say(words, n=times[helped]) for helped, words in _HELPED_TIMES.items() if times[helped])


def part_of_today(part: str, measures: Mapping[str, Measure]) -> str:
    """Return what a part of Today, or a measure on it, is called."""
    known = PARTS_OF_TODAY.get(part)
    return say(known) if known else say(measures[part].label)
