"""Today where carers write too: who is writing, what they were told and what they noticed, over a real diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from diary.app import carers, diaries, journal, looking_back, writing
from diary.app.opened import OpenDiary
from diary.app.values import Changes
from diary.domain.entries import MarkKind
from diary.domain.measures import ANXIETY, CORE, MOOD, PAIN
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.domain.places import BodySite
from diary.ui.kit.buttons import Button, CardButton
from diary.ui.kit.icons import Icons
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.tasks import ImmediateTasks, Tasks
from diary.ui.kit.writer_sign import Penned
from diary.ui.today.beside_card import BesideCard
from diary.ui.today.gestures import ScorePlace
from diary.ui.today.noticed_part import NoticedPart
from diary.ui.today.page import today_page
from diary.ui.today.place_gestures import TakePlaceAway
from diary.ui.today.seal_part import SealPart
from diary.ui.today.told import ToldWords
from diary.ui.today.writing_card import WritingCard
from tests.storage.builders import DAY, World, sams_diary

LEFT = Qt.MouseButton.LeftButton
BEFORE = DAY.replace(day=DAY.day - 1)


class Late(ImmediateTasks):
    """Runs each piece of work when told to, as the lane does while the first page is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(self, *work: Any) -> None:
        self.waiting.append(partial(super().run, *work))

    def catch_up(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class SharedPage:
    """Today of a diary in which Alex and Kim write too."""

    def __init__(self, icons: Icons, diary: OpenDiary, tasks: Tasks) -> None:
        self.diary = diary
        self.view, self.presenter = today_page(
            lambda: diary, tasks, icons, lambda: DAY, diary.computer.surroundings, whose=None
        )
        self.named: list[Penned] = []
        self.presenter.pen.writer_named.connect(self.named.append)
        self.presenter.load()
        self.view.resize(1100, 900)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        self.view.activateWindow()
        self.view.take_keyboard()

    def write_as(self, name: str, keys: str = "") -> None:
        """Say who is writing, then press keys."""
        self.click(name)
        self.press(keys)

    def press(self, keys: str) -> None:
        QTest.keyClicks(self.view.focusWidget() or self.view, keys)

    def click(self, words: str) -> None:
        buttons = [*self.view.findChildren(CardButton), *self.view.findChildren(Button)]
        found = (one for one in buttons if words in (one.accessibleName() or one.text()) and one.isVisibleTo(self.view))
        QTest.mouseClick(next(found), LEFT)

    def notice(self, measure: str, answer: str) -> None:
        part = self.view.findChild(NoticedPart)
        assert part is not None
        button = next(one for one in part.rows[measure].choice.buttons.values() if one.text() == answer)
        QTest.mouseClick(button, LEFT)

    @property
    def asked(self) -> set[str]:
        """The scales on the page."""
        return {one.measure.id for one in self.view.findChildren(ScaleStrip) if one.isVisibleTo(self.view)}

    @property
    def words(self) -> str:
        return "\n".join(one.text() for one in self.view.findChildren(QLabel) if one.isVisibleTo(self.view))

    def said(self, recorder: str, basis: Basis) -> dict[str, float]:
        entries = journal.day_page(self.diary, DAY).day.entries
        mine = (one for one in entries if Voice(recorder, basis).said(one))
        return {score.measure: score.value for one in mine for score in one.scores}


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[OpenDiary]:
    diary = sams_diary(tmp_path, World())
    for name in ("Alex", "Kim"):
        carers.add_carer(diary, name, "", Agreed.YES, given_by_person=True)
    diary.ask_who()
    yield diary
    diaries.close(diary)


@pytest.fixture
def alex(diary: OpenDiary) -> str:
    return next(id_ for id_, name in carers.names(diary).items() if name == "Alex")


@pytest.fixture
def make_page(icons: Icons, diary: OpenDiary) -> Iterator[Callable[..., SharedPage]]:
    made: list[SharedPage] = []

    def make(tasks: Tasks | None = None) -> SharedPage:
        made.append(SharedPage(icons, diary, tasks or ImmediateTasks()))
        return made[-1]

    yield make
    for page in made:
        page.view.hide()
        page.view.deleteLater()


@pytest.fixture
def page(make_page: Callable[..., SharedPage]) -> SharedPage:
    return make_page()


def test_it_is_asked_first_who_is_writing_and_nothing_else_is(page: SharedPage) -> None:
    assert "Who is writing?" in page.words
    assert page.asked == set()
    page.press("b")
    assert page.presenter.state.saved_at == ""
    assert [one.who for one in page.named] == ["Who is writing?"]


def test_the_person_goes_on_as_ever(page: SharedPage) -> None:
    page.write_as("Sam")
    assert "Sam is writing" in page.words
    page.press("476")
    assert page.said(PERSON, Basis.SELF) == {MOOD: 4, ANXIETY: 7, PAIN: 6}
    assert page.named[-1] == Penned("Sam is writing")


def test_no_key_takes_an_answer_that_nobody_chose(page: SharedPage) -> None:
    """Space, Enter or a digit meant for a question must not become somebody's name on an entry."""
    page.press("1 2")
    QTest.keyClick(page.view.focusWidget() or page.view, Qt.Key.Key_Space)
    QTest.keyClick(page.view.focusWidget() or page.view, Qt.Key.Key_Return)
    assert "Who is writing?" in page.words


def test_a_carer_says_for_each_entry_how_they_know(page: SharedPage) -> None:
    page.write_as("Alex")
    assert "Is this what Sam told you, or what you noticed?" in page.words
    assert page.asked == set()
    page.press("1")
    assert "Alex, writing in Sam’s diary\nSam told me\n" in page.words
    assert page.named[-1].brief == "Alex: Sam told me"
    assert set(CORE) <= page.asked
    page.presenter.go_back()
    assert "Is this what Sam told you, or what you noticed?" in page.words


def test_what_the_person_told_a_carer_is_kept_as_that(page: SharedPage, alex: str) -> None:
    page.write_as("Alex", "1")
    page.press("476")
    assert page.said(alex, Basis.TOLD) == {MOOD: 4, ANXIETY: 7, PAIN: 6}
    assert page.said(PERSON, Basis.SELF) == {}


def test_what_a_carer_noticed_has_neither_mood_nor_anxiety(page: SharedPage, alex: str) -> None:
    page.write_as("Alex", "2")
    assert page.asked == {"pain_as_seemed"}
    page.notice("noticed_in_pain", "A lot")
    page.notice("noticed_low", "Could not tell")
    assert page.said(alex, Basis.OBSERVED) == {"noticed_in_pain": 2, "noticed_low": 3}
    page.notice("noticed_in_pain", "A lot")
    assert page.said(alex, Basis.OBSERVED) == {"noticed_low": 3}, "a second press takes an answer back"


def test_nobody_marks_a_bad_day_for_another(page: SharedPage) -> None:
    page.write_as("Alex", "2b")
    page.view.settle()
    assert journal.day_page(page.diary, DAY).day.marks == ()
    assert "Bad day" not in page.words


def test_a_carer_can_always_say_that_they_could_not_tell(page: SharedPage) -> None:
    page.write_as("Alex", "2")
    part = page.view.findChild(NoticedPart)
    assert part is not None
    last = {list(row.choice.buttons.values())[-1].text() for row in part.rows.values()}
    assert last == {"Could not tell", "Not sure"}


def test_what_the_person_wrote_is_named_to_a_carer_and_not_shown(page: SharedPage) -> None:
    page.write_as("Sam", "476")
    page.click("Someone else is writing")
    page.write_as("Alex", "1")
    assert "Mood, Anxiety, Pain" in page.words
    assert dict(page.presenter.state.answers) == {}


def test_a_note_stays_with_whose_it_is(page: SharedPage, alex: str) -> None:
    """One field on screen for several voices: words left in it must not become another's."""
    page.write_as("Sam")
    page.presenter.unfolded.open_more(True)
    page.view._note.field.setFocus()
    page.press("mine")
    page.click("Someone else is writing")
    page.write_as("Alex", "1")
    assert page.presenter.state.note.text == ""
    page.view._note.field.setFocus()
    page.press("heard")
    page.click("Change: told or noticed")
    page.press("2")
    part = page.view.findChild(NoticedPart)
    assert part is not None
    assert part.note.field.toPlainText() == ""
    part.note.field.setFocus()
    page.press("seen")
    page.click("Someone else is writing")
    page.write_as("Sam")
    assert page.presenter.state.note.text == "mine"
    notes = {(one.recorder, one.basis): one.text for one in journal.day_page(page.diary, DAY).notes}
    assert notes == {
        (PERSON, Basis.SELF): "mine",
        (alex, Basis.TOLD): "heard",
        (alex, Basis.OBSERVED): "seen",
    }


def test_a_screen_reader_says_who_is_writing(page: SharedPage) -> None:
    card = page.view.findChild(WritingCard)
    assert card is not None
    assert card.accessibleName() == "Who is writing?"
    page.write_as("Alex")
    assert card.accessibleName() == "Is this what Sam told you, or what you noticed?"
    page.press("2")
    assert card.accessibleName() == "Alex, writing in Sam’s diary: what I noticed"


def test_both_on_one_day_are_both_kept(page: SharedPage, alex: str) -> None:
    page.write_as("Alex", "16")
    page.click("Change: told or noticed")
    page.press("2")
    page.notice("noticed_ate", "No")
    page.click("Change: told or noticed")
    page.press("1")
    assert dict(page.presenter.state.answers) == {MOOD: 6}
    assert page.said(alex, Basis.OBSERVED) == {"noticed_ate": 0}


def test_a_carer_is_not_asked_whether_the_diary_helps(page: SharedPage) -> None:
    page.write_as("Alex", "1")
    state = page.presenter.state
    assert not state.has_greeting


def test_undo_takes_back_what_the_carer_did(page: SharedPage, alex: str) -> None:
    page.write_as("Alex", "2")
    page.notice("noticed_ate", "No")
    page.presenter.undo()
    assert page.said(alex, Basis.OBSERVED) == {}
    assert page.presenter.state.can_redo


def test_another_day_shows_what_the_carer_said_of_it(page: SharedPage, alex: str) -> None:
    writing.choose_writer(page.diary, alex)
    journal.give_score(page.diary, BEFORE, "noticed_ate", 1, voice=Voice(alex, Basis.OBSERVED))
    journal.mark_day(page.diary, BEFORE, MarkKind.BAD_DAY)
    page.write_as("Alex")
    page.presenter.go_back()
    page.press("2")
    assert dict(page.presenter.state.answers) == {"noticed_ate": 1}
    assert "a mark on the day" in page.words


@pytest.mark.parametrize("keys", ["6", "999", "1"])
def test_what_is_pressed_before_it_is_asked_who_writes_is_nobodys(
    make_page: Callable[..., SharedPage], alex: str, keys: str
) -> None:
    """The page is there before the diary has said that several write: nobody may be made to have said it."""
    lane = Late()
    page = make_page(lane)
    page.press(keys)
    lane.catch_up()
    assert "You typed it before anybody said who is writing. Nothing was changed." in page.words
    page.write_as("Alex")
    lane.catch_up()
    page.press("1")
    lane.catch_up()
    assert (page.said(PERSON, Basis.SELF), page.said(alex, Basis.TOLD)) == ({}, {})
    assert page.presenter.state.answers == {}
    assert not page.presenter.has_unsaved
    page.press("4")
    lane.catch_up()
    assert page.said(alex, Basis.TOLD) == {MOOD: 4}
    assert "What you typed was not used" not in page.words


def test_what_the_person_pressed_is_theirs_where_the_passphrase_says_who_writes(
    make_page: Callable[..., SharedPage], diary: OpenDiary
) -> None:
    diary.recorder, diary.asks_who = PERSON, False
    lane = Late()
    page = make_page(lane)
    page.press("476")
    lane.catch_up()
    assert page.said(PERSON, Basis.SELF) == {MOOD: 4, ANXIETY: 7, PAIN: 6}


def test_a_diary_of_one_says_nothing_of_writers(icons: Icons, tmp_path: Path) -> None:
    diary = sams_diary(tmp_path / "alone", World())
    page = SharedPage(icons, diary, ImmediateTasks())
    assert "writing" not in page.words
    assert page.named == []
    page.view.hide()
    page.view.deleteLater()
    diaries.close(diary)


def test_a_carers_own_passphrase_says_who_writes_and_nobody_else_can(
    make_page: Callable[..., SharedPage], diary: OpenDiary, alex: str
) -> None:
    diary.recorder, diary.asks_who = alex, False
    diary.keys = replace(diary.keys, owner=alex)
    page = make_page()
    assert "Alex, writing in Sam’s diary" in page.words
    assert [one.who for one in page.named] == ["Alex is writing"]
    page.press("1")
    assert "Someone else is writing" not in page.words
    page.press("6")
    assert page.said(alex, Basis.TOLD) == {MOOD: 6}


def test_nothing_is_asked_about_notes_while_it_is_asked_who_writes(page: SharedPage) -> None:
    for _ in range(7):
        page.presenter.go_back()
    assert "Do you have notes that you made at the time?" not in page.words
    page.write_as("Alex", "1")
    assert "Do you have notes that you made at the time?" in page.words


def test_another_name_of_the_person_is_said_at_once(page: SharedPage) -> None:
    page.write_as("Alex")
    page.presenter.refresh(carers.rename_person(page.diary, "Samira"))
    assert "Is this what Samira told you, or what you noticed?" in page.words
    page.press("1")
    assert page.named[-1].brief == "Alex: Samira told me"


def told_words(page: SharedPage) -> list[str]:
    """What stands beside the answers that somebody wrote down for the person."""
    labels = (one for told in page.view.findChildren(ToldWords) for one in told.findChildren(QLabel))
    return [one.text() for one in labels if one.isVisibleTo(page.view)]


def test_who_wrote_an_answer_down_stands_beside_it_until_the_person_answers(page: SharedPage, alex: str) -> None:
    page.write_as("Alex", "176")
    page.click("Someone else is writing")
    page.write_as("Sam")
    assert told_words(page) == ["Sam, written by Alex"] * 2
    strips = {one.measure.id: one for one in page.view.findChildren(ScaleStrip)}
    said = {measure: strips[measure].accessibleDescription() for measure in CORE}
    heard = {measure for measure, words in said.items() if words.endswith(" out of 10. Sam, written by Alex")}
    assert heard == {MOOD, ANXIETY}
    page.press("m7")
    assert told_words(page) == ["Sam, written by Alex"], "the same number said by Sam is Sam's own"
    assert page.said(PERSON, Basis.SELF) == {MOOD: 7}
    assert page.said(alex, Basis.TOLD) == {MOOD: 7, ANXIETY: 6}


def test_nothing_that_was_told_is_emptied_by_the_persons_hand(page: SharedPage, alex: str) -> None:
    neck = BodySite("neck")
    page.write_as("Alex", "1")
    page.presenter.do(ScorePlace(neck, 8))
    page.click("Someone else is writing")
    page.write_as("Sam")
    page.presenter.do(TakePlaceAway(neck))
    assert "so it stays" in page.presenter.state.reason
    assert page.presenter.state.more.places == {neck: 8}
    assert page.said(alex, Basis.TOLD) == {PAIN: 8}
    page.presenter.do(ScorePlace(neck, 3))
    page.presenter.do(TakePlaceAway(neck))
    assert page.presenter.state.more.places == {neck: 8}, "without Sam's own answer what was told counts again"


def test_a_bad_day_that_a_carer_wrote_down_says_so_and_the_person_can_take_it_back(page: SharedPage) -> None:
    page.write_as("Alex", "1b")
    page.view.settle()
    page.click("Someone else is writing")
    page.write_as("Sam")
    assert told_words(page) == ["Sam, written by Alex"]
    page.click("Take it back")
    assert not page.presenter.state.is_bad_day
    changed = looking_back.history(page.diary, DAY)[0]
    assert (changed.recorder, changed.is_anothers, changed.old) == (PERSON, True, MarkKind.BAD_DAY)
    page.presenter.undo()
    assert page.presenter.state.is_bad_day


def test_of_two_carers_who_were_told_the_one_whose_answer_counts_is_named(page: SharedPage) -> None:
    page.write_as("Alex", "14")
    page.click("Someone else is writing")
    page.write_as("Kim", "16")
    page.click("Someone else is writing")
    page.write_as("Sam")
    assert page.presenter.state.answers == {MOOD: 6}
    assert told_words(page) == ["Sam, written by Kim"]


def test_other_pages_ask_again_when_somebody_else_reads(page: SharedPage) -> None:
    """A note that only the person can read must not stay on them under a carer's eyes."""
    told: list[Changes] = []
    page.presenter.changed.connect(told.append)
    page.write_as("Alex")
    assert told == [Changes(kinds=frozenset({"recorder"}))]
    page.click("What I noticed")
    assert len(told) == 1, "how a carer knows changes nothing of what is read"


def test_a_note_is_not_called_private_where_carers_open_the_diary(page: SharedPage) -> None:
    page.write_as("Sam")
    page.press("+")
    assert "Carers who open this diary can read it" in page.words
    offered = [one for one in page.view.findChildren(SealPart) if one.isVisibleTo(page.view)]
    assert offered == [], "they know the same passphrase"


@pytest.mark.parametrize("how", ["1", "2"])
def test_a_carers_note_is_not_called_private_either(page: SharedPage, how: str) -> None:
    page.write_as("Alex", how + "+" * (how == "1"))
    assert "Sam can read it, and carers who open this diary" in page.words
    assert "Private" not in page.words


def test_a_carer_who_was_told_sees_where_the_persons_own_answer_counts_and_no_number(page: SharedPage) -> None:
    page.write_as("Alex", "1m4a6")
    page.click("Someone else is writing")
    page.write_as("Sam", "m9")
    page.click("Someone else is writing")
    page.write_as("Alex", "1")
    assert told_words(page) == ["Sam’s own answer counts"]
    assert page.presenter.state.answers == {MOOD: 4, ANXIETY: 6}
    page.press("m5")
    assert told_words(page) == ["Sam’s own answer counts"], "whatever else is told"
    page.click("Change")
    page.press("2")
    assert told_words(page) == [], "what was noticed is another question"


def beside(page: SharedPage) -> str:
    """What the card on others' entries says, or nothing where it isn't shown."""
    card = page.view.findChild(BesideCard)
    assert card is not None
    return "\n".join(one.text() for one in card.findChildren(QLabel)) if card.isVisibleTo(page.view) else ""


def test_a_carers_own_entry_is_not_named_as_somebody_elses(page: SharedPage) -> None:
    page.write_as("Alex", "14")
    page.click("Change")
    assert beside(page) == ""
    page.press("2")
    assert beside(page) == "", "nobody else wrote about the day"


def test_a_carer_is_asked_to_write_before_reading_only_until_they_have(page: SharedPage) -> None:
    page.write_as("Sam", "m4")
    page.click("Someone else is writing")
    page.write_as("Alex")
    assert "Please write yours before" in beside(page)
    page.press("1")
    assert "Please write yours before" in beside(page)
    page.press("m5")
    assert "Look back shows what they wrote." in beside(page)
    page.click("Change")
    assert "Please write yours before" in beside(page), "what was noticed is still to be written"
    page.press("2")
    page.notice("noticed_in_pain", "A lot")
    page.click("Change")
    assert "Look back shows what they wrote." in beside(page)
    assert "Alex" not in beside(page)
