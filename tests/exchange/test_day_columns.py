"""Days out of a column: one format for all of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.exchange.day_columns import DateOrder, read_days
from tests.exchange.builders import LAW, refusal_of

FORMATS = [
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%d %B %Y",
    "%B %d, %Y",
    "%a %d %b %Y",
    "%d-%b-%y",
    "%d/%m/%y",
    "%d-%m-%Y",
    "%Y%m%d",
    "%Y-%m-%d 00:00:00",
]
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def days(*texts: str, order: DateOrder | None = None) -> list[date]:
    read = read_days(list(enumerate(texts, 2)), UTC, order)
    return [read[row].day for row in sorted(read)]


def fault(*texts: str) -> DiaryError:
    with pytest.raises(DiaryError) as caught:
        days(*texts)
    return caught.value


@LAW
@given(st.lists(DAYS, max_size=20), st.sampled_from(FORMATS))
def test_every_way_of_writing_days_is_read_back(written: list[date], form: str) -> None:
    order = DateOrder.MONTH_FIRST if form.startswith("%m") else DateOrder.DAY_FIRST
    written = [*written, date(2026, 3, 28)]
    assert days(*(day.strftime(form) for day in written), order=order) == written


@LAW
@given(st.lists(DAYS, min_size=1, max_size=20))
def test_a_spreadsheets_day_numbers_are_read(written: list[date]) -> None:
    assert days(*(str((day - date(1899, 12, 30)).days) for day in written)) == written


def test_day_or_month_first_is_asked_with_examples_when_both_fit() -> None:
    found = fault("03/04/2026", "05/06/2026", "07/07/2026", "01/02/2026", "02/03/2026")
    assert found.slug == "dates_ambiguous"
    assert found.values["examples"] == (
        "row 2: 3 April 2026 or 4 March 2026; row 3: 5 June 2026 or 6 May 2026; "
        "row 5: 1 February 2026 or 2 January 2026"
    )


def test_the_persons_answer_settles_it() -> None:
    assert days("03/04/2026", order=DateOrder.DAY_FIRST) == [date(2026, 4, 3)]
    assert days("03/04/2026", order=DateOrder.MONTH_FIRST) == [date(2026, 3, 4)]


def test_one_day_past_the_twelfth_settles_the_whole_column() -> None:
    assert days("03/04/2026", "13/04/2026") == [date(2026, 4, 3), date(2026, 4, 13)]
    assert days("03/04/2026", "04/13/2026") == [date(2026, 3, 4), date(2026, 4, 13)]


def test_nothing_is_asked_where_both_readings_agree() -> None:
    assert days("01/01/2026", "02/02/2026") == [date(2026, 1, 1), date(2026, 2, 2)]


def test_dots_are_never_month_first() -> None:
    assert days("03.04.2026") == [date(2026, 4, 3)]


def test_iso_days_are_not_guessed_one_by_one() -> None:
    assert days("2026-03-04", "2026-04-03") == [date(2026, 3, 4), date(2026, 4, 3)]


def test_two_ways_in_one_column_are_refused_with_the_row() -> None:
    found = fault("2026-03-04", "2026-03-05", "06/03/2026")
    assert (found.slug, found.values["row"]) == ("dates_mixed", 4)


def test_a_day_that_never_was_is_left_unread_and_the_rest_is_read() -> None:
    read = read_days([(2, "2026-02-28"), (3, "2026-02-31"), (4, "Total")], UTC)
    assert list(read) == [2]


def test_a_column_without_a_day_is_refused() -> None:
    assert fault("yesterday", "today").slug == "dates_unreadable"
    assert fault("", " ").slug == "dates_unreadable"


def test_a_time_is_kept_and_midnight_is_no_time() -> None:
    read = read_days([(2, "2026-03-04 21:15"), (3, "2026-03-05T00:00:00"), (4, "2026-03-06T08:00:00+02:00")], UTC)
    assert read[2].at == datetime(2026, 3, 4, 21, 15, tzinfo=UTC)
    assert read[3].at is None
    assert read[4].at == datetime(2026, 3, 6, 8, tzinfo=timezone(timedelta(hours=2)))


def test_half_past_nine_in_the_evening_is_not_the_morning() -> None:
    read = read_days([(2, "28/03/2026 9:30 pm"), (3, "29/03/2026 12:05 AM")], UTC)
    assert [cell.at and cell.at.hour for cell in read.values()] == [21, 0]


def test_seconds_and_milliseconds_since_1970_fall_on_the_local_day() -> None:
    new_york = timezone(timedelta(hours=-5))
    assert [cell.day for cell in read_days([(2, "1767232800"), (3, "1767232800000")], new_york).values()] == [
        date(2025, 12, 31),
        date(2025, 12, 31),
    ]


@LAW
@given(st.lists(st.text(max_size=30), max_size=5))
def test_no_text_makes_anything_but_a_sentence(texts: list[str]) -> None:
    refusal = refusal_of(lambda: days(*texts))
    assert refusal is None or refusal.slug.startswith("dates_")
