"""What a person can do on Questionnaires: each knows how it is written, and what is said once it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from diary.domain.questionnaires import Questionnaire, Response, answered, score
from diary.words import say
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.questionnaires import Offer
    from diary.app.values import Changes
    from diary.ui.questionnaires.filling_in import FillingIn


class Gesture(Protocol):
    """One thing done on the page."""

    @property
    def key(self) -> object:
        """By what a later gesture takes the place of an earlier one."""

    def write(self, filling_in: FillingIn) -> Changes:
        """Write it down; runs on the lane."""


class Deed(Gesture, Protocol):
    """A gesture after which the page shows what is offered."""

    def said(self, offers: Sequence[Offer]) -> tuple[str, str]:
        """What came of it, and below that how it adds up."""


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """One answer, or with ``None`` that it is taken away."""

    questionnaire: str
    response: str
    item: str
    value: int | None

    @property
    def key(self) -> object:
        """Each item has its own."""
        return self.response, self.item

    def write(self, filling_in: FillingIn) -> Changes:
        """Keep it."""
        return filling_in.answer(self.questionnaire, self.response, self.item, self.value)


@dataclass(frozen=True, slots=True)
class Finish:
    """That it is done. ``answers`` are those not known to be in the diary: a total is only of what is."""

    questionnaire: Questionnaire
    response: str
    answers: tuple[AnswerItem, ...] = ()

    @property
    def key(self) -> object:
        """What becomes of the whole."""
        return fate(self.response)

    def write(self, filling_in: FillingIn) -> Changes:
        """Write what is not yet written, and then that it is done."""
        for one in self.answers:
            one.write(filling_in)
        return filling_in.finish(self.response)

    def said(self, offers: Sequence[Offer]) -> tuple[str, str]:
        """Say what the answers in the diary add up to."""
        scored = (one.response for offer in offers for one in offer.done)
        response = next((one for one in scored if one.id == self.response), None)
        if response is None:
            return "", ""
        return said_of(self.questionnaire, response), _adding_up(self.questionnaire, response)


@dataclass(frozen=True, slots=True)
class Discard:
    """That it is deleted."""

    questionnaire: Questionnaire
    response: str

    @property
    def key(self) -> object:
        """What becomes of the whole."""
        return fate(self.response)

    def write(self, filling_in: FillingIn) -> Changes:
        """Keep that."""
        return filling_in.discard(self.response)

    def said(self, offers: Sequence[Offer]) -> tuple[str, str]:
        """Say what is gone."""
        del offers
        return say("Deleted: {what}", what=self.questionnaire.name), ""


@dataclass(frozen=True, slots=True)
class Switch:
    """That a questionnaire is offered, or no more."""

    questionnaire: str
    is_on: bool

    @property
    def key(self) -> object:
        """Each questionnaire has its own."""
        return "switch", self.questionnaire

    def write(self, filling_in: FillingIn) -> Changes:
        """Keep the choice."""
        return filling_in.switch(self.questionnaire, is_on=self.is_on)

    def said(self, offers: Sequence[Offer]) -> tuple[str, str]:
        """Nothing: the tick says it."""
        del offers
        return "", ""


def fate(response: str) -> object:
    """The key of what becomes of a whole response."""
    return response, ""


def said_of(form: Questionnaire, response: Response) -> str:
    """Return "PHQ-4: 6 of 12", or how many were answered where that is not all."""
    total = score(form, response)
    if total is None:
        n, of = answered(form, response), len(form.scored)
        return say("{name}: {n} of {of} answered, no total", name=form.name, n=n, of=of)
    return say("{name}: {total} of {most}", name=form.name, total=short_number(total), most=form.highest)


def _adding_up(form: Questionnaire, response: Response) -> str:
    if score(form, response) is None:
        return ""
    numbers = " + ".join(str(response.answers[item.id]) for item in form.scored)
    if form.is_mean:
        return say("The mean of your answers: ({numbers}) ÷ {n}.", numbers=numbers, n=len(form.scored))
    return say("Your answers added up: {numbers}.", numbers=numbers)
