"""Looking back over a diary week by week, newest first, in pieces that a worker can stop between."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.app.links import LooksToKeep
from diary.insight.checks import ANY_STANDING, CHECK_EVERY, FIRST_CHECK_AFTER, Standing, check_days
from diary.insight.judging import benjamini_hochberg
from diary.insight.pair import PairSeries

if TYPE_CHECKING:
    from diary.app.compared import Compared
    from diary.domain.day_values import DayValue
    from diary.insight.pair import Findings

CheckKey = tuple[str, date]
"""The hash of what a pair was looked at with on a day, and that day."""
Results = Mapping[str, float | None]
_QUESTIONS = ("same", "next", "back")
WITHDRAWN_DAYS = 56
"""How long a link that was taken back is spoken of."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Two things, their series, and since when (an ordinal) they are looked at."""

    x: Compared
    y: Compared
    series: PairSeries
    since: int | None = None

    @classmethod
    def of(cls, x: Compared, y: Compared, since: int | None) -> LookedAt:
        """A pair with its series made from the days that count."""
        spreads = (x.smallest_sd, y.smallest_sd)
        return cls(x, y, PairSeries.of(_for_statistics(x.values), _for_statistics(y.values), spreads), since)

    @property
    def names(self) -> tuple[str, str]:
        """The ids of both."""
        return self.x.measure.id, self.y.measure.id


def _for_statistics(values: Mapping[date, DayValue]) -> dict[int, float]:
    return {day.toordinal(): value.value for day, value in values.items() if value.in_statistics}


@dataclass(frozen=True, slots=True)
class Story:
    """What the looks so far make of one question; days are ordinals.

    ``announced`` is ``None`` while looking back further is needed to know. ``turns`` are the looks at which a link was
    named (True) or taken back. ``q`` is that of the last look, ``answered_on`` the last at which there was one (0: none
    yet). ``known_from`` is the look from which on it is certain whether a link stands; ``is_whole``: all were made.
    """

    announced: bool | None
    turns: tuple[tuple[int, bool], ...]
    q: float
    answered_on: int
    q_answered: float
    known_from: int | None
    is_whole: bool


class LookBack:
    """All weekly looks at a diary's pairs: ``steps`` makes them, ``story`` tells what those made so far say.

    Belongs to one worker. ``first`` is the first day with an entry (``None``: none yet), both days are ordinals.
    """

    def __init__(
        self, pairs: Sequence[LookedAt], first: int | None, today: int, kept: Mapping[CheckKey, Results]
    ) -> None:
        self.pairs = tuple(pairs)
        self.today = today
        self.days = check_days(first, today) if first is not None else range(0)
        self.next_day = (
            None if first is None else self.days[-1] + CHECK_EVERY if self.days else first + FIRST_CHECK_AFTER
        )
        self._news: dict[CheckKey, Results] = {}
        self._used: set[CheckKey] = set()
        self._kept = kept
        self._qs: dict[int, list[tuple[float, float, float]]] = {}
        self._findings: dict[tuple[int, int], Findings] = {}
        self._going_on = self.steps()

    @property
    def is_complete(self) -> bool:
        """Whether every look was made."""
        return len(self._qs) == len(self.days)

    @property
    def is_begun(self) -> bool:
        """Whether the last look was made, so that there are figures to show."""
        return bool(self._qs) or not self.days

    @property
    def is_settled(self) -> bool:
        """Whether looking back further can change nothing that is said now but since when a link is seen."""
        if self.is_complete:
            return True
        from_day = self.days[-1] - WITHDRAWN_DAYS
        stories = [self.story(pair, question) for pair in range(len(self.pairs)) for question in range(3)]
        return all(story.known_from is not None and story.known_from <= from_day for story in stories)

    def steps(self) -> Iterator[None]:
        """Make the looks that are not made yet, newest first; yields after each pair (at most some 20 ms)."""
        for day in reversed(self.days):
            if day in self._qs:
                continue
            ps: list[float] = []
            for number, pair in enumerate(self.pairs):
                if pair.since is not None and day < pair.since:
                    ps += [math.nan] * 3
                    continue
                ps += self._look(number, day)
                yield
            qs = benjamini_hochberg(ps)
            self._qs[day] = [(qs[i], qs[i + 1], qs[i + 2]) for i in range(0, len(qs), 3)]

    def advance(self, pieces: int = 2) -> bool:
        """Make so many more pieces, each of some 20 ms; returns whether every look was made."""
        for _ in range(pieces):
            next(self._going_on, None)
        return self.is_complete

    def to_keep(self) -> LooksToKeep:
        """Hand over the looks made since this was last asked, so that the diary's lane can keep them."""
        news, self._news = self._news, {}
        return LooksToKeep(news, frozenset(self._used) if self.is_complete else None)

    def _look(self, number: int, day: int) -> list[float]:
        pair = self.pairs[number]
        key = pair.series.up_to(day).fingerprint(pair.names), date.fromordinal(day)
        self._used.add(key)
        known = self._kept.get(key)
        if known is not None and known.keys() == set(_QUESTIONS):
            ps = [known[question] for question in _QUESTIONS]
            return [math.nan if p is None else p for p in ps]
        found = [one.p for one in self.findings(number, day)]
        self._news[key] = {
            question: None if math.isnan(p) else p for question, p in zip(_QUESTIONS, found, strict=True)
        }
        return found

    def findings(self, number: int, day: int) -> Findings:
        """A pair's three findings over the days up to ``day``, kept where it is the last look."""
        known = self._findings.get((number, day))
        if known is None:
            known = self.pairs[number].series.up_to(day).findings()
            if day == self.days[-1]:
                self._findings[number, day] = known
        return known

    def story(self, number: int, question: int) -> Story:
        """What the looks made so far say of one question (0 to 2) of a pair."""
        since = self.pairs[number].since
        counted = [day for day in self.days if since is None or day >= since]
        made = [day for day in counted if day in self._qs]
        is_whole = len(made) == len(counted)
        states = frozenset({Standing()}) if is_whole else ANY_STANDING
        known_from = self.days[0] if is_whole and self.days else None
        turns = []
        answered_on, q_answered = 0, math.nan
        for day in made:
            q = self._qs[day][number][question]
            before, states = states, frozenset(one.after(q) for one in states)
            if not math.isnan(q):
                answered_on, q_answered = day, q
            stood, stands = _agreed(before), _agreed(states)
            if stood is not None and stands is not None and stood is not stands:
                turns.append((day, stands))
            if stands is None:
                known_from = None
            elif known_from is None:
                known_from = day
        q_last = self._qs[made[-1]][number][question] if made else math.nan
        return Story(_agreed(states), tuple(turns), q_last, answered_on, q_answered, known_from, is_whole)


def _agreed(states: frozenset[Standing]) -> bool | None:
    announced = {one.announced for one in states}
    return announced.pop() if len(announced) == 1 else None
