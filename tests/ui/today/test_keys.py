"""Today by keyboard, with real key events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.domain.entries import MarkKind
from diary.ui.kit.buttons import IconButton
from diary.ui.kit.sleep_strip import LongerButton
from diary.ui.today.note_card import NoteField
from tests.ui.standing import let_stand
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, PatientTasks


@pytest.fixture
def core(make_today: Callable[..., TodayPage]) -> TodayPage:
    return make_today(is_more_open=False)


def shown(page: TodayPage) -> list[str]:
    return [label.text() for label in page.view.findChildren(QLabel) if label.isVisible()]


def test_three_digits_are_a_whole_entry(today: TodayPage) -> None:
    today.press("4", "6", "7")
    assert [today.journal.value(measure) for measure in ("mood", "anxiety", "pain")] == [4, 6, 7]


@pytest.mark.parametrize(
    ("keys", "mood", "anxiety", "keyboard"),
    [
        (["1", "0"], 10, None, "anxiety"),
        (["1", "5"], 1, 5, "pain"),
        (["1", "1", "0"], 1, 10, "pain"),
        (["1", "Tab"], 1, None, "anxiety"),
        (["1", "Enter"], 1, None, "anxiety"),
        (["1", "x", "Enter"], 1, 10, "pain"),
        (["1", "P"], 1, None, "pain"),
        (["1", "Backspace"], None, None, "mood"),
        (["x", "Enter"], 10, None, "anxiety"),
        (["X", "Tab"], 10, None, "anxiety"),
        (["0"], 0, None, "anxiety"),
        (["5", "M", "Backspace"], None, None, "mood"),
        (["Enter"], None, None, "anxiety"),
        (["Tab"], None, None, "anxiety"),
        (["a", "3"], None, 3, "pain"),
        (["Tab", "Backtab", "2"], 2, None, "anxiety"),
        (["Space"], None, None, "mood"),
        (["1", "Space"], 1, None, "anxiety"),
        (["5", "M", "Space"], 5, None, "mood"),
        (["Right"], None, None, "mood"),
        (["Right", "Space"], 0, None, "mood"),
        (["Right", "Right", "Space"], 1, None, "mood"),
        (["Down", "Space"], 0, None, "mood"),
        (["Left", "Space"], 10, None, "mood"),
        (["Left", "Left", "Space"], 9, None, "mood"),
        (["Up", "Space"], 10, None, "mood"),
        (["Right", "Backspace", "Space"], None, None, "mood"),
        (["5", "5", "M", "Right", "Space"], 6, 5, "mood"),
    ],
)
def test_keys_answer_and_move_on(
    core: TodayPage, keys: list[str], mood: float | None, anxiety: float | None, keyboard: str
) -> None:
    core.press(*keys)
    assert (core.journal.value("mood"), core.journal.value("anxiety"), core.keyboard) == (mood, anxiety, keyboard)


@pytest.mark.parametrize(
    ("keys", "hours", "keyboard"),
    [
        (["S", "6"], 6, "sleep_hours"),
        (["S", "6", "."], 6.5, "sleep_hours"),
        (["S", "6", ","], 6.5, "sleep_hours"),
        (["S", "6", ".", "Tab"], 6.5, "mood"),
        (["S", "1", "0"], 10, "sleep_hours"),
        (["S", "1", "0", "."], 10.5, "sleep_hours"),
        (["S", "1", "."], 1.5, "sleep_hours"),
        (["S", "1", "Tab"], 1, "sleep_hours"),
        (["S", "1", "Tab", "Tab"], 1, "mood"),
        (["S", "1", "5"], 15, "sleep_hours"),
        (["S", "1", "2"], 12, "sleep_hours"),
        (["S", "2", "3"], 23, "sleep_hours"),
        (["S", "2", "5"], 5, "sleep_hours"),
        (["S", "2", "Tab"], 2, "sleep_hours"),
        (["S", "6", ".", "5"], 6.5, "sleep_hours"),
        (["S", "6", ",", "5"], 6.5, "sleep_hours"),
        (["S", "6", ".", "0"], 6, "sleep_hours"),
        (["S", "6", ".", "8"], 8, "sleep_hours"),
        (["S", "6", ".", "5", "5"], 5, "sleep_hours"),
        (["S", "6", ".", ".", "5"], 5, "sleep_hours"),
        (["S", "1", "2", ".", "5"], 12.5, "sleep_hours"),
        (["S", "Space"], None, "sleep_hours"),
        (["S", "7", "Enter"], 7, "mood"),
        (["S", "7", "M"], 7, "mood"),
        (["S", "."], None, "sleep_hours"),
        (["S", "x", "Enter"], 10, "sleep_hours"),
    ],
)
def test_a_digit_stays_on_sleep(core: TodayPage, keys: list[str], hours: float | None, keyboard: str) -> None:
    core.press(*keys)
    assert (core.journal.value("sleep_hours"), core.keyboard) == (hours, keyboard)


def test_more_hours_than_there_are_buttons_leave_the_ring_on_no_number(core: TodayPage) -> None:
    core.press("s", "1", "2", ".", "5")
    strip = core.scale("sleep_hours")
    assert strip.has_keyboard
    assert [button.text() for button in strip.buttons if button.shows_ring] == []
    core.press("s", "6")
    assert [button.text() for button in strip.buttons if button.shows_ring] == ["6"]


def test_more_than_10_is_as_wide_chosen_as_it_is_free(core: TodayPage) -> None:
    """It was cut at both ends as soon as it was chosen."""
    (more,) = (one for one in core.view.findChildren(LongerButton) if one.isVisible())
    free = more.sizeHint().width()
    core.press("s", "1", "2")
    assert more.isChecked()
    assert more.sizeHint().width() == free <= more.width()


@pytest.mark.parametrize("point", [".", ","])
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ("3|5", {"mood": 3}),
        ("3|572", {"mood": 3, "anxiety": 7, "pain": 2}),
        ("1|5", {"mood": 1}),
        ("10|5", {"mood": 10}),
        ("p3|5", {"pain": 3}),
        ("3|a5", {"mood": 3, "anxiety": 5}),
    ],
)
def test_the_digit_after_a_point_answers_no_other_question(
    today: TodayPage, keys: str, answers: dict[str, float], point: str
) -> None:
    today.press(*keys.replace("|", point))
    assert today.presenter.state.answers == answers
    assert ("Whole numbers here" in shown(today)) == keys.endswith("|5")


def test_nothing_is_saved_while_a_one_waits(today: TodayPage) -> None:
    today.press("1")
    assert today.scale("mood").is_waiting
    assert today.journal.asked == []
    today.press("0")
    assert today.journal.asked == ["mood 10.0"]


def test_a_one_that_waited_long_enough_is_a_one(today: TodayPage, qtbot: QtBot) -> None:
    today.press("1")
    qtbot.waitUntil(lambda: today.journal.value("mood") == 1)
    assert today.keyboard == "anxiety"


def test_on_the_last_question_a_late_nought_makes_ten(today: TodayPage, qtbot: QtBot) -> None:
    today.press("P", "1")
    assert "1, or type 0 now for 10" in shown(today)
    qtbot.waitUntil(lambda: today.journal.value("pain") == 1)
    assert "1, or type 0 now for 10" in shown(today)
    today.press("0")
    assert today.journal.value("pain") == 10
    assert "1, or type 0 now for 10" not in shown(today)


def test_a_nought_after_another_key_is_a_nought(today: TodayPage, qtbot: QtBot) -> None:
    today.press("P", "1")
    qtbot.waitUntil(lambda: today.journal.value("pain") == 1)
    today.press("q", "0")
    assert today.journal.value("pain") == 0


def test_a_late_nought_on_an_earlier_question_answers_the_next(today: TodayPage, qtbot: QtBot) -> None:
    today.press("1")
    qtbot.waitUntil(lambda: today.journal.value("mood") == 1)
    today.press("0")
    assert (today.journal.value("mood"), today.journal.value("anxiety")) == (1, 0)


def test_what_a_first_digit_of_sleep_may_become_is_said(today: TodayPage) -> None:
    today.press("S", "2")
    assert "2, or type one more digit now for 20 to 24" in shown(today)


def test_space_on_an_empty_question_goes_on_to_what_is_below(today: TodayPage) -> None:
    today.view.resize(700, 420)
    let_stand(today.view)
    today.view.verticalScrollBar().setValue(0)
    today.press("Space")
    assert today.view.verticalScrollBar().value() > 0
    assert today.journal.asked == []


def test_a_one_that_waits_is_kept_when_a_mouse_goes_elsewhere(today: TodayPage) -> None:
    today.press("1")
    QTest.mouseClick(today.scale("pain").buttons[3], Qt.MouseButton.LeftButton)
    today.view.settle()
    assert (today.journal.value("mood"), today.journal.value("pain")) == (1, 3)


def test_a_held_key_counts_once(today: TodayPage) -> None:
    today.hold("7", 20)
    assert (today.journal.value("mood"), today.journal.value("anxiety")) == (7, None)


def test_after_the_last_question_a_digit_given_with_a_waiting_one_goes_nowhere(today: TodayPage) -> None:
    today.press("P", "1", "5")
    assert today.journal.value("pain") == 1


def test_b_marks_a_bad_day_without_numbers(today: TodayPage) -> None:
    today.press("b")
    today.rest()
    assert today.journal.kept.marks == {DAY: MarkKind.BAD_DAY}
    assert today.journal.kept.scores == {}


def test_undo_and_redo_by_keys(today: TodayPage) -> None:
    today.press("4", "6")
    QTest.keyClick(today.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (today.journal.value("mood"), today.journal.value("anxiety")) == (4, None)
    QTest.keyClick(today.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert today.journal.value("anxiety") == 6


def test_letters_typed_in_the_note_are_only_words(today: TodayPage) -> None:
    note = today.view.findChild(NoteField)
    assert note is not None
    note.setFocus()
    today.press("b", "m", "4")
    assert note.toPlainText() == "bm4"
    assert (today.journal.kept.marks, today.journal.kept.scores) == ({}, {})


def test_escape_leaves_the_note_for_the_scales(today: TodayPage) -> None:
    note = today.view.findChild(NoteField)
    assert note is not None
    note.setFocus()
    today.press("words", "Escape")
    assert today.keyboard == "mood"
    assert [kept.text for kept in today.journal.kept.notes.values()] == ["words"]
    today.press("4")
    assert today.journal.value("mood") == 4


@pytest.mark.parametrize("way", ["Alt+Left", "button", "asked for"])
def test_another_day_begins_at_mood_and_at_the_top(today: TodayPage, way: str) -> None:
    today.view.resize(700, 420)
    today.press("P")
    assert today.view.verticalScrollBar().value() > 0
    if way == "Alt+Left":
        QTest.keyClick(today.scale("pain").buttons[0], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    elif way == "button":
        back = next(one for one in today.view.findChildren(IconButton) if one.accessibleName() == "The day before")
        back.setFocus()
        QTest.keyClick(back, Qt.Key.Key_Space)
    else:
        today.presenter.show_day(DAY - timedelta(days=1))
    assert (today.presenter.state.day, today.keyboard) == (DAY - timedelta(days=1), "mood")
    assert today.view.verticalScrollBar().value() == 0


def test_a_bad_day_begins_at_the_way_back_from_it(today: TodayPage) -> None:
    yesterday = DAY - timedelta(days=1)
    today.journal.mark_day(yesterday, MarkKind.BAD_DAY)
    QTest.keyClick(today.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    today.press("Space")
    assert today.presenter.state.day == yesterday
    assert today.journal.kept.marks.get(yesterday) is None


def test_letters_can_be_switched_off(today: TodayPage) -> None:
    today.presenter.let_letters_work(False, True)
    today.press("b")
    today.rest()
    today.press("p", "5")
    assert today.journal.kept.marks == {}
    assert today.journal.value("mood") == 5


def test_keys_pressed_before_the_diary_is_open_are_kept(make_today: Callable[..., TodayPage]) -> None:
    tasks = PatientTasks()
    today = make_today(tasks=tasks)
    today.press("4", "1", "0")
    assert [today.scale(measure).value for measure in ("mood", "anxiety")] == [4, 10]
    tasks.go()
    tasks.go()
    assert [today.journal.value(measure) for measure in ("mood", "anxiety")] == [4, 10]
    assert [today.scale(measure).value for measure in ("mood", "anxiety")] == [4, 10]
