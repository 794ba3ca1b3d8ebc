from __future__ import annotations

from datetime import timedelta

import pytest

from diary.app import journal, pausing
from diary.domain.day_values import DayState
from diary.domain.entries import MarkKind, PauseFor
from diary.domain.measures import PAIN
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

WEEK = timedelta(days=7)


@pytest.mark.parametrize(("length", "days"), [(PauseFor.WEEK, 7), (PauseFor.MONTH, 30), (PauseFor.UNTIL_BACK, None)])
def test_a_pause_lasts_as_long_as_was_chosen(sam: Sitting, length: PauseFor, days: int | None) -> None:
    pausing.pause(sam.diary, length)
    running = pausing.pause_now(sam.diary)
    assert running is not None
    assert (running.first, running.last) == (DAY, DAY + timedelta(days=days - 1) if days else None)
    assert sam.day().state is DayState.PAUSED
    assert sam.page().pause == running
    journal.undo(sam.diary)
    assert pausing.pause_now(sam.diary) is None


def test_another_length_changes_the_pause_that_runs(sam: Sitting) -> None:
    pausing.pause(sam.diary, PauseFor.UNTIL_BACK)
    sam.world.now += WEEK
    pausing.pause(sam.diary, PauseFor.WEEK)
    (only,) = sam.all().pauses
    assert (only.first, only.last) == (DAY, DAY + WEEK + timedelta(days=6))


def test_coming_back_ends_it_yesterday_and_the_days_before_stay_paused(sam: Sitting) -> None:
    pausing.pause(sam.diary, PauseFor.UNTIL_BACK)
    sam.world.now += WEEK
    pausing.end_pause(sam.diary)
    assert sam.day(DAY + WEEK).state is DayState.UNKNOWN
    assert sam.day(DAY + timedelta(days=6)).state is DayState.PAUSED


def test_a_pause_ended_on_its_first_day_never_was(sam: Sitting) -> None:
    pausing.pause(sam.diary, PauseFor.WEEK)
    pausing.end_pause(sam.diary)
    assert sam.all().pauses == ()
    assert not pausing.end_pause(sam.diary)


def test_what_is_answered_in_a_pause_counts(sam: Sitting) -> None:
    pausing.pause(sam.diary, PauseFor.WEEK)
    journal.give_score(sam.diary, DAY, PAIN, 4)
    assert sam.day().state is DayState.PARTLY


def test_nothing_to_log_is_a_mark_without_numbers(sam: Sitting) -> None:
    journal.mark_day(sam.diary, DAY, MarkKind.NOTHING_TO_LOG)
    assert (sam.day().state, sam.day().values) == (DayState.NOTHING_TO_LOG, {})
    journal.mark_day(sam.diary, DAY, MarkKind.BAD_DAY)
    assert sam.day().state is DayState.BAD_DAY
