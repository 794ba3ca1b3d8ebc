"""Undo and redo say what they would do, and on which day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from diary.app.values import Step
from diary.catalogue import measures
from diary.domain.places import BodySite, Side
from diary.ui.today.gestures import TickFactor
from diary.ui.today.header import TodayHeader
from diary.ui.today.note_card import NoteCard
from diary.ui.today.steps import step_words
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY
from tests.ui.today.test_today import words_on

BEFORE = DAY - timedelta(days=1)


def offered(page: TodayPage) -> list[str]:
    (header,) = page.view.findChildren(TodayHeader)
    return [button.accessibleName() for button in (header.undo, header.redo) if button.isVisible()]


def test_undo_and_redo_name_the_answer(today: TodayPage) -> None:
    assert offered(today) == []
    today.press("4", "6")
    assert offered(today) == ["Undo: Anxiety 6"]
    today.presenter.undo()
    assert offered(today) == ["Undo: Mood 4", "Redo: Anxiety 6"]
    today.presenter.undo()
    assert offered(today) == ["Redo: Mood 4"]
    today.presenter.redo()
    assert offered(today) == ["Undo: Mood 4", "Redo: Anxiety 6"]


def test_what_is_about_another_day_says_which(today: TodayPage) -> None:
    today.press("4")
    today.presenter.go_back()
    assert offered(today) == ["Undo: Mood 4, 22 Nov"]


def test_the_keyboard_goes_to_the_question_that_was_taken_back(today: TodayPage) -> None:
    """What is pressed next is the right answer to it, and went to the question after it."""
    today.press("4", "6", "m", "2")
    today.undo()
    assert today.keyboard == "mood"
    today.press("8")
    assert today.presenter.state.answers == {"mood": 8, "anxiety": 6}


def test_what_is_written_keeps_the_keyboard_whatever_is_taken_back(today: TodayPage) -> None:
    today.press("4")
    (card,) = today.view.findChildren(NoteCard)
    card.field.setFocus()
    today.press("a")
    today.presenter.undo()
    assert card.field.hasFocus()


def test_long_words_are_cut_for_the_eye_and_whole_to_the_ear(today: TodayPage) -> None:
    today.view.resize(640, 800)
    today.presenter.do(TickFactor("starter-work", was_there=True))
    (header,) = today.view.findChildren(TodayHeader)
    assert header.undo.text() == header.undo.accessibleName(), "alone it has room"
    today.press("4")
    today.presenter.undo()
    assert header.undo.accessibleName() == "Undo: what was part of the day"
    assert header.undo.text().endswith("…")
    assert header.undo.toolTip() == header.undo.accessibleName()


def test_the_key_of_undo_goes_to_the_day_first_and_takes_back_when_it_is_pressed_again(today: TodayPage) -> None:
    """Pressed once too often it changed a day out of sight, and what was typed next went there."""
    today.presenter.go_back()
    today.press("7")
    today.presenter.go_on()
    today.press("4")
    today.undo()
    assert (today.presenter.state.day, today.journal.value("mood")) == (DAY, None)
    today.undo()
    assert (today.presenter.state.day, today.journal.value("mood", BEFORE)) == (BEFORE, 7)
    assert offered(today) == ["Undo: Mood 7", "Redo: Mood 4, 22 Nov"]
    assert "Nothing is taken back yet. The same key again takes back: Mood 7." in words_on(today)
    today.undo()
    assert (today.journal.value("mood", BEFORE), today.keyboard) == (None, "mood")
    assert "The last change was on this day" not in words_on(today)


def test_the_key_of_redo_goes_to_the_day_first_too(today: TodayPage) -> None:
    today.press("4")
    today.undo()
    today.presenter.go_back()
    today.undo(again=True)
    assert (today.presenter.state.day, today.journal.value("mood")) == (DAY, None)
    assert "Nothing is changed yet. The same key again brings back: Mood 4." in words_on(today)
    today.undo(again=True)
    assert today.journal.value("mood") == 4


def test_the_words_of_undo_say_the_day_and_do_both_at_once(today: TodayPage) -> None:
    today.press("4")
    today.presenter.go_back()
    (header,) = today.view.findChildren(TodayHeader)
    header.undo.click()
    assert (today.presenter.state.day, today.journal.value("mood")) == (DAY, None)


def test_nothing_to_take_back_goes_nowhere(today: TodayPage) -> None:
    today.undo()
    assert (today.presenter.state.day, today.presenter.state.news) == (DAY, None)


def test_the_day_is_never_cut_off_where_words_are(today: TodayPage) -> None:
    """Without it nobody knows what the key of undo would change."""
    today.view.resize(640, 800)
    today.presenter.do(TickFactor("starter-work", was_there=True))
    today.press("4")
    today.presenter.undo()
    today.presenter.go_back()
    (header,) = today.view.findChildren(TodayHeader)
    assert (header.undo.isVisible(), header.redo.isVisible()) == (True, True)
    assert header.undo.accessibleName() == "Undo: what was part of the day, 22 Nov"
    assert header.undo.text().endswith("… 22 Nov")
    assert header.undo.fontMetrics().horizontalAdvance(header.undo.text()) <= 110
    assert header.redo.text().endswith("… 22 Nov")


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("mood", DAY, is_gone=True), "Mood, taken away"),
        (Step("sleep_hours", DAY, value=6.5), "Sleep: 6.5 hours"),
        (Step("pain", DAY, BodySite("knee", Side.LEFT), 3), "Your left knee 3"),
        (Step("numbness", DAY, BodySite("knee", Side.LEFT), 3), "Pins and needles or numbness 3"),
        (Step("day_mark", DAY, value="bad_day"), "bad day"),
        (Step("day_mark", DAY, is_gone=True), "the mark of the day, taken away"),
        (Step("entry", DAY - timedelta(days=1)), "several answers, 21 Nov"),
        (Step("no such kind"), "the last change"),
        (None, ""),
    ],
)
def test_every_kind_of_step_has_words(step: Step | None, words: str) -> None:
    assert step_words(step, measures(), DAY) == words
