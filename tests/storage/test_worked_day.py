"""One day told by three sources on two computers, as the design tells it: nothing is lost and nobody is overruled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from diary.domain.day_values import MadeFrom
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.domain.people import PERSON, Basis
from diary.storage import past, reading
from diary.storage.columns import milliseconds
from diary.storage.keys import EntryKey, score_key
from diary.storage.revisions import FieldChange
from diary.storage.store import Store
from tests.storage.builders import (
    DAY,
    World,
    all_revisions,
    all_tables,
    answer,
    local,
    new_store,
)

ALEX = "alex"
NEXT_DAY = DAY + timedelta(days=1)
IMPORTED = str(EntryKey(DAY, PERSON, Basis.SELF, "columns-1"))


@dataclass
class Told:
    """The two computers after the day was told, before they meet."""

    laptop: Store
    other: Store


def sam_answers(laptop: Store, world: World) -> None:
    world.now = local(DAY, 8, 10)
    laptop.write([answer(MOOD, 4), answer(ANXIETY, 7), answer(PAIN, 6)], recorder=PERSON)


def alex_writes(other: Store, world: World) -> None:
    world.now = local(DAY, 21)
    other.write([FieldChange("recorder", ALEX, "name", "Alex")], recorder=ALEX)
    other.write([answer(PAIN, 7, recorder=ALEX, basis=Basis.TOLD)], recorder=ALEX)
    other.write([answer("noticed_in_pain", 2, recorder=ALEX, basis=Basis.OBSERVED)], recorder=ALEX)


def an_import(laptop: Store) -> None:
    at = milliseconds(local(DAY, 22))
    content = {"value": 8, "version": 1, "answered_at": at, "answered_offset_min": 60}
    rows = [
        FieldChange("entry", IMPORTED, "batch", "b1"),
        FieldChange("entry", IMPORTED, "source_written_at", at),
        FieldChange("score", score_key(IMPORTED, PAIN), "answer", content),
    ]
    laptop.write(rows, recorder=PERSON)


@pytest.fixture(params=["import first", "correction first"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Told]:
    here, there = World(), World(seed=2)
    laptop, other = new_store(tmp_path / "a.db", "laptop", here), new_store(tmp_path / "b.db", "other", there)
    sam_answers(laptop, here)
    alex_writes(other, there)
    if request.param == "import first":
        here.now = local(NEXT_DAY, 8)
        an_import(laptop)
    here.now = local(NEXT_DAY, 9)
    laptop.write([answer(PAIN, 5)], recorder=PERSON)
    if request.param == "correction first":
        here.now = local(NEXT_DAY, 10)
        an_import(laptop)
    yield Told(laptop, other)
    laptop.close()
    other.close()


def meet(first: Store, second: Store) -> None:
    first.take_in(all_revisions(second))
    second.take_in(all_revisions(first))


@pytest.fixture(params=["laptop first", "other first"])
def met(request: pytest.FixtureRequest, told: Told) -> Told:
    pair = (told.laptop, told.other) if request.param == "laptop first" else (told.other, told.laptop)
    meet(*pair)
    meet(*pair)
    return told


def test_the_persons_correction_is_the_days_pain_and_is_not_late(met: Told) -> None:
    for store in (met.laptop, met.other):
        with store.reading() as connection:
            (day,) = reading.days(connection, Period(DAY, DAY))
        pain = day.value(PAIN)
        assert pain is not None
        assert (pain.value, pain.made_from, pain.filled_in_later) == (5, MadeFrom.DAILY, False)
        assert {
            (e.recorder, e.basis, bool(e.source)): [s.value for s in e.scores if s.measure == PAIN] for e in day.entries
        } == {
            (PERSON, Basis.SELF, False): [5],
            (PERSON, Basis.SELF, True): [8],
            (ALEX, Basis.TOLD, False): [7],
            (ALEX, Basis.OBSERVED, False): [],
        }


def test_what_alex_noticed_stands_apart(met: Told) -> None:
    with met.laptop.reading() as connection:
        (day,) = reading.days(connection, Period(DAY, DAY))
    assert day.value("noticed_in_pain") is None
    (noticed,) = [e for e in day.entries if e.basis is Basis.OBSERVED]
    assert [(s.measure, s.value) for s in noticed.scores] == [("noticed_in_pain", 2)]


def test_nothing_was_lost(met: Told) -> None:
    with met.other.reading() as connection:
        rows = [row for one in past.about_days(connection, DAY) for row in one if row.field == "answer"]
    assert sorted(row.content["value"] for row in rows if f"|{PAIN}|" in row.key) == [5, 6, 7, 8]


def test_both_computers_are_alike(met: Told) -> None:
    assert all_revisions(met.laptop) == all_revisions(met.other)
    assert all_tables(met.laptop) == all_tables(met.other)
    assert met.laptop.projection_differences() == met.other.projection_differences() == {}
