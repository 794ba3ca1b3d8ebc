"""Numbers and charts can be hidden for now or every time, and shown again as easily."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.files import preferences
from diary.files.preferences import Preferences
from diary.ui.computer_choices import ComputerChoices
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.view import LookBackView
from diary.ui.settings.numbers_card import NumbersCard
from diary.ui.settings.state import Choices, SettingsState
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.view import TogetherView
from tests.storage.builders import World, computer
from tests.ui.diaries import whole_diary
from tests.ui.look_back.test_look_back import Heard, presenter_of, today
from tests.ui.together.fakes import FakePairs


@pytest.fixture
def choices(tmp_path: Path, qtbot: QtBot) -> ComputerChoices:
    del qtbot
    return ComputerChoices(computer(tmp_path, World()), ImmediateTasks())


class Page:
    """Look back as the program joins it to the computer's choices."""

    def __init__(self, view: LookBackView, presenter: LookBackPresenter, choices: ComputerChoices) -> None:
        self.view = view
        self._presenter = presenter
        view.hide_requested.connect(choices.hide_numbers)
        view.always_requested.connect(choices.always_hide_numbers)
        presenter.state_changed.connect(view.render_state)
        choices.changed.connect(self.follow)

    def follow(self, chosen: Choices) -> None:
        self._presenter.hide_numbers(is_hidden=chosen.numbers_hidden, always=chosen.hides_numbers)


@pytest.fixture
def page(qtbot: QtBot, icons: Icons, choices: ComputerChoices) -> Page:
    presenter, _ = presenter_of(whole_diary(90))
    presenter.choose_heat("pain")
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    with qtbot.waitExposed(view):
        view.show()
    return Page(view, presenter, choices)


def test_one_click_takes_every_number_out_of_sight(page: Page) -> None:
    view = page.view
    view._hide.click()
    for card in (view._charts, view._entries, view._patterns, view._places, view._compare, view._hide):
        assert not card.isVisible()
    assert view._calendar.grid._heat is None
    said = " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    assert "entries on" not in said
    assert "They are still in your diary" in said


def test_the_same_key_hides_and_shows_and_the_keyboard_stays_on_the_way_back(page: Page) -> None:
    for is_hidden in (True, False):
        QTest.keyClick(page.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert page.view._charts.isVisible() is not is_hidden
        assert page.view._hidden.show_again.isVisible() is is_hidden
    assert page.view._calendar.grid._heat is not None


def test_hiding_for_now_is_written_nowhere(page: Page, choices: ComputerChoices) -> None:
    page.view._hide.click()
    assert choices.now.numbers_hidden
    assert not preferences.load(choices.computer.configuration_folder).hides_numbers


def test_hiding_every_time_is_kept_and_showing_them_now_does_not_end_it(page: Page, choices: ComputerChoices) -> None:
    page.view._hide.click()
    page.view._hidden.always.click()
    page.view._hidden.show_again.click()
    assert page.view._charts.isVisible()
    assert preferences.load(choices.computer.configuration_folder).hides_numbers
    again = ComputerChoices(choices.computer, ImmediateTasks())
    assert (again.now.hides_numbers, again.now.numbers_hidden) == (True, True)


@pytest.mark.parametrize("written", ["yes", 1, None])
def test_what_is_no_yes_or_no_in_the_file_hides_nothing(tmp_path: Path, written: object) -> None:
    preferences.change(tmp_path, lambda _: Preferences(others={"hides_numbers": written}))
    assert not preferences.load(tmp_path).hides_numbers


def test_settings_hide_and_show_at_once_and_every_time(qtbot: QtBot, icons: Icons) -> None:
    card = NumbersCard(icons)
    qtbot.addWidget(card)
    heard = Heard()
    card.choices_requested.connect(heard.one)
    card._hides.click()
    card.render_state(SettingsState(Choices(hides_numbers=True, numbers_hidden=True)))
    card._hides.click()
    assert heard.all == [Choices(hides_numbers=True, numbers_hidden=True), Choices()]


def test_together_hides_its_finding_too(qtbot: QtBot, icons: Icons) -> None:
    presenter = TogetherPresenter(FakePairs(whole_diary(60), is_hasty=True), ImmediateTasks(), ImmediateTasks(), today)
    presenter.load()
    view = TogetherView(icons, presenter.state)
    qtbot.addWidget(view)
    view.show()
    presenter.state_changed.connect(view.render_state)
    heard = Heard()
    view.hide_requested.connect(heard.one)
    assert view._cards.isVisible()
    view._hide.click()
    presenter.hide_numbers(is_hidden=True, always=False)
    assert not view._cards.isVisible()
    assert view._hidden.isVisible()
    view._hidden.show_again.click()
    presenter.hide_numbers(is_hidden=False, always=False)
    assert view._cards.isVisible()
    assert heard.all == [True, False]
