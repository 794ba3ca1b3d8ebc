"""Pairs of made-up diaries, worked out by the real rules, and a diary for every state that can be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from diary.app.links import AskedPair, LinkState
from diary.app.together import Material
from diary.app.values import Changes
from diary.domain.entries import Factor
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, PAIN, Measure
from diary.ui.together.pairs import LookingBack
from tests.app.looked_at import FIRST, a_day, diary, entry, only_two, value, written
from tests.ui.diaries import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.app.links import LooksToKeep
    from diary.domain.day_values import Day
    from diary.domain.extract import Extract
    from diary.ui.kit.picture_saving import Picture, Table
    from diary.ui.together.pairs import Looking, Piece


class FakePairs(LookingBack):
    """A diary's pairs by the real rules; ``is_hasty``: looks back no further than what is said needs."""

    def __init__(
        self, content: Extract, added: Sequence[AskedPair] = (), today: date = TODAY, *, is_hasty: bool = False
    ) -> None:
        super().__init__(count().__next__)  # each piece is one question
        self.content = content
        self.added = list(added)
        self.today = today
        self.is_hasty = is_hasty
        self.fails = self.fails_to_write = False
        self.kept: list[LooksToKeep] = []
        self.saved: list[Picture | Table] = []
        self.pieces = 0
        self.recent: date | None = None
        self.read: list[str] = []
        self._removed: AskedPair | None = None

    def material(self, *, only_recent: bool) -> Material:
        """Everything that was written, or once its newest days alone."""
        if self.fails:
            raise DiaryError("diary_busy")
        self.read.append("recent" if only_recent else "whole")
        if not only_recent or self.recent is None:
            return Material(self.content, self.today, tuple(self.added))
        first = next(day.day for day in self.content.days if day.values)
        newest = replace(self.content, days=tuple(day for day in self.content.days if day.day >= self.recent))
        return Material(newest, self.today, tuple(self.added), seen_from=self.recent, first=first)

    def now(self) -> date:
        """The day it is."""
        return self.today

    def go_on(self, looking: Looking, *, was_settled: bool) -> Piece:
        """Look back one piece further."""
        self.pieces += 1
        piece = super().go_on(looking, was_settled=was_settled)
        return replace(piece, is_complete=piece.is_settled, is_over=piece.is_settled) if self.is_hasty else piece

    def keep(self, looks: LooksToKeep) -> None:
        """Remember what was kept."""
        self.kept.append(looks)

    def add(self, x: str, y: str) -> Changes:
        """Add a pair."""
        if self.fails_to_write:
            raise DiaryError("disk_full")
        self.added.append(AskedPair(x, y, self.today))
        return Changes(kinds=frozenset({"setting"}))

    def remove(self, x: str, y: str) -> Changes:
        """Remove a pair."""
        self._removed = next(one for one in self.added if (one.x, one.y) == (x, y))
        self.added.remove(self._removed)
        return Changes(kinds=frozenset({"setting"}))

    def undo(self) -> Changes | None:
        """Bring back the removed pair."""
        if self._removed is not None:
            self.added.append(self._removed)
        return Changes(kinds=frozenset({"setting"}))

    def save(self, sent: Picture | Table) -> None:
        """Remember what was saved."""
        if self.fails_to_write:
            raise DiaryError("disk_full")
        self.saved.append(sent)


def _of(days: Sequence[Day], number: int = 0) -> tuple[FakePairs, int]:
    content = diary(days)
    return FakePairs(content, today=content.period.last, is_hasty=True), number


def _steady() -> tuple[FakePairs, int]:
    return _of([a_day(FIRST + timedelta(days=i), {ANXIETY: value(5), PAIN: value(i % 7)}) for i in range(40)])


def _withdrawn() -> tuple[FakePairs, int]:
    days = only_two(written(35, link=0.8), written(40, 2, link=-0.8))
    pairs, number = _of(days)
    pairs.is_hasty = False
    return pairs, number


SHOWN: dict[LinkState, Callable[[], tuple[FakePairs, int]]] = {
    LinkState.LINK: lambda: _of(written(64)),
    LinkState.NOT_ENOUGH: lambda: _of(written(9)),
    LinkState.TOO_STEADY: _steady,
    LinkState.WITHDRAWN: _withdrawn,
    LinkState.PERHAPS: lambda: _of(written(60)[:21]),
    LinkState.SMALL_AT_MOST: lambda: _of(written(300, 4, link=0)),
    LinkState.CANT_TELL: lambda: _of(written(30, 3, link=0)),
}
"""For every state a diary and the number of the pair that is in it."""


def with_everything() -> FakePairs:
    """Sixty days with a measure of the person's own, a place and a factor, all of them compared with pain."""
    chance = np.random.default_rng(5)
    fog = Measure("own.fog", "Fog", "How foggy?", "None", "All fog", highest=4, own=True)
    days = written(64, also={fog.id: chance.integers(0, 5, 64).tolist()})
    walked = [
        replace(day, entries=(entry(day.day, factors=("walk",) if number % 3 else (), factors_looked_through=True),))
        for number, day in enumerate(days)
    ]
    extract = diary(walked, fog, factors=[Factor("walk", "A walk")])
    added = [AskedPair("own.fog", PAIN, FIRST), AskedPair(PAIN, "factor:walk", FIRST)]
    return FakePairs(extract, added, extract.period.last, is_hasty=True)
