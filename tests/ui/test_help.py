"""Get help now: it says which country's numbers it shows, and another one is chosen there, locked or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.files import preferences
from diary.ui.computer_choices import countries
from diary.ui.help.view import HelpView
from diary.ui.kit.country_box import CountryBox
from diary.ui.kit.icons import Icons
from diary.ui.lock.view import LockView
from diary.ui.settings.cards import CountryCard
from diary.ui.settings.state import Choices, SettingsState
from tests.ui.running import Running, known_diary


def choose(box: CountryBox, name: str) -> None:
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def words_on(view: HelpView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view))


@pytest.mark.parametrize(
    ("code", "name"), [("GB", "United Kingdom"), ("DE", "Another country"), ("", "Another country")]
)
def test_the_country_is_named_and_never_another_one(icons: Icons, qtbot: QtBot, code: str, name: str) -> None:
    view = HelpView(icons, countries(), code, is_locked=True)
    qtbot.addWidget(view)
    box = view.findChild(CountryBox)
    assert isinstance(box, CountryBox)
    assert box.currentText() == name
    assert ("999" in words_on(view)) == (code == "GB")
    card = CountryCard(icons, countries())
    qtbot.addWidget(card)
    card.render_state(SettingsState(Choices(country=code), has_passphrase=True))
    in_settings = card.findChild(CountryBox)
    assert isinstance(in_settings, CountryBox)
    assert in_settings.currentText() == name, "Settings and the page name the same"


def test_another_country_chosen_on_the_locked_page_shows_its_numbers_and_stays(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", "correct horse")
    running = start()
    running.until(lambda: running.has(LockView))
    running.window.show_help()
    view = running.part(HelpView)
    box = view.findChild(CountryBox)
    assert isinstance(box, CountryBox)
    choose(box, "Another country")
    running.until(lambda: "your local emergency number" in words_on(view))
    assert "Samaritans" not in words_on(view)
    choose(box, "United Kingdom")
    running.until(lambda: words_on(view).count("Samaritans") == 1)
    running.settled()
    assert preferences.load(tmp_path / "config").help_country == "GB"
