"""What the page shows on which a person chooses what Today asks, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.domain.today import (
    FACTORS,
    GOOD_THING,
    HEADACHE,
    MOMENTS,
    NOTE,
    NUMBNESS,
    PLACES,
    SPREADS,
    TREATMENTS,
    TodayChoices,
)
from diary.ui.kit.unsaved import KeepingState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.entries import Factor
    from diary.domain.measures import Measure

PARTS = (PLACES, FACTORS, TREATMENTS, NOTE, GOOD_THING, MOMENTS)
"""What else Today can ask, each on a card of its own."""
AT_PLACES = (NUMBNESS, SPREADS)
"""What can be asked at each place that hurts, beside how bad it is."""
QUESTIONS = ("sleep_quality", "tiredness", "interference", "pain_worst", "tinnitus", "elevated", HEADACHE)
"""The optional questions that are offered to everybody."""
MEANT_BY_TEN = (3.0, 5.0, 8.0)
"""The numbers of a scale to 10 of which a person may say what they mean to them."""


class Form(StrEnum):
    """What can be opened on the page."""

    QUESTION = "question"
    OWN_WORDS = "own_words"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open form, and the measure that it is about; a question without one is new."""

    form: Form
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the diary holds about what it asks.

    ``own_words`` is what numbers of a measure mean to the person today; ``factors`` has the hidden ones too.
    """

    choices: TodayChoices = field(default_factory=TodayChoices)
    measures: Mapping[str, Measure] = field(default_factory=lambda: MappingProxyType({}))
    own_words: Mapping[str, Mapping[float, str]] = field(default_factory=lambda: MappingProxyType({}))
    factors: tuple[Factor, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question that can be asked beside the core: those that are, in their order, then the others."""
        own = tuple(id_ for id_, one in self.measures.items() if one.own and not one.archived)
        return self._sorted((*QUESTIONS, *own))

    @property
    def parts(self) -> tuple[str, ...]:
        """Every other part, as ``questions``."""
        return self._sorted(PARTS)

    @property
    def put_away(self) -> tuple[Measure, ...]:
        """The person's own questions that are no longer offered."""
        return tuple(one for one in self.measures.values() if one.own and one.archived and not one.former_of)

    def is_asked(self, part: str) -> bool:
        """Whether Today asks it."""
        return part in self.choices.shown

    def _sorted(self, offered: tuple[str, ...]) -> tuple[str, ...]:
        asked = [one for one in self.choices.shown if one in offered]
        return (*asked, *(one for one in offered if one not in asked))


@dataclass(frozen=True, slots=True)
class SameName:
    """That a factor was given the name of another, whose ``label`` it is: the two can be put together."""

    factor: str
    other: str
    label: str


@dataclass(frozen=True, slots=True)
class AskingState(KeepingState):
    """The whole page; ``is_saved`` once something was kept here."""

    asked: Asked = field(default_factory=Asked)
    is_loaded: bool = False
    opened: Opened | None = None
    same_name: SameName | None = None
    is_saved: bool = False
    can_undo: bool = False
    can_redo: bool = False


def numbers_with_words(measure: Measure) -> tuple[float, ...]:
    """The numbers of a measure of which a person may say what they mean; none where numbers speak for themselves."""
    if measure.kind is not ScaleKind.SCORE:
        return ()
    if (measure.lowest, measure.highest) == (0, 10):
        return MEANT_BY_TEN
    return tuple(float(n) for n in range(int(measure.lowest) + 1, int(measure.highest)))
