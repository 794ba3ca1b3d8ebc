"""Looking back over a diary week by week, newest first, in pieces that a worker can stop between."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from diary.app.links import LooksToKeep
from diary.insight.checks import ANY_STANDING, CHECK_EVERY, FIRST_CHECK_AFTER, Standing, check_days
from diary.insight.judging import benjamini_hochberg
from diary.insight.looks import LOOKS_AT_ONCE
from diary.insight.pair import PairSeries

if TYPE_CHECKING:
    from diary.app.compared import Compared
    from diary.domain.day_values import DayValue
    from diary.insight import Finding

CheckKey = tuple[str, date]
"""The hash of what a pair was looked at with on a day, and that day."""
Results = Mapping[str, float | None]
_QUESTIONS = ("same", "next", "back")
_NOT_PUT = (math.nan,) * len(_QUESTIONS)
_OVER = object()
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

    def counts_on(self, day: int) -> bool:
        """Whether the pair was looked at on a day, an ordinal, already."""
        return self.since is None or day >= self.since


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

    Belongs to one worker. ``first`` is the first day with an entry (``None``: none yet), ``read_from`` the first day
    that was read (``None``: all were), before which no look can reach; all days are ordinals.
    """

    def __init__(
        self,
        pairs: Sequence[LookedAt],
        first: int | None,
        today: int,
        kept: Mapping[CheckKey, Results],
        *,
        read_from: int | None = None,
    ) -> None:
        self.pairs = tuple(pairs)
        self.today = today
        self.days = check_days(first, today) if first is not None else range(0)
        self.next_day = (
            None if first is None else self.days[-1] + CHECK_EVERY if self.days else first + FIRST_CHECK_AFTER
        )
        self._read_from = read_from
        self._news: dict[CheckKey, Results] = {}
        self._used: set[CheckKey] = set()
        self._kept = kept
        self._qs: dict[int, list[tuple[float, float, float]]] = {}
        self._findings: dict[tuple[int, int], Finding] = {}
        self._stories: dict[tuple[int, int], tuple[int, Story]] = {}
        self._is_settled = False
        self._looks_judged = -1
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
        if not self._is_settled and self._looks_judged != len(self._qs):
            self._looks_judged = len(self._qs)
            from_day = self.days[-1] - WITHDRAWN_DAYS
            asked = ((pair, question) for pair in range(len(self.pairs)) for question in range(3))
            known_from = (self.story(*one).known_from for one in asked)
            self._is_settled = all(day is not None and day <= from_day for day in known_from)
        return self._is_settled

    def steps(self) -> Iterator[None]:
        """Make the looks that are not made yet, newest first; yields before each question of 16 weeks (some 10 ms)."""
        while days := self._next_days():
            found: dict[int, list[float]] = {day: [] for day in days}
            for number, pair in enumerate(self.pairs):
                looks = {day: self._kept_look(number, day) for day in days if pair.counts_on(day)}
                missing = [day for day, kept in looks.items() if kept is None]
                of_each = []
                for question in range(3):
                    yield
                    if missing:
                        of_each.append(pair.series.ps(question, missing))
                for day, look in zip(missing, zip(*of_each, strict=True), strict=True):
                    looks[day] = look
                    self._news[self._key(number, day)] = {
                        question: None if math.isnan(p) else p for question, p in zip(_QUESTIONS, look, strict=True)
                    }
                for day, ps in found.items():
                    ps.extend(looks.get(day) or _NOT_PUT)
            for day, ps in found.items():
                qs = benjamini_hochberg(ps)
                self._qs[day] = [(qs[i], qs[i + 1], qs[i + 2]) for i in range(0, len(qs), 3)]

    def _next_days(self) -> tuple[int, ...]:
        """The newest looks that are not made yet, as many as are made at once, in order; none that can't be seen."""
        missing = (day for day in reversed(self.days) if day not in self._qs)
        return tuple(takewhile(self._can_see, islice(missing, LOOKS_AT_ONCE)))[::-1]

    def advance(self, pieces: int = 2) -> bool:
        """Make so many more pieces, each of some 10 ms; returns whether no more looks can be made."""
        for _ in range(pieces):
            if next(self._going_on, _OVER) is _OVER:
                return True
        return self.is_complete

    def to_keep(self) -> LooksToKeep:
        """Hand over the looks made since this was last asked, so that the diary's lane can keep them."""
        news, self._news = self._news, {}
        return LooksToKeep(news, frozenset(self._used) if self.is_complete else None)

    def finding(self, number: int, day: int, question: int) -> Finding:
        """One of a pair's three findings over the days up to ``day``, kept where it is the last look."""
        asked = number, question
        if day == self.days[-1] and asked in self._findings:
            return self._findings[asked]
        found = self.pairs[number].series.up_to(day).finding(question)
        if day == self.days[-1]:
            self._findings[asked] = found
        return found

    def _can_see(self, day: int) -> bool:
        """Whether all that a look on ``day`` needs was read."""
        if self._read_from is None:
            return True
        needed = [pair.series.needs(day) for pair in self.pairs if pair.counts_on(day)]
        return all(first is not None and first >= self._read_from for first in needed)

    def _key(self, number: int, day: int) -> CheckKey:
        pair = self.pairs[number]
        return pair.series.up_to(day).fingerprint(pair.names), date.fromordinal(day)

    def _kept_look(self, number: int, day: int) -> Sequence[float] | None:
        key = self._key(number, day)
        self._used.add(key)
        known = self._kept.get(key)
        if known is None or known.keys() != set(_QUESTIONS):
            return None
        return [math.nan if (p := known[question]) is None else p for question in _QUESTIONS]

    def story(self, number: int, question: int) -> Story:
        """What the looks made so far say of one question (0 to 2) of a pair."""
        told_by, story = self._stories.get((number, question), (-1, None))
        if story is None or told_by != len(self._qs):
            story = self._told(number, question)
            self._stories[number, question] = len(self._qs), story
        return story

    def _told(self, number: int, question: int) -> Story:
        counted = [day for day in self.days if self.pairs[number].counts_on(day)]
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
