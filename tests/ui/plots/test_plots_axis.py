"""The date axis names days when they are far apart, then months, then years, and never more than there is room for."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diary.ui.kit.plots_axis import date_ticks


def texts(first: date, last: date, room: int) -> list[str]:
    return [tick.text for tick in date_ticks(first.toordinal(), last.toordinal(), room)]


def test_three_months_are_labelled_by_every_other_monday() -> None:
    assert texts(date(2026, 9, 1), date(2026, 11, 22), 7) == ["7 Sept", "21 Sept", "5 Oct", "19 Oct", "2 Nov", "16 Nov"]


def test_a_year_is_labelled_by_months_and_the_new_year_by_its_number() -> None:
    labels = texts(date(2025, 11, 23), date(2026, 11, 22), 13)
    assert labels[:3] == ["Dec", "2026", "Feb"]
    assert len(labels) == 12


def test_ten_years_are_labelled_by_years() -> None:
    assert texts(date(2016, 11, 23), date(2026, 11, 22), 11) == [str(year) for year in range(2017, 2027)]


def test_a_single_day_still_has_its_label() -> None:
    assert texts(date(2026, 11, 22), date(2026, 11, 22), 5) == ["22 Nov"]


@given(st.integers(720000, 740000), st.integers(0, 20000), st.integers(1, 20))
def test_labels_lie_in_the_range_and_fit_the_room(first: int, span: int, room: int) -> None:
    ticks = date_ticks(first, first + span, room)
    assert all(first <= tick.at <= first + span for tick in ticks)
    assert len(ticks) <= room + 1
