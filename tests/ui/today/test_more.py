"""What Today asks below its core: opened, answered, taken back and chosen, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.body_figure import View
from diary.domain.entries import MarkKind
from diary.domain.errors import DiaryError
from diary.domain.places import BodySite, Side
from diary.domain.today import AT_FIRST
from diary.ui.kit.body_map import BodyMap
from diary.ui.today.factors_card import FactorsCard
from diary.ui.today.good_thing_card import GoodThingCard
from diary.ui.today.key_hints import KeyHints
from diary.ui.today.more_header import MoreHeader
from diary.ui.today.more_parts import MoreParts
from diary.ui.today.note_card import NoteCard, NoteField
from diary.ui.today.places_card import PlacesCard
from tests.ui.standing import let_stand
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, MemoryJournal, PatientTasks
from tests.ui.today.test_today import click, words_on

BACK = BodySite("lower_back")
RIGHT_KNEE = BodySite("knee", Side.RIGHT)
MORE_CLOSED = "More, closed. Places that hurt, what was part of today, treatments, a note"


def drawing(page: TodayPage) -> BodyMap:
    found = page.view.findChild(BodyMap)
    assert isinstance(found, BodyMap)
    return found


def places(page: TodayPage) -> PlacesCard:
    found = page.view.findChild(PlacesCard)
    assert isinstance(found, PlacesCard)
    return found


def factors(page: TodayPage) -> FactorsCard:
    found = page.view.findChild(FactorsCard)
    assert isinstance(found, FactorsCard)
    return found


def good_thing(page: TodayPage) -> GoodThingCard:
    found = page.view.findChild(GoodThingCard)
    assert isinstance(found, GoodThingCard)
    return found


def click_place(page: TodayPage, site: BodySite, view: View, *, beside: QPoint | None = None) -> None:
    page.view.ensureWidgetVisible(drawing(page))
    at = drawing(page).middle_of(site, view).toPoint() + (beside or QPoint())
    QTest.mouseClick(drawing(page), Qt.MouseButton.LeftButton, pos=at)


def buttons(page: TodayPage) -> list[str]:
    found = page.view.findChildren(QAbstractButton)
    return [one.accessibleName() or one.text() for one in found if one.isVisible()]


def kept_places(page: TodayPage) -> dict[BodySite, float]:
    return {site: value for (_, site), value in page.journal.kept.places.items()}


def test_only_the_core_shows_until_more_is_opened(make_today: Callable[..., TodayPage]) -> None:
    today = make_today(is_more_open=False)
    assert "Where does it hurt?" not in words_on(today)
    assert not today.view.findChildren(BodyMap)
    click(today, MORE_CLOSED)
    assert {"Where does it hurt?", "What was part of today?", "One good thing", "A note"} <= set(words_on(today))


def test_an_earlier_day_is_not_called_today(today: TodayPage) -> None:
    of_today = {"What was part of today?", "Treatments today", "Nowhere today", "Nothing to log today"}
    assert of_today <= {*words_on(today), *buttons(today)}
    today.presenter.show_day(DAY - timedelta(days=2))
    of_that_day = {"What was part of this day?", "Treatments on this day", "Nowhere on this day"}
    shown = {*words_on(today), *buttons(today)}
    assert {*of_that_day, "Nothing to log on this day"} <= shown
    assert not of_today & shown


def test_what_is_asked_waits_for_the_diary_and_is_never_a_guess(make_today: Callable[..., TodayPage]) -> None:
    journal, tasks = MemoryJournal(), PatientTasks()
    journal.choose_shown(("factors",))
    today = make_today(journal, tasks)
    assert not today.view.findChildren(BodyMap)
    tasks.go()
    assert factors(today).isVisible()
    assert not today.view.findChildren(BodyMap)


def test_opening_more_moves_no_part_of_the_page_to_another_place_on_it(make_today: Callable[..., TodayPage]) -> None:
    today = make_today(is_more_open=False)
    header, page = today.view.findChild(MoreHeader), today.view.widget()
    assert isinstance(header, MoreHeader)
    assert page is not None
    parts: list[QWidget] = [header, *(today.scale(measure) for measure in ("sleep_hours", "mood", "pain"))]
    before = [part.mapTo(page, QPoint()) for part in parts]
    click(today, MORE_CLOSED)
    let_stand(today.view)
    assert [part.mapTo(page, QPoint()) for part in parts] == before


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_more_comes_into_view_when_it_is_opened_and_what_opened_it_stays(
    make_today: Callable[..., TodayPage], by: str
) -> None:
    today = make_today(is_more_open=False)
    today.view.resize(900, 600)
    let_stand(today.view)
    header = today.view.findChildren(MoreHeader)[0]
    if by == "mouse":
        today.view.ensureWidgetVisible(header)
        click(today, MORE_CLOSED)
    else:
        today.press("+")
    let_stand(today.view)
    window = today.view.viewport().rect()
    assert window.contains(header.mapTo(today.view.viewport(), QPoint()))
    assert window.contains(places(today).mapTo(today.view.viewport(), QPoint(0, 40))), "its heading"
    today.press("4")
    assert today.journal.asked == [], "no question out of sight is answered"


def test_why_words_are_not_saved_is_said_beside_them_until_they_are(today: TodayPage) -> None:
    said = "Not saved yet. This note is too long to save. Nothing was cut. Split it in two."
    for field in (today.view.findChildren(NoteCard)[0].field, good_thing(today).field):
        field.setFocus()
        today.journal.fault = DiaryError("note_too_long")
        QTest.keyClicks(field, "Long")
        today.view.take_keyboard()
        assert words_on(today).count(said) == 1
        assert field.accessibleDescription() == said
        today.journal.fault = None
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        today.view.take_keyboard()
        assert said not in words_on(today)
        assert field.accessibleDescription() == ""


def test_more_opens_by_key_and_says_what_is_in_it_when_closed(today: TodayPage) -> None:
    click_place(today, BACK, View.BACK)
    today.press("7")
    header = today.view.findChild(MoreHeader)
    assert isinstance(header, MoreHeader)
    header.opener.setFocus()
    today.press("Enter")
    assert "1 place that hurts" in words_on(today)
    assert "Where does it hurt?" not in words_on(today)
    today.press("Enter")
    assert "Where does it hurt?" in words_on(today)


def test_the_plus_key_opens_and_closes_more_like_the_letters(make_today: Callable[..., TodayPage]) -> None:
    today = make_today(is_more_open=False)
    today.press("+")
    assert places(today).isVisible()
    today.press("+")
    assert not places(today).isVisible()
    today.presenter.let_letters_work(letters_work=False, shows_hints=False)
    today.press("+")
    assert not places(today).isVisible()


def test_a_page_with_more_just_opened_is_no_longer_than_what_is_on_it(make_today: Callable[..., TodayPage]) -> None:
    # In one column the parts were measured before they stood in it: a screen of nothing came before the key hints.
    view = (today := make_today(is_more_open=False)).view
    view.resize(1000, 800)
    let_stand(view)
    today.press("+")
    let_stand(view)
    (hints,) = view.findChildren(KeyHints)
    (parts,) = view.findChildren(MoreParts)
    assert hints.y() - parts.geometry().bottom() <= 2 * view.body.spacing()


def test_a_place_is_clicked_and_scored_with_two_clicks(today: TodayPage) -> None:
    click_place(today, RIGHT_KNEE, View.FRONT)
    assert kept_places(today) == {}, "a click on a place is not a score"
    click(today, "Your right knee: 4 out of 10; 0 is no pain, 10 is pain as bad as you can imagine")
    assert kept_places(today) == {RIGHT_KNEE: 4}


def test_the_persons_left_is_on_the_right_of_the_front_and_on_the_left_of_the_back(today: TodayPage) -> None:
    left_knee = BodySite("knee", Side.LEFT)
    picture = drawing(today)
    assert picture.middle_of(left_knee, View.FRONT).x() > picture.middle_of(RIGHT_KNEE, View.FRONT).x()
    assert picture.middle_of(left_knee, View.BACK).x() < picture.middle_of(RIGHT_KNEE, View.BACK).x()
    click_place(today, left_knee, View.BACK)
    today.press("3")
    assert kept_places(today) == {left_knee: 3}


def test_several_places_each_have_their_own_score(today: TodayPage) -> None:
    click_place(today, BACK, View.BACK)
    today.press("7")
    click_place(today, RIGHT_KNEE, View.BACK)
    today.press("1", "0")
    assert kept_places(today) == {BACK: 7, RIGHT_KNEE: 10}
    assert {"Lower back: 7 out of 10", "Your right knee: 10 out of 10"} <= set(buttons(today))
    assert today.journal.value("pain") is None, "overall pain is asked, not computed"


def test_a_click_just_beside_a_place_still_means_it_and_one_far_off_means_nothing(today: TodayPage) -> None:
    picture = drawing(today)
    today.view.ensureWidgetVisible(picture)
    foot = BodySite("foot", Side.RIGHT)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert today.presenter.state.more.open_place is None
    click_place(today, foot, View.FRONT, beside=QPoint(0, 14))
    assert today.presenter.state.more.open_place == foot


def test_hovering_names_the_place(today: TodayPage) -> None:
    picture = drawing(today)
    today.view.ensureWidgetVisible(picture)
    QTest.mouseMove(picture, picture.middle_of(RIGHT_KNEE, View.FRONT).toPoint())
    assert "Your right knee" in words_on(today)
    QTest.mouseMove(picture, QPoint(1, 1))
    assert "Click a place, then give it a number" in words_on(today)


def test_a_place_is_taken_away_and_brought_back(today: TodayPage) -> None:
    click_place(today, BACK, View.BACK)
    today.press("7")
    click(today, "Take away: Lower back")
    assert kept_places(today) == {}
    assert "Lower back: 7 out of 10" not in buttons(today)
    today.presenter.undo()
    assert kept_places(today) == {BACK: 7}
    assert "Lower back: 7 out of 10" in buttons(today)


def test_a_place_that_was_not_scored_leaves_nothing(today: TodayPage) -> None:
    click_place(today, BACK, View.BACK)
    click(today, "Take away: Lower back")
    assert today.journal.asked == []
    assert "Lower back: not filled in" not in buttons(today)


def test_the_list_does_all_that_the_drawing_does_by_keyboard_alone(today: TodayPage) -> None:
    places(today).switch.setFocus()
    today.press("Enter")
    assert not drawing(today).isVisible()
    knee = places(today).list.ticks[RIGHT_KNEE]
    knee.setFocus()
    today.press("Space", "4")
    assert kept_places(today) == {RIGHT_KNEE: 4}
    assert QApplication.focusWidget() is knee, "back in the list, for the next place"
    assert knee.isChecked()
    today.press("Space")
    assert kept_places(today) == {}


def test_the_figure_stays_under_the_pointer_when_a_place_is_clicked(today: TodayPage) -> None:
    """It moved up to make room for the score, and the next click missed."""
    today.view.resize(520, 600)
    today.view.ensureWidgetVisible(drawing(today))
    QTest.qWait(0)
    before = drawing(today).mapTo(today.view, QPoint())
    at = drawing(today).middle_of(BACK, View.BACK).toPoint()
    QTest.mouseClick(drawing(today), Qt.MouseButton.LeftButton, pos=at)
    QTest.qWait(0)
    assert drawing(today).mapTo(today.view, QPoint()) == before
    today.press("4")
    assert kept_places(today) == {BACK: 4}


def test_tab_goes_from_a_place_to_what_stands_below_it(today: TodayPage) -> None:
    click_place(today, BACK, View.BACK)
    today.press("4")
    read = [name_of_next_stop(today) for _ in range(3)]
    assert read == ["Nowhere else today", "Choose from a list instead", "A note"]


def test_nowhere_else_is_said_and_taken_back(today: TodayPage) -> None:
    click(today, "Nowhere today")
    assert today.journal.kept.nowhere_else == {DAY}
    click(today, "Nowhere today")
    assert today.journal.kept.nowhere_else == frozenset()


def test_places_belong_to_their_day_and_yesterdays_are_not_shown(today: TodayPage) -> None:
    today.presenter.show_day(DAY - timedelta(days=1))
    click_place(today, BACK, View.BACK)
    today.press("7")
    today.presenter.show_day(DAY)
    assert not [name for name in buttons(today) if name.startswith("Lower back")]
    assert today.journal.kept.places == {(DAY - timedelta(days=1), BACK): 7}


def name_of_next_stop(page: TodayPage) -> str:
    """Press Tab, and say where the keyboard is then."""
    QTest.keyClick(page.view.focusWidget() or page.view, Qt.Key.Key_Tab)
    stop = QApplication.focusWidget()
    assert stop is not None
    return stop.accessibleName() or (stop.text() if isinstance(stop, QAbstractButton) else "")


def test_tab_goes_from_more_through_its_parts_as_they_stand(make_today: Callable[..., TodayPage]) -> None:
    today = make_today(is_more_open=False)
    today.press("+")
    (header,) = today.view.findChildren(MoreHeader)
    header.choose.setFocus()
    names = [name_of_next_stop(today) for _ in range(26)]
    there = [
        "Say how it is right now", "Nowhere today", "Poor night", "Add a treatment", "A note", "One good thing",
        "Nothing to log today", "Add a question of your own", "Hide key hints",
    ]  # fmt: skip
    assert [name for name in names if name in there] == there


def test_a_place_that_could_not_be_saved_stays_on_screen_and_is_tried_again(today: TodayPage) -> None:
    click_place(today, BACK, View.BACK)
    today.journal.fault = DiaryError("disk_full")
    today.press("7")
    assert "Not saved yet" in words_on(today)
    assert "Lower back: 7 out of 10" in buttons(today)
    today.journal.fault = None
    click(today, "Try again")
    assert kept_places(today) == {BACK: 7}


def test_no_factor_is_ticked_beforehand_and_opening_the_list_says_nothing(today: TodayPage) -> None:
    assert not any(chip.isChecked() for chip in factors(today).chips.values())
    assert today.journal.asked == []


def test_a_factor_is_ticked_and_taken_back(today: TodayPage) -> None:
    click(today, "Caffeine")
    assert today.journal.kept.ticked == {(DAY, "starter-caffeine")}
    assert factors(today).chips["starter-caffeine"].isChecked()
    click(today, "Caffeine")
    assert today.journal.kept.ticked == frozenset()


def test_a_tick_makes_no_chip_wider(today: TodayPage) -> None:
    before = {id_: chip.geometry() for id_, chip in factors(today).chips.items()}
    click(today, "Walk or exercise")
    assert {id_: chip.geometry() for id_, chip in factors(today).chips.items()} == before


def test_a_long_name_is_shortened_where_the_card_is_narrow_and_short_ones_never(today: TodayPage) -> None:
    today.journal.add_factor("A very long name, as long as a name can be in this list of mine")
    today.presenter.load()
    today.view.grab()
    chips = factors(today).chips
    *starters, long = chips.values()
    assert [chip.text() for chip in starters] == [chip.accessibleName() for chip in starters]
    assert long.text().endswith("…")
    assert long.accessibleName().endswith("of mine")
    assert long.geometry().right() <= factors(today).width()


def test_two_ticks_before_the_first_is_saved_are_both_kept(make_today: Callable[..., TodayPage]) -> None:
    tasks = PatientTasks()
    today = make_today(tasks=tasks)
    tasks.go()
    click(today, "Work")
    click(today, "Weather")
    assert [id_ for id_, chip in factors(today).chips.items() if chip.isChecked()] == [
        "starter-work",
        "starter-weather",
    ]
    tasks.go()
    assert {factor for _, factor in today.journal.kept.ticked} == {"starter-work", "starter-weather"}


def test_none_of_these_is_an_answer_of_its_own(today: TodayPage) -> None:
    click(today, "None of these")
    assert today.journal.kept.looked_through == {DAY}
    assert not today.journal.kept.ticked
    assert factors(today).none.isChecked()
    click(today, "None of these")
    assert factors(today).none.isChecked(), "it stays said; undo takes it back"
    click(today, "Work")
    assert not factors(today).none.isChecked()


def test_ones_own_factor_is_added_and_ticked_by_keyboard(today: TodayPage) -> None:
    factors(today).add.setFocus()
    today.press("Enter")
    today.press("Bad  news & rain", "Enter")
    own = next(one for one in today.journal.kept.factors if not one.id.startswith("starter"))
    assert own.label == "Bad news & rain"
    assert today.journal.kept.ticked == {(DAY, own.id)}
    assert factors(today).chips[own.id].isChecked()


def test_adding_what_is_on_the_list_ticks_it(today: TodayPage) -> None:
    click(today, "Add your own")
    today.press("caffeine", "Enter")
    assert today.journal.kept.ticked == {(DAY, "starter-caffeine")}
    assert len(today.journal.kept.factors) == len(MemoryJournal().kept.factors)


def test_one_good_thing_is_kept_when_the_field_is_left(today: TodayPage) -> None:
    good_thing(today).field.setFocus()
    today.press("The first snow")
    assert today.journal.kept.good_things == {}
    today.view.take_keyboard()
    assert today.journal.kept.good_things == {DAY: "The first snow"}


def test_one_good_thing_stays_on_its_day(today: TodayPage) -> None:
    good_thing(today).field.setFocus()
    today.press("Snow")
    today.presenter.show_day(DAY - timedelta(days=1))
    assert today.journal.kept.good_things == {DAY: "Snow"}
    assert good_thing(today).field.toPlainText() == ""


def test_what_is_typed_about_one_good_thing_outlives_a_crash(today: TodayPage) -> None:
    good_thing(today).field.setFocus()
    today.press("Sno")
    today.view.good_thing_draft_requested.emit("Sno")
    assert today.journal.good_drafts == {DAY: "Sno"}
    today.presenter.load()
    assert good_thing(today).field.toPlainText() == "Sno"
    today.view.settle()
    assert (today.journal.kept.good_things, today.journal.good_drafts) == ({DAY: "Sno"}, {})


def test_nothing_to_log_is_marked_and_taken_back(today: TodayPage) -> None:
    click(today, "Nothing to log today")
    assert today.journal.kept.marks == {DAY: MarkKind.NOTHING_TO_LOG}
    click(today, "Nothing to log today")
    assert today.journal.kept.marks == {}


def test_what_is_chosen_is_asked_after_pain_and_answers_to_digits(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.choose_shown(("tiredness", *AT_FIRST))
    today = make_today(journal)
    today.press("4", "6", "7", "3")
    assert (today.journal.value("pain"), today.journal.value("tiredness")) == (7, 3)


def test_what_is_no_longer_chosen_is_not_asked_and_what_it_held_is_kept(today: TodayPage) -> None:
    click(today, "Caffeine")
    today.journal.choose_shown(("places",))
    today.presenter.load()
    assert not factors(today).isVisible()
    assert today.journal.kept.ticked == {(DAY, "starter-caffeine")}


def test_the_page_that_chooses_and_ones_own_question_are_asked_for(today: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(today.view.choosing_requested):
        click(today, "Choose what Today asks")
    with qtbot.waitSignal(today.view.own_question_requested):
        click(today, "Add a question of your own")


def test_low_energy_asks_the_core_alone_and_one_click_asks_the_rest_again(today: TodayPage) -> None:
    today.journal.choose_low_energy(on=True)
    today.presenter.load()
    assert not places(today).isVisible()
    assert not today.view.findChildren(NoteField)[0].isVisible()
    click(today, "Ask the rest again")
    assert places(today).isVisible()


def test_of_many_factors_some_are_found_and_what_is_ticked_stays_in_sight(today: TodayPage) -> None:
    assert not factors(today).seek.isVisible()
    for n in range(200):
        today.journal.add_factor(f"Something {n}")
    today.presenter.load()
    click(today, "Caffeine")
    factors(today).seek.setFocus()
    today.press("thing 19")
    shown = [chip.accessibleName() for chip in factors(today).chips.values() if chip.isVisible()]
    assert shown == ["Caffeine", "Something 19", *(f"Something 19{n}" for n in range(10))]
    today.press("x")
    assert "Nothing in the list is called that." in words_on(today)
    today.press("Escape")
    assert all(chip.isVisible() for chip in factors(today).chips.values())


def test_more_stays_open_on_other_days_and_empty_there(today: TodayPage) -> None:
    click(today, "Caffeine")
    click(today, "The day before")
    assert factors(today).isVisible()
    assert not any(chip.isChecked() for chip in factors(today).chips.values())
