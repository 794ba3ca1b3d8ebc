"""Appointments on Share: kept, moved, taken away, undone, and the days since the last one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.app.values import Changes
from diary.domain.days import Period
from diary.domain.entries import Appointment
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.share.page import join
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import PeriodChoice
from diary.ui.share.view import ShareView
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons

LAST = TODAY - timedelta(days=3)
VISIT = TODAY - timedelta(days=20)


class Page:
    """The page with its presenter over a diary in memory."""

    def __init__(self, icons: Icons, qtbot: QtBot, *visits: date) -> None:
        days = (LAST - timedelta(days=n) for n in range(60))
        self.diary = FakeHandingOver(made_extract(*(made_day(day, entry(day, pain=5)) for day in days)))
        self.diary.appointments = {f"v{n}": day for n, day in enumerate(visits)}
        self.presenter = SharePresenter(self.diary, ImmediateTasks(), ImmediateTasks(), lambda: TODAY)
        self.view = ShareView(icons, self.presenter.state)
        self.card = self.view.appointments
        join(self.view, self.presenter)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 900)
        self.presenter.load()
        self.view.show()

    @property
    def period(self) -> Period:
        """The days that the pages are about."""
        assert self.presenter.state.wanted is not None
        return self.presenter.state.wanted.period

    def is_offered(self, choice: PeriodChoice) -> bool:
        """Whether a period can be chosen from the list."""
        index = self.view._period._choices.model().index(choice, 0)
        return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)


MakePage = Callable[..., Page]


@pytest.fixture
def make_page(icons: Icons, qtbot: QtBot, kept: list[object]) -> MakePage:
    def make(*visits: date) -> Page:
        kept.append(page := Page(icons, qtbot, *visits))
        return page

    return make


def test_the_page_begins_at_the_last_appointment(make_page: MakePage) -> None:
    page = make_page(VISIT, TODAY - timedelta(days=50), TODAY, TODAY + timedelta(days=9))
    assert page.presenter.state.choice is PeriodChoice.SINCE_APPOINTMENT
    assert page.period == Period(VISIT, LAST)
    assert page.view._period._choices.currentText() == "Since my last appointment (2 November)"


def test_without_one_or_with_nothing_written_since_it_begins_with_four_weeks(make_page: MakePage) -> None:
    for visits in ((), (LAST,), (TODAY - timedelta(days=1),)):
        page = make_page(*visits)
        assert page.period == Period.ending(LAST, 28)
        assert page.is_offered(PeriodChoice.SINCE_APPOINTMENT) == bool(visits)


def test_one_is_added_moved_taken_away_and_each_is_undone(make_page: MakePage) -> None:
    page = make_page()
    page.card.field.setDate(QDate(VISIT.year, VISIT.month, VISIT.day))
    page.card.add.click()
    assert page.diary.appointments == {"a0": VISIT}
    assert page.presenter.state.appointment_said == "Appointment kept: 2 November 2026"
    page.card.lines["a0"].field.setDate(QDate(2026, 11, 5))
    assert page.diary.appointments == {"a0": date(2026, 11, 5)}
    page.presenter.undo()
    assert page.card.lines["a0"].field.day == VISIT
    page.card.lines["a0"].away.click()
    assert page.card.lines == {}
    page.card._said._button.click()  # type: ignore[union-attr]  # this message has a button
    assert page.diary.appointments == {"a0": VISIT}
    assert page.presenter.state.appointment_said == ""


def test_the_days_since_it_follow_it_and_end_when_it_is_taken_away(make_page: MakePage) -> None:
    page = make_page(VISIT)
    page.card.lines["v0"].field.setDate(QDate(2026, 11, 5))
    assert page.period == Period(date(2026, 11, 5), LAST)
    page.card.lines["v0"].away.click()
    assert page.presenter.state.choice is PeriodChoice.FOUR_WEEKS
    assert page.period == Period.ending(LAST, 28)


def test_a_day_that_has_one_says_so_and_the_field_goes_back(make_page: MakePage) -> None:
    page = make_page(VISIT, date(2026, 11, 5))
    page.card.lines["v0"].field.setDate(QDate(2026, 11, 5))
    assert page.presenter.state.appointment_note == "That day has one already"
    assert page.presenter.state.appointment_said == ""
    assert page.card.lines["v0"].field.day == VISIT


def test_what_could_not_be_kept_is_told_and_the_field_goes_back(make_page: MakePage) -> None:
    page = make_page(VISIT)
    page.diary.fails = "disk_full"
    page.card.lines["v0"].field.setDate(QDate(2026, 11, 5))
    assert page.presenter.state.problem == "Not saved yet"
    assert page.card.lines["v0"].field.day == VISIT
    page.diary.fails = ""
    page.presenter.try_again()
    assert page.card.lines["v0"].field.day == date(2026, 11, 5)


def test_years_of_them_are_shown_a_few_at_a_time_newest_first(make_page: MakePage) -> None:
    page = make_page(*(TODAY - timedelta(days=30 * n) for n in range(1, 40)))
    assert list(page.card.lines) == ["v0", "v1", "v2"]
    page.card.more.click()
    assert len(page.card.lines) == 15


def test_the_keyboard_goes_to_the_button_when_its_line_goes(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(VISIT)
    page.view.activateWindow()
    away = page.card.lines["v0"].away
    away.setFocus()
    qtbot.waitUntil(away.hasFocus)
    QTest.keyClick(away, Qt.Key.Key_Space)
    assert page.card.add.hasFocus()


def test_a_change_elsewhere_takes_the_offer_to_undo_away(make_page: MakePage) -> None:
    page = make_page()
    page.presenter.keep_appointment(Appointment("", VISIT))
    page.presenter.refresh(Changes(frozenset({TODAY}), frozenset({"score"})))
    assert page.presenter.state.appointment_said == ""


def test_the_wheel_takes_the_keyboard_to_no_field(icons: Icons, qtbot: QtBot) -> None:
    """Scrolled past, a date had the keyboard: Page Down then changed an appointment instead of going on."""
    view = Page(icons, qtbot, VISIT).view
    taken = [field for field in view.findChildren(QWidget) if field.focusPolicy() is Qt.FocusPolicy.WheelFocus]
    assert taken == []
