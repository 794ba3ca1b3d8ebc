"""Today when its day ends while the window is open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from diary.app.values import Changes
from diary.domain.entries import Sharing
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.state import Answer
from tests.ui.today.journals import DAY, NOW, Ids, MemoryJournal

NEXT = DAY + timedelta(days=1)


class Clock:
    """Says which day it is."""

    def __init__(self) -> None:
        self.day = DAY

    def today(self) -> date:
        """The day it is now."""
        return self.day


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def presenter(journal: MemoryJournal, clock: Clock) -> TodayPresenter:
    presenter = TodayPresenter(journal, ImmediateTasks(), clock.today, lambda: NOW, Ids())
    presenter.load()
    return presenter


def test_who_comes_back_after_the_night_writes_about_the_new_day(
    presenter: TodayPresenter, journal: MemoryJournal, clock: Clock
) -> None:
    clock.day = NEXT
    presenter.follow_clock()
    presenter.give(Answer("mood", 4))
    assert (journal.value("mood"), journal.value("mood", NEXT)) == (None, 4)


def test_who_writes_over_the_end_of_the_day_stays_on_it_and_sees_that_it_is_yesterday(
    presenter: TodayPresenter, journal: MemoryJournal, clock: Clock
) -> None:
    presenter.give(Answer("mood", 4))
    clock.day = NEXT
    presenter.look_at_clock()
    presenter.give(Answer("pain", 6))
    assert (presenter.state.day, presenter.state.today) == (DAY, NEXT)
    assert journal.value("pain") == 6


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
