"""An act is taken back where it still stands, whole or in part."""

from __future__ import annotations

from diary.domain.people import PERSON
from diary.storage.store import Store
from tests.storage.builders import all_tables, answer


def pain(store: Store) -> list[float]:
    return [row["value"] for row in all_tables(store)["score"]]


def test_joining_an_earlier_act_lets_undo_take_both_back(store: Store) -> None:
    first = store.write([answer("pain", 3)], recorder=PERSON)
    assert first.gesture
    store.write([answer("pain", 4), answer("mood", 2)], recorder=PERSON, gesture=first.gesture)
    store.undo(first.gesture, recorder=PERSON)
    assert pain(store) == []


def test_undo_leaves_what_was_changed_again_since_and_says_so(store: Store) -> None:
    both = store.write([answer("pain", 3), answer("mood", 4)], recorder=PERSON)
    store.write([answer("pain", 5)], recorder=PERSON)
    assert both.gesture
    undone = store.undo(both.gesture, recorder=PERSON)
    assert {kind for kind, _ in undone.left} == {"score"}
    assert len(undone.left) == 1
    assert pain(store) == [5]
