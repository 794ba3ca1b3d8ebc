"""A note that only the person reads: offered where a carer opens the diary too, and explained before it is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from diary.domain.entries import Note, Sharing
from diary.domain.people import PERSON, Basis
from diary.ui.today.note_card import NoteCard
from diary.ui.today.seal_part import SealPart
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, NOW, MemoryJournal, PatientTasks

MakeToday = Callable[..., TodayPage]
WORDS = "I was afraid all night"


def shared_with_carers(*notes: Note) -> MemoryJournal:
    journal = MemoryJournal()
    journal.may_seal = True
    journal.kept = type(journal.kept)(notes={note.id: note for note in notes})
    return journal


def note(sharing: Sharing = Sharing.PRIVATE, text: str = WORDS) -> Note:
    return Note("n1", DAY, PERSON, Basis.SELF, text, NOW, sharing)


def part(today: TodayPage) -> SealPart:
    return today.view.findChildren(NoteCard)[0].seal


def card(today: TodayPage) -> NoteCard:
    return today.view.findChildren(NoteCard)[0]


def kept(today: TodayPage) -> list[tuple[str, Sharing]]:
    return [(one.text, one.sharing) for one in today.journal.kept.notes.values()]


def test_it_is_not_offered_where_nobody_else_opens_the_diary(make_today: MakeToday) -> None:
    today = make_today()
    assert part(today).isHidden()


def test_what_it_means_is_said_first_and_nothing_is_done_until_it_is_meant(make_today: MakeToday) -> None:
    today = make_today(journal=shared_with_carers(note()))
    part(today).tick.click()
    assert part(today).is_asking
    assert part(today).leave.hasFocus(), "the way that changes nothing is the one that Enter takes"
    assert kept(today) == [(WORDS, Sharing.PRIVATE)]
    part(today).leave.click()
    assert not part(today).is_asking
    assert not part(today).tick.isChecked()
    assert kept(today) == [(WORDS, Sharing.PRIVATE)]


def test_it_is_sealed_and_unsealed_by_the_keyboard(make_today: MakeToday) -> None:
    today = make_today(journal=shared_with_carers(note(Sharing.SHARED)))
    part(today).tick.setFocus()
    QTest.keyClick(part(today).tick, Qt.Key.Key_Space)
    part(today).seal.setFocus()
    QTest.keyClick(part(today).seal, Qt.Key.Key_Space)
    assert kept(today) == [(WORDS, Sharing.SEALED)]
    assert part(today).tick.hasFocus()
    assert not card(today).tick.isChecked(), "a note for nobody else is not for the doctor either"
    assert not card(today).tick.isEnabled()
    QTest.keyClick(part(today).tick, Qt.Key.Key_Space)
    assert kept(today) == [(WORDS, Sharing.PRIVATE)]
    assert card(today).tick.isEnabled()


def test_a_note_that_is_begun_sealed_is_never_kept_in_plain_words(make_today: MakeToday) -> None:
    today = make_today(journal=shared_with_carers())
    part(today).tick.click()
    part(today).seal.click()
    card(today).field.setFocus()
    today.press("so sad")
    card(today)._keep_draft()
    assert (today.journal.drafts, today.journal.sealed_drafts) == ({}, {DAY: "so sad"})
    assert part(today).is_sealed, "what is typed is not unsealed by what was kept so far"
    card(today).settle()
    assert kept(today) == [("so sad", Sharing.SEALED)]
    assert today.journal.sealed_drafts == {}


def test_a_sealed_draft_comes_back_sealed(make_today: MakeToday) -> None:
    journal = shared_with_carers()
    journal.sealed_drafts[DAY] = WORDS
    today = make_today(journal=journal)
    assert (card(today).field.toPlainText(), part(today).is_sealed) == (WORDS, True)


def test_what_is_sealed_stays_readable_where_it_is_not_offered_any_more(make_today: MakeToday) -> None:
    journal = shared_with_carers(note(Sharing.SEALED))
    journal.may_seal = False
    today = make_today(journal=journal)
    assert part(today).isVisible()
    part(today).tick.click()
    assert kept(today) == [(WORDS, Sharing.PRIVATE)]


def test_a_note_that_stays_shut_is_named_and_not_written_over(make_today: MakeToday) -> None:
    today = make_today(journal=shared_with_carers(note(Sharing.SEALED, text="")))
    assert card(today).field.toPlainText() == ""
    assert any("It is sealed" in text for text in today.presenter.state.other_notes)
    card(today).field.setFocus()
    today.press("another")
    card(today).settle()
    assert len(today.journal.kept.notes) == 2


@pytest.mark.parametrize("sharing", [Sharing.PRIVATE, Sharing.SEALED])
def test_who_reads_a_note_stands_beside_its_title(make_today: MakeToday, sharing: Sharing) -> None:
    today = make_today(journal=shared_with_carers(note(sharing)))
    words = "Only you can read it" if sharing is Sharing.SEALED else "Carers who open this diary can read it"
    assert card(today)._who_reads.text() == words


def test_the_question_stays_while_what_was_typed_is_kept_by_the_same_click(make_today: MakeToday) -> None:
    """The click leaves the field, which keeps its words; once the question was gone by the time they were kept."""
    tasks = PatientTasks()
    today = make_today(journal=shared_with_carers(), tasks=tasks)
    tasks.go()
    card(today).field.setFocus()
    today.press("so sad")
    QTest.mouseClick(part(today).tick, Qt.MouseButton.LeftButton)
    tasks.go()
    assert kept(today) == [("so sad", Sharing.PRIVATE)]
    assert part(today).is_asking
    said = [words.text() for words in part(today).findChildren(QLabel) if words.isVisible()]
    assert any("removed for good" in words for words in said), "it is a kept note by now"
    part(today).seal.click()
    tasks.go()
    assert kept(today) == [("so sad", Sharing.SEALED)]


def test_the_question_is_about_the_day_on_which_it_was_asked(make_today: MakeToday) -> None:
    today = make_today(journal=shared_with_carers(note()))
    part(today).tick.click()
    today.presenter.go_back()
    assert not part(today).is_asking


def test_the_question_does_not_grow_under_the_hand_while_new_words_are_kept(make_today: MakeToday) -> None:
    tasks = PatientTasks()
    today = make_today(journal=shared_with_carers(), tasks=tasks)
    tasks.go()
    card(today).field.setFocus()
    today.press("so sad")
    QTest.mouseClick(part(today).tick, Qt.MouseButton.LeftButton)
    before = part(today).sizeHint()
    tasks.go()
    assert kept(today) == [("so sad", Sharing.PRIVATE)]
    assert part(today).sizeHint() == before
    assert part(today).leave.hasFocus()


@pytest.mark.parametrize("is_answered_first", [True, False])
@pytest.mark.parametrize("box", ["seal", "summary"])
def test_a_press_on_a_box_after_typing_is_not_lost(make_today: MakeToday, box: str, is_answered_first: bool) -> None:
    """The press leaves the field, which keeps its words: the diary may answer before the button is let go, or after."""
    tasks = PatientTasks()
    today = make_today(journal=shared_with_carers(), tasks=tasks)
    tasks.go()
    card(today).field.setFocus()
    today.press("so sad")
    tick = part(today).tick if box == "seal" else card(today).tick
    stood = tick.mapTo(today.view, QPoint())
    QTest.mousePress(tick, Qt.MouseButton.LeftButton)
    if is_answered_first:
        tasks.go()
    assert tick.mapTo(today.view, QPoint()) == stood, "nothing moves under the hand"
    QTest.mouseRelease(tick, Qt.MouseButton.LeftButton)
    tasks.go()
    assert (part(today).is_asking, card(today).tick.isChecked()) == (box == "seal", box == "summary")
    assert (part(today).leave if box == "seal" else tick).hasFocus()
