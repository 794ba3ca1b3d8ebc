"""The cache of weekly looks gives back what was kept, and is nothing that could be lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from diary.domain.people import PERSON
from diary.storage import checks, tables
from tests.storage.builders import DAY, all_revisions, all_tables, answer, new_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.storage.checks import CheckKey, Results
    from diary.storage.store import Store

LOOKS: dict[CheckKey, Results] = {
    ("a" * 64, DAY): {"same": 0.004, "next": None, "back": 1.0},
    ("b" * 64, DAY): {"same": 1e-300, "next": 0.5, "back": 0.25},
    ("a" * 64, DAY - timedelta(days=7)): {"same": None, "next": None, "back": None},
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path / "diary.db")
    yield store
    store.close()


def kept(store: Store) -> dict[CheckKey, Results]:
    with store.reading() as connection:
        return checks.kept(connection)


def keep(store: Store, looks: dict[CheckKey, Results]) -> None:
    with store.caching() as connection:
        checks.keep(connection, looks)


def test_nothing_is_kept_at_first(store: Store) -> None:
    assert kept(store) == {}
    keep(store, {})
    assert kept(store) == {}


def test_what_was_kept_comes_back_to_the_last_digit(store: Store) -> None:
    keep(store, LOOKS)
    assert kept(store) == LOOKS


def test_keeping_again_replaces_and_adds(store: Store) -> None:
    keep(store, LOOKS)
    key, other = ("a" * 64, DAY), ("c" * 64, DAY)
    keep(store, {key: {"same": 0.5}, other: {"same": None}})
    assert kept(store) == LOOKS | {key: {"same": 0.5}, other: {"same": None}}


def test_looks_of_what_was_changed_since_are_dropped(store: Store) -> None:
    keep(store, LOOKS)
    with store.caching() as connection:
        checks.keep_only(connection, [("b" * 64, DAY), ("d" * 64, DAY)])
    assert kept(store) == {("b" * 64, DAY): LOOKS["b" * 64, DAY]}


def test_it_may_be_emptied_at_any_time(store: Store) -> None:
    keep(store, LOOKS)
    with store.caching() as connection:
        checks.empty(connection)
    assert kept(store) == {}
    keep(store, LOOKS)
    assert kept(store) == LOOKS


@pytest.mark.parametrize("text", ["", "{", "[]", '{"same": "0.5"}', "null"])
def test_a_row_that_can_not_be_read_is_none(store: Store, text: str) -> None:
    keep(store, LOOKS)
    with store.caching() as connection:
        connection.execute(insert(tables.check).values(series="torn", day=DAY, results=text))
    assert kept(store) == LOOKS


def test_it_is_no_history_and_never_merged(store: Store, tmp_path: Path) -> None:
    store.write([answer("pain", 4)], recorder=PERSON)
    before = all_revisions(store)
    keep(store, LOOKS)
    assert all_revisions(store) == before
    other = new_store(tmp_path / "other.db", "tower")
    other.take_in(all_revisions(store))
    assert kept(other) == {}
    assert all_tables(other) == all_tables(store)
    keep(other, dict(list(LOOKS.items())[:1]))
    store.take_in(all_revisions(other))
    assert kept(store) == LOOKS
    other.close()


def test_rebuilding_leaves_it_and_a_check_of_the_file_does_not_mind_it(store: Store) -> None:
    keep(store, LOOKS)
    store.rebuild()
    assert kept(store) == LOOKS
    assert store.projection_differences() == {}
