"""Ids made from meaning, and instants that say no where SQLite would quietly change them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import StatementError

from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.storage import tables
from diary.storage.columns import EPOCH, milliseconds, minutes_from_utc
from diary.storage.keys import EntryKey, mark_key, score_key
from diary.storage.revisions import at_offset
from tests.storage.builders import DAY, new_store

LAW = settings(deadline=None, derandomize=True, database=None, max_examples=50)
names = st.text("abcdefghijklmnopqrstuvwxyz0123456789-._", min_size=1, max_size=20)


@LAW
@given(st.dates(), names, st.sampled_from(Basis), st.one_of(st.just(""), names))
def test_an_entrys_id_says_all_that_it_was_made_from(day: date, recorder: str, basis: Basis, source: str) -> None:
    key = EntryKey(day, recorder, basis, source)
    assert EntryKey.parse(str(key)) == key


def test_a_random_id_is_not_taken_for_one_made_from_meaning() -> None:
    assert EntryKey.parse("3f0a9b") is None


def test_place_and_side_are_two_parts_of_a_scores_id() -> None:
    entry = str(EntryKey(DAY, "person", Basis.SELF))
    keys = [score_key(entry, "pain", site) for site in (None, BodySite("knee"), BodySite("knee", Side.LEFT))]
    assert keys == [f"{entry}|pain||", f"{entry}|pain|knee|", f"{entry}|pain|knee|left"]
    assert mark_key(DAY, "person", Basis.TOLD) == "2026-11-20/person/told"


@LAW
@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001 - wall time
def test_an_instant_comes_back_on_the_clock_it_was_written_on(utc: datetime, offset_min: int) -> None:
    written = at_offset(utc.replace(microsecond=utc.microsecond // 1000 * 1000, tzinfo=UTC), offset_min)
    read = at_offset(EPOCH + timedelta(milliseconds=milliseconds(written)), minutes_from_utc(written))
    assert (read, read.replace(tzinfo=None)) == (written, written.replace(tzinfo=None))


def test_a_naive_instant_is_refused(tmp_path: Path) -> None:
    naive = datetime(2026, 11, 20, 12)  # noqa: DTZ001 - what is refused
    for reader in (milliseconds, minutes_from_utc):
        with pytest.raises(ValueError, match="offset"):
            reader(naive)
    store = new_store(tmp_path / "d.db")
    row = {"key": "k", "text": "x", "kept_at": naive}
    with pytest.raises(StatementError, match="offset"), store._transaction() as connection:
        connection.execute(insert(tables.draft).values(row))
    store.close()
