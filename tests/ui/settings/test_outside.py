"""How a diary looks from outside: chosen in Settings, seen at once, and on the page with all diaries ever after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.app import choices
from diary.domain.errors import DiaryError
from diary.ui.first_run.steps import WelcomeStep
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.emblems import EmblemMark
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.lock.start_view import StartView
from diary.ui.rail import Rail
from diary.ui.settings.outside_card import OutsideCard
from diary.ui.settings.presenter import SettingsPresenter
from diary.ui.settings.state import Choices
from diary.ui.settings.view import SettingsView
from tests.storage.builders import World, computer
from tests.ui.lock.doors import CARD, MemoryDoors
from tests.ui.running import Running, known_diary


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> tuple[SettingsView, MemoryDoors, SettingsPresenter]:
    doors = MemoryDoors()
    presenter = SettingsPresenter(doors, ImmediateTasks(), _keep, Choices(), card=CARD)
    view = SettingsView(icons, presenter.state, {"GB": "United Kingdom"}, "1.0", "S.alongside-backup")
    view.look_requested.connect(presenter.choose_look)
    presenter.state_changed.connect(view.render_state)
    qtbot.addWidget(view)
    view.show()
    return view, doors, presenter


def _keep(_: Choices) -> None:
    """Nothing else is chosen here."""


def card_of(view: SettingsView) -> OutsideCard:
    found = view.findChild(OutsideCard)
    assert isinstance(found, OutsideCard)
    return found


def test_a_shape_and_a_colour_are_chosen_one_by_one_and_kept(
    page: tuple[SettingsView, MemoryDoors, SettingsPresenter],
) -> None:
    view, doors, presenter = page
    card = card_of(view)
    QTest.mouseClick(card.shapes.buttons["star"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.colours.buttons["event"], Qt.MouseButton.LeftButton)
    kept = [(act[0], act[1].emblem, act[1].colour) for act in doors.done if act[0] == "choose_look"]  # type: ignore[attr-defined]  # a card
    assert kept == [("choose_look", "star", ""), ("choose_look", "star", "event")]
    assert card._look.text() == "Star, purple"
    QTest.mouseClick(card.shapes.buttons["star"], Qt.MouseButton.LeftButton)
    assert len([act for act in doors.done if act[0] == "choose_look"]) == 2, "a diary always has one"
    assert card.shapes.buttons["star"].isChecked()
    assert presenter.state.card is not None


def test_a_choice_that_cannot_be_kept_is_said(page: tuple[SettingsView, MemoryDoors, SettingsPresenter]) -> None:
    view, doors, presenter = page
    doors.fault = DiaryError("disk_full")
    QTest.mouseClick(card_of(view).shapes.buttons["drop"], Qt.MouseButton.LeftButton)
    assert presenter.state.problem.startswith("The disk is full")


def test_the_new_look_is_beside_the_pages_at_once_and_on_the_start_page(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    for name in ("S", "A"):
        known_diary(tmp_path, name, None)
    running = start()
    running.until(lambda: running.has(StartView))
    running.click("New diary", StartView)
    running.until(lambda: running.has(FirstRunView))
    running.click("Back", WelcomeStep)
    running.until(lambda: running.has(StartView))
    QTest.mouseClick(next(iter(running.part(StartView)._cards)), Qt.MouseButton.LeftButton)
    running.settled()
    running.window.show_page("settings")
    running.settled()
    card = running.part(OutsideCard)
    QTest.mouseClick(card.shapes.buttons["shell"], Qt.MouseButton.LeftButton)
    running.settled()
    shell = catalogue.emblems()["shell"].path
    rail = running.part(Rail).findChild(EmblemMark)
    assert isinstance(rail, EmblemMark)
    assert rail._path == shell
    running.program.lock()
    running.until(lambda: running.has(StartView))
    assert shell in {mark._path for mark in running.part(StartView).findChildren(EmblemMark)}
    running.close()
    looks = [(one.label, one.emblem) for one in choices.known_diaries(computer(tmp_path / "config", World()))]
    assert looks == [("S", "shell"), ("A", "leaf")]
