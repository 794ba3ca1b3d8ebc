"""The dialect of CSV that leaves a diary."""

from __future__ import annotations

import csv
import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.exchange.cells import csv_bytes, plain_number, read_words, safe_words
from tests.exchange.builders import LAW


@LAW
@given(st.text())
def test_words_made_safe_are_read_back_exactly(words: str) -> None:
    assert read_words(safe_words(words)) == words


@pytest.mark.parametrize("words", ["=1+1", "+49", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "\n=1", "\uff1d1+1"])
def test_no_words_run_as_a_formula(words: str) -> None:
    assert safe_words(words).startswith("'")


def test_ordinary_words_stay_as_they_are() -> None:
    assert safe_words("slept well - at last = good") == "slept well - at last = good"


def test_a_semicolon_does_not_open_a_new_cell_where_semicolons_divide() -> None:
    assert csv_bytes(["note"], [["a;=1+1"]]) == b'note\r\n"a;=1+1"\r\n'


def test_numbers_are_plain_and_never_guarded() -> None:
    assert csv_bytes(["x", "y", "z"], [[-5.0, 6.5, None]]) == b"x,y,z\r\n-5,6.5,\r\n"


@LAW
@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_is_read_back_as_the_same_one(value: float) -> None:
    assert math.isclose(float(plain_number(value)), value, rel_tol=0, abs_tol=0)


@LAW
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")), min_size=2, max_size=4))
def test_any_words_come_back_through_a_reader_of_csv(words: list[str]) -> None:
    data = csv_bytes(["a"] * len(words), [words])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [read_words(cell) for cell in rows[1]] == words


def test_the_mark_for_excel_stands_only_where_it_is_needed() -> None:
    assert csv_bytes(["note"], [["cafe"]]).startswith(b"note")
    assert csv_bytes(["note"], [["café"]]).startswith(b"\xef\xbb\xbfnote")
