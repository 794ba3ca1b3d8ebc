"""Words that are still being typed on Today are kept meanwhile, and only what is not kept is said of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.errors import DiaryError
from diary.ui.today.state import NoteState
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, MemoryJournal, PatientTasks
from tests.ui.today.test_today import click, note_field, words_on


def test_a_note_is_kept_as_a_draft_while_it_is_typed(today: TodayPage) -> None:
    today.presenter.type_note(NoteState("Half"))
    assert today.journal.drafts == {DAY: "Half"}
    assert today.presenter.state.note.text == "Half"


def test_a_note_goes_on_from_a_draft_that_a_crash_left(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.keep_draft(DAY, "Before the crash")
    today = make_today(journal)
    assert note_field(today).toPlainText() == "Before the crash"
    today.view.settle()
    assert [note.text for note in journal.kept.notes.values()] == ["Before the crash"]


def test_words_are_kept_although_nobody_pauses(today: TodayPage, qtbot: QtBot) -> None:
    note_field(today).setFocus()

    def type_on() -> bool:
        today.press("a")
        return bool(today.journal.drafts)

    qtbot.waitUntil(type_on, timeout=5000)
    assert set(today.journal.drafts[DAY]) == {"a"}


def test_saved_is_not_said_of_words_typed_since(make_today: Callable[..., TodayPage], qtbot: QtBot) -> None:
    tasks = PatientTasks()
    today = make_today(tasks=tasks)
    tasks.go()
    today.press("4")
    tasks.go()
    assert "Saved at 20:14" in words_on(today)
    note_field(today).setFocus()
    today.press("a")
    assert "Saving…" in words_on(today)

    def is_kept() -> bool:
        tasks.go()
        return bool(today.journal.drafts)

    qtbot.waitUntil(is_kept)
    assert "Saved at 20:14" in words_on(today)


def test_words_deleted_after_a_draft_was_kept_do_not_come_back(today: TodayPage) -> None:
    field = note_field(today)
    field.setFocus()
    today.press("too much")
    today.presenter.type_note(NoteState("too much"))
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    today.view.take_keyboard()
    today.press("4")
    assert field.toPlainText() == ""
    assert today.journal.drafts == {}


def test_a_draft_that_could_not_be_kept_is_tried_again(today: TodayPage) -> None:
    today.journal.fault = DiaryError("disk_full")
    today.presenter.type_note(NoteState("a line"))
    today.journal.fault = None
    click(today, "Try again")
    assert today.journal.drafts == {DAY: "a line"}


def test_a_draft_that_fits_again_is_no_longer_said_to_be_unsaved(today: TodayPage) -> None:
    today.journal.fault = DiaryError("note_too_long")
    today.presenter.type_note(NoteState("Long"))
    assert today.presenter.state.problem == "Not saved yet"
    assert set(today.presenter.state.unsaved_words) == {"note"}
    today.journal.fault = None
    today.presenter.type_note(NoteState("Lon"))
    assert (today.presenter.state.problem, dict(today.presenter.state.unsaved_words)) == ("", {})
