"""Which automatic backups stay, over every sequence of days and sizes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from diary.storage.rotation import DAYS, MONTHS, ROOM_BYTES, TIMES_THE_DIARY, WEEKS, Kept, staying

MEGABYTE = 1_000_000
BEGIN = datetime.fromisoformat("2026-01-01T20:00")
instants = st.datetimes(datetime.fromisoformat("2024-01-01T20:00"), datetime.fromisoformat("2028-01-01T20:00"))
sizes = st.integers(0, ROOM_BYTES)


@st.composite
def backups(draw: st.DrawFn) -> list[Kept]:
    made = draw(st.lists(st.tuples(instants, sizes), max_size=60))
    return [Kept(str(number), at, size) for number, (at, size) in enumerate(made)]


def on(day: date, size: int = MEGABYTE) -> Kept:
    return Kept(day.isoformat(), datetime.combine(day, time(20)), size)


@given(backups(), sizes)
def test_what_stays_has_room_is_few_and_holds_the_newest(made: list[Kept], diary_size: int) -> None:
    stay = staying(made, diary_size)
    assert set(stay) <= set(made)
    assert len(stay) == len(set(stay)) <= DAYS + WEEKS + MONTHS
    assert list(stay) == sorted(stay, key=lambda one: (one.made_at, one.name), reverse=True)
    if made:
        assert stay[0].made_at == max(one.made_at for one in made)
    if len(stay) > 1:
        assert sum(one.size for one in stay) <= max(TIMES_THE_DIARY * diary_size, ROOM_BYTES)


@given(backups(), sizes)
def test_thinning_again_takes_nothing_more(made: list[Kept], diary_size: int) -> None:
    """Else every start would nibble at the backups though nothing was written."""
    stay = staying(made, diary_size)
    assert staying(stay, diary_size) == stay


@given(backups(), sizes)
def test_only_the_oldest_go_for_want_of_room(made: list[Kept], diary_size: int) -> None:
    stay = staying(made, diary_size)
    unlimited = staying([Kept(one.name, one.made_at, 0) for one in made], diary_size)
    assert [one.name for one in stay] == [one.name for one in unlimited][: len(stay)]


@given(st.lists(st.integers(1, 40), min_size=60, max_size=120))
def test_a_diary_kept_for_years_always_reaches_back_as_far_as_promised(gaps: list[int]) -> None:
    """Made one after another and thinned each time, as it really happens: the months must not be thinned away."""
    held: tuple[Kept, ...] = ()
    day = BEGIN.date()
    days: list[date] = []
    for gap in gaps:
        day += timedelta(days=gap)
        days.append(day)
        held = staying([*held, on(day)], MEGABYTE)
    kept = {one.made_at.date() for one in held}
    assert set(days[-DAYS:]) <= kept
    months = {(one.year, one.month) for one in days}
    assert {(one.year, one.month) for one in kept} >= set(sorted(months)[-MONTHS:])


def test_a_year_of_daily_backups_keeps_days_weeks_and_months() -> None:
    held: tuple[Kept, ...] = ()
    for number in range(400):
        held = staying([*held, on(BEGIN.date() + timedelta(days=number))], MEGABYTE)
    last = BEGIN.date() + timedelta(days=399)
    ages = [(last - one.made_at.date()).days for one in held]
    assert ages[:DAYS] == list(range(DAYS))
    assert max(ages) > 300
    assert DAYS + MONTHS <= len(held) <= DAYS + WEEKS + MONTHS


def test_of_one_day_the_last_stays() -> None:
    noon, evening = Kept("noon", BEGIN - timedelta(hours=8), 1), Kept("evening", BEGIN, 1)
    assert staying([noon, evening], 1) == (evening,)


def test_a_backup_too_large_for_its_room_stays_alone() -> None:
    old, new = on(BEGIN.date(), 1), on(BEGIN.date() + timedelta(days=1), 2 * ROOM_BYTES)
    assert staying([old, new], 1) == (new,)
