"""The diary's file as a whole: a copy is all of it, encrypted, and takes nobody's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage import engine
from diary.storage.store import Store
from tests.storage.builders import all_revisions, answer, opened_store


def test_a_copy_never_replaces_or_removes_what_is_there(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    target.write_bytes(b"mine")
    with pytest.raises(DiaryError):
        store.copy_whole(target)
    assert target.read_bytes() == b"mine"


def test_a_copy_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "copy.db"
    with pytest.raises(DiaryError):
        store.copy_whole(target)
    assert not target.exists()


def test_a_copy_is_encrypted_whole_and_the_same(store: Store, tmp_path: Path) -> None:
    store.write([answer("pain", 3)], recorder=PERSON)
    store.copy_whole(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").read_bytes().startswith(engine.PLAIN)
    copy = opened_store(tmp_path / "copy.db")
    assert (all_revisions(copy), copy.faults(), copy.diary_id) == (all_revisions(store), [], "d1")
    copy.close()
