"""Words typed while no field has the keyboard: they change nothing, and the page says so; single letters still act."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from diary.domain.entries import MarkKind
from diary.ui.kit.messages import FloatingMessage
from diary.ui.today.header import TodayHeader
from diary.ui.today.note_card import NoteField
from tests.ui.standing import let_stand
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY
from tests.ui.today.test_today import click, words_on

SAID = "That looked like words, so nothing was changed"


def written(page: TodayPage) -> list[str]:
    return page.journal.asked


@pytest.mark.parametrize(
    "words",
    [
        "bad day",
        "exhausted",
        "Xanax at 10",
        "next to nothing",
        "slept 5 hours",
        "no",
        "max",
        "sam 4",
        "x-ray",
        "taxi",
    ],
)
def test_words_change_nothing_and_leave_the_keyboard_where_it_was(today: TodayPage, words: str) -> None:
    today.press("M")
    today.rest()
    today.press(*("Space" if letter == " " else letter for letter in words))
    assert SAID in words_on(today)
    today.rest()
    assert written(today) == []
    assert (today.keyboard, today.presenter.state.more.open_moment) == ("mood", None)


def test_the_space_between_words_presses_no_button(today: TodayPage) -> None:
    today.press("b")
    today.rest()
    take_back = QApplication.focusWidget()
    assert isinstance(take_back, QAbstractButton)
    today.press("I", "Space", "a", "m", "Space", "i", "n", "Space")
    today.rest()
    assert today.journal.kept.marks == {DAY: MarkKind.BAD_DAY}
    today.press("Space")
    assert today.journal.kept.marks == {}, "after a pause it is a key again"


def test_what_was_answered_stays_when_words_are_typed_and_wiped_out(today: TodayPage) -> None:
    today.press("4", "M", *"tired", "Backspace", "Backspace", "Backspace")
    today.rest()
    assert today.journal.value("mood") == 4


def test_after_words_and_a_pause_the_keys_work_again(today: TodayPage) -> None:
    today.press(*"hello")
    today.rest()
    today.press("4")
    assert SAID not in words_on(today)
    assert today.journal.value("mood") == 4


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["x", "x", "x", "Enter"], (10, 10, 10)),
        (["x", "5", "x", "Enter"], (10, 5, 10)),
        (["A", "x", "Enter"], (None, 10, None)),
        (["A", "P", "3"], (None, None, 3)),
        (["M", "M", "2"], (2, None, None)),
        (["P", "x", "Enter", "0"], (None, None, 0)),
    ],
)
def test_letters_that_are_keys_one_after_the_other_still_are(
    today: TodayPage, keys: list[str], answers: tuple[float | None, ...]
) -> None:
    today.press(*keys)
    assert tuple(today.journal.value(measure) for measure in ("mood", "anxiety", "pain")) == answers


def test_a_bad_day_waits_for_a_moment_shows_that_and_is_undone_in_one_step(today: TodayPage) -> None:
    button = today.view.findChildren(TodayHeader)[0].bad_day
    today.press("b")
    assert (written(today), button.isDown()) == ([], True)
    today.rest()
    assert (today.journal.kept.marks, button.isDown()) == ({DAY: MarkKind.BAD_DAY}, False)
    QTest.keyClick(today.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert today.journal.kept.marks == {}


def test_a_bad_day_is_marked_without_another_key(today: TodayPage, qtbot: QtBot) -> None:
    today.press("b")
    qtbot.waitUntil(lambda: today.journal.kept.marks == {DAY: MarkKind.BAD_DAY})


def test_a_bad_day_that_waits_is_kept_when_the_diary_is_locked(today: TodayPage) -> None:
    today.press("b")
    today.view.settle()
    assert today.journal.kept.marks == {DAY: MarkKind.BAD_DAY}


def test_a_ten_that_waits_is_seen_and_saved_by_itself(today: TodayPage, qtbot: QtBot) -> None:
    today.press("x")
    assert (today.scale("mood").buttons[10].isChecked(), written(today)) == (True, [])
    assert not [words for words in words_on(today) if words.startswith("Not filled in")]
    qtbot.waitUntil(lambda: today.journal.value("mood") == 10)
    assert today.keyboard == "anxiety"


def test_the_message_is_in_sight_however_far_down_one_is_and_moves_nothing(today: TodayPage) -> None:
    today.view.resize(700, 420)
    let_stand(today.view)
    bar = today.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    today.press(*"why")
    (message,) = today.view.findChildren(FloatingMessage)
    assert today.view.rect().contains(message.geometry())
    assert bar.value() == before


def test_who_meant_words_is_led_to_the_note(make_today: Callable[..., TodayPage]) -> None:
    today = make_today(is_more_open=False)
    today.press(*"why")
    click(today, "Write a note")
    note = today.view.findChild(NoteField)
    assert note is not None
    assert note.hasFocus()
    assert SAID not in words_on(today)
