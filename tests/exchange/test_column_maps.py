"""Columns that the person named themselves."""

from __future__ import annotations

from datetime import date

import pytest

from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from diary.domain.places import BodySite, Side
from diary.exchange.column_maps import ColumnMap, read_column_map
from diary.exchange.plans import account
from tests.exchange.builders import MEASURES, answers, plan

PLACES = frozenset({"lower_back", "forearm"})


def column_map(text: str) -> ColumnMap:
    return read_column_map(text.encode(), MEASURES, PLACES)


def test_a_scale_of_its_own_becomes_ours_by_the_line_that_was_written_down() -> None:
    columns = column_map('day = "When"\n[columns."Pain %"]\nmeasure = "pain"\nfrom = [0, 100]\nto = [0, 10]\n')
    made = plan("When,Pain %\n2026-01-01,63\n2026-01-02,65\n2026-01-03,110\n", columns=columns)
    assert answers(made) == [{PAIN: 6}, {PAIN: 7}]
    assert [cell.reason for cell in made.left_out] == ["score_out_of_range"]


def test_a_scale_that_runs_the_other_way_is_turned_only_when_told() -> None:
    columns = column_map('day = "day"\n[columns.Feeling]\nmeasure = "mood"\nfrom = [1, 5]\nto = [10, 0]\n')
    assert answers(plan("day,Feeling\n2026-01-01,1\n2026-01-02,5\n", columns=columns)) == [{MOOD: 10}, {MOOD: 0}]


def test_words_become_numbers_only_as_told_and_the_account_lists_them() -> None:
    columns = column_map('day = "day"\n[columns.Mood]\nmeasure = "mood"\nwords = { Awful = 1, "so so" = 5 }\n')
    made = plan("day,Mood\n2026-01-01,awful\n2026-01-02,So  so \n2026-01-03,great\n2026-01-04,7\n", columns=columns)
    assert answers(made) == [{MOOD: 1}, {MOOD: 5}, {MOOD: 7}]
    assert account(made)["words"] == {"awful": 1, "So  so": 5}
    assert [cell.reason for cell in made.left_out] == ["word_unknown"]


def test_a_place_keeps_its_side() -> None:
    columns = column_map('day = "day"\n[columns.arm]\nmeasure = "pain"\nplace = "forearm"\nside = "left"\n')
    made = plan("day,arm\n2026-01-01,4\n", columns=columns)
    assert made.entries[0].scores == {(PAIN, BodySite("forearm", Side.LEFT)): 4}


def test_notes_are_kept_and_what_is_ignored_is_said() -> None:
    columns = column_map('day = "day"\n[columns.Diary]\nnote = true\n[columns.Weather]\nignore = true\n')
    made = plan("day,Diary,Weather\n2026-01-01,a long walk,dry\n", columns=columns)
    assert made.entries[0].note == "a long walk"
    assert [column.name for column in made.columns_left_out] == ["Weather"]


def test_the_order_of_day_and_month_may_be_told_there() -> None:
    columns = column_map('day = "day"\ndate_order = "mdy"\n[columns.pain]\nmeasure = "pain"\n')
    assert plan("day,pain\n03/04/2026,5\n", columns=columns).entries[0].day == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[columns.x]\nnote = true\n", "day"),
        ('day = "d"\ndate_order = "ymd"\n', "date_order"),
        ('day = "d"\n[columns.x]\nmeasure = "luck"\n', "measure"),
        ('day = "d"\n[columns.x]\nmeasure = "noticed_in_pain"\n', "measure"),
        ('day = "d"\n[columns.x]\nmeasure = "pain"\nplace = "wing"\n', "place"),
        ('day = "d"\n[columns.x]\nmeasure = "pain"\nside = "left"\n', "side"),
        ('day = "d"\n[columns.x]\nmeasure = "pain"\nfrom = [0, 100]\n', "to"),
        ('day = "d"\n[columns.x]\nmeasure = "pain"\nfrom = [5, 5]\nto = [0, 10]\n', "from"),
        ('day = "d"\n[columns.x]\nmeasure = "pain"\nwords = { a = "b" }\n', "words"),
    ],
)
def test_a_wrong_map_is_refused_naming_the_key(text: str, key: str) -> None:
    with pytest.raises(DiaryError) as caught:
        column_map(text)
    assert (caught.value.slug, caught.value.values["key"]) == ("map_wrong", key)


@pytest.mark.parametrize("data", [b"day = ", b"\xff\xfe", b"= 1"])
def test_what_is_not_toml_is_refused(data: bytes) -> None:
    with pytest.raises(DiaryError) as caught:
        read_column_map(data, MEASURES, PLACES)
    assert caught.value.slug == "map_unreadable"


@pytest.mark.parametrize("end", ["9" * 400, "inf", "nan", "true", "-1e13"])
def test_an_end_of_a_scale_that_is_no_number_is_named(end: str) -> None:
    with pytest.raises(DiaryError, match="map_wrong"):
        column_map(f'day = "date"\n[columns.pain]\nmeasure = "pain"\nfrom = [0, 100]\nto = [{end}, 10]\n')
