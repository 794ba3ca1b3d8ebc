"""A diary with something of everything that the doctor's pages can hold, as much of it as there can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.days import Period
from diary.domain.entries import Event, Helped, Intake, MarkKind, Note, RoughDate, Treatment
from diary.domain.measures import Anchor
from diary.domain.people import PERSON, Basis, Person
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Response
from diary.report.summary import summary
from diary.report.values import Choices, Found, Verdict
from tests.report.builders import HERE, LAST, Answers, day, extract

if TYPE_CHECKING:
    from diary.domain.extract import Extract
    from diary.report.values import Summary

MOST = 12
MADE_ON = date(2026, 11, 23)
WISH = "I would like to know whether the numb left arm and the neck pain belong together, and what I can do. " * 3
QUESTIONS = ("Could the numbness in my left arm come from my neck, or is that something of its own?",) * 3
NAME = "Wilhelmina-Constantinopolitana " * 9
PLACES = (
    BodySite("lower_back"), BodySite("neck"), BodySite("forearm", Side.LEFT), BodySite("wrist", Side.RIGHT),
    BodySite("shoulder", Side.LEFT), BodySite("knee", Side.RIGHT), BodySite("head"),
)  # fmt: skip
SCORES: Answers = {
    "pain": 5, "pain_worst": 8, "anxiety": 6, "mood": 4, "sleep_hours": 6.5, "interference": 5, "tiredness": 7,
    "sleep_quality": 3, "tinnitus": 4, "elevated": 2, **dict.fromkeys(PLACES, 6),
}  # fmt: skip
NOTICED: Answers = {one.id: 1 for one in catalogue.measures().values() if one.observed}


def everything(length: int, *, name: str = NAME, wish: str = WISH, each: int = MOST) -> Summary:
    """The pages with all of it on, over ``length`` days; ``each``: how many of everything that there are many of."""
    return summary(
        _whole(length, LAST, name, each),
        _whole(length, LAST - timedelta(days=length), name, each),
        _choices(length, wish),
        MADE_ON,
        _found(),
    )


def _choices(length: int, wish: str) -> Choices:
    return Choices(
        Period.ending(LAST, length),
        with_name=True,
        with_birth_date=True,
        wish=wish,
        questions=QUESTIONS,
        with_answers=True,
        notes=frozenset(f"{whose}{n}" for n in range(MOST) for whose in "nc"),
    )


def _whole(length: int, last: date, name: str, each: int) -> Extract:
    own = {
        f"own{n}": replace(catalogue.measures()["tiredness"], id=f"own{n}", label=f"Stiff {n}", own=True)
        for n in range(each)
    }
    answers: Answers = {**SCORES, **dict.fromkeys(own, 3)}
    days = [day(last - timedelta(days=n), dict(answers)) for n in range(0, length, 2)]
    days += [day(last - timedelta(days=n), told=dict(answers), noticed=NOTICED) for n in range(1, length, 8)]
    days += [day(last - timedelta(days=n), dict(answers), days_later=2) for n in range(3, length, 8)]
    days += [day(last - timedelta(days=n), mark=MarkKind.BAD_DAY) for n in range(5, length, 8)]
    of = extract(*days, length=length, last=last, person=Person(name, date(1981, 3, 4)))
    treatments = {
        f"t{n}": Treatment(
            f"t{n}",
            f"Physiotherapy in the long corridor {n}",
            "other",
            "400",
            RoughDate(last - timedelta(days=n)),
            unit="mg",
        )
        for n in range(each)
    }
    return replace(
        of,
        measures={**of.measures, **own},
        treatments=treatments,
        intakes=tuple(Intake(f"t{n}", last, PERSON, Basis.SELF, helped=Helped.A_BIT, id=f"i{n}") for n in range(each)),
        events=tuple(
            Event(f"e{n}", f"Moved house once more, number {n}", RoughDate(last - timedelta(days=n)), in_story=n < 5)
            for n in range(each)
        ),
        anchors=tuple(Anchor("pain", of.period.first, n, "I can do what I have to do, and no more") for n in (3, 5, 8)),
        responses=tuple(_filled(last, each)),
        notes=(*(_note(n, last) for n in range(each)), *(_carers_note(n, last) for n in range(each))),
    )


def _note(n: int, last: date) -> Note:
    words = "I could not lift the bag, so a neighbour did, and we talked for a while about how such days go. " * 3
    return Note(f"n{n}", last, PERSON, Basis.SELF, words, datetime.combine(last, time(20), HERE))


def _carers_note(n: int, last: date) -> Note:
    return replace(_note(n, last), id=f"c{n}", recorder="alex", basis=Basis.OBSERVED)


def _filled(last: date, each: int) -> list[Response]:
    return [
        Response(
            f"{form.id}{n}",
            form.id,
            last - timedelta(days=n),
            PERSON,
            Basis.SELF,
            {item.id: (n + at) % 4 for at, item in enumerate(form.items)},
            is_done=True,
        )
        for n in (60, 40, 20, 0)
        for form in list(catalogue.questionnaires().values())[:each]
    ]


def _found() -> tuple[Found, ...]:
    pain = catalogue.measures()["pain"]
    question = "Pain, the day after a day with “a long walk along the river with the dog”"
    return tuple(
        Found(
            f"{question} {n}",
            "“a long walk along the river with the dog”",
            pain,
            Verdict.LINK,
            49,
            21,
            (1.4, 0.7, 2.1),
            Period(LAST, LAST),
        )
        for n in range(3)
    )
