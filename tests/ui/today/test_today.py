"""What Today shows and says."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from diary.app.values import Changes
from diary.domain.entries import MarkKind, Sharing
from diary.domain.errors import DiaryError
from diary.ui.kit.buttons import IconButton
from diary.ui.kit.number_button import Look
from diary.ui.kit.sleep_strip import SleepStrip, hours_in_words
from diary.ui.today.note_card import NoteField
from diary.ui.today.state import Answer, NoteState
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, NOW, MemoryJournal, PatientTasks


def words_on(page: TodayPage) -> list[str]:
    return [label.text() for label in page.view.findChildren(QLabel) if label.isVisible()]


def click(page: TodayPage, text: str) -> None:
    buttons = [one for one in page.view.findChildren(QAbstractButton) if one.isVisible()]
    button = next(one for one in buttons if text in (one.text(), one.accessibleName()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def note_field(page: TodayPage) -> NoteField:
    field = page.view.findChild(NoteField)
    assert isinstance(field, NoteField)
    return field


def test_nothing_is_chosen_beforehand(today: TodayPage) -> None:
    for measure in ("sleep_hours", "mood", "anxiety", "pain"):
        strip = today.scale(measure)
        assert strip.value is None
        assert not any(button.isChecked() for button in strip.buttons)
        assert {button.look for button in strip.buttons} == {Look.UNANSWERED}


def test_an_answer_is_solid_those_below_it_tinted_and_the_rest_grey(today: TodayPage) -> None:
    click(today, "Anxiety: 2 out of 10; 0 is not anxious at all, 10 is as anxious as you can imagine")
    looks = [button.look for button in today.scale("anxiety").buttons]
    assert looks == [Look.BELOW] * 2 + [Look.CHOSEN] + [Look.REST] * 8


def test_an_answer_can_be_taken_back_although_its_buttons_are_exclusive(today: TodayPage) -> None:
    today.press("4", "M", "Backspace")
    assert not any(button.isChecked() for button in today.scale("mood").buttons)
    assert all(button.autoExclusive() for button in today.scale("mood").buttons)


def test_saved_is_said_only_when_it_is_saved(make_today: Callable[..., TodayPage]) -> None:
    tasks = PatientTasks()
    today = make_today(tasks=tasks)
    tasks.go()
    today.press("4")
    assert "Saved at 20:14" not in words_on(today)
    tasks.go()
    assert "Saved at 20:14" in words_on(today)


def test_saved_is_said_of_the_latest_thing_on_the_page_a_note_too(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.give_score(DAY, "mood", 4)
    journal.write_note(DAY, "slept on the sofa", note_id=None, sharing=Sharing.PRIVATE)
    (note,) = journal.kept.notes.values()
    later = replace(note, written_at=NOW.replace(minute=16))
    journal.kept = replace(journal.kept, notes={note.id: later})
    assert "Saved at 20:16" in words_on(make_today(journal))


def test_a_page_from_which_everything_was_moved_says_saved_no_longer(today: TodayPage) -> None:
    today.press("4")
    assert "Saved at 20:14" in words_on(today)
    today.journal.kept = replace(today.journal.kept, scores={})
    today.presenter.refresh(Changes(frozenset({DAY}), frozenset({"entry"})))
    assert "Saved at 20:14" not in words_on(today)


def test_a_bad_day_with_numbers_says_that_they_count(today: TodayPage) -> None:
    today.press("b")
    today.rest()
    assert "Marked. That is all that is needed. It counts as a bad day, not as a number." in words_on(today)
    today.presenter.unfolded.open_anyway()
    today.presenter.give(Answer("pain", 8))
    assert "Marked. It counts as a bad day, and the numbers on this day count as well." in words_on(today)


def test_the_arrows_stay_where_they_are_whatever_the_day_is_called(today: TodayPage) -> None:
    back = next(one for one in today.view.findChildren(IconButton) if one.accessibleName() == "The day before")
    places = set()
    for _ in range(60):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        places.add(back.mapTo(today.view, back.rect().topLeft()))
        today.presenter.go_back()
    assert len(places) == 1


def test_what_cannot_be_saved_stays_on_screen_and_is_tried_again(today: TodayPage) -> None:
    today.journal.fault = DiaryError("disk_full")
    today.press("4", "6")
    assert "Not saved yet" in words_on(today)
    assert (today.scale("mood").value, today.scale("anxiety").value) == (4, 6)
    assert not [words for words in words_on(today) if words.startswith("Saved")]
    today.journal.fault = None
    click(today, "Try again")
    assert (today.journal.value("mood"), today.journal.value("anxiety")) == (4, 6)
    assert "Not saved yet" not in words_on(today)


def test_what_could_not_be_saved_is_tried_again_before_the_lock(today: TodayPage) -> None:
    today.journal.fault = DiaryError("disk_full")
    today.press("4")
    today.journal.fault = None
    today.view.settle()
    assert today.journal.value("mood") == 4


def test_an_answer_saved_later_does_not_hide_one_that_was_not(today: TodayPage) -> None:
    today.journal.fault = DiaryError("disk_full")
    today.press("4")
    today.journal.fault = None
    today.press("6")
    assert "Not saved yet" in words_on(today)
    assert today.scale("mood").value == 4


def test_the_day_after_today_is_refused(today: TodayPage) -> None:
    today.presenter.go_on()
    today.presenter.show_day(DAY + timedelta(days=30))
    assert today.presenter.state.day == DAY
    click(today, "The day before")
    assert today.presenter.state.day == DAY - timedelta(days=1)
    assert "Saturday 21 November" in words_on(today)
    assert "Yesterday" in words_on(today)
    click(today, "The day after")
    assert today.presenter.state.day == DAY


def test_answers_belong_to_the_day_on_which_they_were_given(today: TodayPage) -> None:
    today.press("4")
    click(today, "The day before")
    assert today.scale("mood").value is None
    today.view.take_keyboard()
    today.press("7")
    assert (today.journal.value("mood"), today.journal.value("mood", DAY - timedelta(days=1))) == (4, 7)


def test_a_one_that_waits_is_kept_on_the_day_that_is_left(today: TodayPage) -> None:
    today.press("1")
    click(today, "The day before")
    assert today.journal.value("mood") == 1
    assert today.journal.value("mood", DAY - timedelta(days=1)) is None


def test_whatever_leads_to_another_day_what_was_typed_stays_on_its_own(today: TodayPage) -> None:
    yesterday = DAY - timedelta(days=1)
    today.presenter.show_day(yesterday)
    note_field(today).setFocus()
    today.press("late words")
    today.view.take_keyboard()
    today.press("1")
    today.presenter.show_day(DAY)
    assert (today.journal.value("mood", yesterday), today.journal.value("mood")) == (1, None)
    assert [(note.day, note.text) for note in today.journal.kept.notes.values()] == [(yesterday, "late words")]
    assert note_field(today).toPlainText() == ""


def test_stepping_to_a_day_with_the_keyboard_in_the_note_leaves_its_note_alone(today: TodayPage) -> None:
    yesterday = DAY - timedelta(days=1)
    today.journal.write_note(yesterday, "old words", note_id=None, sharing=Sharing.PRIVATE)
    note_field(today).setFocus()
    QTest.keyClick(note_field(today), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert today.presenter.state.day == yesterday
    assert note_field(today).toPlainText() == "old words"
    today.view.take_keyboard()
    assert [note.text for note in today.journal.kept.notes.values()] == ["old words"]


def test_no_note_is_begun_before_the_one_that_is_there_has_come(make_today: Callable[..., TodayPage]) -> None:
    tasks = PatientTasks()
    today = make_today(tasks=tasks)
    field = note_field(today)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert not field.hasFocus()
    tasks.go()
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert field.hasFocus()


def test_a_bad_day_hides_the_questions_until_they_are_asked_for(today: TodayPage) -> None:
    click(today, "Bad day. Marks the day without numbers.")
    assert not today.scale("mood").isVisible()
    click(today, "Add something anyway. Now, or on any later day.")
    assert today.scale("mood").isVisible()
    click(today, "Take it back")
    assert today.journal.kept.marks == {}


def test_a_mean_between_two_numbers_is_said_and_chooses_neither(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.give_score(DAY, "pain", 6.5)
    today = make_today(journal)
    assert [button.text() for button in today.scale("pain").buttons if button.isChecked()] == []
    assert today.scale("pain").buttons[6].look is Look.BELOW
    assert "6.5 out of 10" in words_on(today)


def test_a_bad_day_without_its_scales_names_no_keys_that_go_to_them(today: TodayPage) -> None:
    assert "go to a question" in words_on(today)
    today.view.bad_day_requested.emit(True)
    assert "go to a question" not in words_on(today)
    today.view.anyway_requested.emit()
    assert "go to a question" in words_on(today)


def test_numbers_given_on_a_bad_day_are_shown(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.give_score(DAY, "pain", 8)
    journal.mark_day(DAY, MarkKind.BAD_DAY)
    today = make_today(journal)
    assert today.scale("pain").isVisible()
    assert today.scale("pain").value == 8


def test_a_note_on_a_bad_day_is_shown(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.write_note(DAY, "In bed", note_id=None, sharing=Sharing.PRIVATE)
    journal.mark_day(DAY, MarkKind.BAD_DAY)
    note = make_today(journal).view.findChild(NoteField)
    assert note is not None
    assert note.isVisible()


def test_undo_shows_the_day_it_is_about(today: TodayPage) -> None:
    today.press("4")
    today.presenter.go_back()
    today.presenter.undo()
    assert today.presenter.state.day == DAY
    assert today.scale("mood").value is None


def test_more_than_ten_hours_are_shown_in_words(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.give_score(DAY, "sleep_hours", 12.5)
    today = make_today(journal)
    strip = today.scale("sleep_hours")
    assert isinstance(strip, SleepStrip)
    assert strip.more.isChecked()
    assert not any(button.isChecked() for button in strip.buttons)
    assert "12 and a half hours" in words_on(today)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "0 hours"), (0.5, "Half an hour"), (1, "1 hour"), (1.5, "1 and a half hours"), (8, "8 hours")],
)
def test_hours_are_said_in_words(hours: float, words: str) -> None:
    assert hours_in_words(hours) == words


class TestNote:
    def typed(self, today: TodayPage, text: str) -> NoteField:
        note = today.view.findChild(NoteField)
        assert note is not None
        note.setFocus()
        QTest.keyClicks(note, text)
        return note

    def test_becomes_one_note_when_it_is_left(self, today: TodayPage) -> None:
        self.typed(today, "Slept badly")
        assert today.journal.asked == []
        today.view.take_keyboard()
        assert [note.text for note in today.journal.kept.notes.values()] == ["Slept badly"]
        assert today.journal.asked == ["note"]

    def test_is_private_until_the_box_is_ticked(self, today: TodayPage) -> None:
        self.typed(today, "Slept badly")
        today.view.take_keyboard()
        (note,) = today.journal.kept.notes.values()
        assert note.sharing is Sharing.PRIVATE
        click(today, "This note may be on the summary")
        (note,) = today.journal.kept.notes.values()
        assert note.sharing is Sharing.SHARED

    def test_may_be_shared_before_there_are_words(self, today: TodayPage) -> None:
        click(today, "This note may be on the summary")
        self.typed(today, "Slept badly")
        today.presenter.type_note(NoteState("Slept badly"))
        today.view.take_keyboard()
        (note,) = today.journal.kept.notes.values()
        assert note.sharing is Sharing.SHARED

    def test_is_kept_when_the_page_is_hidden_by_the_lock(self, today: TodayPage) -> None:
        self.typed(today, "Half a sent")
        today.view.hide()
        assert [note.text for note in today.journal.kept.notes.values()] == ["Half a sent"]
        assert today.journal.asked == ["note"]

    def test_is_the_same_note_when_it_is_changed_before_it_was_saved(
        self, make_today: Callable[..., TodayPage]
    ) -> None:
        """Left, entered again and locked within a slow save, it was once written three times."""
        tasks = PatientTasks()
        today = make_today(tasks=tasks)
        tasks.go()
        self.typed(today, "Slept")
        today.view.take_keyboard()
        self.typed(today, " badly")
        today.view.settle()
        today.view.hide()
        tasks.go()
        (note,) = today.journal.kept.notes.values()
        assert sorted(note.text.split()) == ["Slept", "badly"]
        assert today.journal.asked == ["note", "note"]

    def test_words_being_typed_are_not_overwritten_by_a_save(self, today: TodayPage) -> None:
        note = self.typed(today, "still typing")
        today.presenter.load()
        assert note.toPlainText() == "still typing"

    def test_a_change_of_nothing_writes_nothing(self, today: TodayPage) -> None:
        today.presenter.keep_note(NoteState())
        today.view.settle()
        assert today.journal.asked == []

    def test_a_note_that_cannot_be_saved_stays_on_screen(self, today: TodayPage) -> None:
        today.journal.fault = DiaryError("disk_full")
        note = self.typed(today, "Do not lose me")
        today.view.take_keyboard()
        assert note.toPlainText() == "Do not lose me"
        assert "Not saved yet" in words_on(today)
        today.journal.fault = None
        click(today, "Try again")
        assert [kept.text for kept in today.journal.kept.notes.values()] == ["Do not lose me"]


def test_a_page_that_is_closed_is_gone_while_its_presenter_still_answers(make_today: Callable[..., TodayPage]) -> None:
    """The last save may come back after the lock: it must find nobody, and keep nobody's words."""
    tasks = PatientTasks()
    today = make_today(tasks=tasks)
    tasks.go()
    today.press("4")
    page = weakref.ref(today.view)
    presenter, journal = today.presenter, today.journal
    today.forget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    tasks.go()
    assert page() is None
    assert (presenter.state.answers, journal.value("mood")) == ({"mood": 4}, 4)


def test_another_own_note_of_the_day_is_read_below_the_one_that_is_written_in(today: TodayPage) -> None:
    for text in ("From the other app", "The newer one"):
        today.journal.write_note(DAY, text, note_id=None, sharing=Sharing.PRIVATE)
    today.presenter.load()
    assert note_field(today).toPlainText() == "The newer one"
    assert "From the other app" in words_on(today)
    today.presenter.show_day(DAY - timedelta(days=1))
    assert "From the other app" not in words_on(today)


def test_a_copy_elsewhere_is_offered_as_long_as_something_is_not_saved(today: TodayPage) -> None:
    other = today.view._problem._other
    assert other is not None
    today.press("4")
    assert not other.isVisible()
    today.journal.fault = DiaryError("disk_full")
    today.press("1", "0")
    assert other.isVisible()
    today.presenter.say_of_copy("A copy is saved elsewhere", "Here it is not saved yet.")
    assert other.isVisible()
    today.journal.fault = None
    today.view.try_again_requested.emit()
    assert (today.journal.value("anxiety"), other.isVisible()) == (10, False)


def test_on_sleep_a_digit_stays_and_it_is_said_how_to_go_on(today: TodayPage) -> None:
    today.press("s", "5")
    assert (today.keyboard, "5 hours · Tab goes on" in words_on(today)) == ("sleep_hours", True)
    today.press("Tab", "2")
    assert today.journal.value("mood") == 2
    assert "5 hours" in words_on(today)
