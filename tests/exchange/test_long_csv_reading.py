"""The long table, read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.entries import Entry, Note
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.exchange.long_csv import HEADER, long_csv
from diary.exchange.long_csv_reading import read_long_csv
from diary.exchange.own_files import read_own
from diary.exchange.own_json import own_json
from diary.words.problems import sentence
from tests.exchange.builders import LAW, MEASURES, TODAY, entry, extract, note, refusal_of
from tests.exchange.test_own_json import DAYS, entries

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=20)
LAST_OF_DAY = HEADER.index("day_ends_at")
NOTES = st.dictionaries(DAYS, WORDS).map(lambda texts: [note(text, day) for day, text in texts.items()])


def read(data: bytes) -> DiaryError | None:
    return refusal_of(lambda: read_long_csv(data, MEASURES))


def with_cell(column: str, content: str) -> bytes:
    """A table of two rows whose second has ``content`` in ``column``."""
    rows = list(csv.reader(io.StringIO(long_csv(extract([entry({PAIN: 5, "m3f0": 2})])).decode(), newline="")))
    rows[2][rows[0].index(column)] = content
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


@LAW
@given(entries(), NOTES)
def test_entries_scores_and_notes_are_read_back_as_they_were(written: list[Entry], notes: list[Note]) -> None:
    made = extract(written, notes=notes)
    if not made.days:
        return
    again = read_long_csv(long_csv(made, with_notes=True), MEASURES)
    assert [(day.day, day.entries, day.values) for day in again.days] == [
        (day.day, day.entries, day.values) for day in made.days
    ]
    assert again.notes == made.notes


def test_a_carer_keeps_name_and_relationship() -> None:
    made = extract([entry({PAIN: 5}, basis=Basis.TOLD, recorder="c2"), entry({PAIN: 5}, basis=Basis.TOLD)])
    again = read_long_csv(long_csv(made), MEASURES)
    assert (again.recorders["c1"], again.recorders["c2"]) == (made.recorders["c1"], made.recorders["c2"])


def test_a_measure_this_diary_has_not_becomes_an_own_one_with_its_scale() -> None:
    again = read_long_csv(long_csv(extract([entry({"m3f0": 3})])), {PAIN: MEASURES[PAIN]})
    assert again.measures["m3f0"].own
    assert (again.measures["m3f0"].label, again.measures["m3f0"].highest) == ("Stiffness, mornings", 4)


def test_the_hour_at_which_a_day_ended_is_read_back_and_may_be_absent() -> None:
    made = extract([replace(entry({PAIN: 6}), day_ends_at=0)])
    (day,) = read_long_csv(long_csv(made), MEASURES).days
    assert day.entries[0].day_ends_at == 0
    rows = [row.rsplit(",", len(HEADER) - 1) for row in long_csv(made).decode().splitlines()]
    without = "\r\n".join(",".join(cell for at, cell in enumerate(row) if at != LAST_OF_DAY) for row in rows)
    (day,) = read_long_csv(without.encode(), MEASURES).days
    assert day.entries[0].day_ends_at == 4


def test_either_of_our_files_is_told_by_its_beginning() -> None:
    made = extract([entry({(PAIN, BodySite("forearm", Side.LEFT)): 5})], notes=[note("caf\u00e9")])
    table, whole = long_csv(made, with_notes=True), own_json(made, exported_on=TODAY, with_notes=True)
    assert read_own(table, MEASURES).days == read_own(whole, MEASURES).days == made.days


@pytest.mark.parametrize(
    ("column", "content"),
    [
        ("kind", "guess"),
        ("day", "2026-02-31"),
        ("day_ends_at", "13"),
        ("basis", "heard"),
        ("value", "11"),
        ("value", "1.5"),
        ("value", ""),
        ("side", "top"),
        ("answered_at", "2026-11-20T20:00:00"),
        ("written_at", ""),
        ("recorder_id", ""),
        ("id", ""),
        ("moment", "25:00"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_row_and_column(column: str, content: str) -> None:
    refusal = read(with_cell(column, content))
    assert refusal is not None
    assert (refusal.slug, refusal.values) == ("own_csv_wrong", {"row": 3, "column": column})
    assert sentence(refusal)


@pytest.mark.parametrize(("column", "content"), [("step", "0"), ("step", "nan"), ("highest", "inf"), ("lowest", "")])
def test_an_impossible_scale_is_refused(column: str, content: str) -> None:
    data = with_cell(column, content)
    refusal = refusal_of(lambda: read_long_csv(data, {PAIN: MEASURES[PAIN]}))
    assert refusal is not None
    assert refusal.values["column"] == column


def test_the_same_answer_twice_in_one_entry_is_refused() -> None:
    refusal = read(with_cell("measure", PAIN))
    assert refusal is not None
    assert refusal.values == {"row": 3, "column": "measure"}


def test_another_table_is_not_ours() -> None:
    refusal = read(b"kind,day,pain\nscore,2026-01-01,5\n")
    assert refusal is not None
    assert refusal.slug == "json_not_ours"
