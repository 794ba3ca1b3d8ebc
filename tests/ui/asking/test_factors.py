"""The list of what can be part of a day: added to, found in, ordered, renamed, hidden, and two made one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.app import factors, journal
from diary.ui.asking.factors_card import FactorsCard
from tests.storage.builders import DAY
from tests.ui.asking.conftest import AskingPage

CAFFEINE, WORK = "starter-caffeine", "starter-work"


def card(page: AskingPage) -> FactorsCard:
    return page.view.factors


def labels(page: AskingPage) -> list[str]:
    return [one.label for one in page.asked.factors]


def chosen(page: AskingPage) -> str:
    item = card(page).list.currentItem()
    return item.text() if item else ""


def at(page: AskingPage, factor: str) -> None:
    """Bring the keyboard to a factor."""
    card(page).list.choose(factor)
    card(page).list.setFocus()


def asked_on_today(page: AskingPage) -> list[str]:
    return [one.label for one in journal.day_page(page.diary, DAY).factors]


def test_ones_own_is_added_by_keys_and_stands_at_the_end_chosen(page: AskingPage) -> None:
    card(page).add_field.setFocus()
    page.press("Bad  news", "Enter")
    assert (labels(page)[-1], chosen(page)) == ("Bad news", "Bad news")
    assert asked_on_today(page)[-1] == "Bad news"


def test_alt_and_an_arrow_move_one_and_the_keyboard_stays_with_it(page: AskingPage) -> None:
    before = labels(page)
    at(page, WORK)
    page.press("Up", "Up", alt=True)
    assert labels(page) == ["Work", *(one for one in before if one != "Work")]
    page.press("Up", alt=True)
    page.press("Down", alt=True)
    assert labels(page)[1] == "Work"
    assert chosen(page) == "Work"
    assert QApplication.focusWidget() is card(page).list
    assert asked_on_today(page) == labels(page)


def test_buttons_move_the_chosen_one_and_end_with_the_list(page: AskingPage) -> None:
    first = page.asked.factors[0].id
    at(page, first)
    assert not card(page).up.isEnabled()
    card(page).down.click()
    assert page.asked.factors[1].id == first
    at(page, page.asked.factors[-1].id)
    assert not card(page).down.isEnabled()


def test_a_hidden_one_is_not_asked_and_is_shown_again(page: AskingPage) -> None:
    factors.tick_factor(page.diary, DAY, CAFFEINE, was_there=True)
    at(page, CAFFEINE)
    page.press("Space")
    assert chosen(page) == "Caffeine – hidden"
    assert "Caffeine" not in asked_on_today(page)
    assert journal.day_page(page.diary, DAY).day.entries[0].factors == (CAFFEINE,)
    page.click("Show again: Caffeine")
    assert "Caffeine" in asked_on_today(page)


def test_another_name_is_kept_for_past_days_too(page: AskingPage) -> None:
    factors.tick_factor(page.diary, DAY, CAFFEINE, was_there=True)
    at(page, CAFFEINE)
    QTest.keyClick(card(page).list, Qt.Key.Key_F2)
    assert card(page).name_field.text() == "Caffeine"
    page.press("Coffee", "Enter")
    assert chosen(page) == "Coffee"
    assert journal.day_page(page.diary, DAY).day.entries[0].factors == (CAFFEINE,)
    assert QApplication.focusWidget() is card(page).list
    QTest.keyClick(card(page).list, Qt.Key.Key_F2)
    page.press("Tea", "Escape")
    assert chosen(page) == "Coffee"


def test_the_name_of_another_offers_to_put_the_two_together(page: AskingPage) -> None:
    factors.tick_factor(page.diary, DAY, WORK, was_there=True)
    at(page, WORK)
    QTest.keyClick(card(page).list, Qt.Key.Key_F2)
    page.press("caffeine", "Enter")
    assert page.says("“Caffeine” is on your list already")
    assert "Work" in labels(page)
    page.press("Space")
    assert "Work" not in labels(page)
    assert not page.says("“Caffeine” is on your list already")
    assert journal.day_page(page.diary, DAY).day.entries[0].factors == (CAFFEINE,)
    page.presenter.undo()
    assert "Work" in labels(page)
    assert journal.day_page(page.diary, DAY).day.entries[0].factors == (WORK,)


def test_two_are_put_together_from_the_list(page: AskingPage) -> None:
    at(page, WORK)
    page.click("Put together: Work")
    assert QApplication.focusWidget() is card(page).other
    card(page).other.setCurrentIndex(card(page).other.findData(CAFFEINE))
    card(page).keep_one.click()
    assert "Work" not in labels(page)
    assert chosen(page) == "Caffeine"


def test_one_that_is_there_already_is_not_added_twice(page: AskingPage) -> None:
    before = labels(page)
    card(page).add_field.setFocus()
    page.press("caffeine", "Enter")
    assert labels(page) == before
    assert page.says("Not saved")


def test_a_page_that_goes_keeps_what_was_typed(page: AskingPage) -> None:
    card(page).add_field.setFocus()
    page.press("Bad news")
    page.view.settle()
    assert labels(page)[-1] == "Bad news"
    at(page, CAFFEINE)
    QTest.keyClick(card(page).list, Qt.Key.Key_F2)
    page.press("Coffee")
    page.view.settle()
    assert "Coffee" in labels(page)


def test_two_hundred_are_found_and_moved_without_the_rest_in_the_way(page: AskingPage) -> None:
    for n in range(200):
        factors.add_factor(page.diary, f"Something {n}")
    page.presenter.load()
    card(page).seek.setFocus()
    page.press("thing 19")
    found = [card(page).list.item(row).text() for row in range(card(page).list.count())]
    assert found == ["Something 19", *(f"Something 19{n}" for n in range(10))]
    card(page).list.choose(next(one.id for one in page.asked.factors if one.label == "Something 190"))
    card(page).list.setFocus()
    page.press("Up", alt=True)
    order = labels(page)
    assert order.index("Something 190") == order.index("Something 19") - 1
    assert len(order) == len(set(order)) == 200 + 8
    card(page).seek.setFocus()
    page.press("xyz")
    assert page.says("Nothing in the list is called that.")
    page.press("Escape")
    assert card(page).list.count() == len(order)
