"""What Today asks is chosen in the whole program, at the person's own hour, and every key of it is listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShortcut

from diary.app import choosing, diaries
from diary.domain.measures import CORE
from diary.ui.asking.question_form import QuestionForm
from diary.ui.asking.view import AskingView
from diary.ui.keys_dialog import GROUPS, KeysDialog
from diary.ui.today.factors_card import FactorsCard
from diary.ui.today.view import TodayView
from tests.storage.builders import World, computer
from tests.ui import conftest
from tests.ui.running import Running, known_diary

start = conftest.start

ARROWS = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}
LISTED = {"+".join(ARROWS.get(cap, cap) for cap in caps) for _, keys in GROUPS for caps, _ in keys}
ANOTHER_WAY = {"Ctrl+Shift+Z": "Ctrl+Y", **{f"Ctrl+{n}": "Ctrl+1" for n in range(2, 10)}}


def test_the_question_mark_lists_every_key_on_every_page(start: Callable[[], Running], tmp_path: Path) -> None:
    """A key that no list names is found by nobody."""
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView))
    for page in list(running.window._entries):
        running.window.show_page(page)
        running.press("?")
        dialog = running.part(KeysDialog)
        assert dialog.isVisible(), page
        running.press(Qt.Key.Key_Escape)
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    keys = {one.key().toString() for one in running.window.findChildren(QShortcut)}
    assert "Ctrl+Z" in keys
    assert {ANOTHER_WAY.get(key, key) for key in keys} - LISTED == set()


@pytest.mark.parametrize(("ends_at", "day"), [(2, "Saturday 21 November"), (5, "Friday 20 November")])
def test_the_hour_at_which_the_day_ends_decides_which_day_is_written_to_at_night(
    start: Callable[[], Running], tmp_path: Path, ends_at: int, day: str
) -> None:
    known_diary(tmp_path, "S", None)
    diary = diaries.open_diary(tmp_path / "diaries" / "S.alongside", None, computer(tmp_path / "config", World(seed=7)))
    choosing.choose_day_end(diary, ends_at)
    diaries.close(diary)
    running = start()
    running.until(lambda: running.has(TodayView))
    running.press("4")
    running.until(lambda: running.shows("Saved at"))
    world = running.program._computer.surroundings.now.__self__  # type: ignore[attr-defined]  # a World's method
    world.now += timedelta(hours=7)
    running.window.came_back.emit()
    running.until(lambda: running.shows(day))
    running.until(lambda: running.shows("It is after midnight") is (ends_at > 3))


def test_ones_own_question_is_worded_answered_and_put_away_in_the_whole_program(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView))
    running.press("+")
    running.until(lambda: running.has(FactorsCard))
    running.click("Add a question of your own", TodayView)
    running.until(lambda: running.has(QuestionForm))
    running.press(Qt.Key.Key_Escape)
    assert not running.has(QuestionForm)
    running.click("Add a question of your own", AskingView)
    running.press("Stiffness", Qt.Key.Key_Return)
    running.until(lambda: running.shows("Saved"))
    running.click("Back", AskingView)
    running.until(lambda: len(running.values()) > len(CORE))
    running.press("4", "6", "7", "1", "0")
    running.until(lambda: running.shows("Saved at") and list(running.values().values())[-1] == 10)
