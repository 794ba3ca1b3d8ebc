"""A headache's three questions, pauses, and days filled in from notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from diary.domain.entries import Pause
from diary.domain.today import AT_FIRST, HEADACHE, HEADACHE_HOURS, HEADACHE_TODAY
from diary.ui.today.headache_row import HeadacheRow
from diary.ui.today.quiet_ways import QuietWays
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, MemoryJournal
from tests.ui.today.test_today import click, words_on

YESTERDAY = DAY - timedelta(days=1)


def quiet_ways(page: TodayPage) -> QuietWays:
    found = page.view.findChild(QuietWays)
    assert isinstance(found, QuietWays)
    return found


def headache(page: TodayPage) -> HeadacheRow:
    """The row, after it was chosen."""
    page.journal.choose_shown((HEADACHE, *AT_FIRST))
    page.presenter.load()
    found = page.view.findChild(HeadacheRow)
    assert isinstance(found, HeadacheRow)
    page.view.ensureWidgetVisible(found)
    return found


def test_how_bad_a_headache_was_is_asked_only_where_there_was_one(today: TodayPage) -> None:
    line = headache(today)
    assert not any(scale.isVisible() for scale in line.scales.values())
    click(today, "In the last 24 hours, did you have a headache or migraine? Yes")
    assert all(scale.isVisible() for scale in line.scales.values())
    assert today.journal.value(HEADACHE) is None, "yes is no number"


def test_a_headache_is_answered_by_keyboard(today: TodayPage) -> None:
    line = headache(today)
    line.choice.buttons["yes"].setFocus()
    today.press("Space", "Tab", "6", "3", ".")
    answers = [today.journal.value(one) for one in (HEADACHE_TODAY, HEADACHE, HEADACHE_HOURS)]
    assert answers == [1, 6, 3.5]


def test_no_headache_takes_its_number_and_its_hours_away(today: TodayPage) -> None:
    line = headache(today)
    line.choice.buttons["yes"].setFocus()
    today.press("Space", "Tab", "6", "3")
    line.choice.buttons["no"].setFocus()
    today.press("Space")
    answers = [today.journal.value(one) for one in (HEADACHE_TODAY, HEADACHE, HEADACHE_HOURS)]
    assert answers == [0, None, None]
    today.presenter.undo()
    assert today.journal.value(HEADACHE) == 6


def test_a_pause_is_begun_by_keyboard_and_said_with_its_end(today: TodayPage) -> None:
    quiet_ways(today).ask.setFocus()
    today.press("Enter", "Space")
    assert today.journal.kept.pauses == (Pause("pause 0", DAY, DAY + timedelta(days=6)),)
    assert "The diary is paused until Saturday 28 November" in words_on(today)
    assert not quiet_ways(today).ask.isVisible()


def test_somebody_who_is_back_ends_the_pause_with_one_click(today: TodayPage) -> None:
    click(today, "Pause the diary")
    click(today, "Pause the diary: Until I come back")
    assert "The diary is paused until you come back" in words_on(today)
    today.view.take_keyboard()
    today.press("4")
    assert today.journal.value("mood") == 4, "a pause stops nobody from writing"
    click(today, "I’m back")
    assert today.journal.kept.pauses == ()
    assert "The diary is paused until you come back" not in words_on(today)


def test_not_pausing_after_all_leaves_nothing(today: TodayPage) -> None:
    click(today, "Pause the diary")
    click(today, "Don’t pause")
    assert today.journal.asked == []
    assert QApplication.focusWidget() is quiet_ways(today).ask


def test_a_pause_begins_today_and_is_not_offered_on_other_days(today: TodayPage) -> None:
    today.presenter.show_day(YESTERDAY)
    assert not quiet_ways(today).ask.isVisible()


def test_notes_are_asked_about_once_and_only_on_a_day_long_past(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.late_days = frozenset({YESTERDAY})
    today = make_today(journal)
    question = "Do you have notes that you made at the time?"
    assert question not in words_on(today)
    today.presenter.show_day(YESTERDAY)
    assert question in words_on(today)
    click(today, f"{question} Yes")
    assert journal.has_notes is True
    assert question not in words_on(today)


def test_a_day_long_past_is_filled_in_without_answering_about_notes(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.late_days = frozenset({YESTERDAY})
    today = make_today(journal)
    today.presenter.show_day(YESTERDAY)
    today.view.take_keyboard()
    today.press("4")
    assert journal.value("mood", YESTERDAY) == 4
    assert journal.has_notes is None
