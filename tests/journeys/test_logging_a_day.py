"""A day is logged with three keys or three clicks, a bad day with one; nothing is lost, however fast it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from diary.app import diaries, looking_back
from diary.domain.day_values import DayState
from diary.domain.entries import MarkKind
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.places import BodySite
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.today.factors_card import FactorsCard
from diary.ui.today.header import TodayHeader
from diary.ui.today.more_header import MoreHeader
from diary.ui.today.places_card import PlacesCard
from diary.ui.today.view import TodayView
from tests.storage.builders import DAY, World, computer
from tests.ui import conftest
from tests.ui.running import Running, known_diary

start = conftest.start

Start = Callable[[], Running]
NAMED = {
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "Enter": Qt.Key.Key_Return,
    "Left": Qt.Key.Key_Left,
    "Down": Qt.Key.Key_Down,
}
PER_KEY_MS = 50
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier

TYPED = (
    ("4 6 7", (4, 6, 7)),
    ("1 0 0 1 0", (10, 0, 10)),
    ("1 Tab 0 0", (1, 0, 0)),
    ("0 1 Tab 1 0", (0, 1, 10)),
    ("1 0 1 Tab 1 Tab", (10, 1, 1)),
    ("1 1 1 Tab", (1, 1, 1)),
    ("9 1 0 0", (9, 10, 0)),
    ("0 0 0", (0, 0, 0)),
    ("x 5 x", (10, 5, 10)),
)
"""Keys, and the mood, anxiety and pain that are meant by them."""


@dataclass
class Hands:
    """The only way into the program: every key press and click is counted."""

    running: Running
    keys: int = 0
    clicks: int = 0

    def press(self, keys: str, *, held: Qt.KeyboardModifier = NONE, after_ms: int = -1) -> None:
        """Press keys, wherever the keyboard is."""
        for key in keys.split():
            focus = QApplication.focusWidget() or self.running.window
            code = NAMED.get(key) or Qt.Key(ord(key.upper()))
            if key in NAMED or held is not NONE:
                QTest.keyClick(focus, code, held, after_ms)
            else:
                QTest.keyClicks(focus, key, held, after_ms)
            self.keys += 1

    def click(self, what: QWidget) -> None:
        """Click in the middle of something."""
        QTest.mouseClick(what, Qt.MouseButton.LeftButton)
        self.clicks += 1


def hands(start: Start, tmp_path: Path) -> Hands:
    """The program with an empty diary open at today."""
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView))
    return Hands(running)


def written(hands: Hands, tmp_path: Path) -> Extract:
    """What is in the diary's file once the window is closed."""
    hands.running.close()
    here = computer(tmp_path / "config", World(seed=9))
    diary = diaries.open_diary(tmp_path / "diaries" / "S.alongside", None, here)
    content = looking_back.extract(diary)
    diaries.close(diary)
    return content


def number(hands: Hands, measure: str, value: int) -> QAbstractButton:
    strips = hands.running.window.findChildren(ScaleStrip)
    return next(one for one in strips if one.measure.id == measure).buttons[value]


def saved(hands: Hands) -> None:
    hands.running.until(lambda: hands.running.shows("Saved at"))


def test_three_keys_are_an_entry(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    person.press("4 6 7")
    saved(person)
    (day,) = written(person, tmp_path).days
    assert (person.keys, person.clicks) == (3, 0)
    assert [day.values[measure, None].value for measure in (MOOD, ANXIETY, PAIN)] == [4, 6, 7]
    assert day.state is DayState.RECORDED


def test_three_clicks_are_an_entry(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    for measure, value in ((MOOD, 4), (ANXIETY, 6), (PAIN, 7)):
        person.click(number(person, measure, value))
    saved(person)
    (day,) = written(person, tmp_path).days
    assert (person.keys, person.clicks) == (0, 3)
    assert [day.values[measure, None].value for measure in (MOOD, ANXIETY, PAIN)] == [4, 6, 7]


def test_a_bad_day_takes_one_key(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    person.press("b")
    saved(person)
    (day,) = written(person, tmp_path).days
    assert (person.keys, person.clicks) == (1, 0)
    assert [mark.kind for mark in day.marks] == [MarkKind.BAD_DAY]
    assert day.values == {}


def test_a_bad_day_takes_one_click(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    person.click(person.running.part(TodayHeader).bad_day)
    saved(person)
    (day,) = written(person, tmp_path).days
    assert (person.keys, person.clicks) == (0, 1)
    assert [mark.kind for mark in day.marks] == [MarkKind.BAD_DAY]


def test_a_full_day_by_keyboard_alone(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    person.press("4 6 7 s 6 . +")
    person.running.until(lambda: person.running.has(FactorsCard))
    chip = person.running.part(FactorsCard).chips["starter-caffeine"]
    while QApplication.focusWidget() is not chip:
        person.press("Tab")
        assert person.keys < 60, "a person would have given up"
    person.press("Space")
    person.running.until(lambda: person.running.has(TodayView) and chip.isChecked())
    saved(person)
    (day,) = written(person, tmp_path).days
    assert person.clicks == 0
    assert day.values[SLEEP, None].value == 6.5
    assert day.entries[0].factors == ("starter-caffeine",)


def test_a_full_day_by_mouse_alone(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    for measure, value in ((SLEEP, 6), (MOOD, 4), (ANXIETY, 6), (PAIN, 7)):
        person.click(number(person, measure, value))
    person.click(person.running.part(MoreHeader).opener)
    person.running.until(lambda: person.running.has(FactorsCard))
    person.click(person.running.part(FactorsCard).chips["starter-caffeine"])
    places = person.running.part(PlacesCard)
    person.click(places.switch)
    person.click(next(one for one in places.findChildren(QAbstractButton) if one.text() == "Neck"))
    person.running.until(lambda: places.strips)
    person.click(places.strips[0].buttons[5])
    saved(person)
    (day,) = written(person, tmp_path).days
    assert (person.keys, person.clicks) == (0, 9)
    assert day.values[PAIN, BodySite("neck")].value == 5
    assert day.entries[0].factors == ("starter-caffeine",)


def test_twenty_entries_at_fifty_milliseconds_a_key_are_all_kept_on_their_scales(start: Start, tmp_path: Path) -> None:
    person = hands(start, tmp_path)
    entries = list(islice(cycle(TYPED), 20))
    for keys, _ in entries:
        person.press(keys, after_ms=PER_KEY_MS)
        person.press("Left", held=ALT, after_ms=PER_KEY_MS)
    days = {day.day: day for day in written(person, tmp_path).days}
    found = {
        day: tuple(value.value for measure in (MOOD, ANXIETY, PAIN) if (value := one.value(measure)))
        for day, one in days.items()
    }
    assert found == {DAY - timedelta(days=n): meant for n, (_, meant) in enumerate(entries)}
    assert all(len(day.values) == 3 for day in days.values()), "nothing stands where it was not meant"
