"""What is typed while the day is still being read, on a page that looks empty whatever the diary has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.app.values import DayPage
from diary.domain.entries import MarkKind
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, MemoryJournal, PatientTasks

NOT_USED = "What you typed was not used"


@pytest.fixture
def lane() -> PatientTasks:
    return PatientTasks()


@pytest.fixture
def early(make_today: Callable[..., TodayPage], lane: PatientTasks) -> TodayPage:
    """The page before anything was read."""
    return make_today(tasks=lane)


class Unreadable(MemoryJournal):
    """A diary on a disk that gives nothing out until ``is_read``."""

    is_read = False

    def day_page(self, day: date) -> DayPage:
        """The day, once the disk gives it out."""
        if not self.is_read:
            raise DiaryError("file_unreadable")
        return super().day_page(day)


def words(page: TodayPage) -> set[str]:
    return {one.text() for one in page.view.findChildren(QLabel) if one.isVisibleTo(page.view)}


def catch_up(lane: PatientTasks, times: int = 3) -> None:
    for _ in range(times):
        lane.go()


def let_wait_end(page: TodayPage, measure: str) -> None:
    """Let the time pass after which a first digit stands alone."""
    for timer in page.scale(measure).findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


def core(journal: MemoryJournal) -> list[float | None]:
    return [journal.value(measure) for measure in (MOOD, ANXIETY, PAIN)]


def test_it_is_saved_where_the_day_has_no_answer(early: TodayPage, lane: PatientTasks) -> None:
    early.press("4", "7", "6")
    assert early.presenter.state.answers == {MOOD: 4, ANXIETY: 7, PAIN: 6}, "and is on screen at once"
    assert [early.presenter.has_unsaved] == [True], "whoever closes now is asked about it"
    catch_up(lane)
    assert (core(early.journal), early.presenter.has_unsaved) == ([4, 7, 6], False)
    assert NOT_USED not in words(early)


@pytest.mark.parametrize("answered", [MOOD, ANXIETY, PAIN])
def test_it_replaces_no_answer_and_none_of_it_is_used(early: TodayPage, lane: PatientTasks, answered: str) -> None:
    early.journal.give_score(DAY, answered, 3)
    early.press("9", "9", "9")
    catch_up(lane)
    assert [value for value in core(early.journal) if value is not None] == [3]
    assert early.presenter.state.answers == {answered: 3}
    assert NOT_USED in words(early)
    assert not early.presenter.has_unsaved


def test_that_it_was_not_used_comes_into_view(early: TodayPage, lane: PatientTasks, qtbot: QtBot) -> None:
    early.view.resize(690, 480)
    early.press("9", "9", "9")
    assert early.view.verticalScrollBar().value() > 0, "down at the last question"
    early.journal.give_score(DAY, MOOD, 3)
    catch_up(lane)
    said = next(one for one in early.view.findChildren(QLabel) if one.text() == NOT_USED)
    window = early.view.viewport()
    qtbot.waitUntil(lambda: window.rect().contains(said.mapTo(window, said.rect().center())))


def test_it_is_said_until_something_is_answered(early: TodayPage, lane: PatientTasks) -> None:
    early.journal.give_score(DAY, MOOD, 3)
    early.press("9")
    catch_up(lane)
    early.press("m", "4")
    catch_up(lane)
    assert early.journal.value(MOOD) == 4
    assert NOT_USED not in words(early)


def test_a_first_digit_that_waits_as_the_day_comes_was_typed_before_it(early: TodayPage, lane: PatientTasks) -> None:
    early.journal.give_score(DAY, MOOD, 3)
    early.press("1")
    catch_up(lane)
    let_wait_end(early, MOOD)
    catch_up(lane)
    assert early.journal.value(MOOD) == 3
    assert early.scale(MOOD).value == 3
    assert NOT_USED in words(early)


def test_a_10_is_whole_where_the_day_came_between_its_digits(early: TodayPage, lane: PatientTasks) -> None:
    early.press("1")
    catch_up(lane)
    early.press("0")
    catch_up(lane)
    assert core(early.journal) == [10, None, None]


def test_what_was_taken_back_before_the_day_came_is_not_there(early: TodayPage, lane: PatientTasks) -> None:
    early.journal.give_score(DAY, PAIN, 3)
    early.press("4", "m", "Backspace")
    catch_up(lane)
    assert core(early.journal) == [None, None, 3]
    assert NOT_USED not in words(early), "nothing is left that was not used"


def test_a_bad_day_is_marked_beside_answers_and_in_place_of_no_other_mark(early: TodayPage, lane: PatientTasks) -> None:
    early.journal.mark_day(DAY, MarkKind.NOTHING_TO_LOG)
    early.press("b")
    early.rest()
    catch_up(lane)
    assert early.journal.kept.marks[DAY] is MarkKind.NOTHING_TO_LOG
    assert NOT_USED in words(early)


def test_a_bad_day_is_marked_where_nothing_is(early: TodayPage, lane: PatientTasks) -> None:
    early.press("b")
    early.rest()
    assert early.presenter.state.is_bad_day
    catch_up(lane)
    assert early.journal.kept.marks[DAY] is MarkKind.BAD_DAY


def test_a_day_that_is_turned_to_is_read_before_anything_is_saved_on_it(early: TodayPage, lane: PatientTasks) -> None:
    before = DAY.replace(day=DAY.day - 1)
    early.journal.give_score(before, MOOD, 3)
    catch_up(lane)
    early.presenter.go_back()
    early.press("9", "9")
    early.presenter.go_on()
    early.press("5")
    catch_up(lane)
    assert [early.journal.value(MOOD, day) for day in (before, DAY)] == [3, 5]


def test_it_waits_while_the_day_can_not_be_read(make_today: Callable[..., TodayPage], lane: PatientTasks) -> None:
    journal = Unreadable()
    journal.give_score(DAY, MOOD, 3)
    page = make_today(journal, lane)
    page.press("9")
    catch_up(lane)
    assert page.presenter.state.problem == "This day could not be opened"
    assert [page.presenter.has_unsaved] == [True]
    journal.is_read = True
    page.presenter.try_again()
    catch_up(lane)
    assert (journal.value(MOOD), page.presenter.has_unsaved) == (3, False)
