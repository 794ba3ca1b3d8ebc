"""Coming back after a gap, and whether the diary helps: said gently, put away with one press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from diary.app.values import Welcome
from diary.domain.entries import PauseFor
from diary.domain.helping import IsHelping
from diary.ui.today.greeting import CodeCard, Greeting, HelpingCard, WelcomeCard
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY
from tests.ui.today.test_today import words_on


@pytest.fixture
def greeted(make_today: Callable[..., TodayPage]) -> Callable[[Welcome], TodayPage]:
    def make(welcome: Welcome) -> TodayPage:
        page = make_today()
        page.journal.greeting = welcome
        page.presenter.load()
        return page

    return make


def welcome(page: TodayPage) -> WelcomeCard:
    found = page.view.findChild(WelcomeCard)
    assert isinstance(found, WelcomeCard)
    return found


def helping(page: TodayPage) -> HelpingCard:
    found = page.view.findChild(HelpingCard)
    assert isinstance(found, HelpingCard)
    return found


def test_who_was_never_away_is_neither_greeted_nor_asked(today: TodayPage) -> None:
    assert today.view.findChild(Greeting) is None


def test_who_comes_back_is_greeted_until_something_is_written(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(days_away=9))
    assert welcome(page).isVisible()
    page.press("4")
    assert page.journal.value("mood") == 4, "the greeting takes no key"
    assert welcome(page).isVisible() is False


def test_the_greeting_is_left_or_leads_to_the_day_before(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(days_away=9))
    welcome(page).fill_in.click()
    assert page.presenter.state.day == DAY - timedelta(days=1)
    assert welcome(page).isVisible() is False, "only today is greeted"
    page.presenter.show_day(DAY)
    welcome(page).leave.click()
    assert welcome(page).isVisible() is False


def test_that_it_helps_is_kept_and_nothing_more_is_said(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(asks_if_helping=True))
    helping(page).choice.buttons[IsHelping.YES].click()
    assert page.journal.kept.helping is IsHelping.YES
    assert helping(page).isVisible() is False


@pytest.mark.parametrize("answer", [IsHelping.NO, IsHelping.NOT_SURE])
def test_where_it_does_not_help_less_is_offered(greeted: Callable[[Welcome], TodayPage], answer: IsHelping) -> None:
    page = greeted(Welcome(asks_if_helping=True))
    helping(page).choice.buttons[answer].click()
    assert page.journal.kept.helping is answer
    helping(page).less.click()
    assert page.journal.kept.choices.low_energy
    assert helping(page).isVisible() is False


def test_where_it_does_not_help_fewer_days_are_offered(greeted: Callable[[Welcome], TodayPage], qtbot: QtBot) -> None:
    page = greeted(Welcome(asks_if_helping=True))
    helping(page).choice.buttons[IsHelping.NO].click()
    with qtbot.waitSignal(page.view.choosing_requested):
        helping(page).fewer.click()


def code(page: TodayPage) -> CodeCard:
    found = page.view.findChild(CodeCard)
    assert isinstance(found, CodeCard)
    return found


@pytest.mark.parametrize("answer", ["It is written down", "Don’t ask again"])
def test_a_code_that_was_passed_by_is_asked_about_until_it_is_written_down_or_nobody_wants_to_be_asked(
    greeted: Callable[[Welcome], TodayPage], qtbot: QtBot, answer: str
) -> None:
    page = greeted(Welcome(asks_if_helping=True, asks_about_code=True))
    card = code(page)
    assert (card.isVisible(), helping(page).isVisible()) == (True, False), "one thing at a time"
    with qtbot.waitSignal(page.view.settings_requested):
        card.show_code.click()
    assert card.isVisible(), "whoever comes back from there can say that it is written down"
    next(one for one in (card.kept, card.no_more) if one.text() == answer).click()
    assert not card.isVisible()
    assert page.journal.asked == ["end asking about the code"]


def test_nobody_is_asked_about_a_code_who_comes_back_or_has_a_bad_day(
    greeted: Callable[[Welcome], TodayPage],
) -> None:
    page = greeted(Welcome(days_away=9, asks_about_code=True))
    assert (welcome(page).isVisible(), code(page).isVisible()) == (True, False)
    page.press("B")
    assert not code(page).isVisible()


def test_a_day_that_was_not_chosen_is_said_to_need_nothing_and_can_be_written_about(today: TodayPage) -> None:
    said = "Nothing is needed today: it is not one of your days"
    assert said not in words_on(today)
    today.journal.choose_week_days({(DAY.weekday() + 1) % 7})
    today.presenter.load()
    assert said in words_on(today)
    today.press("4")
    assert today.journal.value("mood") == 4
    today.presenter.go_back()
    assert said not in words_on(today), "only today is asked for"
    today.presenter.show_day(DAY)
    today.journal.choose_week_days({DAY.weekday()})
    today.presenter.load()
    assert said not in words_on(today)


def test_where_it_does_not_help_the_diary_can_be_paused(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(asks_if_helping=True))
    helping(page).choice.buttons[IsHelping.NO].click()
    helping(page).lengths.buttons[PauseFor.MONTH].click()
    assert [pause.first for pause in page.journal.kept.pauses] == [DAY]
    assert helping(page).isVisible() is False


def test_the_question_can_wait(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(asks_if_helping=True))
    helping(page).not_now.click()
    assert page.journal.kept.helping is None
    assert helping(page).isVisible() is False


def test_nobody_is_asked_on_a_bad_day(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(asks_if_helping=True))
    page.press("b")
    page.rest()
    assert helping(page).isVisible() is False


def test_who_has_just_come_back_is_not_asked_anything_as_well(greeted: Callable[[Welcome], TodayPage]) -> None:
    page = greeted(Welcome(days_away=9, asks_if_helping=True))
    assert welcome(page).isVisible()
    assert helping(page).isVisible() is False
    page.press("4")
    assert helping(page).isVisible()
