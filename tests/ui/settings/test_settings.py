"""Settings: choices are followed at once, and what opens the diary is changed with care."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from diary.domain.errors import DiaryError
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.theme import ThemeChoice
from diary.ui.settings.cards import LockCard
from diary.ui.settings.presenter import SettingsPresenter
from diary.ui.settings.state import Choices, NewPassphrase, SettingsState
from tests.ui.lock.doors import CODE, NEWS, MemoryDoors


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


def test_a_passphrase_is_changed_only_when_both_are_alike(presenter: SettingsPresenter, doors: MemoryDoors) -> None:
    for first, again in (("", ""), ("new words", "new word")):
        presenter.change_passphrase(NewPassphrase(first, again))
        assert presenter.state.problem
    assert doors.done == []
    presenter.change_passphrase(NewPassphrase("new words", "new words"))
    assert doors.passphrase == "new words"
    assert (presenter.state.problem, presenter.state.passphrases_changed) == ("", 1)


def test_the_recovery_code_is_shown_and_hidden_again(presenter: SettingsPresenter) -> None:
    presenter.show_code()
    assert presenter.state.code == CODE
    presenter.show_code()
    assert presenter.state.code == ""


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
        buttons = {button.text(): button for button in card.findChildren(QAbstractButton)}
        assert [text for text, button in buttons.items() if button.isChecked()] == [in_force]
        buttons["5 minutes"].click()
        assert [one.lock_minutes for one in kept.choices] == [5]
        card.deleteLater()
