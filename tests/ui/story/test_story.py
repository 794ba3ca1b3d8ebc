"""My story: what happened and what was tried, told, changed, taken away and brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.app.values import Changes
from diary.domain.entries import Event, Helped, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.story.page import join
from diary.ui.story.presenter import StoryPresenter
from diary.ui.story.view import StoryView
from tests.ui.story.tellings import MemoryTelling
from tests.ui.today.journals import DAY, PatientTasks

ACCIDENT = Event("1", "Car accident", RoughDate.of_year(2024))
LEFT = Qt.MouseButton.LeftButton


class StoryPage:
    """My story on screen, with what is behind it."""

    def __init__(self, icons: Icons, *events: Event) -> None:
        self.telling = MemoryTelling(*events)
        self.heard: list[Changes] = []
        self.went_back = 0
        self.presenter = StoryPresenter(self.telling, ImmediateTasks(), lambda: DAY)
        self.view = StoryView(icons, self.presenter.state)
        join(self.view, self.presenter, self._go_back)
        self.presenter.changed.connect(self.heard.append)
        self.presenter.load()
        self.view.resize(1000, 900)
        self.view.show()

    def _go_back(self) -> None:
        self.went_back += 1

    def press(self, *words: str) -> None:
        """Type words where the keyboard is; ``Enter``, ``Tab`` and ``Escape`` are keys."""
        keys = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Escape": Qt.Key.Key_Escape}
        for word in words:
            target = self.view.focusWidget()
            assert target is not None
            if word in keys:
                QTest.keyClick(target, keys[word])
            else:
                QTest.keyClicks(target, word)


@pytest.fixture
def make_page(icons: Icons) -> Iterator[Callable[..., StoryPage]]:
    made: list[StoryPage] = []

    def make(*events: Event) -> StoryPage:
        made.append(StoryPage(icons, *events))
        QTest.qWaitForWindowExposed(made[-1].view)
        made[-1].view.activateWindow()
        return made[-1]

    yield make
    for page in made:
        page.view.close()
        page.view.deleteLater()


def test_an_event_is_told_with_a_year_alone(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.view.event_form.when.show_date(None)
    page.press("Back  pain began", "Tab", "2019", "Enter")
    assert page.telling.now.events == (Event("event 0", "Back pain began", RoughDate.of_year(2019)),)
    assert page.view.event_form.isHidden()
    assert page.heard, "charts and summary are told"


def test_a_new_event_begins_with_the_day_it_is(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("Started physiotherapy", "Enter")
    assert page.telling.now.events[0].on == RoughDate(DAY)


def test_another_year_takes_the_suggested_month_and_day_away(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("Car accident", "Tab")
    page.view.event_form.when.year.selectAll()
    page.press("2021", "Enter")
    assert page.telling.now.events[0].on == RoughDate.of_year(2021), "nobody said which day"


def test_a_month_and_day_that_somebody_gave_stay_with_another_year(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(Event("1", "Back pain began", RoughDate(date(2022, 3, 4))))
    QTest.mouseClick(page.view.rows["1"].change, LEFT)
    page.press("Tab")
    page.view.event_form.when.year.selectAll()
    page.press("2021", "Enter")
    assert page.telling.now.events[0].on == RoughDate(date(2021, 3, 4))


def test_a_month_chosen_for_a_new_event_stays_with_another_year(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    when = page.view.event_form.when
    QTest.keyClick(when.month, Qt.Key.Key_Up)
    when.year.setFocus()
    when.year.selectAll()
    page.view.event_form.label.setText("Car accident")
    page.press("2021", "Enter")
    on = page.telling.now.events[0].on
    assert (on.day.year, on.day.month, on.precision) == (2021, DAY.month - 1, RoughDate(DAY).precision)


def test_what_was_tried_says_whether_it_helped(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT)
    QTest.mouseClick(page.view.rows["1"].change, LEFT)
    page.view.event_form.helped.buttons[Helped.NO].click()
    page.view.event_form.keep.click()
    assert page.telling.now.events[0].helped is Helped.NO


def test_words_and_a_year_are_asked_for_in_the_form(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("Enter")
    page.view.event_form.label.setText("A fall")
    page.view.event_form.when.year.setText("20")
    page.view.event_form.when.month.setCurrentIndex(2)
    page.view.event_form.when.year.setText("soon")
    page.view.event_form.keep.click()
    assert page.telling.told().events == ()
    assert page.view.event_form.isVisible()


def test_what_the_diary_refuses_stays_in_the_form(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.telling.fault = DiaryError("disk_full")
    page.press("A fall", "Enter")
    assert page.view.event_form.label.text() == "A fall"
    assert page.presenter.has_unsaved
    page.telling.fault = None
    page.view.event_form.keep.click()
    assert [one.label for one in page.telling.now.events] == ["A fall"]
    assert not page.presenter.has_unsaved


def test_an_event_taken_away_is_brought_back(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT)
    QTest.mouseClick(page.view.rows["1"].away, LEFT)
    assert (page.telling.now.events, page.view.rows) == ((), {})
    page.presenter.undo()
    assert page.telling.told().events == (ACCIDENT,)
    assert list(page.view.rows) == ["1"]


def test_five_events_are_lines_of_the_summary_and_a_sixth_has_no_room(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(*(Event(str(n), f"Event {n}", RoughDate.of_year(2010 + n)) for n in range(6)))
    for n in range(5):
        page.view.rows[str(n)].tick.click()
    assert [one.in_story for one in page.telling.now.events] == [True] * 5 + [False]
    assert page.view.rows["5"].tick.isHidden()
    page.view.rows["0"].tick.click()
    assert not page.view.rows["5"].tick.isHidden()


def test_a_treatment_is_told_whole_and_stands_below_when_it_ended(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    page.view.add_treatment.click()
    form = page.view.treatment_form
    form.name.setText("Naproxen")
    form.dose.setText("250")
    form.unit.setText("mg")
    form.first.show_date(RoughDate.of_month(2025, 1))
    form.last.show_date(RoughDate.of_year(2025))
    form.as_needed.setChecked(True)
    form.keep.click()
    (told,) = page.telling.now.treatments
    span = RoughDate.of_month(2025, 1), RoughDate.of_year(2025)
    assert told == Treatment("treatment 0", "Naproxen", "medicine", "250", *span, "mg", as_needed=True)
    QTest.mouseClick(page.view.rows[told.id].change, LEFT)
    form.last.show_date(None)
    form.keep.click()
    assert page.telling.now.treatments[0].last is None


def test_escape_leaves_the_form_with_nothing_kept(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT)
    QTest.mouseClick(page.view.rows["1"].change, LEFT)
    page.press("X", "Escape")
    assert page.telling.told().events == (ACCIDENT,)
    assert page.view.event_form.isHidden()


def test_a_whole_form_is_kept_when_the_diary_is_locked(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("A fall")
    page.view.settle()
    assert [one.label for one in page.telling.now.events] == ["A fall"]


def test_a_whole_form_is_kept_when_somebody_goes_to_another_page(make_page: Callable[..., StoryPage]) -> None:
    page = make_page()
    page.view.hide()
    assert not page.heard, "no form is nothing to keep"
    page.view.show()
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("A fall")
    page.view.hide()
    assert [one.label for one in page.telling.now.events] == ["A fall"]


def test_what_is_typed_outlives_everything_done_beside_its_form(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT, Event("2", "Began work", RoughDate.of_year(2020)))
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("I was hit from behind")
    page.view.rows["1"].tick.click()
    page.view.rows["2"].away.click()
    page.presenter.undo()
    page.presenter.refresh(Changes(kinds=frozenset({"event"})))
    assert page.view.event_form.isVisible()
    assert page.view.event_form.label.text() == "I was hit from behind"
    page.view.event_form.keep.click()
    assert "I was hit from behind" in [one.label for one in page.telling.now.events]


def test_a_form_is_kept_before_another_takes_its_place(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT)
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("A fall")
    page.view.add_treatment.click()
    assert [one.label for one in page.telling.now.events] == ["Car accident", "A fall"]
    assert page.view.event_form.isHidden()
    page.view.treatment_form.name.setText("Massage")
    page.view.rows["1"].change.click()
    assert [one.name for one in page.telling.now.treatments] == ["Massage"]
    page.view.event_form.label.setText("Car accident at noon")
    page.view.rows["1"].change.click()
    assert page.view.event_form.label.text() == "Car accident at noon", "and not as it was before"
    assert page.telling.now.events[0].label == "Car accident at noon"


def test_a_form_that_is_not_whole_stays_and_what_was_asked_for_comes_after_it(
    make_page: Callable[..., StoryPage],
) -> None:
    page = make_page(ACCIDENT)
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("A fall")
    page.view.event_form.when.show_date(None)
    page.view.rows["1"].change.click()
    assert page.view.event_form.label.text() == "A fall"
    page.view.settle()
    assert page.presenter.has_unsaved, "the lock asks about words without a year"
    page.view.event_form.when.year.setText("2021")
    page.view.event_form.keep.click()
    assert [one.label for one in page.telling.now.events] == ["A fall", "Car accident"]
    assert (page.presenter.has_unsaved, page.presenter.state.problem) == (False, "")
    assert page.view.event_form.label.text() == "Car accident"


def test_what_was_chosen_while_nothing_could_be_written_is_chosen_by_trying_again(
    make_page: Callable[..., StoryPage],
) -> None:
    page = make_page(ACCIDENT, Event("2", "Began work", RoughDate.of_year(2025)))
    page.telling.fault = DiaryError("disk_full")
    page.view.rows["1"].tick.click()
    page.view.rows["2"].tick.click()
    assert (page.presenter.has_unsaved, page.presenter.state.problem) == (True, "Not kept yet")
    page.telling.fault = None
    page.presenter.try_again()
    assert [one.in_story for one in page.telling.now.events] == [True, True]
    assert (page.presenter.has_unsaved, page.presenter.state.problem) == (False, "")


def test_what_the_diary_does_not_take_is_not_tried_again(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT)
    page.telling.fault = DiaryError("event_unknown")
    page.view.rows["1"].away.click()
    assert page.presenter.state.problem == "Not kept yet"
    assert not page.presenter.has_unsaved


def test_a_slow_disk_keeps_a_form_once_and_another_waits_for_it(make_page: Callable[..., StoryPage]) -> None:
    page, lane = make_page(), PatientTasks()
    page.presenter._tasks = lane
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("A fall", "Enter", "Enter")
    page.view.settle()
    page.view.add_treatment.click()
    assert page.view.event_form.isVisible(), "it is not in the diary yet"
    lane.go()
    assert [one.label for one in page.telling.now.events] == ["A fall"]
    assert (page.view.event_form.isVisible(), page.view.treatment_form.isVisible()) == (False, True)


def test_what_was_cancelled_while_a_slow_disk_refused_it_is_not_asked_about(
    make_page: Callable[..., StoryPage],
) -> None:
    page, lane = make_page(), PatientTasks()
    page.presenter._tasks = lane
    page.telling.fault = DiaryError("disk_full")
    QTest.mouseClick(page.view.add_event, LEFT)
    page.press("A fall", "Enter", "Escape")
    lane.go()
    assert page.view.event_form.isHidden()
    assert (page.presenter.has_unsaved, page.presenter.state.problem) == (False, "")


def test_back_and_alt_left_lead_back_and_ctrl_z_takes_the_last_act_back(make_page: Callable[..., StoryPage]) -> None:
    page = make_page(ACCIDENT)
    QTest.keyClick(page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(page.view._back, LEFT)
    assert page.went_back == 2
    QTest.mouseClick(page.view.rows["1"].away, LEFT)
    assert page.telling.told().events == ()
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.telling.told().events == (ACCIDENT,)
