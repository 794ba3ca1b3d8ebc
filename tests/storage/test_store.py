"""The one connection to a diary: an act is written whole or not at all, and what is so already isn't written again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage import engine, projection
from diary.storage.revisions import FieldChange, OnlyIf
from diary.storage.store import Store
from tests.storage.builders import all_revisions, all_tables, answer, opened_store


def pain(store: Store) -> list[float]:
    return [row["value"] for row in all_tables(store)["score"]]


def test_an_act_that_fails_in_the_middle_leaves_no_half(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write([answer("pain", 3)], recorder=PERSON)
    before = all_revisions(store), all_tables(store)

    def fails(_connection: Connection, _histories: object) -> None:
        raise DiaryError("disk_full")

    acts: list[Callable[[], object]] = [
        lambda: store.write([answer("pain", 5), answer("mood", 5)], recorder=PERSON),
        lambda: store.undo(all_revisions(store)[-1].gesture, recorder=PERSON),
    ]
    with monkeypatch.context() as patch:
        patch.setattr(projection, "store", fails)
        for act in acts:
            with pytest.raises(DiaryError, match="disk_full"):
                act()
    assert (all_revisions(store), all_tables(store)) == before
    assert store.write([answer("pain", 5)], recorder=PERSON).gesture


@pytest.mark.parametrize(
    ("before", "only_if", "after"),
    [
        ((), OnlyIf.EMPTY, [7]),
        ((3,), OnlyIf.EMPTY, [3]),
        ((3, None), OnlyIf.EMPTY, [7]),
        ((), OnlyIf.NEW, [7]),
        ((3,), OnlyIf.NEW, [3]),
        ((3, None), OnlyIf.NEW, []),
    ],
)
def test_a_change_can_wait_for_an_empty_or_a_new_field(
    store: Store, before: tuple[float | None, ...], only_if: OnlyIf, after: list[float]
) -> None:
    for value in before:
        store.write([answer("pain", value)], recorder=PERSON)
    change = answer("pain", 7)
    store.write([FieldChange(change.kind, change.key, change.field, change.value, only_if)], recorder=PERSON)
    assert pain(store) == after


def test_what_would_be_written_can_be_asked_for(store: Store) -> None:
    store.write([answer("pain", 3)], recorder=PERSON)
    assert store.news_in([answer("pain", 3), answer("mood", 2)]) == [answer("mood", 2)]


def test_another_program_in_the_middle_of_writing_is_waited_for_and_then_named(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    other = opened_store(store.path, "other")
    with store._transaction(), pytest.raises(DiaryError, match="diary_busy"):
        other.write([answer("pain", 3)], recorder=PERSON)
    other.write([answer("pain", 3)], recorder=PERSON)
    other.close()
    assert pain(store) == [3]


def test_a_draft_is_one_row_that_is_overwritten_and_dropped(store: Store) -> None:
    store.keep_draft("k", "one")
    store.keep_draft("k", "two")
    assert (store.draft("k"), store.draft("other")) == ("two", None)
    store.keep_draft("k", None)
    assert store.draft("k") is None
