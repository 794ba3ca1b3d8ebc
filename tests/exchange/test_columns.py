"""Any table with days in it, brought in with an account of every row."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.exchange.plans import account
from diary.words.problems import sentence
from tests.exchange.builders import LAW, MEASURES, TODAY, answers, plan, refusal_of

FIRST = date(2026, 9, 20)
SIXTY = [FIRST + timedelta(days=n) for n in range(60)]


def sixty_days(delimiter: str, day_format: str, decimal: str, end: str, encoding: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(["Date", "Pain", "Anxiety", "Mood", "Sleep", "Notes"])
    for n, day in enumerate(SIXTY):
        sleep = f"{5 + n % 7 / 2:g}".replace(".", decimal)
        pain = "" if n % 9 == 0 else str(n % 11)
        writer.writerow(
            [day.strftime(day_format), pain, n % 8, 10 - n % 8, sleep, 'he said "no", twice' if n == 3 else ""]
        )
    return out.getvalue().encode(encoding)


EXCEL = sixty_days(";", "%d/%m/%Y", ",", "\r\n", "utf-8-sig")
LIBREOFFICE = sixty_days(",", "%Y-%m-%d", ".", "\n", "utf-8")
LIBREOFFICE_SHORT = sixty_days(",", "%d/%m/%y", ".", "\n", "utf-8")


@pytest.mark.parametrize("data", [EXCEL, LIBREOFFICE, LIBREOFFICE_SHORT], ids=["excel", "libreoffice", "short dates"])
def test_sixty_days_come_in_from_either_spreadsheet(data: bytes) -> None:
    made = plan(data)
    assert [entry.day for entry in made.entries] == SIXTY
    assert answers(made)[1] == {PAIN: 1, ANXIETY: 1, MOOD: 9, SLEEP: 5.5}
    assert made.entries[3].note == 'he said "no", twice'
    assert not made.left_out


def test_the_same_table_from_either_spreadsheet_is_the_same_rows() -> None:
    assert [e.source_id for e in plan(EXCEL).entries] == [e.source_id for e in plan(LIBREOFFICE).entries]


def test_blank_is_not_filled_in_and_never_zero() -> None:
    made = plan("day,pain,anxiety\n2026-01-01,,0\n")
    assert answers(made) == [{ANXIETY: 0}]


def test_an_account_is_given_of_every_row_and_column() -> None:
    made = plan(
        "day,pain,sleep,weather\n"
        "2026-01-01,5,7,rain\n"
        "2026-01-02,11,7,\n"
        "2026-01-03,6.5,7.2,\n"
        "2026-01-04,bad,7,\n"
        "2026-11-26,5,7,\n"
        ",5,7,\n"
        "31 June,5,7,\n"
        "2026-01-08,,,dry\n"
    )
    assert account(made) == {
        "rows_read": 8,
        "entries_made": 3,
        "days": ["2026-01-01", "2026-01-04"],
        "left_out": [
            {"row": 3, "column": 2, "reason": "Pain: this number is not on the scale. It goes from 0 to 10."},
            {
                "row": 4,
                "column": 2,
                "reason": "Pain: this number lies between the steps of the scale. The steps are 1 apart.",
            },
            {
                "row": 4,
                "column": 3,
                "reason": "Sleep: this number lies between the steps of the scale. The steps are 0.5 apart.",
            },
            {"row": 5, "column": 2, "reason": "Pain: this is not a number."},
            {"row": 6, "column": 1, "reason": "This day is still to come."},
            {"row": 7, "column": 1, "reason": "There is no day on this row."},
            {"row": 8, "column": 1, "reason": "The day on this row can’t be read."},
            {"row": 9, "reason": "Nothing is filled in on this row."},
        ],
        "columns_left_out": ["weather"],
        "words": {},
    }
    assert answers(made) == [{PAIN: 5, SLEEP: 7}, {SLEEP: 7}, {SLEEP: 7}]
    json.dumps(account(made))


CELLS = st.sampled_from(["", "0", "5", "10", "11", "-1", "6,5", "x", "2026-01-01", "01/02/2026", "2027-01-01", "=1+1"])


@LAW
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_no_row_is_lost_without_a_word(rows: list[tuple[str, str, str]]) -> None:
    text = "day,pain,sleep\n" + "".join(f"{';'.join(row)}\n".replace(",", ".").replace(";", ",") for row in rows)
    if refusal := refusal_of(lambda: plan(text)):
        assert sentence(refusal)
        return
    made = plan(text)
    accounted = len(made.entries) + len({cell.row for cell in made.left_out if cell.column in (None, 1)})
    only_bad_cells = made.rows_read - accounted
    assert 0 <= only_bad_cells <= len({cell.row for cell in made.left_out})
    assert all(cell.sentence for cell in made.left_out)


@LAW
@given(st.binary(max_size=300))
def test_no_bytes_make_anything_but_a_sentence(data: bytes) -> None:
    for start in (b"", b"day,pain\n"):
        refusal = refusal_of(partial(plan, start + data))
        assert refusal is None or sentence(refusal)


def test_two_rows_of_one_day_are_both_kept() -> None:
    made = plan("day,pain\n2026-01-01,5\n2026-01-01,7\n2026-01-01,5\n")
    assert answers(made) == [{PAIN: 5}, {PAIN: 7}, {PAIN: 5}]
    assert len({entry.source_id for entry in made.entries}) == 3


def test_a_row_keeps_its_id_when_rows_are_added_and_sorted_otherwise() -> None:
    before = plan("day,pain,mood\n2026-01-01,5,4\n2026-01-02,6,4\n")
    after = plan("mood;day;pain;extra\n5;03/01/2026;1;x\n4;02/01/2026;6;\n4;01/01/2026;5;y\n31;31/01/2026;2;\n")
    assert {entry.source_id for entry in before.entries} <= {entry.source_id for entry in after.entries}


def test_our_own_wide_headers_are_known_and_a_mood_the_other_way_is_not() -> None:
    made = plan("day,state,pain_0to10_higher_is_worse,mood_0to10_higher_is_worse\n2026-01-01,partly,5,2\n")
    assert answers(made) == [{PAIN: 5}]
    assert [column.name for column in made.columns_left_out] == ["state", "mood_0to10_higher_is_worse"]


@pytest.mark.parametrize(
    "header", ["DATE,PAIN", " Day , pain ", "\ufeffdate,Pain (0-10)", "Date,pain_0to10_higher_is_worse"]
)
def test_case_spaces_and_units_of_a_header_do_not_matter(header: str) -> None:
    assert answers(plan(f"{header}\n2026-01-01,5\n")) == [{PAIN: 5}]


def test_sleep_may_be_written_as_a_clock() -> None:
    assert answers(plan("day,sleep hours\n2026-01-01,7:30\n")) == [{SLEEP: 7.5}]


def test_a_time_beside_the_day_is_when_the_source_wrote_it() -> None:
    made = plan("date,pain\n2026-01-01 21:30,5\n2026-01-02,5\n")
    assert [entry.source_written_at for entry in made.entries] == [datetime(2026, 1, 1, 21, 30, tzinfo=UTC), None]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("when,pain\n2026-01-01,5\n", "csv_no_day_column"),
        ("day,weather\n2026-01-01,rain\n", "csv_no_known_column"),
        ("day,pain\n", "csv_no_rows"),
        ("day,pain,Pain\n2026-01-01,5,6\n", "csv_column_twice"),
        ("day,date,pain\n2026-01-01,2026-01-01,6\n", "csv_column_twice"),
        ("day,pain\n03/04/2026,5\n", "dates_ambiguous"),
        ("day,pain\nsoon,5\n", "dates_unreadable"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused_whole(text: str, slug: str) -> None:
    with pytest.raises(DiaryError) as caught:
        plan(text)
    assert caught.value.slug == slug
    assert sentence(caught.value)


def test_today_is_not_the_future() -> None:
    assert len(plan(f"day,pain\n{TODAY.isoformat()},5\n").entries) == 1


def test_measures_of_carers_and_moments_have_no_column() -> None:
    made = plan("day,pain,pain_now,noticed_in_pain\n2026-01-01,5,6,1\n")
    assert answers(made) == [{PAIN: 5}]
    assert MEASURES["noticed_in_pain"].observed
