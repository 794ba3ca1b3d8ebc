"""Moments of the day: begun by a key, answered by digits, moved, taken away, and never taken for the day's answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from diary.ui.today.moments_card import MomentsCard
from tests.ui.standing import let_stand
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY
from tests.ui.today.test_today import words_on

LEFT = Qt.MouseButton.LeftButton


def card(page: TodayPage) -> MomentsCard:
    found = page.view.findChild(MomentsCard)
    assert isinstance(found, MomentsCard)
    return found


def kept(page: TodayPage) -> list[tuple[time, dict[str, float]]]:
    """Every moment that has an answer."""
    return [(at, answers) for _, at, answers in page.journal.kept.moments.values() if answers]


def test_a_moment_takes_one_key_and_three_digits(today: TodayPage) -> None:
    today.press("n", "4", "1", "0", "7")
    assert kept(today) == [(time(20, 14), {"mood_now": 4, "anxiety_now": 10, "pain_now": 7})]
    assert today.journal.kept.scores == {}, "the day's own questions stay open"


def test_the_key_opens_more_first_and_no_digit_goes_to_the_day(make_today: Callable[..., TodayPage]) -> None:
    page = make_today(is_more_open=False)
    page.press("4", "n", "5")
    assert page.journal.kept.scores == {(DAY, "mood"): 4}
    assert kept(page) == [(time(20, 14), {"mood_now": 5})]


def test_a_waiting_digit_stays_with_its_own_question(today: TodayPage) -> None:
    today.press("1", "n", "0")
    assert today.journal.kept.scores == {(DAY, "mood"): 1}
    assert kept(today) == [(time(20, 14), {"mood_now": 0})]


def test_what_was_said_of_a_moment_is_no_answer_about_the_day(today: TodayPage) -> None:
    today.press("n", "4")
    assert today.presenter.state.answers == {}
    assert today.scale("mood").value is None


def test_a_moment_gets_the_time_that_is_typed(today: TodayPage) -> None:
    today.press("n", "4")
    moments = card(today)
    moments.time.field.setFocus()
    moments.time.field.selectAll()
    today.press("9.30", "Enter")
    assert kept(today) == [(time(9, 30), {"mood_now": 4})]
    assert [line.moment.at for line in moments.rows.values()] == [time(9, 30)]


def test_a_time_before_the_first_answer_is_the_answers_time(today: TodayPage) -> None:
    today.press("n")
    today.rest()
    card(today).time.time_requested.emit(time(8))
    card(today).scales["pain_now"].strip.buttons[3].click()
    assert kept(today) == [(time(8), {"pain_now": 3})]


def test_a_time_still_to_come_is_refused_and_nothing_moves(today: TodayPage) -> None:
    today.press("n", "4")
    card(today).time.time_requested.emit(time(23))
    assert today.presenter.state.problem == "Nothing was changed"
    assert kept(today) == [(time(20, 14), {"mood_now": 4})]
    assert not today.presenter.has_unsaved


def test_moments_stand_in_their_order_with_those_after_midnight_last(today: TodayPage) -> None:
    for at in (time(14), time(1), time(9)):
        today.journal.answer_moment(DAY, f"at {at}", at, "mood_now", 5)
    today.presenter.load()
    assert [line.moment.at for line in card(today).rows.values()] == [time(9), time(14), time(1)]


def test_a_moment_is_opened_again_changed_and_closed(today: TodayPage) -> None:
    today.press("n", "4")
    moments = card(today)
    moments.done.click()
    assert not moments.scales["mood_now"].isVisible()
    (line,) = moments.rows.values()
    line.opener.click()
    moments.scales["mood_now"].strip.buttons[6].click()
    assert kept(today) == [(time(20, 14), {"mood_now": 6})]


def test_the_first_answer_moves_no_other_question(today: TodayPage) -> None:
    today.press("n")
    today.rest()
    moments = card(today)
    let_stand(today.view)
    pain = moments.scales["pain_now"]
    before = pain.mapTo(moments, pain.rect().topLeft())
    today.press("4")
    let_stand(today.view)
    assert moments.rows
    assert pain.mapTo(moments, pain.rect().topLeft()) == before


def test_a_moment_taken_away_comes_back_whole_with_undo(today: TodayPage) -> None:
    today.press("n", "4", "5")
    (line,) = card(today).rows.values()
    today.view.ensureWidgetVisible(line)
    QTest.mouseClick(line.away, LEFT)
    assert kept(today) == []
    assert card(today).rows == {}
    today.presenter.undo()
    assert kept(today) == [(time(20, 14), {"mood_now": 4, "anxiety_now": 5})]


def test_a_past_day_asks_for_the_time_first_and_then_how_it_was(today: TodayPage) -> None:
    yesterday = DAY - timedelta(days=1)
    today.presenter.show_day(yesterday)
    today.press("n")
    today.rest()
    moments = card(today)
    assert moments.time.field.hasFocus()
    assert moments.time.field.text() == "", "no time is given beforehand"
    assert list(moments.strips) == []
    today.press("9.30", "Enter")
    assert "How was your mood then?" in words_on(today)
    assert "How is your mood right now?" not in words_on(today)
    today.press("4", "1", "0")
    assert kept(today) == [(time(9, 30), {"mood_now": 4, "anxiety_now": 10})]
    assert [day for day, _, _ in today.journal.kept.moments.values()] == [yesterday]
    assert today.journal.kept.scores == {}
    assert "Mood 4, Anxiety 10, filled in later" in words_on(today)
    moments.done.click()
    assert moments.now.hasFocus()


def test_a_past_moment_without_a_time_is_none(today: TodayPage) -> None:
    today.presenter.show_day(DAY - timedelta(days=1))
    today.press("n")
    today.rest()
    today.press("soon", "Enter")
    assert "Write the time like 14:05" in words_on(today)
    card(today).done.click()
    assert kept(today) == []
    today.presenter.show_day(DAY)
    today.view.take_keyboard()
    today.press("n", "6")
    assert "How is your mood right now?" in words_on(today)
    assert kept(today) == [(time(20, 14), {"mood_now": 6})]


def test_leaving_a_day_leaves_the_moment_that_has_no_time(today: TodayPage) -> None:
    today.presenter.show_day(DAY - timedelta(days=1))
    today.press("n")
    today.rest()
    today.presenter.show_day(DAY - timedelta(days=2))
    assert not card(today).time.isVisible()


def test_who_asks_the_core_alone_has_no_key_for_moments(today: TodayPage) -> None:
    today.journal.choose_low_energy(on=True)
    today.presenter.load()
    today.press("n", "4")
    assert kept(today) == []


def stop(page: TodayPage, key: str = "") -> str:
    """Press a key, and say where the keyboard is then."""
    page.press(*([key] if key else []))
    focus = QApplication.focusWidget()
    assert focus is not None
    return page.keyboard or focus.accessibleName() or str(focus.property("text"))


def test_tab_goes_through_a_moment_as_it_is_read_and_back(today: TodayPage) -> None:
    today.press("n", "4", "5", "6")
    card(today).time.field.setFocus()
    read = [stop(today), *(stop(today, "Tab") for _ in range(6))]
    change = "Change how it was at 20:14: Mood 4, Anxiety 5, Pain 6"
    away = "Take away: how it was at 20:14"
    assert read == ["The time of this moment", "mood_now", "anxiety_now", "pain_now", "Done", change, away]
    assert [stop(today, "Backtab") for _ in range(6)] == read[-2::-1]


def test_the_pencil_of_the_moment_that_is_asked_about_leads_to_its_questions(today: TodayPage) -> None:
    today.press("n", "4", "5", "6", "Tab", "Tab", "Enter")
    assert today.keyboard == "mood_now"


def test_after_a_moment_was_taken_away_undo_is_in_view_and_the_keyboard_beside_it(today: TodayPage) -> None:
    today.view.resize(1100, 500)
    today.press("n", "4", "5", "6", "Tab", "Tab", "Tab")
    assert stop(today).startswith("Take away")
    today.press("Enter")
    QTest.qWait(0)
    assert kept(today) == []
    moments = card(today)
    assert moments.now.hasFocus()
    assert "How it was at 20:14 was taken away" in words_on(today)
    assert in_view(today, moments.now)
    assert in_view(today, moments.taken_away)
    QTest.mouseClick(moments.taken_away.findChildren(QPushButton)[0], LEFT)
    assert kept(today) == [(time(20, 14), {"mood_now": 4, "anxiety_now": 5, "pain_now": 6})]
    assert not moments.taken_away.isVisible()


def test_one_moment_of_several_leaves_the_keyboard_at_its_neighbour(today: TodayPage) -> None:
    for at in (time(9), time(14)):
        today.journal.answer_moment(DAY, f"at {at}", at, "mood_now", 5)
    today.presenter.load()
    first, second = card(today).rows.values()
    first.away.setFocus()
    today.press("Enter")
    assert second.opener.hasFocus()


def test_undo_of_a_moment_taken_away_is_offered_only_while_it_would_take_back_that(today: TodayPage) -> None:
    today.press("n", "4")
    (line,) = card(today).rows.values()
    line.away.click()
    assert card(today).taken_away.isVisible()
    today.scale("mood").buttons[3].click()
    assert not card(today).taken_away.isVisible()


def in_view(page: TodayPage, part: QWidget) -> bool:
    """Whether all of a part can be seen without scrolling."""
    return page.view.viewport().rect().contains(QRect(part.mapTo(page.view, QPoint()), part.size()))
