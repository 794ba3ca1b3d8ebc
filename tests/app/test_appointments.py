"""Appointments are remembered by their day, and pages can begin on the last one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.app import appointments, diaries, journal, looking_back
from diary.app.bringing_back import bring_back
from diary.app.opened import OpenDiary
from diary.app.sharing import since_appointment
from diary.domain.days import Period
from diary.domain.entries import Appointment
from diary.domain.errors import DiaryError
from diary.exchange.own_json import own_json, read_own_json
from tests.storage.builders import DAY, World, sams_diary


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path, World())
    yield opened
    assert opened.store.projection_differences() == {}
    diaries.close(opened)


def days(diary: OpenDiary) -> list[date | None]:
    return [one.day for one in looking_back.extract(diary).dated_appointments]


def ids(diary: OpenDiary) -> list[str]:
    return [one.id for one in looking_back.extract(diary).dated_appointments]


def ago(count: int) -> date:
    return DAY - timedelta(days=count)


def test_one_is_kept_moved_and_taken_away_and_every_step_undone(diary: OpenDiary) -> None:
    appointments.keep(diary, ago(9))
    appointments.keep(diary, DAY + timedelta(days=40))
    (first, _) = ids(diary)
    appointments.keep(diary, ago(12), first)
    assert days(diary) == [ago(12), DAY + timedelta(days=40)]
    appointments.remove(diary, first)
    assert days(diary) == [DAY + timedelta(days=40)]
    journal.undo(diary)
    journal.undo(diary)
    assert days(diary) == [ago(9), DAY + timedelta(days=40)]


def test_a_day_has_one_at_most(diary: OpenDiary) -> None:
    appointments.keep(diary, ago(9))
    assert not appointments.keep(diary, ago(9))
    assert days(diary) == [ago(9)]


def test_the_one_being_prepared_loses_its_day_but_never_its_words(diary: OpenDiary) -> None:
    journal.prepare_appointment(diary, Appointment("next", ago(3), "To sleep", ("Why?",)))
    assert days(diary) == [ago(3)]
    appointments.keep(diary, ago(2), "next")
    appointments.remove(diary, "next")
    assert looking_back.extract(diary).appointment == Appointment("next", None, "To sleep", ("Why?",))


def test_what_is_not_there_or_too_long_ago_is_refused(diary: OpenDiary) -> None:
    with pytest.raises(DiaryError, match="event_too_early"):
        appointments.keep(diary, date(1899, 12, 31))
    with pytest.raises(DiaryError, match="appointment_unknown"):
        appointments.keep(diary, DAY, "gone")
    with pytest.raises(DiaryError, match="appointment_unknown"):
        appointments.remove(diary, "next")


def test_one_that_was_taken_away_is_among_what_was_deleted_and_comes_back(diary: OpenDiary) -> None:
    appointments.keep(diary, ago(9))
    appointments.remove(diary, *ids(diary))
    (gone,) = looking_back.deleted(diary)
    assert (gone.kind, gone.day) == ("appointment", ago(9))
    looking_back.recover(diary, gone.id)
    assert days(diary) == [ago(9)]


def test_they_come_back_from_an_exported_diary(diary: OpenDiary, tmp_path: Path) -> None:
    journal.prepare_appointment(diary, Appointment("next", DAY, "To sleep"))
    appointments.keep(diary, ago(9))
    appointments.keep(diary, ago(30))
    found = looking_back.extract(diary)
    other = sams_diary(tmp_path / "other", World(seed=5))
    bring_back(other, read_own_json(own_json(found, exported_on=DAY)), dry_run=False)
    assert looking_back.extract(other).dated_appointments == found.dated_appointments
    diaries.close(other)


def test_the_days_since_the_last_one_begin_on_its_day_and_never_on_one_of_today(diary: OpenDiary) -> None:
    journal.give_score(diary, ago(1), "pain", 5)
    appointments.keep(diary, DAY)
    with pytest.raises(DiaryError, match="no_appointment"):
        since_appointment(looking_back.extract(diary), DAY)
    for day in (ago(20), ago(9), DAY + timedelta(days=5)):
        appointments.keep(diary, day)
    found = looking_back.extract(diary)
    assert since_appointment(found, DAY) == Period(ago(9), ago(1))
    assert since_appointment(found, DAY, ago(12)) == Period(ago(20), ago(12)), "the one before those days end"
    assert since_appointment(found, DAY + timedelta(days=1)) == Period(DAY, DAY), "nothing was written since"
