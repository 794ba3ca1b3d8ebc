"""Diaries of any shape: own, told, imported and noticed answers, places, marks, pauses, gaps, late and untidy ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from diary.domain.entries import Entry, MarkKind, Pause, Score
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite, Side
from diary.domain.usual_places import with_usual_places
from tests.ui.diaries import TODAY, at, made_day, made_extract

if TYPE_CHECKING:
    from diary.domain.extract import Extract

LONGEST = 80
SITES = (BodySite("neck"), BodySite("lower_back"), *(BodySite("knee", side) for side in Side))
TENTHS = st.integers(0, 10).map(float)
SCORES = st.fixed_dictionaries(
    {},
    optional={
        PAIN: TENTHS,
        ANXIETY: TENTHS,
        MOOD: TENTHS,
        SLEEP: st.integers(0, 40).map(float).map((0.5).__mul__),
        "tiredness": TENTHS,
    },
)
PLACES = st.dictionaries(st.sampled_from(SITES), TENTHS, max_size=3)
OWN = st.sampled_from(((Basis.SELF, ""), (Basis.TOLD, ""), (Basis.SELF, "row-1"), (Basis.SELF, "row-2")))


@dataclass(frozen=True)
class Written:
    """One entry before it has a day."""

    basis: Basis
    source: str
    days_later: int
    scores: dict[str, float]
    places: dict[BodySite, float]
    nowhere_else: bool

    def on(self, day: date) -> Entry:
        """The entry on its day."""
        recorder = PERSON if self.basis is Basis.SELF else "alex"
        written = at(day, days_later=self.days_later)
        given = [Score(measure, value, written) for measure, value in self.scores.items()]
        given += [Score(PAIN, value, written, site) for site, value in self.places.items()]
        return Entry(
            f"{day}|{self.basis}|{self.source}",
            day,
            recorder,
            self.basis,
            written,
            tuple(given),
            self.source,
            nowhere_else=self.nowhere_else,
        )


def _own(told: tuple[Basis, str], days_later: int, scores: dict[str, float], places: dict[BodySite, float]) -> Written:
    return Written(*told, days_later, scores, places, nowhere_else=not places and days_later % 2 == 0)


NOTICED = st.fixed_dictionaries(
    {}, optional={"noticed_in_pain": st.integers(0, 3).map(float), "pain_as_seemed": TENTHS}
)
ENTRIES = st.lists(
    st.builds(_own, OWN, st.integers(0, 5), SCORES, PLACES)
    | NOTICED.map(lambda scores: Written(Basis.OBSERVED, "", 0, scores, {}, nowhere_else=False)),
    max_size=3,
    unique_by=lambda one: (one.basis, one.source),
)
MARKS = st.none() | st.sampled_from(MarkKind)
DAYS = st.dictionaries(st.integers(0, LONGEST), st.tuples(ENTRIES, MARKS), max_size=25)
PAUSES = st.none() | st.tuples(st.integers(0, LONGEST), st.integers(0, 20))


@st.composite
def diaries(draw: st.DrawFn) -> Extract:
    """Any diary up to today."""
    written, paused = draw(DAYS), draw(PAUSES)
    days = [
        made_day(day, *(one.on(day) for one in entries), mark=mark)
        for ago, (entries, mark) in written.items()
        for day in (TODAY - timedelta(days=ago),)
        if entries or mark
    ]
    extract = made_extract(*days, with_carer=True)
    extract = replace(extract, days=with_usual_places(extract.days, {}))
    if paused is None:
        return extract
    first = TODAY - timedelta(days=paused[0])
    return replace(extract, pauses=(Pause("p", first, min(first + timedelta(days=paused[1]), TODAY)),))


@st.composite
def ranges(draw: st.DrawFn) -> tuple[date, date]:
    """Any first and last day up to today."""
    one, other = sorted((draw(st.integers(0, LONGEST + 10)), draw(st.integers(0, LONGEST + 10))), reverse=True)
    return TODAY - timedelta(days=one), TODAY - timedelta(days=other)
