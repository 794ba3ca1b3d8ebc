"""The ways of not logging say what they mean, and are offered only where they are true."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from diary.domain.places import BodySite
from diary.ui.today.gestures import ScorePlace
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import MemoryJournal
from tests.ui.today.test_today import click, words_on


def offered(page: TodayPage) -> set[str]:
    found = page.view.findChildren(QAbstractButton)
    return {one.text() for one in found if one.isVisible() and one.isEnabled()}


def test_a_day_with_an_answer_has_something_to_log(today: TodayPage) -> None:
    assert "Nothing to log today" in offered(today)
    today.press("4")
    assert "Nothing to log today" not in offered(today)
    today.presenter.undo()
    assert "Nothing to log today" in offered(today)


def test_a_day_marked_before_it_was_answered_can_be_unmarked(today: TodayPage) -> None:
    click(today, "Nothing to log today")
    today.view.take_keyboard()
    today.press("4")
    assert "Nothing to log today" in offered(today)


def test_nowhere_else_is_said_only_beside_a_place(make_today: Callable[..., TodayPage]) -> None:
    today = make_today(MemoryJournal())
    assert "Nowhere today" in offered(today)
    today.presenter.do(ScorePlace(BodySite("neck"), 4))
    assert "Nowhere else today" in offered(today)
    assert "Nowhere today" not in offered(today)


def test_what_pausing_does_is_said_before_a_length_is_chosen(today: TodayPage) -> None:
    meaning = "Paused days don’t count as days not filled in. You can still write, and come back at any time."
    assert meaning not in words_on(today)
    click(today, "Pause the diary")
    assert meaning in words_on(today)
    click(today, "Don’t pause")
    assert meaning not in words_on(today)
