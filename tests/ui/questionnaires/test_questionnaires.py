"""Questionnaires: answered by keys or mouse, saved as given, stopped and gone on with, added up only when whole."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.app.questionnaires import Offer, Scored
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.questionnaires import Response, score
from diary.ui.kit.icons import Icons
from diary.ui.kit.picture_saving import Picture, Table
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.questionnaires.page import join
from diary.ui.questionnaires.presenter import QuestionnairesPresenter
from diary.ui.questionnaires.view import QuestionnairesView

TODAY = date(2026, 11, 22)
FORMS = catalogue.questionnaires()
SOMETHING = Changes(frozenset(), frozenset({"questionnaire_answer"}))


class FakeFillingIn:
    """A diary in memory."""

    def __init__(self) -> None:
        self.answers: dict[str, dict[str, int]] = {}
        self.forms: dict[str, str] = {}
        self.done: list[str] = []
        self.gone: list[str] = []
        self.switched: dict[str, bool] = {}
        self.fails = ""
        self.written: list[Picture | Table] = []

    def offers(self) -> tuple[Offer, ...]:
        """Every questionnaire."""
        return tuple(self._offer(form) for form in FORMS)

    def _offer(self, form_id: str) -> Offer:
        form = FORMS[form_id]
        own = [
            Response(one, form_id, TODAY, answers=self.answers[one])
            for one, of in self.forms.items()
            if of == form_id and one not in self.gone
        ]
        done = tuple(Scored(one, score(form, one)) for one in own if one.id in self.done)
        open_one = next((one for one in own if one.id not in self.done), None)
        return Offer(form, self.switched.get(form_id, not form.is_off_at_first), open_one, done)

    def answer(self, questionnaire_id: str, response_id: str, item_id: str, value: int | None) -> Changes:
        """Keep an answer."""
        self._fail()
        self.forms[response_id] = questionnaire_id
        answers = self.answers.setdefault(response_id, {})
        if value is None:
            answers.pop(item_id, None)
        else:
            answers[item_id] = value
        return SOMETHING

    def finish(self, response_id: str) -> Changes:
        """Keep that it is done."""
        self._fail()
        self.done.append(response_id)
        return SOMETHING

    def discard(self, response_id: str) -> Changes:
        """Keep that it is deleted."""
        self.gone.append(response_id)
        return SOMETHING

    def switch(self, questionnaire_id: str, *, is_on: bool) -> Changes:
        """Keep a choice."""
        self.switched[questionnaire_id] = is_on
        return SOMETHING

    def undo(self) -> Changes | None:
        """Take back that the last one was done."""
        self.done.pop()
        return SOMETHING

    def save(self, sent: Picture | Table) -> None:
        """Remember what was written."""
        self._fail()
        self.written.append(sent)

    def _fail(self) -> None:
        if self.fails:
            raise DiaryError(self.fails)


class Page:
    """The page with its presenter over a fake diary."""

    def __init__(self, icons: Icons, qtbot: QtBot) -> None:
        self.diary = FakeFillingIn()
        numbers = count(1)
        self.presenter = QuestionnairesPresenter(
            self.diary, ImmediateTasks(), lambda: TODAY, lambda: f"r{next(numbers)}"
        )
        self.view = QuestionnairesView(icons, self.presenter.state)
        join(self.view, self.presenter)
        self.helped: list[bool] = []
        self.presenter.help_requested.connect(self._help)
        qtbot.addWidget(self.view)
        self.view.resize(900, 800)
        self.presenter.load()
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        self.view.activateWindow()

    def _help(self) -> None:
        self.helped.append(True)

    def keys(self, typed: str) -> None:
        """Type digits wherever the keyboard is."""
        for key in typed:
            QTest.keyClicks(QApplication.focusWidget() or self.view, key)

    def begin(self, form: str) -> None:
        """Press the button of a questionnaire."""
        self.view.offers[form].begin.click()


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> Page:
    return Page(icons, qtbot)


def test_four_digits_fill_in_phq4_and_its_total_says_what_adds_up(page: Page) -> None:
    page.begin("phq4")
    page.keys("1203")
    assert page.diary.answers == {"r1": {"gad1": 1, "gad2": 2, "phq2": 0, "phq1": 3}}
    form = page.view.form
    assert form is not None
    assert form.done.hasFocus(), "after the last answer Space is done"
    QTest.keyClick(form.done, Qt.Key.Key_Space)
    state = page.presenter.state
    assert (state.said, state.added_up) == ("PHQ-4: 6 of 12", "Your answers added up: 1 + 2 + 0 + 3.")
    assert page.view.form is None
    page.presenter.undo()
    assert page.presenter.state.offers[0].unfinished is not None


def test_after_the_last_answer_the_keyboard_stays_with_the_questionnaire(page: Page) -> None:
    page.begin("phq4")
    page.keys("1203")
    assert page.view.form is not None
    QTest.keyClick(page.view.form.done, Qt.Key.Key_Return)
    assert page.view.offers["phq4"].begin.hasFocus(), "a second Enter must not lock the diary"


def test_what_came_of_one_stands_above_it_in_sight(page: Page) -> None:
    page.view.resize(900, 420)
    page.begin("gad7")
    page.keys("1111111")
    assert page.view.form is not None
    QTest.keyClick(page.view.form.done, Qt.Key.Key_Return)
    QTest.qWait(1)
    said, card = page.view._said, page.view.offers["gad7"]
    assert said.accessibleName() == "GAD-7: 7 of 21"
    assert said.visibleRegion().boundingRect().height() == said.height()
    assert 0 < card.y() - said.geometry().bottom() < 40


def test_one_opened_far_down_the_page_shows_the_question_that_the_keys_answer(page: Page) -> None:
    page.view.resize(900, 420)
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    page.begin("peg")
    QTest.qWait(1)
    assert page.view.form is not None
    first = page.view.form.rows[0]
    assert first.isAncestorOf(page.view.focusWidget())
    assert first.visibleRegion().boundingRect().height() == first.height()


def test_one_stopped_half_way_is_in_sight_where_it_goes_on(page: Page) -> None:
    page.view.resize(900, 420)
    page.begin("peg")
    page.keys("3")
    assert page.view.form is not None
    page.view.form.stop.click()
    QTest.qWait(1)
    begin = page.view.offers["peg"].begin
    assert begin.hasFocus()
    assert begin.visibleRegion().boundingRect().height() == begin.height()


def test_a_digit_that_is_no_answer_does_nothing(page: Page) -> None:
    page.begin("phq4")
    page.keys("7")
    assert page.diary.answers == {}


def test_one_is_stopped_and_gone_on_with_where_it_was(page: Page) -> None:
    page.begin("gad7")
    page.keys("12")
    assert page.view.form is not None
    page.view.form.stop.click()
    assert page.view.offers["gad7"].begin.text() == "Go on (2 of 7)"
    page.begin("gad7")
    filling = page.presenter.state.filling
    assert filling is not None
    assert (filling.response_id, dict(filling.answers)) == ("r1", {"gad1": 1, "gad2": 2})


def test_with_an_item_left_out_there_is_no_total(page: Page) -> None:
    page.begin("gad7")
    page.keys("111111")
    page.presenter.finish_as_it_is()
    assert (page.presenter.state.said, page.presenter.state.added_up) == ("GAD-7: 6 of 7 answered, no total", "")


def test_done_with_open_questions_says_which_and_finishes_only_when_that_is_wanted(page: Page) -> None:
    page.begin("gad7")
    page.keys("11")
    form = page.view.form
    assert form is not None
    form.rows[3].take_keyboard()
    page.keys("1")
    form.done.click()
    assert page.diary.done == []
    assert form.gaps.accessibleName() == "No answer yet: questions 3, 5, 6, 7"
    assert form.gaps.has_keyboard
    QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Space)
    assert any(button.hasFocus() for button in form.rows[2].buttons)
    page.keys("1")
    assert any(button.hasFocus() for button in form.rows[4].buttons), "the next open one, not the next"
    form.done.click()
    assert (page.diary.done, form.gaps.accessibleName()) == ([], "No answer yet: questions 5, 6, 7")
    page.view.gaps_accepted.emit()
    assert page.presenter.state.said == "GAD-7: 4 of 7 answered, no total"


def test_what_says_which_are_open_goes_with_the_last_of_them(page: Page) -> None:
    page.begin("phq4")
    page.keys("111")
    form = page.view.form
    assert form is not None
    form.done.click()
    assert form.gaps.accessibleName() == "Question 4 has no answer"
    page.presenter.answer("phq1", 1)
    assert not form.gaps.isVisible()
    assert form.done.hasFocus()
    page.presenter.answer("gad2", None)
    form.rows[1].take_keyboard()
    page.keys("1")
    assert form.done.hasFocus(), "no other is open"
    form.done.click()
    assert page.presenter.state.said == "PHQ-4: 4 of 12"


def test_the_unscored_question_of_phq9_keeps_nobody_from_being_done(page: Page) -> None:
    page.presenter.switch("phq9", True)
    page.begin("phq9")
    page.keys("000000000")
    page.presenter.finish()
    assert page.presenter.state.said == "PHQ-9: 0 of 27"


@pytest.mark.parametrize(("form_id", "item"), [("phq4", "gad1"), ("peg", "peg1")])
def test_a_second_press_leaves_an_answer_and_it_is_taken_away_by_its_button_or_backspace(
    page: Page, form_id: str, item: str
) -> None:
    page.begin(form_id)
    form = page.view.form
    assert form is not None
    first = form.rows[0]
    assert not first.away.isVisible()
    for take_away in (first.away.click, lambda: QTest.keyClick(first.buttons[2], Qt.Key.Key_Backspace)):
        for _ in range(2):
            QTest.mouseClick(first.buttons[2], Qt.MouseButton.LeftButton)
        assert page.diary.answers["r1"] == {item: 2}
        assert first.away.isVisible()
        take_away()
        assert page.diary.answers["r1"] == {}


def test_digits_answer_peg_and_a_one_waits_for_the_nought_that_makes_it_ten(page: Page) -> None:
    page.begin("peg")
    page.keys("1")
    assert page.diary.answers == {}
    page.keys("0")
    page.keys("15")
    form = page.view.form
    assert form is not None
    assert page.diary.answers["r1"] == {"peg1": 10, "peg2": 1, "peg3": 5}
    assert form.done.hasFocus()
    form.rows[1].take_keyboard()
    page.keys("x")
    form.done.click()
    assert page.presenter.state.said == "PEG: 8.3 of 10"


def test_one_at_a_time_is_done_after_the_last_question(page: Page) -> None:
    page.begin("phq4")
    form = page.view.form
    assert form is not None
    form.one.click()
    assert (form.next.isVisible(), form.done.isVisible()) == (True, False)
    page.keys("111")
    assert (form.next.isVisible(), form.done.isVisible()) == (False, True)


def test_one_that_was_begun_says_when(page: Page) -> None:
    page.begin("phq4")
    page.keys("1")
    page.presenter.stop()
    assert page.view.offers["phq4"]._again.text() == "Begun on 22 November 2026."


def test_one_question_at_a_time_begins_at_the_first_open_one(page: Page) -> None:
    page.begin("gad7")
    page.keys("12")
    form = page.view.form
    assert form is not None
    form.one.click()
    assert [line.isVisible() for line in form.rows] == [False, False, True, *[False] * 4]
    form.next.click()
    assert form.rows[3].isVisible()
    page.keys("3")
    assert form.rows[4].isVisible()
    assert page.diary.answers["r1"] == {"gad1": 1, "gad2": 2, "gad4": 3}


def test_ten_buttons_and_both_ends_answer_peg(page: Page) -> None:
    page.begin("peg")
    assert page.view.form is not None
    for line, value in zip(page.view.form.rows, (10, 6, 7), strict=True):
        QTest.mouseClick(line.buttons[value], Qt.MouseButton.LeftButton)
    page.presenter.finish()
    assert page.presenter.state.said == "PEG: 7.7 of 10"
    assert page.presenter.state.added_up == "The mean of your answers: (10 + 6 + 7) ÷ 3."


def test_any_thought_of_self_harm_shows_help_at_once_and_none_does_not(page: Page) -> None:
    page.presenter.switch("phq9", True)  # as the page's signal carries it
    page.begin("phq9")
    page.presenter.answer("phq1", 3)
    page.presenter.answer("phq9", 0)
    assert page.helped == []
    page.presenter.answer("phq9", 1)
    assert page.helped == [True]
    assert page.diary.answers["r1"]["phq9"] == 1, "the answer is kept like any other"


@pytest.mark.parametrize("by_key", [True, False])
def test_after_the_help_page_the_keyboard_is_back_in_the_questionnaire(page: Page, by_key: bool) -> None:
    page.presenter.switch("phq9", True)
    page.begin("phq9")
    form = page.view.form
    assert form is not None
    page.presenter.help_requested.connect(page.view.hide)
    if by_key:
        form.rows[8].take_keyboard()
        page.keys("1")
    else:
        QTest.mouseClick(form.rows[8].buttons[1], Qt.MouseButton.LeftButton)
    page.view.show()
    page.view.take_keyboard()
    assert page.view.focusWidget() in form.rows[9 if by_key else 8].buttons


def test_phq9_is_not_offered_until_it_is_ticked(page: Page) -> None:
    assert not page.view.offers["phq9"].isVisible()
    page.view.ticks["phq9"].click()
    assert page.view.offers["phq9"].isVisible()
    assert page.diary.switched == {"phq9": True}


def test_what_could_not_be_saved_stays_on_the_page_and_is_written_again(page: Page) -> None:
    page.begin("phq4")
    page.diary.fails = "disk_full"
    page.keys("2")
    state = page.presenter.state
    assert state.filling is not None
    assert (state.problem, dict(state.filling.answers)) == ("Not saved yet", {"gad1": 2})
    assert page.presenter.has_unsaved
    page.diary.fails = ""
    page.presenter.try_again()
    assert page.diary.answers == {"r1": {"gad1": 2}}
    assert not page.presenter.has_unsaved


def test_an_answer_that_could_not_be_taken_away_is_taken_away_before_it_is_done(page: Page) -> None:
    page.begin("phq4")
    page.keys("1111")
    page.diary.fails = "disk_full"
    page.presenter.answer("gad1", None)
    page.diary.fails = ""
    page.presenter.finish_as_it_is()
    assert page.diary.answers == {"r1": {"gad2": 1, "phq2": 1, "phq1": 1}}
    assert page.presenter.state.said == "PHQ-4: 3 of 4 answered, no total"
    assert not page.presenter.has_unsaved


def test_one_stopped_with_an_answer_unsaved_is_gone_on_with_as_the_same(page: Page) -> None:
    page.begin("phq4")
    page.diary.fails = "disk_full"
    page.keys("2")
    page.presenter.stop()
    assert page.presenter.has_unsaved
    assert page.presenter.state.problem == "Not saved yet"
    page.begin("phq4")
    filling = page.presenter.state.filling
    assert filling is not None
    assert (filling.response_id, dict(filling.answers)) == ("r1", {"gad1": 2})
    page.diary.fails = ""
    page.presenter.try_again()
    assert page.diary.answers == {"r1": {"gad1": 2}}


def test_one_that_could_not_be_done_is_done_by_trying_again_unless_it_is_answered_on(page: Page) -> None:
    page.begin("phq4")
    page.keys("1111")
    page.diary.fails = "disk_full"
    page.presenter.finish()
    assert page.presenter.state.filling is not None, "it is still on the page"
    page.diary.fails = ""
    page.presenter.answer("gad1", 3)
    assert (page.presenter.has_unsaved, page.presenter.state.problem) == (False, "")
    assert page.diary.done == []
    page.diary.fails = "disk_full"
    page.presenter.finish()
    page.diary.fails = ""
    page.presenter.try_again()
    assert page.presenter.state.said == "PHQ-4: 6 of 12"


def test_deleting_one_leaves_nothing_of_it_to_be_saved(page: Page) -> None:
    page.begin("phq4")
    page.keys("1")
    page.diary.fails = "disk_full"
    page.presenter.answer("gad2", 1)
    page.presenter.discard()
    assert page.diary.gone == ["r1"]
    assert (page.presenter.has_unsaved, page.presenter.state.problem) == (False, "")


def test_every_question_and_answer_has_a_name_for_a_screen_reader(page: Page) -> None:
    page.begin("phq4")
    assert page.view.form is not None
    first = page.view.form.rows[0]
    name = "1. Feeling nervous, anxious or on edge"
    assert first.buttons[3].accessibleName() == f"{name} Nearly every day"
    group = first.buttons[3].parentWidget()
    assert group is not None
    assert group.accessibleName() == name
    page.presenter.stop()
    page.begin("peg")
    first = page.view.form.rows[0]
    assert first.buttons[3].accessibleName().startswith("Question 1: 3 out of 10; 0 is no pain")


def test_deleting_one_that_nobody_began_writes_nothing(page: Page) -> None:
    page.begin("phq4")
    page.presenter.discard()
    assert (page.diary.gone, page.presenter.state.filling) == ([], None)
    page.begin("phq4")
    page.keys("1")
    page.presenter.discard()
    assert page.diary.gone == ["r2"]
    assert page.presenter.state.said == "Deleted: PHQ-4"


def fill_in_twice(page: Page) -> None:
    for typed in ("1203", "1111"):
        page.begin("phq4")
        page.keys(typed)
        page.presenter.finish()


def test_the_chart_and_its_table_are_saved_and_that_is_said(page: Page) -> None:
    fill_in_twice(page)
    bar = page.view.offers["phq4"].bar
    bar.save_to("Diary.svg")
    assert page.presenter.state.saved.startswith("Saved: Diary.svg.")
    bar.swap.click()
    bar.save_to("Diary.csv")
    picture, table = page.diary.written
    assert isinstance(picture, Picture)
    assert picture.content.startswith(b"<?xml")
    assert isinstance(table, Table)
    assert table.rows == (("2026-11-22", 6.0, "4 of 4"), ("2026-11-22", 4.0, "4 of 4"))


def test_a_chart_that_could_not_be_saved_is_told(page: Page) -> None:
    fill_in_twice(page)
    page.diary.fails = "file_unwritable"
    page.view.offers["phq4"].bar.save_to("Diary.png")
    assert page.presenter.state.problem == "Nothing was saved"
    assert page.presenter.state.saved == ""
