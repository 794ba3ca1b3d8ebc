"""Settings: choices are followed at once, and what opens the diary is changed with care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from diary.domain.errors import DiaryError
from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.seek_field import SeekField
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Title, Words
from diary.ui.kit.theme import ThemeChoice
from diary.ui.kit.ticks import Tick
from diary.ui.settings.cards import LockCard, MatterCard
from diary.ui.settings.presenter import SettingsPresenter
from diary.ui.settings.state import Choices, SettingsState
from diary.ui.settings.view import SettingsView
from tests.ui.lock.doors import NEWS, MemoryDoors


class Kept:
    """Notes which choices were kept."""

    def __init__(self) -> None:
        self.choices: list[Choices] = []

    def keep(self, choices: Choices) -> None:
        """Keep choices."""
        self.choices.append(choices)


@pytest.fixture
def doors() -> MemoryDoors:
    return MemoryDoors()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def presenter(doors: MemoryDoors, kept: Kept) -> SettingsPresenter:
    return SettingsPresenter(doors, ImmediateTasks(), kept.keep, Choices())


def test_a_choice_is_followed_at_once_and_kept(presenter: SettingsPresenter, kept: Kept) -> None:
    followed = Kept()
    presenter.choices_changed.connect(followed.keep)
    dark = replace(Choices(), theme=ThemeChoice.DARK, text_scale=1.5)
    presenter.choose(dark)
    presenter.choose(dark)
    assert (followed.choices, kept.choices) == ([dark], [dark])


def test_a_backup_that_failed_says_why_and_not_that_it_is_made(
    presenter: SettingsPresenter, doors: MemoryDoors
) -> None:
    doors.fault = DiaryError("disk_full")
    presenter.back_up(Path("S.zip"))
    assert (presenter.state.done, presenter.state.is_working) == ("", False)
    assert presenter.state.problem
    doors.fault = None
    presenter.back_up(Path("S.zip"))
    assert "S.zip" in presenter.state.done
    assert presenter.state.problem == ""


def test_how_the_backups_stand_is_shown_and_a_second_folder_can_be_chosen_and_left(
    presenter: SettingsPresenter, doors: MemoryDoors
) -> None:
    presenter.load()
    assert presenter.state.backups == NEWS
    presenter.choose_second_folder(Path("stick"))
    assert presenter.state.backups == replace(NEWS, second=Path("stick"))
    assert "from now on" in presenter.state.done
    presenter.choose_second_folder(None)
    assert presenter.state.backups == NEWS
    assert "no longer" in presenter.state.done
    doors.fault = DiaryError("second_folder_inside")
    presenter.choose_second_folder(Path("inside"))
    assert (presenter.state.done, presenter.state.is_working, presenter.state.backups) == ("", False, NEWS)
    assert presenter.state.problem


def test_an_unused_diary_locks_after_a_quarter_of_an_hour_where_a_passphrase_opens_it_again() -> None:
    assert Choices().minutes_to_lock(has_passphrase=True) == 15
    assert Choices().minutes_to_lock(has_passphrase=False) == 0
    for chosen in (0, 5, 30):
        for has_passphrase in (True, False):
            assert Choices(lock_minutes=chosen).minutes_to_lock(has_passphrase=has_passphrase) == chosen


def test_the_minutes_in_force_are_shown_and_others_can_be_chosen(icons: Icons) -> None:
    for has_passphrase, in_force in ((True, "15 minutes"), (False, "Never")):
        card = LockCard(icons)
        kept = Kept()
        card.choices_requested.connect(kept.keep)
        card.render_state(SettingsState(Choices(), has_passphrase=has_passphrase))
        buttons = {button.text(): button for button in card.findChildren(Button)}
        assert [text for text, button in buttons.items() if button.isChecked()] == [in_force]
        buttons["5 minutes"].click()
        assert [one.lock_minutes for one in kept.choices] == [5]
        card.deleteLater()


@pytest.fixture
def view(icons: Icons, presenter: SettingsPresenter) -> Iterator[SettingsView]:
    view = SettingsView(icons, presenter.state, {"GB": "United Kingdom"}, "1.0", "S.zip")
    view.seek_requested.connect(presenter.seek)
    presenter.state_changed.connect(view.render_state)
    view.resize(1200, 900)
    view.show()
    view.activateWindow()
    QTest.qWaitForWindowActive(view)
    yield view
    view.close()
    view.deleteLater()


def titles(view: SettingsView) -> set[str]:
    cards = [card for card in view.findChildren(MatterCard) if card.isVisible()]
    return {card.findChildren(Title)[0].text() for card in cards}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("take over", {"People who write here"}),
        ("passphrase of your own", {"People who write here"}),
        ("passphrase", {"What opens this diary", "Backups", "People who write here"}),
        ("PASSWORD forgot", {"What opens this diary"}),
        ("  usb ", {"Backups"}),
        ("dark mode", {"How it looks"}),
        ("emergency", {"Get help now"}),
        ("sleep computer", {"Lock when nobody is here"}),
        ("zebra", set()),
    ],
)
def test_a_search_shows_the_cards_that_have_all_its_words(view: SettingsView, typed: str, found: set[str]) -> None:
    field = view.findChildren(SeekField)[0]
    everything = titles(view)
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    QTest.keyClicks(field, typed)
    assert titles(view) == found
    nothing = [words for words in view.findChildren(Words) if words.text().startswith("Nothing in Settings")]
    assert bool(nothing) == (not found)
    QTest.mouseClick(field.cross, Qt.MouseButton.LeftButton)
    assert titles(view) == everything
    assert field.hasFocus()


def test_enter_in_the_search_leads_to_the_first_thing_that_can_be_done_there(view: SettingsView) -> None:
    field = view.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "usb")
    QTest.keyClick(field, Qt.Key.Key_Return)
    focus = view.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text() == "Make a backup now"


def test_sleep_is_offered_where_something_typed_opens_the_diary_again(icons: Icons) -> None:
    for has_passphrase in (True, False):
        card = LockCard(icons)
        kept = Kept()
        card.choices_requested.connect(kept.keep)
        card.render_state(SettingsState(Choices(), has_passphrase=has_passphrase))
        tick = card.findChildren(Tick)[0]
        assert tick.isVisibleTo(card) == has_passphrase
        tick.click()
        assert [one.locks_at_sleep for one in kept.choices] == [False]
        card.deleteLater()


def test_what_is_found_stands_alone_at_the_beginning_of_the_line(view: SettingsView) -> None:
    view.render_state(replace(SettingsState(Choices()), sought="usb"))
    QCoreApplication.processEvents()
    found = [one for one in view.findChildren(MatterCard) if not one.isHidden()]
    assert len(found) == 1
    assert found[0].mapTo(view, QPoint(0, 0)).x() == view.findChildren(QLineEdit)[0].x()
