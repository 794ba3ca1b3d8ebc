"""Questionnaires, word for word as they were published, and the times that somebody filled one in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis

LOWEST, HIGHEST = 0, 10
"""The scale of an item that has ends instead of options."""
EVERY_DAYS = 14
"""A questionnaire is offered again after so many days at the soonest: it asks about one or two weeks."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen; ``loinc`` is its code."""

    value: int
    words: str
    loinc: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question. It has ``options``, or a scale from 0 to 10 with the words at its two ``ends``.

    ``asks_for_help``: any answer above 0 shows where help is to be had, at once.
    """

    id: str
    text: str
    loinc: str
    options: tuple[Option, ...] = ()
    ends: tuple[str, str] = ("", "")
    is_scored: bool = True
    asks_for_help: bool = False

    @property
    def values(self) -> tuple[int, ...]:
        """Every answer that it can have."""
        return tuple(option.value for option in self.options) or tuple(range(LOWEST, HIGHEST + 1))

    def words_of(self, value: int) -> str:
        """The words of an answer; a number stands for itself."""
        return next((option.words for option in self.options if option.value == value), str(value))


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A published questionnaire in its own order and words; ``bands`` are where its published bands begin.

    ``is_mean``: the score is the mean of the items, not their sum. Codes are LOINC, empty where none was verified.
    """

    id: str
    name: str
    recall_days: int
    stem: str
    licence: str
    items: tuple[Item, ...]
    bands: tuple[int, ...] = ()
    is_mean: bool = False
    is_off_at_first: bool = False
    panel_loinc: str = ""
    total_loinc: str = ""

    @property
    def scored(self) -> tuple[Item, ...]:
        """The items that make the score."""
        return tuple(item for item in self.items if item.is_scored)

    @property
    def highest(self) -> int:
        """The highest score."""
        tops = [max(item.values) for item in self.scored]
        return max(tops) if self.is_mean else sum(tops)

    def item(self, item_id: str) -> Item:
        """The item of that id; raises ``DiaryError("measure_unknown")``."""
        found = next((item for item in self.items if item.id == item_id), None)
        if found is None:
            raise DiaryError("measure_unknown")
        return found


@dataclass(frozen=True, slots=True)
class Response:
    """One filling-in, perhaps unfinished; ``answers`` by item. ``is_done``: the person said so."""

    id: str
    questionnaire: str
    day: date
    recorder: str = PERSON
    basis: Basis = Basis.SELF
    answers: Mapping[str, int] = field(default_factory=dict)
    is_done: bool = False


def score(questionnaire: Questionnaire, response: Response) -> float | None:
    """The score of a response, ``None`` unless every item of the score is answered: nothing is filled in for anybody.

    The mean of PEG is rounded to one decimal, halves up (Krebs and others 2009).
    """
    values = [response.answers.get(item.id) for item in questionnaire.scored]
    answered = [value for value in values if value is not None]
    if len(answered) < len(values):
        return None
    if questionnaire.is_mean:
        return int(sum(answered) * 20 / len(answered) + 1) // 2 / 10
    return float(sum(answered))


def answered(questionnaire: Questionnaire, response: Response) -> int:
    """How many items of the score are answered."""
    return sum(item.id in response.answers for item in questionnaire.scored)
