from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from diary.domain.days import Period
from diary.domain.entries import RoughDate
from diary.words.dates import (
    clock_time,
    day_span,
    first_weekday,
    long_day,
    month_initial,
    month_name,
    plain_day,
    relative_day,
    rough_day,
    short_day,
    time_as_typed,
    weekday_initials,
)
from tests.words.languages import speaking

SUNDAY = date(2026, 11, 22)


def test_a_day_is_written_as_people_say_it() -> None:
    assert long_day(SUNDAY) == "Sunday 22 November"
    assert plain_day(SUNDAY) == "22 November 2026"
    assert short_day(date(2026, 11, 5)) == "5 Nov"


def test_the_year_is_said_only_where_it_is_another_one() -> None:
    assert long_day(SUNDAY, today=date(2026, 1, 1)) == "Sunday 22 November"
    assert long_day(SUNDAY, today=date(2027, 1, 1)) == "Sunday, 22 November 2026"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 26), SUNDAY, "26 October to 22 November 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
        (SUNDAY, SUNDAY, "22 November 2026"),
    ],
)
def test_a_period_says_each_year_once(first: date, last: date, words: str) -> None:
    assert day_span(Period(first, last)) == words


@pytest.mark.parametrize(
    ("code", "month", "initial", "first", "letters"),
    [
        ("en", "November 2026", "N", 0, "MTWTFSS"),
        ("pl", "listopad 2026", "L", 0, "PWŚCPSN"),
        ("pt_BR", "novembro de 2026", "N", 6, "DSTQQSS"),
    ],
)
def test_a_calendar_has_its_months_and_weekdays_as_the_language_has_them(
    code: str, month: str, initial: str, first: int, letters: str
) -> None:
    with speaking(code):
        assert month_name(SUNDAY) in month
        assert month_name(SUNDAY, with_year=True) == month
        assert month_initial(SUNDAY) == initial
        assert first_weekday() == first
        assert "".join(weekday_initials()) == letters


def test_times_have_24_hours_and_are_already_local() -> None:
    assert clock_time(datetime(2026, 11, 22, 20, 14, tzinfo=UTC)) == "20:14"
    assert clock_time(time(0, 5)) == "00:05"


def test_only_today_and_yesterday_have_words_of_their_own() -> None:
    assert relative_day(SUNDAY, SUNDAY) == "Today"
    assert relative_day(date(2026, 11, 21), SUNDAY) == "Yesterday"
    assert relative_day(date(2026, 11, 20), SUNDAY) == ""
    assert relative_day(date(2026, 11, 23), SUNDAY) == ""


@pytest.mark.parametrize(
    ("code", "day", "year", "short"),
    [
        ("de", "Samstag, 5. September", "5. September 2026", "5. Sept."),
        ("fr", "samedi 5 septembre", "5 septembre 2026", "5 sept."),
        ("ja", "9月5日土曜日", "2026年9月5日", "9月5日"),
    ],
)
def test_other_languages_write_weekday_and_month_in_full(code: str, day: str, year: str, short: str) -> None:
    with speaking(code):
        assert (long_day(date(2026, 9, 5)), plain_day(date(2026, 9, 5)), short_day(date(2026, 9, 5))) == (
            day,
            year,
            short,
        )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:05", time(14, 5)),
        (" 14.05 ", time(14, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("9", time(9)),
        ("2.05 pm", time(14, 5)),
        ("12 am", time(0)),
        ("00:30", time(0, 30)),
        ("24:00", None),
        ("14:60", None),
        ("13 pm", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, meant: time | None) -> None:
    assert time_as_typed(typed) == meant


def test_a_date_is_written_no_more_exactly_than_it_is_known() -> None:
    dates = RoughDate(SUNDAY), RoughDate.of_month(2025, 3), RoughDate.of_year(2024)
    assert [rough_day(on) for on in dates] == ["22 November 2026", "March 2025", "2024"]
    with speaking("pl"):
        assert rough_day(RoughDate.of_month(2026, 11)) == "listopad 2026"


def test_one_language_leaves_no_word_of_its_own_in_the_next() -> None:
    with speaking("he"):
        of_hebrew = month_name(SUNDAY), month_initial(SUNDAY), weekday_initials()
    with speaking("sv"):
        of_swedish = month_name(SUNDAY), month_initial(SUNDAY), weekday_initials()
    assert of_hebrew[0] == "נובמבר"
    assert of_swedish == ("november", "N", ("M", "T", "O", "T", "F", "L", "S"))
