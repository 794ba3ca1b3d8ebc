"""Where it hurts stays off the pages by choice: not a place, not a number of one, and it is said."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from diary.domain.entries import Spread
from diary.report.summary import summary
from diary.report.values import Choices, Summary
from tests.report.builders import LAST, LEFT_FOREARM, LOWER_BACK, NECK, Answers, back, day, extract
from tests.report.everything import MADE_ON

SCORES: Answers = {"pain": 5, "anxiety": 6, LOWER_BACK: 9, NECK: 8, LEFT_FOREARM: 7}


def page(length: int, *, with_places: bool) -> Summary:
    days = [day(back(n), dict(SCORES)) for n in range(length)]
    spread = Spread(LOWER_BACK, LEFT_FOREARM)
    days = [replace(one, entries=tuple(replace(e, spreads=(spread,)) for e in one.entries)) for one in days]
    of = extract(*days, length=length)
    before = extract(*(day(back(n + length), dict(SCORES)) for n in range(length)), length=length, last=back(length))
    return summary(of, before, Choices(of.period, with_places=with_places), MADE_ON)


@pytest.mark.parametrize("length", [1, 4, 28])
def test_no_place_is_named_anywhere(length: int) -> None:
    said = repr(asdict(page(length, with_places=False))).lower()
    assert not [word for word in ("back (", "lower back", "neck", "forearm") if word in said]
    assert "left out by choice: places." in said
    assert "lower back" in repr(page(length, with_places=True)).lower()


def test_everything_else_is_as_it_was() -> None:
    shared, kept = page(28, with_places=True), page(28, with_places=False)
    assert shared.table
    assert kept.table
    assert [row for row in shared.table.rows if not row.inner] == list(kept.table.rows)
    assert (shared.header, shared.picture) == (kept.header, kept.picture)
    assert kept.second.body is None


def test_a_day_with_places_alone_is_still_a_day_that_was_filled_in() -> None:
    of = extract(day(LAST, {NECK: 4}))
    made = summary(of, None, Choices(of.period, with_places=False), MADE_ON)
    assert any(run.text == "1\u00a0of 28\u00a0days" for line in made.header for run in line)
