"""Answers that somebody wrote down for the person, and what stays open where undo goes to another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import diaries, journal
from diary.app.journal import Told
from diary.app.opened import OpenDiary
from diary.domain.day_values import DayValue, MadeFrom
from diary.domain.measures import PAIN
from diary.domain.people import Basis
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.today.journal import DiaryJournal
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.state import Answer
from tests.storage.builders import DAY, World, sams_diary
from tests.ui.today.journals import Ids
from tests.ui.today.test_journals import Opened


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[OpenDiary]:
    diary = sams_diary(tmp_path, World())
    yield diary
    diaries.close(diary)


def page_of(diary: OpenDiary) -> TodayPresenter:
    opened, now = Opened(diary), diary.computer.surroundings.now
    presenter = TodayPresenter(DiaryJournal(opened.diary), ImmediateTasks(), diary.today, now, Ids())
    presenter.load()
    return presenter


def alex_was_told(diary: OpenDiary, pain: float) -> None:
    journal.log_day(diary, DAY, Told(scores={(PAIN, None): pain}), by="Alex", basis=Basis.TOLD)


def pain_of(diary: OpenDiary) -> DayValue | None:
    return journal.day_page(diary, DAY).day.value(PAIN)


def test_whoever_gives_the_answer_that_was_written_down_for_them_makes_it_their_own(diary: OpenDiary) -> None:
    alex_was_told(diary, 7)
    page = page_of(diary)
    assert page.state.answers[PAIN] == 7
    page.give(Answer(PAIN, 7))
    alex_was_told(diary, 2)
    value = pain_of(diary)
    assert value is not None
    assert (value.value, value.made_from) == (7, MadeFrom.DAILY)


def test_an_answer_that_was_written_down_is_not_said_to_be_taken_away(diary: OpenDiary) -> None:
    alex_was_told(diary, 7)
    page = page_of(diary)
    page.give(Answer(PAIN, None))
    assert page.state.answers[PAIN] == 7
    assert page.state.reason == "This answer was written down for you, so it stays. Your own answer will count instead."


def test_what_stays_as_it_was_told_is_not_tried_again_and_undo_ends_the_sentence(diary: OpenDiary) -> None:
    alex_was_told(diary, 7)
    page = page_of(diary)
    page.give(Answer(PAIN, 4))
    for _ in range(2):
        page.give(Answer(PAIN, None))
    assert (page.state.problem, page.state.can_try_again) == ("Nothing was changed", False)
    page.undo()
    assert (page.state.answers[PAIN], page.state.problem) == (4, "")
    for _ in range(2):
        page.give(Answer(PAIN, None))
    page.try_again()
    assert page.state.problem == "", "the button puts it away"


def test_a_moment_that_is_asked_about_does_not_go_along_to_another_day(diary: OpenDiary) -> None:
    page = page_of(diary)
    page.show_day(DAY - timedelta(days=1))
    page.give(Answer(PAIN, 6))
    page.go_to_today()
    page.unfolded.begin_moment()
    page.unfolded.open_anyway()
    page.undo()
    assert page.state.day == DAY - timedelta(days=1)
    assert page.state.more.open_moment is None
