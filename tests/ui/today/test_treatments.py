"""Treatments of the day: taken, taken back, whether they helped, and what is on the list."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.domain.entries import Helped, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.ui.kit.number_button import Look
from diary.ui.today.treatments_card import TreatmentRow, TreatmentsCard
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY
from tests.ui.today.test_today import click

IBUPROFEN = Treatment("", "Ibuprofen", "medicine", "400 mg")


def card(page: TodayPage) -> TreatmentsCard:
    found = page.view.findChild(TreatmentsCard)
    assert isinstance(found, TreatmentsCard)
    return found


def with_ibuprofen(page: TodayPage) -> TreatmentRow:
    """A page on which ibuprofen is on the list."""
    page.journal.keep_treatment(IBUPROFEN)
    page.presenter.load()
    (line,) = card(page).rows.values()
    page.view.ensureWidgetVisible(line)
    return line


def helped(page: TodayPage) -> list[Helped | None]:
    return [one.helped for one in page.journal.kept.intakes if one.day == DAY]


def test_nothing_is_taken_beforehand_and_nobody_is_asked_whether_it_helped(today: TodayPage) -> None:
    line = with_ibuprofen(today)
    assert not line.tick.isChecked()
    assert line.takings == []


def test_a_treatment_is_ticked_and_helped_a_bit_with_two_clicks(today: TodayPage) -> None:
    line = with_ibuprofen(today)
    QTest.mouseClick(line.tick, Qt.MouseButton.LeftButton)
    assert helped(today) == [None], "ticked is not answered"
    assert {button.look for button in line.takings[0].helped.buttons.values()} == {Look.UNANSWERED}
    today.view.ensureWidgetVisible(line.takings[0])
    click(today, "Ibuprofen: did it help? A bit")
    assert helped(today) == [Helped.A_BIT]
    assert line.takings[0].helped.buttons[Helped.A_BIT].look is Look.CHOSEN


def test_whether_it_helped_is_answered_and_taken_back_by_keyboard(today: TodayPage) -> None:
    line = with_ibuprofen(today)
    line.tick.setFocus()
    today.press("Space", "Tab", "Right", "Right", "Space")
    assert helped(today) == [Helped.YES]
    today.press("Backspace")
    assert helped(today) == [None]


def test_a_second_press_takes_whether_it_helped_back(today: TodayPage) -> None:
    line = with_ibuprofen(today)
    QTest.mouseClick(line.tick, Qt.MouseButton.LeftButton)
    today.view.ensureWidgetVisible(line.takings[0])
    click(today, "Ibuprofen: did it help? Not sure")
    click(today, "Ibuprofen: did it help? Not sure")
    assert helped(today) == [None]


def test_what_was_ticked_by_mistake_is_taken_back_with_its_answer(today: TodayPage) -> None:
    line = with_ibuprofen(today)
    line.tick.setFocus()
    today.press("Space", "Space")
    assert helped(today) == []
    assert line.takings == []
    today.presenter.undo()
    assert helped(today) == [None]
    assert line.tick.isChecked()


def test_a_treatment_is_added_by_keyboard_and_is_taken(today: TodayPage) -> None:
    card(today).add.setFocus()
    today.press("Enter")
    today.press("Heat  pad", "Tab", "20 minutes", "Enter")
    (new,) = today.journal.kept.treatments
    assert (new.name, new.dose, new.kind) == ("Heat pad", "20 minutes", "medicine")
    assert [one.treatment for one in today.journal.kept.intakes] == [new.id]
    assert QApplication.focusWidget() is card(today).add


def test_one_that_is_on_the_list_is_not_added_twice(today: TodayPage) -> None:
    with_ibuprofen(today)
    for name in ("ibuprofen", "Ibuprofen"):
        click(today, "Add a treatment")
        today.press(name, "Tab", "400 MG", "Enter")
    assert len(today.journal.kept.treatments) == 1
    assert helped(today) == [None]


def test_one_that_is_no_longer_taken_stays_on_the_days_before(today: TodayPage) -> None:
    with_ibuprofen(today)
    click(today, "No longer on my list: Ibuprofen")
    assert card(today).rows == {}
    yesterday = DAY - timedelta(days=1)
    assert today.journal.kept.treatments[0].last == RoughDate(yesterday)
    today.presenter.show_day(yesterday)
    assert len(card(today).rows) == 1


def test_one_that_began_today_and_is_no_longer_taken_never_was(today: TodayPage) -> None:
    today.journal.keep_treatment(Treatment("", "Massage", "other", first=RoughDate(DAY)))
    today.presenter.load()
    click(today, "No longer on my list: Massage")
    assert today.journal.kept.treatments == ()
    today.presenter.undo()
    assert len(card(today).rows) == 1


def test_what_was_taken_stays_on_screen_until_it_is_saved(today: TodayPage) -> None:
    line = with_ibuprofen(today)
    today.journal.fault = DiaryError("disk_full")
    QTest.mouseClick(line.tick, Qt.MouseButton.LeftButton)
    assert line.tick.isChecked()
    assert helped(today) == []
    today.journal.fault = None
    click(today, "Try again")
    assert helped(today) == [None]


def test_what_is_taken_as_needed_stands_with_its_times_and_answers(today: TodayPage) -> None:
    today.journal.keep_treatment(Treatment("", "Ibuprofen", "medicine", "400", unit="mg", as_needed=True))
    today.presenter.load()
    (line,) = card(today).rows.values()
    line.take.click()
    line.take.click()
    assert [one.at for one in today.journal.kept.intakes] == [time(20, 14)] * 2
    first, second = line.takings
    first.time.time_requested.emit(time(8, 30))
    second.helped.buttons[Helped.YES].click()
    assert {(one.at, one.helped) for one in today.journal.kept.intakes} == {
        (time(8, 30), None),
        (time(20, 14), Helped.YES),
    }
    line.takings[0].away.click()
    assert [one.at for one in today.journal.kept.intakes] == [time(20, 14)]
    today.presenter.undo()
    assert [one.time.field.text() for one in line.takings] == ["08:30", "20:14"]


def test_on_a_day_before_the_time_of_what_was_taken_is_open(today: TodayPage) -> None:
    today.journal.keep_treatment(Treatment("", "Ibuprofen", "medicine", as_needed=True))
    today.presenter.show_day(DAY - timedelta(days=1))
    (line,) = card(today).rows.values()
    line.take.click()
    assert [one.at for one in today.journal.kept.intakes] == [None]
    assert line.takings[0].time.field.text() == ""
