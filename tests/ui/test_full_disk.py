"""What is given on a page while the disk is full: asked about at the lock, still there, and written once there is room.

Until then a copy in another place takes it, from whichever page it is asked for.

A sentence on screen says less than what is unsaved, so each page is led through the same story with a real diary.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from diary.app import carers, diaries, journal, keeping, looking_back, questionnaires, story
from diary.app.opened import OpenDiary
from diary.app.values import DiaryCard
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.storage.store import Store
from diary.ui.asking.question_form import QuestionForm
from diary.ui.asking.view import AskingView
from diary.ui.computer_choices import ComputerChoices
from diary.ui.diary_pages import ASKING, LOOK_BACK, QUESTIONNAIRES, SHARE, STORY, TODAY, WRITERS, DiaryPages
from diary.ui.doors import DiaryDoors
from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks, Lanes
from diary.ui.kit.text import Words
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.leaving import Leaving
from diary.ui.look_back.view import LookBackView
from diary.ui.questionnaires.view import QuestionnairesView
from diary.ui.share.cards import WishField
from diary.ui.share.handing_over import DiaryHandingOver
from diary.ui.share.state import Shown
from diary.ui.share.view import ShareView
from diary.ui.story.view import StoryView
from diary.ui.today.factors_card import FactorsCard
from diary.ui.today.state import Answer
from diary.ui.today.treatments_card import TreatmentsCard
from diary.ui.today.view import TodayView
from diary.ui.unsaved_dialog import UnsavedDialog
from diary.ui.window import Window
from diary.ui.writers.view import WritersView
from tests.storage.builders import PASSPHRASE, World, sams_diary

P = TypeVar("P", bound=QWidget)
WRITE = Store.write


class Sitting:
    """An open diary in the window, and a disk that can be full."""

    def __init__(self, diary: OpenDiary, icons: Icons, monkeypatch: pytest.MonkeyPatch) -> None:
        self.diary = diary
        self._monkeypatch = monkeypatch
        self._locked: list[bool] = []
        computer, tasks = diary.computer, ImmediateTasks()
        doors = DiaryDoors(computer, Path)
        doors._diary = diary
        lanes = Lanes(tasks, tasks, tasks)
        self.choices = ComputerChoices(computer, tasks)
        self._pages = DiaryPages(doors, lanes, icons, self.choices, has_passphrase=True)
        self.window = Window()
        self.window.furnish(icons, lambda _: self.window)
        self.window.page_shown.connect(self._pages.show)
        self._pages.page_requested.connect(self.window.show_page)
        self._leaving = Leaving(self.window, tasks, icons, self)
        self.window.show_diary(DiaryCard(diary.folder, "S"), self._pages.entries())
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()

    def pages(self) -> DiaryPages:
        """As the program says it."""
        return self._pages

    def hurry(self) -> None:
        """No backup is being made."""

    def fill_the_disk(self) -> None:
        """Let nothing more be written."""
        full = self.diary.store

        def write(store: Store, *given: object, **named: object) -> object:
            if store is full:
                raise DiaryError("disk_full")
            return WRITE(store, *given, **named)  # type: ignore[arg-type]  # handed on as they came

        self._monkeypatch.setattr(Store, "write", write)

    def make_room(self) -> None:
        """Let everything be written again."""
        self._monkeypatch.setattr(Store, "write", WRITE)

    def lock(self) -> bool:
        """Lock as Ctrl+L does; returns whether the diary is locked, and stays where that is asked about."""
        self._locked.clear()
        self._leaving.begin(self._lock_now)
        for question in self.window.findChildren(UnsavedDialog):
            question.reject()
        return bool(self._locked)

    def open(self, page_id: str, kind: type[P]) -> P:
        """Go to a page."""
        self.window.show_page(page_id)
        page = self.window.page(page_id)
        assert isinstance(page, kind)
        return page

    def copy(self, page: QWidget, target: Path) -> OpenDiary:
        """Press the page's button for a copy elsewhere, choose where, and open what comes back from it."""
        (offer,) = (one for one in offers(page) if one.isVisible())
        offer.click()
        (dialog,) = page.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(target))
        dialog.reject()
        computer, folder = self.diary.computer, target.with_suffix(".alongside")
        keeping.restore(target, folder, PASSPHRASE, computer)
        return diaries.open_diary(folder, PASSPHRASE, computer)

    def go(self) -> None:
        """Close the window, and leave the diary to the next."""
        self.window.close_diary()
        self.window.close_now()
        for left in (self.window, self._pages, self._leaving):
            left.deleteLater()

    def _lock_now(self) -> None:
        self._locked.append(True)


def offers(page: QWidget) -> Sequence[Button]:
    """The buttons of a page that offer a copy elsewhere."""
    buttons = [button for one in page.findChildren(UnsavedMessage) for button in one.findChildren(Button)]
    return [one for one in buttons if one.text() == "Save a copy elsewhere"]


def no_page(*_given: object) -> Shown:
    return Shown()


def wish_in(diary: OpenDiary) -> str:
    visit = looking_back.extract(diary).appointment
    return visit.wish if visit else ""


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path_factory.mktemp("full"), World())
    yield opened
    diaries.close(opened)


@pytest.fixture
def sitting(diary: OpenDiary, icons: Icons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    del qtbot
    sitting = Sitting(diary, icons, monkeypatch)
    yield sitting
    sitting.make_room()
    sitting.go()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_a_questionnaire_has_the_total_that_the_diary_has(sitting: Sitting) -> None:
    page = sitting.open(QUESTIONNAIRES, QuestionnairesView)
    page.offers["phq4"].begin.click()
    assert page.form is not None
    sitting.fill_the_disk()
    page.form.rows[0].buttons[2].click()
    assert not sitting.lock()
    assert sitting.window.current == QUESTIONNAIRES
    sitting.make_room()
    for line in page.form.rows[1:]:
        line.buttons[1].click()
    page.form.done.click()
    (offer,) = (one for one in questionnaires.offers(sitting.diary) if one.questionnaire.id == "phq4")
    assert [(one.score, len(one.response.answers)) for one in offer.done] == [(5, 4)]
    assert sitting.lock()


def test_a_treatment_and_something_that_was_part_of_the_day_are_added_though_only_typed(sitting: Sitting) -> None:
    page = sitting.open(TODAY, TodayView)
    page.more_requested.emit(True)
    (taken,), (part_of_day,) = page.findChildren(TreatmentsCard), page.findChildren(FactorsCard)
    taken.add.click()
    QTest.keyClicks(taken.name, "Amitriptyline")
    QTest.keyClicks(taken.dose, "10 mg")
    part_of_day.add.click()
    QTest.keyClicks(part_of_day.field, "argument at work")
    sitting.fill_the_disk()
    assert not sitting.lock()
    assert sitting.window.current == TODAY
    sitting.make_room()
    assert sitting.lock(), "locking tries once more"
    written = journal.day_page(sitting.diary, sitting.diary.today())
    assert [(one.name, one.dose) for one in written.treatments] == [("Amitriptyline", "10 mg")]
    assert "argument at work" in [one.label for one in written.factors]


def test_how_much_of_something_without_a_name_is_asked_about(sitting: Sitting) -> None:
    page = sitting.open(TODAY, TodayView)
    page.more_requested.emit(True)
    (taken,) = page.findChildren(TreatmentsCard)
    taken.add.click()
    QTest.keyClicks(taken.dose, "10 mg")
    assert not sitting.lock()
    assert (sitting.window.current, taken.dose.text()) == (TODAY, "10 mg")
    taken.leave.click()
    assert sitting.lock()


def test_what_happened_stays_in_its_form(sitting: Sitting) -> None:
    page = sitting.open(STORY, StoryView)
    page.add_event.click()
    QTest.keyClicks(page.event_form.label, "Hit from behind")
    page.event_form.when.year.clear()
    assert not sitting.lock(), "words without a year are words"
    assert page.event_form.label.text() == "Hit from behind"
    QTest.keyClicks(page.event_form.when.year, "2024")
    sitting.fill_the_disk()
    assert not sitting.lock()
    assert (sitting.window.current, page.event_form.isVisible()) == (STORY, True)
    sitting.make_room()
    assert sitting.lock()
    assert ("Hit from behind", 2024) in [(one.label, one.on.day.year) for one in story.events(sitting.diary)]


def test_a_question_stays_in_its_form_and_something_added_to_the_list_is_added(sitting: Sitting) -> None:
    page = sitting.open(ASKING, AskingView)
    page.add.click()
    (form,) = page.findChildren(QuestionForm)
    QTest.keyClicks(form.label.field, "How stiff are my hands?")
    QTest.keyClicks(page.factors.add_field, "loud neighbours")
    sitting.fill_the_disk()
    assert not sitting.lock()
    assert (sitting.window.current, form.label.text) == (ASKING, "How stiff are my hands?")
    sitting.make_room()
    assert sitting.lock()
    written = journal.day_page(sitting.diary, sitting.diary.today())
    assert [one.label for one in written.measures.values() if one.own] == ["How stiff are my hands?"]
    assert "loud neighbours" in [one.label for one in written.factors]


def test_a_wish_for_the_doctor_that_was_taken_away_stays_away(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DiaryHandingOver, "page", no_page)  # drawing takes seconds, and nothing here is about it
    journal.give_score(sitting.diary, sitting.diary.today(), PAIN, 6)
    page = sitting.open(SHARE, ShareView)
    (wish,) = page.findChildren(WishField)
    wish.setPlainText("Sleep through the night")
    page.settle()
    assert wish_in(sitting.diary) == "Sleep through the night"
    sitting.fill_the_disk()
    wish.clear()
    assert not sitting.lock()
    assert (sitting.window.current, wish.toPlainText()) == (SHARE, "")
    sitting.make_room()
    assert sitting.lock()
    assert wish_in(sitting.diary) == ""


def test_a_carer_who_could_not_be_added_stays_in_the_form(sitting: Sitting) -> None:
    page = sitting.open(WRITERS, WritersView)
    page.add.click()
    assert page.form is not None
    QTest.keyClicks(page.form.name, "Alex")
    page.form.consent.buttons["by_person"].click()
    sitting.fill_the_disk()
    page.form.keep.click()
    assert not sitting.lock()
    assert (sitting.window.current, page.form.name.text()) == (WRITERS, "Alex")
    sitting.make_room()
    assert sitting.lock()
    (alex,) = (one.recorder for one in carers.carers(sitting.diary) if one.writes_now)
    assert alex.name == "Alex"
    carers.remove_carer(sitting.diary, alex.id)


def look_for_all(copy: OpenDiary) -> None:
    """Look for what each of the pages below could not save."""
    written = journal.day_page(copy, copy.today())
    assert written.day.value(ANXIETY) is not None
    (begun,) = (one.unfinished for one in questionnaires.offers(copy) if one.unfinished is not None)
    assert list(begun.answers.values()) == [3]
    assert "Fell off a ladder" in [one.label for one in story.events(copy)]
    assert "a quarrel" in [one.label for one in written.factors]
    assert wish_in(copy) == "Walk to the shop"
    assert "Robin" in [one.recorder.name for one in carers.carers(copy)]


def test_what_no_page_could_save_is_in_one_copy_elsewhere(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One full disk keeps what stands on several pages from the diary, so a copy that took one page's would lie."""
    monkeypatch.setattr(DiaryHandingOver, "page", no_page)
    diary, today = sitting.diary, sitting.diary.today()
    journal.give_score(diary, today, MOOD, 3)
    pages = (
        sitting.open(TODAY, TodayView), sitting.open(QUESTIONNAIRES, QuestionnairesView),
        sitting.open(STORY, StoryView), sitting.open(ASKING, AskingView),
        sitting.open(SHARE, ShareView), sitting.open(WRITERS, WritersView),
    )  # fmt: skip
    page, forms, told, asked, shared, writers = pages
    assert not [one for each in pages for one in offers(each) if one.isVisible()]
    sitting.fill_the_disk()
    page.answer_requested.emit(Answer(ANXIETY, 8))
    forms.offers["phq4"].begin.click()
    assert forms.form is not None
    forms.form.rows[0].buttons[3].click()
    sitting.window.show_page(STORY)
    told.add_event.click()
    QTest.keyClicks(told.event_form.label, "Fell off a ladder")
    told.event_form.keep.click()
    sitting.window.show_page(ASKING)
    QTest.keyClicks(asked.factors.add_field, "a quarrel")
    asked.settle()
    sitting.window.show_page(SHARE)
    (wish,) = shared.findChildren(WishField)
    wish.setPlainText("Walk to the shop")
    shared.settle()
    sitting.window.show_page(WRITERS)
    writers.add.click()
    assert writers.form is not None
    QTest.keyClicks(writers.form.name, "Robin")
    writers.form.consent.buttons["by_person"].click()
    writers.form.keep.click()
    before = journal.day_page(diary, today)
    ids = (TODAY, QUESTIONNAIRES, STORY, ASKING, SHARE, WRITERS)
    for id_, each in zip(ids, pages, strict=True):
        sitting.window.show_page(id_)
        assert len([one for one in offers(each) if one.isVisible()]) == 1, id_
    copy = sitting.copy(writers, tmp_path / "copy.alongside-backup")
    look_for_all(copy)
    diaries.close(copy)
    assert journal.day_page(diary, today) == before
    for each in pages:
        assert [one for one in each.findChildren(Words) if one.text() == "A copy is saved elsewhere"]
    sitting.make_room()
    assert sitting.lock(), "all of it is written here too once there is room"
    assert "a quarrel" in [one.label for one in journal.day_page(diary, today).factors]
    (robin,) = (one.recorder for one in carers.carers(diary) if one.writes_now)
    carers.remove_carer(diary, robin.id)


def test_an_entry_that_could_not_be_deleted_is_asked_about_and_deleted_when_there_is_room(
    sitting: Sitting, tmp_path: Path
) -> None:
    diary, today = sitting.diary, sitting.diary.today()
    journal.give_score(diary, today, PAIN, 6)
    page = sitting.open(LOOK_BACK, LookBackView)
    sitting.fill_the_disk()
    page.delete_requested.emit(tuple(row for row in page._state.entries if row.is_deletable)[:1])
    page.delete_confirmed.emit()
    copy = sitting.copy(page, tmp_path / "copy.alongside-backup")
    assert journal.day_page(copy, today).day.value(PAIN) is None
    diaries.close(copy)
    assert not sitting.lock()
    assert (sitting.window.current, journal.day_page(diary, today).day.value(PAIN) is None) == (LOOK_BACK, False)
    sitting.make_room()
    assert sitting.lock(), "locking tries once more"
    assert journal.day_page(diary, today).day.value(PAIN) is None


def test_a_copy_that_can_not_be_made_says_why_and_is_offered_again(sitting: Sitting, tmp_path: Path) -> None:
    page = sitting.open(TODAY, TodayView)
    sitting.fill_the_disk()
    page.answer_requested.emit(Answer(PAIN, 2))
    (offer,) = (one for one in offers(page) if one.isVisible())
    offer.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "copy.alongside-backup"))
    dialog.reject()
    said = [one.text() for one in page.findChildren(Words) if one.isVisible()]
    assert "Not saved yet, and the copy was not made" in said
    assert any(one.startswith("The folder for this is not there") for one in said)
    assert offer.isVisible()
    sitting.make_room()
    assert sitting.lock()
