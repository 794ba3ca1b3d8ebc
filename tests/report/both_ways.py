"""The doctor's pages of some diaries, beside what their CSV files say, and numbers as they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from functools import cache

from diary.app.made_up.whole import made_up_diary
from diary.domain.days import Period
from diary.domain.extract import Extract
from diary.exchange.long_csv import long_csv
from diary.exchange.wide_csv import wide_csv
from diary.report.summary import summary
from diary.report.values import Choices, Rich, Summary
from tests.report.random_diaries import LAST, cut_to, random_diary
from tests.report.recomputed import Recomputed, Stats

NUMBER = re.compile(r"\d+(?:\.\d+)?")
ANXIETY, IN_THE_WAY = ("anxiety", "", ""), ("interference", "", "")
OF_PAGE_1 = ("pain", "pain_worst", "anxiety", "mood", "interference", "tiredness", "sleep_hours")
RANDOM = ("1", "2", "3")
LENGTHS = (1, 4, 28, 90, 150, 380)
HIGHEST = {"phq4": 12, "gad7": 21, "phq8": 24, "peg": 10, "phq9": 27}


@dataclass(frozen=True)
class Made:
    """The pages about some days, and what the whole diary's tables say; a failing test names diary and length."""

    name: str
    length: int
    page: Summary = field(repr=False)
    csv: Recomputed = field(repr=False)
    first: date
    last: date
    treatments: tuple[str, ...]

    @property
    def days(self) -> list[date]:
        return self.csv.days(self.first, self.last)

    @property
    def compared(self) -> list[date] | None:
        """The days that the averages are set beside."""
        if self.length < 7:
            return None
        if self.length > 92:
            return self.csv.days(self.last - timedelta(days=27), self.last)
        before = self.csv.days(self.first - timedelta(days=self.length), self.first - timedelta(days=1))
        return before if any(self.csv.values[day] for day in before) else None


@cache
def tables(name: str) -> tuple[Extract, Recomputed]:
    if name.startswith("demo"):
        now = datetime(2026, 11, 22, 21, tzinfo=timezone(timedelta(0)))
        whole = made_up_diary(Period.ending(LAST, 90 if name == "demo, short" else 400), seed=1, now=now)
    else:
        whole = random_diary(int(name))
    return whole, Recomputed(long_csv(whole), wide_csv(whole, with_notes=True))


@cache
def made_of(name: str, length: int) -> Made:
    whole, csv = tables(name)
    period = Period.ending(LAST, length)
    before = cut_to(whole, period.before) if 7 <= length <= 92 else None
    page = summary(cut_to(whole, period), before, Choices(period), LAST)
    return Made(name, length, page, csv, period.first, LAST, tuple(one.name for one in whole.treatments.values()))


def on_every_page(check: Callable[[Made], None]) -> Callable[[], None]:
    """Make one test of a check, for all diaries and lengths: a test for each would cost more than the checking."""

    def test() -> None:
        for name in (*RANDOM, "demo"):
            for length in LENGTHS:
                check(made_of(name, length))

    test.__name__ = check.__name__
    return test


def text(sentence: Rich) -> str:
    return "".join(run.text for run in sentence).replace("\u00a0", " ")


def numbers(words: str) -> list[Fraction]:
    return [Fraction(found) for found in NUMBER.findall(words)]


def exactly(*parts: object) -> list[Fraction]:
    """Numbers as they are printed, to a tenth, one after the other; what is ``None`` isn't said."""
    flat: list[Fraction] = []
    for part in parts:
        if isinstance(part, list | tuple):
            flat += exactly(*part)
        elif part is not None:
            assert isinstance(part, int | Fraction)
            flat.append(Fraction(int(part * 10 + Fraction(1, 2)), 10))
    return flat


def span(first: date, last: date) -> list[int]:
    if first == last:
        return [first.day, first.year]
    if first.year != last.year:
        return [first.day, first.year, last.day, last.year]
    return [first.day, last.day, last.year]


def reach(found: Stats) -> list[Fraction | None]:
    return [found.lowest] if found.lowest == found.highest else [found.lowest, found.highest]
