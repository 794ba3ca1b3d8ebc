"""What Today asks is chosen, ordered and worded, by keys and by mouse, and nothing that was written is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.app import choosing, journal, looking_back
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN, Direction, Measure, OwnMeasure, ScaleKind, own_words
from diary.domain.today import AT_FIRST
from diary.ui.asking.gestures import ChooseShown, KeepMeasure
from diary.ui.asking.question_form import QuestionForm
from tests.storage.builders import DAY
from tests.ui.asking.conftest import AskingPage

STIFF = OwnMeasure("Stiffness", "How stiff were you?", "Not stiff", "Could not move", scale="0to4")


def full_disk(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


def own(page: AskingPage) -> Measure:
    (found,) = [one for one in page.asked.measures.values() if one.own and not one.former_of]
    return found


def focused(page: AskingPage) -> str:
    focus = page.view.focusWidget()
    return focus.accessibleName() or focus.text() if focus else ""  # type: ignore[attr-defined]  # every stop is a button


def test_a_ticked_question_is_asked_last_and_an_unticked_one_no_longer(page: AskingPage) -> None:
    page.click("Tired")
    page.click("Worst pain")
    assert page.shown == (*AT_FIRST, "tiredness", "pain_worst")
    page.click("Tired")
    assert page.shown == (*AT_FIRST, "pain_worst")
    assert journal.day_page(page.diary, DAY).choices.shown == page.shown
    assert page.says("Saved")
    assert all("setting" in changes.kinds for changes in page.told)


def test_a_question_moves_by_alt_and_an_arrow_and_the_keyboard_stays_with_it(page: AskingPage) -> None:
    for question in ("Tired", "Worst pain", "Sleep quality"):
        page.click(question)
    page.view.questions.rows["sleep_quality"].tick.setFocus()
    page.press("Up", "Up", "Up", alt=True)
    assert page.shown[-3:] == ("sleep_quality", "tiredness", "pain_worst")
    page.press("Down", alt=True)
    assert page.shown[-3:] == ("tiredness", "sleep_quality", "pain_worst")
    assert focused(page) == "Sleep quality"
    page.press("Space")
    assert "sleep_quality" not in page.shown


def test_buttons_move_parts_and_leave_what_other_cards_hold_alone(page: AskingPage) -> None:
    page.click("Tired")
    page.click("Move up: A note")
    assert [one for one in page.shown if one in page.asked.parts[:5]] == [
        "places", "factors", "note", "treatments", "good_thing",
    ]  # fmt: skip
    assert {"tiredness", "moments"} <= set(page.shown)


def test_what_is_asked_at_places_is_ticked_and_has_no_order(page: AskingPage) -> None:
    for part in ("Where pain spread to", "Pins and needles or numbness, place by place"):
        page.click(part)
    assert page.shown == (*AT_FIRST, "spreads", "numbness")
    assert not page.view.at_places.rows["spreads"].up.isVisible()
    page.view.at_places.rows["numbness"].tick.setFocus()
    page.press("Down", alt=True)
    assert page.shown == (*AT_FIRST, "spreads", "numbness")


def test_tab_goes_through_the_rows_in_their_order(page: AskingPage) -> None:
    page.click("Tired")
    page.click("Sleep quality")
    page.view.questions.rows["tiredness"].tick.setFocus()
    visited = []
    for _ in range(4):
        visited.append(focused(page))
        page.press("Tab")
    assert visited == [
        "Tired",
        "What the numbers mean to you: Tired",
        "Move down: Tired",
        "Sleep quality",
    ]


def test_an_own_question_is_worded_by_keys_alone(page: AskingPage) -> None:
    page.view.add.setFocus()
    page.press("Enter", "Stiffness", "Tab", "How stiff were you?", "Enter")
    made = own(page)
    assert (made.label, made.question, made.kind, made.highest) == (
        "Stiffness", "How stiff were you?", ScaleKind.SCORE, 10,
    )  # fmt: skip
    assert page.shown[-1] == made.id
    assert page.presenter.state.opened is None
    assert QApplication.focusWidget() is page.view.add


def test_a_question_needs_a_name_and_its_words_fit_its_scale(page: AskingPage) -> None:
    page.click("Add a question of your own")
    form = page.view._question_form
    page.press("Enter")
    assert (page.shown, form.keep.isEnabled()) == (AT_FIRST, False)
    form.label.field.setFocus()
    page.press("Left the house")
    form.low.show_text("Not at all")
    form.scale.setCurrentIndex(form.scale.findData("yes_no"))
    form.direction.setCurrentIndex(form.direction.findData(str(Direction.HIGHER_IS_BETTER)))
    assert not form.low.isVisible()
    page.click("Add")
    made = own(page)
    assert (made.kind, made.direction, made.low_words) == (ScaleKind.YES_NO, Direction.HIGHER_IS_BETTER, "")


def test_escape_puts_a_form_away_and_changes_nothing(page: AskingPage) -> None:
    page.click("Add a question of your own")
    page.press("Stiff", "Escape")
    assert not page.view._question_form.isVisible()
    assert (page.shown, page.told) == (AT_FIRST, [])


def test_a_page_that_goes_keeps_what_stands_in_its_forms(page: AskingPage) -> None:
    page.click("Add a question of your own")
    page.view.settle()
    assert page.shown == AT_FIRST, "an empty form is no question"
    page.press("Stiffness")
    page.view.settle()
    assert own(page).label == "Stiffness"
    page.click("Change: Stiffness")
    told = len(page.told)
    page.view.settle()
    assert len(page.told) == told, "nothing was changed"
    page.click("What the numbers mean to you: Pain")
    page.press("I can ignore it")
    page.view.settle()
    assert page.asked.own_words[PAIN] == {3: "I can ignore it"}


def test_a_range_changed_after_use_leaves_the_old_answer_on_its_scale(page: AskingPage) -> None:
    page.presenter.do(KeepMeasure(STIFF))
    made = own(page)
    journal.give_score(page.diary, DAY, made.id, 3)
    page.click("Change: Stiffness")
    form = page.view._question_form
    assert (form.label.text, form.scale.currentData()) == ("Stiffness", "0to4")
    form.scale.setCurrentIndex(form.scale.findData("0to10"))
    page.click("Keep")
    whole = looking_back.extract(page.diary)
    assert (own(page).highest, whole.measures[f"{made.id}~1"].highest) == (10, 4)
    assert whole.measure_of(whole.days[0].entries[0].scores[0]).highest == 4
    assert focused(page) == "Change: Stiffness"


def test_a_question_put_away_is_kept_and_brought_back(page: AskingPage) -> None:
    page.presenter.do(KeepMeasure(STIFF))
    made = own(page)
    journal.give_score(page.diary, DAY, made.id, 3)
    page.click("Change: Stiffness")
    page.click("Put this question away")
    assert made.id not in page.shown
    assert page.says("Put away, with all you answered:")
    page.click("Ask again: Stiffness")
    assert made.id in page.shown
    assert not page.says("Put away, with all you answered:")
    assert journal.day_page(page.diary, DAY).day.value(made.id) is not None


def test_what_numbers_mean_is_said_from_today_on_and_the_days_before_keep_theirs(page: AskingPage) -> None:
    page.click("What the numbers mean to you: Pain")
    assert tuple(page.view._words_form.fields) == (3, 5, 8)
    page.press("I can ignore it", "Enter")
    assert page.asked.own_words[PAIN] == {3: "I can ignore it"}
    page.world.now += timedelta(days=1)
    page.click("What the numbers mean to you: Pain")
    page.view._words_form.fields[3].show_text("I notice it")
    page.click("Keep")
    anchors = looking_back.extract(page.diary).anchors
    assert own_words(anchors, PAIN, DAY) == {3: "I can ignore it"}
    assert page.asked.own_words[PAIN] == {3: "I notice it"}


def test_own_words_of_a_short_scale_are_asked_between_its_ends(page: AskingPage) -> None:
    page.presenter.do(KeepMeasure(STIFF))
    page.click("What the numbers mean to you: Stiffness")
    assert tuple(page.view._words_form.fields) == (1, 2, 3)


def test_undo_and_redo_take_back_what_was_done_here_and_nothing_else(page: AskingPage) -> None:
    journal.give_score(page.diary, DAY, PAIN, 6)
    page.click("Tired")
    QTest.keyClick(page.view.add, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.shown == AT_FIRST
    assert not page.view.undo.isVisible()
    page.presenter.undo()
    assert journal.day_page(page.diary, DAY).day.value(PAIN) is not None, "an answer is taken back where it was given"
    QTest.keyClick(page.view.add, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.shown == (*AT_FIRST, "tiredness")


def test_low_energy_is_switched_here(page: AskingPage) -> None:
    page.click("Low energy: show the four questions alone")
    assert page.asked.choices.low_energy
    page.click("Low energy: show the four questions alone")
    assert not page.asked.choices.low_energy


def test_a_few_days_a_week_are_chosen_by_chips_and_taken_back(page: AskingPage) -> None:
    page.click("Monday")
    page.click("Thursday")
    assert page.asked.choices.week_days == {0, 3}
    assert page.says("On the days you did not choose, Today says that nothing is needed.")
    page.click("Monday")
    page.presenter.undo()
    assert [day for day, chip in page.view.week.days.items() if chip.isChecked()] == [0, 3]
    assert len(page.told) == 4


def test_what_could_not_be_kept_says_why_and_the_form_keeps_the_words(page: AskingPage) -> None:
    page.click("Add a question of your own")
    form = page.view._question_form
    page.press("Stiffness")
    page.presenter.do(KeepMeasure(replace(STIFF, label="x" * 61)))
    assert form.isVisible()
    assert form.label.text == "Stiffness"
    assert page.says("Not saved")
    assert page.says("These words are too long. Nothing was saved. Use up to 60 letters.")
    page.presenter.do(ChooseShown(("horoscope",)))
    assert page.shown == AT_FIRST, "what isn't kept isn't shown as chosen"


def test_the_hour_at_which_the_day_ends_is_chosen_and_moves_nothing(page: AskingPage) -> None:
    journal.give_score(page.diary, DAY, PAIN, 6)
    box = page.view.day_end.hour
    assert (box.currentText(), box.count()) == ("04:00", 13)
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert (page.asked.choices.day_ends_at, page.diary.day_ends_at) == (3, 3)
    assert journal.day_page(page.diary, DAY).day.value(PAIN) is not None
    page.presenter.undo()
    assert (page.diary.day_ends_at, box.currentText()) == (4, "04:00")


def test_a_megabyte_of_smileys_pasted_as_a_name_is_cut_and_kept_whole(page: AskingPage) -> None:
    """A letter of two halves must not be cut in half: half of one can't be written to the diary."""
    page.click("Add a question of your own")
    QApplication.clipboard().setText("a" + "🙂" * 500_000)
    page.view._question_form.label.field.paste()
    page.press("Enter")
    assert set(own(page).label) == {"a", "🙂"}
    QApplication.clipboard().clear()


def test_moves_in_quick_succession_are_all_kept(page: AskingPage) -> None:
    for question in ("Tired", "Worst pain", "Sleep quality"):
        page.click(question)
    page.view.questions.rows["sleep_quality"].tick.setFocus()
    page.press(*(["Up", "Down"] * 10), "Up", alt=True)
    assert page.shown[-3:] == ("tiredness", "sleep_quality", "pain_worst")


def test_a_form_higher_than_the_window_is_shown_from_its_beginning(page: AskingPage) -> None:
    page.view.resize(900, 300)
    page.click("Add a question of your own")
    form = next(one for one in page.view.findChildren(QuestionForm) if one.isVisible())
    assert form.height() > page.view.height()
    assert 0 <= form.mapTo(page.view, QPoint(0, 0)).y() < 40


def test_a_form_is_kept_before_another_takes_its_place(page: AskingPage) -> None:
    page.click("Add a question of your own")
    page.press("Stiffness")
    page.click("What the numbers mean to you: Pain")
    assert own(page).label == "Stiffness"
    assert not page.view._question_form.isVisible()
    assert page.view._words_form.isVisible()


def test_words_without_a_name_stay_in_the_form_and_are_asked_about(page: AskingPage) -> None:
    page.click("Add a question of your own")
    page.view._question_form.question.field.setText("How stiff were you?")
    page.view.settle()
    assert page.presenter.has_unsaved
    page.click("What the numbers mean to you: Pain")
    assert page.view._question_form.question.text == "How stiff were you?"
    page.press("Stiffness", "Enter")
    assert (own(page).question, page.presenter.has_unsaved) == ("How stiff were you?", False)
    assert page.view._words_form.isVisible(), "it was asked for, and could not take the place of those words"


def test_what_was_chosen_on_a_full_disk_stays_chosen_and_is_kept_by_trying_again(
    page: AskingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(choosing, "choose_shown", full_disk)
        page.click("Tired")
        page.click("Worst pain")
        assert page.says("Not saved yet")
        assert page.presenter.has_unsaved
        assert page.shown == (*AT_FIRST, "tiredness", "pain_worst")
    page.click("Try again")
    assert journal.day_page(page.diary, DAY).choices.shown == (*AT_FIRST, "tiredness", "pain_worst")
    assert (page.presenter.has_unsaved, page.says("Not saved yet")) == (False, False)
