"""Today when its day ends while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from diary.app.values import Changes, DayPage
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.state import Answer, DayNews
from diary.ui.today.typed_early import NotUsed
from diary.ui.today.view import TodayView
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, NOW, Ids, MemoryJournal, PatientTasks

NEXT = DAY + timedelta(days=1)
AT_NIGHT = NOW + timedelta(hours=5)
"""A quarter past one of the next day."""


class Clock:
    """Says which day it is."""

    def __init__(self) -> None:
        self.day = DAY

    def today(self) -> date:
        """The day it is now."""
        return self.day

    def now(self) -> datetime:
        """The evening of that day."""
        return datetime.combine(self.day, NOW.timetz())


def news(presenter: TodayPresenter) -> DayNews | None:
    return presenter.state.news


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def presenter(journal: MemoryJournal, clock: Clock) -> TodayPresenter:
    presenter = TodayPresenter(journal, ImmediateTasks(), clock.today, clock.now, Ids())
    presenter.load()
    return presenter


def test_who_comes_back_after_the_night_writes_about_the_new_day(
    presenter: TodayPresenter, journal: MemoryJournal, clock: Clock
) -> None:
    clock.day = NEXT
    presenter.follow_clock()
    assert news(presenter) is DayNews.MOVED_ON
    presenter.give(Answer("mood", 4))
    assert news(presenter) is None
    assert (journal.value("mood"), journal.value("mood", NEXT)) == (None, 4)


def test_who_writes_over_the_end_of_the_day_stays_on_it_and_sees_that_it_is_yesterday(
    presenter: TodayPresenter, journal: MemoryJournal, clock: Clock
) -> None:
    presenter.give(Answer("mood", 4))
    clock.day = NEXT
    presenter.look_at_clock()
    presenter.give(Answer("pain", 6))
    assert (presenter.state.day, presenter.state.today) == (DAY, NEXT)
    assert news(presenter) is DayNews.BEGAN, "and is asked whether to go on"
    assert journal.value("pain") == 6
    presenter.go_to_today()
    assert (presenter.state.day, news(presenter)) == (NEXT, None)


def test_an_answer_just_after_the_days_end_asks_at_once(presenter: TodayPresenter, clock: Clock) -> None:
    clock.day = NEXT
    presenter.give(Answer("mood", 4))
    assert (presenter.state.day, news(presenter)) == (DAY, DayNews.BEGAN)


@pytest.mark.parametrize("look", [TodayPresenter.follow_clock, TodayPresenter.look_at_clock])
def test_a_clock_that_went_back_leads_to_the_day_it_is_and_says_so(
    presenter: TodayPresenter, journal: MemoryJournal, clock: Clock, look: Callable[[TodayPresenter], None]
) -> None:
    """A flight over the date line, or a clock put right: nothing can be written about a day to come."""
    clock.day = DAY - timedelta(days=1)
    look(presenter)
    assert (presenter.state.day, news(presenter)) == (clock.day, DayNews.WENT_BACK)
    presenter.give(Answer("mood", 4))
    assert journal.value("mood", clock.day) == 4
    assert news(presenter) is None


def test_a_later_end_of_the_day_chosen_at_night_leads_back_and_blames_no_clock(
    journal: MemoryJournal, clock: Clock
) -> None:
    clock.day = NEXT
    presenter = TodayPresenter(journal, ImmediateTasks(), clock.today, lambda: AT_NIGHT, Ids())
    presenter.load()
    clock.day = DAY
    presenter.follow_clock()
    assert (presenter.state.day, news(presenter), presenter.state.night_until) == (DAY, None, "04:00")


def test_a_past_day_that_was_chosen_stays(presenter: TodayPresenter, clock: Clock) -> None:
    presenter.go_back()
    clock.day = NEXT
    presenter.follow_clock()
    assert presenter.state.day == DAY - timedelta(days=1)


def test_what_another_page_did_to_another_day_can_be_undone_here(
    presenter: TodayPresenter, journal: MemoryJournal
) -> None:
    earlier = DAY - timedelta(days=3)
    journal.write_note(earlier, "then", note_id=None, sharing=Sharing.PRIVATE)
    presenter.refresh(Changes(frozenset({earlier}), frozenset({"note"})))
    assert presenter.state.can_undo


def words_on(view: TodayView) -> set[str]:
    return {label.text() for label in view.findChildren(QLabel) if label.isVisible()}


def test_after_midnight_the_page_says_which_day_is_written_to(make_today: Callable[..., TodayPage]) -> None:
    page = make_today(now=lambda: AT_NIGHT)
    said = {"It is after midnight. You are still writing about Sunday 22 November", "The new day begins at 04:00."}
    assert said <= words_on(page.view)
    page.press("4")
    assert page.journal.value("mood", DAY) == 4
    page.presenter.go_back()
    assert not said & words_on(page.view)


def test_a_page_open_over_midnight_says_so_when_the_clock_is_next_looked_at(
    make_today: Callable[..., TodayPage],
) -> None:
    times = [NOW]
    page = make_today(now=lambda: times[-1])
    assert page.presenter.state.night_until == ""
    times.append(AT_NIGHT)
    page.presenter.look_at_clock()
    assert page.presenter.state.night_until == "04:00"


class LateDay(MemoryJournal):
    """A diary whose day goes on longer than the page thought before it was open."""

    def day_page(self, day: date) -> DayPage:
        """No day ahead is given out."""
        if day > DAY:
            raise DiaryError("day_in_future")
        return super().day_page(day)


def test_a_diary_with_another_hour_is_shown_on_its_own_day_once_it_is_open(clock: Clock) -> None:
    clock.day = NEXT
    tasks = PatientTasks()
    presenter = TodayPresenter(LateDay(), tasks, clock.today, lambda: NOW, Ids())
    presenter.load()
    clock.day = DAY
    tasks.go()
    tasks.go()
    assert (presenter.state.day, presenter.state.is_loaded, presenter.state.problem) == (DAY, True, "")


def test_what_is_typed_while_the_wrong_day_is_shown_is_used_on_neither(clock: Clock) -> None:
    clock.day = NEXT
    tasks, journal = PatientTasks(), LateDay()
    presenter = TodayPresenter(journal, tasks, clock.today, lambda: NOW, Ids())
    presenter.load()
    presenter.give(Answer("mood", 4))
    clock.day = DAY
    for _ in range(3):
        tasks.go()
    assert (presenter.state.day, presenter.state.not_used) == (DAY, NotUsed.OTHER_DAY)
    assert (journal.value("mood", DAY), journal.value("mood", NEXT)) == (None, None)
    assert (presenter.state.problem, presenter.has_unsaved) == ("", False)
