"""What was filled in of one questionnaire so far, in words and figures: behind its chart and its table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.domain.days import Period
from diary.domain.questionnaires import answered
from diary.words import say, say_n
from diary.words.dates import day_span, plain_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.questionnaires import Scored
    from diary.domain.questionnaires import Questionnaire

FEWEST_DRAWN = 2
"""One total is a sentence, not a chart."""


@dataclass(frozen=True, slots=True)
class Total:
    """One total: its ``day`` (an ordinal), what the questionnaire added up to, and both in words."""

    day: int
    value: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Filled:
    """One filling-in that is done, in the table: its day, its total if it has one, and how much was answered."""

    day: date
    total: float | None
    answered: str


@dataclass(frozen=True, slots=True)
class History:
    """Every filling-in of a questionnaire that is done: ``totals`` oldest first, ``filled`` newest first.

    ``summary`` says what the chart shows, ``sentence`` also how to read it; one without a total is in the table alone.
    """

    name: str = ""
    summary: str = ""
    sentence: str = ""
    highest: int = 1
    totals: tuple[Total, ...] = ()
    filled: tuple[Filled, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether there is enough for a chart."""
        return len(self.totals) >= FEWEST_DRAWN


def history_of(form: Questionnaire, done: Sequence[Scored]) -> History:
    """Put what was done (newest first) into words; the person sees no bands, which are for whom it is shared with."""
    totals = tuple(_total(form, one.response.day, one.score) for one in reversed(done) if one.score is not None)
    summary, reading = _summary(form, totals), say("Left and Right read them out, the table has them all.")
    return History(
        name=say("{name} over time", name=form.name),
        summary=summary,
        sentence=f"{summary} {reading}" if totals else "",
        highest=form.highest,
        totals=totals,
        filled=tuple(_filled(form, one) for one in done),
    )


def _total(form: Questionnaire, day: date, score: float) -> Total:
    words = say(
        "{day}: {total} of {most}", day=plain_day(day), total=short_number(score), most=short_number(form.highest)
    )
    return Total(day.toordinal(), score, words)


def _summary(form: Questionnaire, totals: Sequence[Total]) -> str:
    if not totals:
        return ""
    first, last = date.fromordinal(totals[0].day), date.fromordinal(totals[-1].day)
    return say_n(
        "{n} total of {name}, {span}, from 0 to {most}.",
        "{n} totals of {name}, {span}, from 0 to {most}.",
        len(totals),
        name=form.name,
        span=day_span(Period(first, last)),
        most=form.highest,
    )


def _filled(form: Questionnaire, one: Scored) -> Filled:
    of = say("{n} of {of}", n=answered(form, one.response), of=len(form.scored))
    return Filled(one.response.day, one.score, of)
